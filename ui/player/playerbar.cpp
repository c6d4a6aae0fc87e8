// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/playerbar.h"

#include "ui/player/alignmentbar.h"
#include "ui/player/chapterbutton.h"
#include "ui/player/symbolicicon.h"
#include "ui/player/tabular.h"
#include "ui/timeline/timeline.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

// "1×", "1.25×": no trailing noughts.
class SpeedBox : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    [[nodiscard]] QString textFromValue(double value) const override { return locale().toString(value, 'g', 3); }
};

Timeline::Sound soundOf(playback::Player::State state)
{
    using State = playback::Player::State;
    switch (state) {
    case State::Empty: return Timeline::Sound::None;
    case State::Failed: return Timeline::Sound::Unplayable;
    case State::Loading: return Timeline::Sound::Loading;
    case State::Paused:
    case State::Playing: break;
    }
    return Timeline::Sound::Ready;
}

} // namespace

PlayerBar::PlayerBar(playback::Player &player, const PlayerActions &actions, QWidget *parent)
    : QWidget(parent), m_player(player), m_actions(actions), m_alignment(new AlignmentBar(this)),
      m_timeline(new Timeline(this)), m_times(new QLabel(this)), m_chapters(new ChapterButton(this)),
      m_status(new QLabel(this))
{
    m_times->setFont(tabular(m_times->font()));
    m_times->setTextFormat(Qt::PlainText);
    m_times->setAccessibleName(tr("Time"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 8);
    layout->setSpacing(4);
    layout->addWidget(m_alignment);
    layout->addWidget(m_timeline);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    layout->addLayout(row);
    m_play = addButton(row, actions.playPause);
    addButton(row, actions.back);
    addButton(row, actions.forward);
    row->addSpacing(8);
    row->addWidget(m_times);
    row->addSpacing(4);
    row->addWidget(m_chapters);
    row->addStretch(1);
    m_status->setFont(tabular(m_status->font()));
    m_status->setTextFormat(Qt::PlainText);
    m_status->hide();
    row->addWidget(m_status);
    row->addSpacing(8);
    addSpeed(row);
    row->addSpacing(8);
    addButton(row, actions.loop);
    addButton(row, actions.follow);
    addVolume(row);
    actions.back->setIcon(symbolicIcon(Symbol::Back));
    actions.forward->setIcon(symbolicIcon(Symbol::Forward));
    actions.loop->setIcon(symbolicIcon(Symbol::Loop));
    actions.follow->setIcon(symbolicIcon(Symbol::Follow));

    connect(m_alignment, &AlignmentBar::progressed, m_timeline, &Timeline::setMatched);
    connect(m_timeline, &Timeline::seekRequested, &player, &playback::Player::seek);
    connect(m_timeline, &Timeline::scrubbed, this, &PlayerBar::showTimes);
    connect(m_timeline, &Timeline::playPauseRequested, actions.playPause, &QAction::trigger);
    connect(&player, &playback::Player::loopChanged, m_timeline, &Timeline::setLoop);
    connect(&player, &playback::Player::stateChanged, this, &PlayerBar::updateState);
    connect(&player, &playback::Player::deviceAvailabilityChanged, this, &PlayerBar::updateState);
    connect(&player, &playback::Player::durationChanged, this, &PlayerBar::updateDuration);
    connect(&player, &playback::Player::positionJumped, this, &PlayerBar::showPosition);
    updateDuration();
    updateState();
}

QToolButton *PlayerBar::addButton(QHBoxLayout *row, QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    const int side = std::max(18, fontMetrics().height());
    button->setIconSize(QSize(side, side));
    button->setMinimumSize(side + 14, side + 14);
    button->setAccessibleName(action->text().remove(u'&'));
    row->addWidget(button);
    return button;
}

void PlayerBar::addSpeed(QHBoxLayout *row)
{
    m_speed = new SpeedBox(this);
    m_speed->setRange(playback::Player::slowest, playback::Player::fastest);
    m_speed->setDecimals(2);
    m_speed->setSingleStep(0.1);
    m_speed->setSuffix(u"×"_s);
    m_speed->setKeyboardTracking(false);
    m_speed->setValue(m_player.speed());
    m_speed->setToolTip(tr("Speed; the voices keep their pitch"));
    m_speed->setAccessibleName(tr("Speed"));
    auto *label = new QLabel(tr("Sp&eed"), this);
    label->setBuddy(m_speed);
    row->addWidget(label);
    row->addWidget(m_speed);
    connect(m_speed, &QDoubleSpinBox::valueChanged, &m_player, &playback::Player::setSpeed);
    connect(&m_player, &playback::Player::speedChanged, this, [this](double speed) {
        const QSignalBlocker blocker(m_speed);
        m_speed->setValue(speed);
        reserveTimes();
        showPosition(m_player.position());
    });
}

void PlayerBar::addVolume(QHBoxLayout *row)
{
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setRange(0, 100);
    slider->setMinimumWidth(140);
    slider->setAccessibleName(tr("Volume"));
    auto *frame = new QWidget(this);
    auto *frameLayout = new QHBoxLayout(frame);
    auto *label = new QLabel(tr("&Volume"), frame);
    label->setBuddy(slider);
    frameLayout->addWidget(label);
    frameLayout->addWidget(slider);
    auto *menu = new QMenu(this);
    auto *holder = new QWidgetAction(menu);
    holder->setDefaultWidget(frame);
    menu->addAction(holder);

    m_volume = new QToolButton(this);
    m_volume->setAutoRaise(true);
    m_volume->setFocusPolicy(Qt::StrongFocus);
    m_volume->setIconSize(QSize(std::max(18, fontMetrics().height()), std::max(18, fontMetrics().height())));
    m_volume->setToolTip(tr("Volume"));
    m_volume->setAccessibleName(tr("Volume"));
    row->addWidget(m_volume);

    connect(m_volume, &QToolButton::clicked, menu, [this, menu] {
        const QPoint corner = m_volume->mapToGlobal(QPoint(m_volume->width() - menu->sizeHint().width(), 0));
        menu->popup(corner - QPoint(0, menu->sizeHint().height()));
    });
    connect(menu, &QMenu::aboutToShow, slider, [slider] { slider->setFocus(); });
    connect(slider, &QSlider::valueChanged, this, [this](int value) { m_player.setVolume(value / 100.0); });
    connect(&m_player, &playback::Player::volumeChanged, this, [this, slider](double volume) {
        const QSignalBlocker blocker(slider);
        slider->setValue(int(std::lround(volume * 100)));
        updateVolume(volume);
    });
    slider->setValue(int(std::lround(m_player.volume() * 100)));
    updateVolume(m_player.volume());
}

void PlayerBar::updateVolume(double volume)
{
    m_volume->setIcon(symbolicIcon(volume > 0 ? Symbol::Volume : Symbol::VolumeOff));
}

void PlayerBar::showPosition(MediaTime position)
{
    m_timeline->setPosition(position);
    if (!m_timeline->isScrubbing())
        showTimes(position);
    Q_EMIT positionShown(position);
}

void PlayerBar::showStatus(const QStringList &parts)
{
    const QString text = parts.value(0);
    const QString all = parts.join(u" · "_s);
    if (all == m_status->toolTip())
        return;
    m_status->setText(text);
    m_status->setToolTip(all);
    m_status->setAccessibleName(all);
    m_status->setVisible(!text.isEmpty());
}

void PlayerBar::showTimes(MediaTime position)
{
    if (m_duration <= MediaTime::zero()) {
        m_times->setText(tr("No audio"));
        return;
    }
    const double speed = m_player.speed();
    const MediaTime left((m_duration - position).count() > 0 ? qint64(double((m_duration - position).count()) / speed)
                                                             : 0);
    const bool plain = std::abs(speed - 1) < 0.005;
    const QString text = plain
        ? tr("%1 / %2 (-%3)").arg(clockText(position), clockText(m_duration), clockText(left))
        : tr("%1 / %2 (-%3 at %4×)")
              .arg(clockText(position), clockText(m_duration), clockText(left), locale().toString(speed, 'g', 3));
    if (text != m_times->text())
        m_times->setText(text);
}

// So that nothing beside the times moves while they run.
void PlayerBar::reserveTimes()
{
    const QString shown = m_times->text();
    m_times->setMinimumWidth(0);
    showTimes(MediaTime::zero());
    const int atStart = m_times->sizeHint().width();
    showTimes(m_duration);
    m_times->setMinimumWidth(std::max(atStart, m_times->sizeHint().width()));
    m_times->setText(shown);
}

void PlayerBar::updateDuration()
{
    m_duration = m_player.duration();
    // Until the file has been looked at, the library knows best.
    if (m_duration > MediaTime::zero())
        m_timeline->setDuration(m_duration);
    reserveTimes();
    showPosition(m_player.position());
}

void PlayerBar::updateState()
{
    using State = playback::Player::State;
    const State state = m_player.state();
    const bool loaded = state == State::Paused || state == State::Playing || state == State::Loading;
    const bool playing = state == State::Playing;
    m_actions.playPause->setIcon(symbolicIcon(playing ? Symbol::Pause : Symbol::Play));
    m_play->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    m_timeline->setSound(soundOf(state));
    m_speed->setEnabled(loaded);
    showPosition(m_player.position());
}

} // namespace earmark::ui
