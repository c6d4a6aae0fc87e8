// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/player.h"

#include <QObject>
#include <QTimer>

namespace earmark::ui {

// Plays a stretch of the audio and pauses at its end. Whoever pauses or goes elsewhere meanwhile ends it.
class Excerpt : public QObject
{
    Q_OBJECT

public:
    explicit Excerpt(playback::Player &player, QObject *parent = nullptr);

    void play(MediaTime start, MediaTime end);
    [[nodiscard]] bool isPlaying() const { return m_poll.isActive(); }

private:
    void check();

    playback::Player &m_player;
    MediaTime m_end{};
    bool m_jumping = false; // the jump to its start
    QTimer m_poll;
};

} // namespace earmark::ui
