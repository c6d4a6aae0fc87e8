// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"
#include "library/episodesession.h"
#include "playback/player.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace earmark::ui {

class TranscriptView;

// Turns the playhead into the lit word: asks the player some sixty times a second while it plays, and
// once after each jump. Each change is written to the log under "earmark.follow" as
// "lit <token index, -1 for none> <playhead, ms> <monotonic clock, ns>".
class Follower : public QObject
{
    Q_OBJECT

public:
    Follower(const playback::Player &player, TranscriptView &view, QObject *parent = nullptr);

    // nullptr: nothing is lit. The session must outlive its being set.
    void setSession(const library::EpisodeSession *session);
    // Once more what is heard, in a text that was brought anew.
    void showAnew() { tick(); }
    // A window that nobody sees need not be kept up to date.
    void setWatched(bool watched);

Q_SIGNALS:
    void positionShown(earmark::MediaTime position);

private:
    void updateTimer();
    void tick();
    [[nodiscard]] std::optional<transcript::TokenIndex> heardAt(MediaTime position) const;
    void light(std::optional<transcript::TokenIndex> token, MediaTime position);

    const playback::Player &m_player;
    TranscriptView &m_view;
    const library::EpisodeSession *m_session = nullptr;
    QTimer m_timer;
    bool m_watched = true;
    std::optional<transcript::TokenIndex> m_lit;
    std::optional<transcript::TokenIndex> m_told; // the same, or the first of all that is lit with it
};

} // namespace earmark::ui
