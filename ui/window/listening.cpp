// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/listening.h"

#include "ui/player/chapterbutton.h"
#include "ui/player/outputmenu.h"
#include "ui/player/playerbar.h"
#include "ui/timeline/timeline.h"
#include "ui/window/messagebar.h"

#include <QSettings>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using namespace std::chrono_literals;
using playback::Player;
using playback::SleepTimer;

namespace {

struct Choice {
    ActionId id;
    std::chrono::seconds time;
};
constexpr std::array sleepTimes{Choice{ActionId::Sleep15, 15min}, Choice{ActionId::Sleep30, 30min},
                                Choice{ActionId::Sleep45, 45min}, Choice{ActionId::Sleep60, 60min}};
constexpr std::array stepsBack{Choice{ActionId::StepBack1, 1s}, Choice{ActionId::StepBack2, 2s},
                               Choice{ActionId::StepBack5, 5s}, Choice{ActionId::StepBack10, 10s}};

} // namespace

Listening::Listening(Player &player, const Actions &actions, PlayerBar &bar, MessageBar &messages, QWidget *window)
    : QObject(window), m_player(player), m_actions(actions), m_bar(bar), m_messages(messages),
      m_outputs(new OutputMenu(player, window)), m_sleep(player)
{
    connect(actions[ActionId::ChooseChapter], &QAction::triggered, bar.chapters(), &ChapterButton::openList);
    connect(bar.chapters(), &ChapterButton::chosen, &player, &Player::seek);
    connect(actions[ActionId::SkipSilence], &QAction::triggered, this, [this](bool on) {
        m_player.setSilence(on ? Player::Silence::Shortened : Player::Silence::Heard);
        showStatus();
    });
    connect(&bar, &PlayerBar::positionShown, this, &Listening::showPosition);
    connectSleep();
    connectStepBack();
    showSleep();
}

void Listening::connectSleep()
{
    for (const Choice &choice : sleepTimes)
        connect(m_actions[choice.id], &QAction::triggered, this, [this, choice] { m_sleep.startFor(choice.time); });
    connect(m_actions[ActionId::SleepChapter], &QAction::triggered, this,
            [this] { m_sleep.startForChapter([this](MediaTime position) { return chapterEndAfter(position); }); });
    connect(m_actions[ActionId::SleepEpisode], &QAction::triggered, &m_sleep, &SleepTimer::startForFile);
    connect(m_actions[ActionId::SleepOff], &QAction::triggered, this, [this] {
        m_sleep.cancel();
        showSleep(); // it may have been off
    });
    connect(&m_sleep, &SleepTimer::changed, this, &Listening::showSleep);
    connect(&m_sleep, &SleepTimer::leftChanged, this, &Listening::showStatus);
    connect(&m_sleep, &SleepTimer::slept, this, &Listening::tellSleep);
    connect(&m_player, &Player::stateChanged, this, [this](Player::State state) {
        if (state != Player::State::Paused)
            m_messages.clear(Topic::Sleep);
    });
}

void Listening::connectStepBack()
{
    connect(m_actions[ActionId::StepBack], &QAction::triggered, this,
            [this](bool on) { setStepBack(on ? std::optional(m_stepBack) : std::nullopt); });
    for (const Choice &choice : stepsBack)
        connect(m_actions[choice.id], &QAction::triggered, this, [this, choice] { setStepBack(choice.time); });
}

void Listening::setStepBack(std::optional<std::chrono::seconds> distance)
{
    m_stepBack = distance.value_or(m_stepBack);
    m_player.setStepBack(distance.value_or(0s));
    m_actions[ActionId::StepBack]->setChecked(distance.has_value());
    for (const Choice &choice : stepsBack)
        m_actions[choice.id]->setChecked(distance == choice.time);
}

void Listening::setSession(const library::EpisodeSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session)
        connect(session, &library::EpisodeSession::chaptersChanged, this, &Listening::showChapters);
    showChapters();
    showStatus();
}

bool Listening::hasChapters() const
{
    return m_session && !m_session->chapters().empty();
}

