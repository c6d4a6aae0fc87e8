// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/readingdesk.h"
#include "ui/window/audioflow.h"

#include "library/errortext.h"
#include "ui/notes/notespane.h"
#include "ui/player/playerbar.h"
#include "ui/timeline/timeline.h"
#include "ui/transcript/transcriptview.h"
#include "ui/window/alignmentflow.h"
#include "ui/window/follower.h"
#include "ui/window/marking.h"
#include "ui/window/messagebar.h"
#include "ui/window/quoteclip.h"
#include "ui/window/waveformflow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>
#include <utility>

namespace earmark::ui {

using namespace std::chrono_literals;
using library::EpisodeSession;
using library::LibraryService;
using playback::Player;
using transcript::TokenIndex;

namespace {

constexpr auto positionInterval = 5s;

// What was done to highlights of a transcript says nothing about the one that replaced it.
std::pair<EpisodeId, size_t> historyKey(EpisodeId id, const transcript::Transcript &transcript)
{
    return {id, qHash(transcript.text)};
}

} // namespace

ReadingDesk::ReadingDesk(LibraryService &service, Player &player, const Panes &panes, QWidget *window)
    : QObject(window), m_service(service), m_player(player), m_panes(panes),
      m_follower(std::make_unique<Follower>(player, panes.text)),
      m_alignment(std::make_unique<AlignmentFlow>(service, *panes.player.alignment(), panes.messages)),
      m_audio(std::make_unique<AudioFlow>(service, panes.messages, window)),
      m_waveform(std::make_unique<WaveformFlow>(service, *panes.player.timeline())),
      m_marking(std::make_unique<Marking>(service, player, panes.text, panes.notes, [this] { return place(); }))
{
    connectService();
    connectPlayer();
    connect(&panes.text, &TranscriptView::tokenActivated, this, &ReadingDesk::playFrom);
    connect(panes.player.timeline(), &Timeline::audioRequested, this, &ReadingDesk::chooseAudio);
    connect(m_audio.get(), &AudioFlow::alignmentUseful, this, &ReadingDesk::alignAnew);
    connect(&panes.notes, &NotesPane::leaveRequested, this, [this] { m_panes.text.setFocus(Qt::OtherFocusReason); });
    m_positionTimer.setInterval(positionInterval);
    connect(&m_positionTimer, &QTimer::timeout, this, &ReadingDesk::savePosition);
}

ReadingDesk::~ReadingDesk()
{
    close();
}

void ReadingDesk::connectService()
{
    connect(&m_service, &LibraryService::episodeOpened, this, &ReadingDesk::take);
    connect(&m_service, &LibraryService::openFailed, this, [this](EpisodeId id, const Error &error) {
        if (id == m_requested)
            m_panes.messages.post({Topic::Library, Message::Kind::Error, library::errorText(error), {}, {}});
    });
}

void ReadingDesk::connectPlayer()
{
    connect(m_follower.get(), &Follower::positionShown, &m_panes.player, &PlayerBar::showPosition);
    connect(m_follower.get(), &Follower::positionShown, this, &ReadingDesk::positionShown);
    connect(m_follower.get(), &Follower::positionShown, m_marking.get(), &Marking::showHeard);
    connect(&m_player, &Player::failed, this, &ReadingDesk::showPlaybackFailure);
    connect(&m_player, &Player::damageMet, this, [this] {
        m_panes.messages.post(
            {Topic::Playback,
             Message::Kind::Note,
             tr("Parts of this recording are damaged. Silence stands in their place, and it plays on."),
             {},
             {}});
    });
    connect(&m_player, &Player::endedBefore, this, &ReadingDesk::showRecordingEnd);
    connect(&m_player, &Player::deviceAvailabilityChanged, this, &ReadingDesk::showSoundDevice);
    connect(&m_player, &Player::filePlaceChanged, this, &ReadingDesk::showFilePlace);
    connect(&m_player, &Player::stateChanged, this, [this](Player::State state) {
        if (state == Player::State::Playing) {
            if (m_player.hasDevice()) // else it still says so
                m_panes.messages.clear(Topic::Playback);
            m_positionTimer.start();
        } else if (m_positionTimer.isActive()) {
            m_positionTimer.stop();
            savePosition();
        }
    });
    connect(&m_player, &Player::positionJumped, this, [this] {
        m_panes.messages.clear(Topic::RecordingEnd);
        if (m_session && m_player.state() == Player::State::Paused)
            savePosition();
    });
}

void ReadingDesk::open(EpisodeId id)
{
    if (hasRefusedEdits()) {
        refuseToLeave();
        return;
    }
    m_requested = id;
    m_wanted.reset();
    if (m_session && m_session->id() == id)
        return;
    m_service.openEpisode(id);
}

void ReadingDesk::alignAnew(EpisodeId id)
{
    if (m_session && m_session->id() == id)
        m_alignment->alignAgain();
    else
        m_service.align(id);
}

void ReadingDesk::reopen(EpisodeId id)
{
    if (!m_session || m_session->id() != id || m_requested != id)
        return;
    m_reopening = true;
    m_wanted = place();
    m_service.openEpisode(id);
}

void ReadingDesk::openAt(EpisodeId id, MediaTime time)
{
    open(id);
    if (m_requested != id)
        return; // refused
    if (!m_session || m_session->id() != id) {
        m_wanted = time;
        return;
    }
    m_player.seek(time);
    goTo(time);
    if (m_player.endsBefore(time))
        showRecordingEnd();
}

// Shows the word that is heard then, and follows from there.
void ReadingDesk::goTo(MediaTime time)
{
    m_panes.player.showPosition(time);
    if (!m_session->timings().empty())
        m_panes.text.showToken(transcript::tokenBefore(m_session->timings(), time));
    m_panes.text.setFollowing(true);
    m_panes.text.setFocus(Qt::OtherFocusReason);
}

void ReadingDesk::refuseToLeave()
{
    m_requested = m_session->id();
    m_session->retryUnsaved();
    m_panes.messages.post({Topic::Saving, Message::Kind::Warning,
                           tr("A note of this episode is not saved yet, so it stays open. Choose the other episode "
                              "again once the note is saved."),
                           tr("Try again"), [this] {
                               if (m_session)
                                   m_session->retryUnsaved();
                           }});
    Q_EMIT sessionChanged();
}

void ReadingDesk::close()
{
    m_requested = {};
    m_pending.reset();
    if (!m_session)
        return;
    savePosition();
    m_positionTimer.stop(); // loading would save another place over this one
    m_player.load({});
    m_follower->setSession(nullptr);
    m_alignment->setSession(nullptr);
    m_panes.player.timeline()->setSession(nullptr);
    m_waveform->setSession(nullptr);
    m_marking->setSession(nullptr);
    m_histories[historyKey(m_session->id(), m_session->transcript())] = m_session->history();
    m_panes.text.setSession(nullptr);
    m_panes.notes.setSession(nullptr);
    m_session.reset();
    m_panes.messages.clear(Topic::Saving);
    m_panes.messages.clear(Topic::RecordingEnd);
    Q_EMIT sessionChanged();
}

void ReadingDesk::take(const std::shared_ptr<const library::OpenEpisode> &episode)
{
    const bool isHere = m_session && m_session->id() == m_requested;
    if (episode->episode.id != m_requested || (isHere && !m_reopening))
        return;
    m_reopening = false;
    const bool waited = std::exchange(m_pending, nullptr) != nullptr;
    // What was typed goes with the session unless it is on the disk.
    if (hasRefusedEdits()) {
        refuseToLeave();
        return;
    }
    if (m_session && m_session->hasUnsavedEdits()) {
        m_pending = episode;
        return;
    }
    savePosition();
    m_positionTimer.stop(); // loading would save the old place for the new episode
    const auto before = isHere ? std::optional(m_session->episode()) : std::nullopt;
    if (m_session)
        m_histories[historyKey(m_session->id(), m_session->transcript())] = m_session->history();
    auto fresh = std::make_unique<EpisodeSession>(episode, m_service, nullptr,
                                                  m_histories.value(historyKey(m_requested, episode->transcript)));
    m_marking->setSession(fresh.get());
    m_panes.text.setSession(fresh.get());
    m_panes.notes.setSession(fresh.get());
    m_follower->setSession(fresh.get());
    m_alignment->setSession(fresh.get());
    m_panes.player.timeline()->setSession(fresh.get());
    m_waveform->setSession(fresh.get());
    m_session.swap(fresh);
    fresh.reset();
    connectSession();
    m_panes.messages.clear(Topic::Playback);
    if (!waited) // else it may have come just now: a change was taken back
        m_panes.messages.clear(Topic::Saving);
    m_panes.messages.clear(Topic::Export);
    m_panes.messages.clear(Topic::Audio);
    m_panes.messages.clear(Topic::RecordingEnd);

    takeAudio(before);
    showSoundDevice();
    showFilePlace();
    Q_EMIT sessionChanged();
}

// What is heard of an episode goes on when it is opened anew.
void ReadingDesk::takeAudio(const std::optional<store::Episode> &before)
{
    const store::Episode &now = m_session->episode();
    const MediaTime left = std::exchange(m_wanted, std::nullopt).value_or(m_session->lastPosition());
    if (!before || !isHeard()) {
        m_player.load(now.audioPath, left, knownFile());
        goTo(left);
        return;
    }
    if (before->audioPath != now.audioPath || before->audioBytes != now.audioBytes)
        m_player.reload(now.audioPath, knownFile());
    if (m_player.state() == Player::State::Playing)
        m_positionTimer.start();
    m_panes.player.showAnew();
    goTo(m_player.position());
    m_follower->showAnew();
}

bool ReadingDesk::isHeard() const
{
    const Player::State state = m_player.state();
    return state == Player::State::Loading || state == Player::State::Paused || state == Player::State::Playing;
}

void ReadingDesk::takePending()
{
    if (const auto pending = m_pending)
        take(pending);
}

void ReadingDesk::connectSession()
{
    connect(m_session.get(), &EpisodeSession::saveFailed, this, &ReadingDesk::showSaveFailure);
    connect(m_session.get(), &EpisodeSession::allSaved, this, [this] { m_panes.messages.clear(Topic::Saving); });
    connect(m_session.get(), &EpisodeSession::audioChanged, this, &ReadingDesk::loadAudio);
    connect(m_session.get(), &EpisodeSession::transcriptReplaced, this, [this] { reopen(m_session->id()); });
    // Later, because taking the other episode destroys the session that tells this.
    connect(m_session.get(), &EpisodeSession::saveFailed, this, &ReadingDesk::takePending, Qt::QueuedConnection);
    connect(m_session.get(), &EpisodeSession::amendmentsFailed, this, &ReadingDesk::takePending, Qt::QueuedConnection);
    connect(m_session.get(), &EpisodeSession::allSaved, this, &ReadingDesk::takePending, Qt::QueuedConnection);
}

// So that a file that tells neither its length nor where its packets are is not read through each time.
Player::KnownFile ReadingDesk::knownFile() const
{
    return {m_session->episode().duration, m_session->episode().audioBytes, m_session->seekIndex()};
}

// The place stays: what was heard of the old file, or else the place in the text.
void ReadingDesk::loadAudio()
{
    m_panes.messages.clear(Topic::Playback);
    if (isHeard())
        m_player.reload(m_session->episode().audioPath, knownFile());
    else
        m_player.load(m_session->episode().audioPath, place(), knownFile());
    showSoundDevice();
    showFilePlace();
}

void ReadingDesk::chooseAudio()
{
    if (m_session)
        m_audio->chooseFor(m_session->id(), m_session->episode().audioPath);
}

void ReadingDesk::setAudio(const QString &path)
{
    if (m_session)
        m_audio->setAudio(m_session->id(), path);
}

bool ReadingDesk::missesAudio() const
{
    if (!m_session)
        return false;
    const bool cannotBeHeard =
        m_player.state() == Player::State::Failed && m_player.error().code == ErrorCode::FileNotFound;
    return cannotBeHeard || m_player.filePlace() == Player::FilePlace::Gone;
}

bool ReadingDesk::hasRefusedEdits() const
{
    if (!m_session)
        return false;
    const auto &highlights = m_session->highlights();
    return std::any_of(highlights.begin(), highlights.end(),
                       [this](const notes::Highlight &highlight) { return m_session->isUnsaved(highlight.id); });
}

void ReadingDesk::setWatched(bool watched)
{
    m_follower->setWatched(watched);
}

void ReadingDesk::copyQuote()
{
    auto span = m_panes.text.currentSpan();
    if (!m_session || !span)
        return;
    const auto visited = m_panes.text.visitedHighlight();
    const notes::Highlight *highlight = visited ? m_session->find(*visited) : nullptr;
    if (highlight && highlight->place == notes::Place::Words)
        span = highlight->span;
    QGuiApplication::clipboard()->setMimeData(clipOf(quoteOf(*m_session, *span)).release());
}

bool ReadingDesk::playFrom(TokenIndex token)
{
    const bool isWord = m_session && token >= 0 && token < m_session->transcript().count();
    return isWord && m_player.playFrom(m_session->timings()[size_t(token)].start);
}

void ReadingDesk::playFromHere()
{
    if (const auto token = m_panes.text.cursorToken(); token && playFrom(*token))
        m_panes.text.setFollowing(true);
}

void ReadingDesk::align()
{
    m_alignment->alignAgain();
}

MediaTime ReadingDesk::place() const
{
    const Player::State state = m_player.state();
    if (state == Player::State::Playing || state == Player::State::Paused)
        return m_player.position();
    // Without sound the place in the text is all there is.
    const auto token = m_panes.text.cursorToken();
    return token ? m_session->timings()[size_t(*token)].start : m_session->lastPosition();
}

void ReadingDesk::savePosition()
{
    // While the audio is being loaded nothing is known that is better than what was saved.
    if (m_session && m_player.state() != Player::State::Loading)
        m_service.savePosition(m_session->id(), place());
}

} // namespace earmark::ui
