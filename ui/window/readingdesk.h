// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "library/libraryservice.h"
#include "playback/player.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace earmark::ui {

class AlignmentFlow;
class AudioFlow;
class Follower;
class Marking;
class MessageBar;
class NotesPane;
class PlayerBar;
class TranscriptView;
class WaveformFlow;

// Where the open episode lies: brings its session to the panes, and what the reader asks for to the
// session, the player and the library.
class ReadingDesk : public QObject
{
    Q_OBJECT

public:
    struct Panes {
        TranscriptView &text;
        NotesPane &notes;
        PlayerBar &player;
        MessageBar &messages;
    };

    ReadingDesk(library::LibraryService &service, playback::Player &player, const Panes &panes, QWidget *window);
    ~ReadingDesk() override;

    // Asks for the episode; sessionChanged tells when it lies here. Of several quick requests the last
    // one wins. Waits for edits that are on their way to the disk; refused, with a message, while a
    // note here cannot be saved.
    void open(EpisodeId id);
    // The same, and goes to that time.
    void openAt(EpisodeId id, MediaTime time);
    // Opens the episode anew if it is the one that lies here: its words have changed.
    void reopen(EpisodeId id);
    // Matches its words to the sound, again if it was done before.
    void alignAnew(EpisodeId id);
    // Whether an episode is open or asked for.
    [[nodiscard]] bool isOpening() const { return m_requested.isValid(); }
    void close();
    [[nodiscard]] library::EpisodeSession *session() const { return m_session.get(); }
    [[nodiscard]] bool hasRefusedEdits() const;
    void setWatched(bool watched);

    // What is done to highlights and notes.
    [[nodiscard]] Marking &marking() const { return *m_marking; }
    void copyQuote();
    void playFromHere();
    void align();
    // The open episode's audio, where it is now: asks for it, or takes `path`.
    void chooseAudio();
    void setAudio(const QString &path);
    // It has audio that is not where it was, even if it can still be heard.
    [[nodiscard]] bool missesAudio() const;
    void savePosition();

Q_SIGNALS:
    void sessionChanged();
    void positionShown(earmark::MediaTime position);

private:
    void connectService();
    void connectPlayer();
    void take(const std::shared_ptr<const library::OpenEpisode> &episode);
    void takePending();
    void goTo(MediaTime time);
    void refuseToLeave();
    void connectSession();
    void takeAudio(const std::optional<store::Episode> &before);
    void loadAudio();
    [[nodiscard]] bool isHeard() const; // or will be, once it is loaded
    [[nodiscard]] playback::Player::KnownFile knownFile() const;
    bool playFrom(transcript::TokenIndex token);
    void showSaveFailure(const notes::Edit &edit, const Error &error);
    void showPlaybackFailure(const Error &error);
    void showSoundDevice();
    void showFilePlace();
    void showRecordingEnd();
    [[nodiscard]] MediaTime place() const;

    library::LibraryService &m_service;
    playback::Player &m_player;
    Panes m_panes;
    std::unique_ptr<Follower> m_follower;
    std::unique_ptr<AlignmentFlow> m_alignment;
    std::unique_ptr<AudioFlow> m_audio;
    std::unique_ptr<WaveformFlow> m_waveform;
    std::unique_ptr<Marking> m_marking;
    // Of the episodes that were open here and their transcripts, so that what was done can still be undone.
    QHash<std::pair<EpisodeId, size_t>, notes::History> m_histories;
    std::unique_ptr<library::EpisodeSession> m_session;
    EpisodeId m_requested;
    bool m_reopening = false;
    std::optional<MediaTime> m_wanted; // where to begin in the episode requested; none: where it was left
    std::shared_ptr<const library::OpenEpisode> m_pending; // until what was edited here is saved
    QTimer m_positionTimer;
};

} // namespace earmark::ui