void Listening::showChapters()
{
    const std::vector<audio::Chapter> chapters = m_session ? m_session->chapters() : std::vector<audio::Chapter>{};
    m_bar.chapters()->setChapters(chapters);
    m_bar.timeline()->setChapters(chapters);
    m_bar.chapters()->showPosition(m_player.position());
    setPlayable(m_playable);
    Q_EMIT chaptersChanged();
}

void Listening::showPosition(MediaTime position)
{
    m_bar.chapters()->showPosition(position);
    if (m_player.silence() == Player::Silence::Shortened)
        showStatus();
}

void Listening::setPlayable(bool playable)
{
    m_playable = playable;
    const bool chapters = playable && hasChapters();
    for (const ActionId id :
         {ActionId::PreviousChapter, ActionId::NextChapter, ActionId::ChooseChapter, ActionId::SleepChapter})
        m_actions[id]->setEnabled(chapters);
    for (const ActionId id : {ActionId::Sleep15, ActionId::Sleep30, ActionId::Sleep45, ActionId::Sleep60,
                              ActionId::SleepEpisode, ActionId::SleepOff})
        m_actions[id]->setEnabled(playable);
}

QMenu *Listening::outputs() const
{
    return m_outputs;
}

// Between two chapters the next one's start counts, behind the last one the end of the file.
MediaTime Listening::chapterEndAfter(MediaTime position) const
{
    if (!m_session)
        return m_player.duration();
    for (const audio::Chapter &chapter : m_session->chapters()) {
        if (position < chapter.start)
            return chapter.start;
        if (position < chapter.end)
            return chapter.end;
    }
    return m_player.duration();
}

void Listening::showSleep()
{
    using Until = SleepTimer::Until;
    const Until until = m_sleep.until();
    for (const Choice &choice : sleepTimes)
        m_actions[choice.id]->setChecked(until == Until::Time && m_sleep.asked() == choice.time);
    m_actions[ActionId::SleepChapter]->setChecked(until == Until::ChapterEnd);
    m_actions[ActionId::SleepEpisode]->setChecked(until == Until::FileEnd);
    m_actions[ActionId::SleepOff]->setChecked(until == Until::Off);
    showStatus();
}

// To whoever wakes up, or was awake.
void Listening::tellSleep()
{
    m_messages.post({Topic::Sleep, Message::Kind::Note,
                     tr("The sleep timer has stopped the sound at %1.").arg(clockText(m_player.position())),
                     tr("Play on"), [this] { m_player.play(); }});
}

void Listening::showStatus()
{
    QStringList parts;
    if (m_sleep.until() != SleepTimer::Until::Off) {
        const auto left = std::chrono::ceil<std::chrono::seconds>(m_sleep.left());
        parts.append(tr("Sleep in %1").arg(clockText(left)));
    }
    const MediaTime saved = m_player.timeSaved();
    if (m_player.silence() == Player::Silence::Shortened && saved >= 1s)
        parts.append(tr("%1 saved").arg(clockText(saved)));
    m_bar.showStatus(parts);
}

void Listening::restoreState(const QSettings &settings)
{
    m_outputs->choose({settings.value("player/device").toByteArray(), settings.value("player/deviceName").toString()});
    m_actions[ActionId::SkipSilence]->setChecked(settings.value("player/shortenSilence", false).toBool());
    m_player.setSilence(m_actions[ActionId::SkipSilence]->isChecked() ? Player::Silence::Shortened
                                                                      : Player::Silence::Heard);
    m_stepBack = std::chrono::seconds(std::clamp(settings.value("player/stepBackSeconds", 2).toInt(), 1, 60));
    setStepBack(settings.value("player/stepBack", true).toBool() ? std::optional(m_stepBack) : std::nullopt);
}

void Listening::saveState(QSettings &settings) const
{
    settings.setValue("player/device", m_outputs->chosen().id);
    settings.setValue("player/deviceName", m_outputs->chosen().name);
    settings.setValue("player/shortenSilence", m_player.silence() == Player::Silence::Shortened);
    settings.setValue("player/stepBackSeconds", int(m_stepBack.count()));
    settings.setValue("player/stepBack", m_actions[ActionId::StepBack]->isChecked());
}

} // namespace earmark::ui
