// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/player.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

namespace earmark::playback {

// Lets the listener fall asleep: after some time of playing, or where a part of the file ends, the sound fades
// out and the player pauses. Time runs only while it plays.
class SleepTimer : public QObject
{
    Q_OBJECT

public:
    enum class Until { Off, Time, ChapterEnd, FileEnd };
    static constexpr std::chrono::seconds fade{10}; // of the listener's time

    explicit SleepTimer(Player &player, QObject *parent = nullptr);

    void startFor(std::chrono::seconds time);
    // `endAfter` gives where the chapter that is heard at a place ends; asked again and again, since the
    // listener may go to another one.
    using EndAfter = std::function<MediaTime(MediaTime position)>;
    void startForChapter(EndAfter endAfter);
    void startForFile();
    void cancel();

    [[nodiscard]] Until until() const { return m_until; }
    [[nodiscard]] std::chrono::seconds asked() const { return m_asked; } // Until::Time: for how long
    // Of the listener's time; 0 when it is off.
    [[nodiscard]] std::chrono::milliseconds left() const;

Q_SIGNALS:
    void changed();     // started or cancelled, or it has put the player to sleep
    void leftChanged(); // about once a second
    void slept();       // the player pauses because of it

private:
    void start(Until until);
    void tick();
    [[nodiscard]] bool hasPassedTheEnd();
    void sleep();

    Player &m_player;
    QTimer m_timer;
    Until m_until = Until::Off;
    EndAfter m_endAfter;
    MediaTime m_end{}; // of the chapter heard last
    std::chrono::seconds m_asked{};
    std::chrono::milliseconds m_left{}; // Until::Time, as of m_ticked
    std::chrono::steady_clock::time_point m_ticked;
    std::chrono::seconds m_told{-1};
};

} // namespace earmark::playback
