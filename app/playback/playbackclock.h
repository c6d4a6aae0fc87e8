// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/samplequeue.h"

#include <chrono>
#include <deque>
#include <mutex>

namespace earmark::playback {

// From the device's count of frames heard to the place in the file: remembers what every frame that
// was handed over is, and runs on smoothly between the device's reports. Any thread.
class PlaybackClock
{
public:
    using Instant = std::chrono::steady_clock::time_point;

    // A jump: the playhead is at `media` until frames of `epoch` are heard.
    void jump(quint64 epoch, double media);
    // The device begins to count from 0, at `sampleRate` Hz; calls of former sessions are ignored.
    // 0: the device is stopped, and the playhead stands where it is at `now`.
    void start(quint64 session, int sampleRate);
    void stop(Instant now);

    void handed(quint64 session, std::span<const Piece> pieces);
    // The device says that `frames` frames were heard up to `now`.
    void heard(quint64 session, qint64 frames, Instant now);

    // In frames of the file, never falling but for a jump and at the end of a loop.
    [[nodiscard]] double mediaAt(Instant now) const;
    // How often the loop went back to its start before what is heard then, since the last jump.
    [[nodiscard]] int lapAt(Instant now) const;
    // Whether everything handed over that is not silence was heard.
    [[nodiscard]] bool isAllHeard(Instant now) const;

private:
    struct Stretch {
        Piece piece;
        qint64 start; // in the device's count
    };
    // Both with m_mutex held.
    [[nodiscard]] double deviceAt(Instant now) const;
    [[nodiscard]] double placeAt(Instant now) const;

    mutable std::mutex m_mutex;
    std::deque<Stretch> m_stretches;
    quint64 m_epoch = 0;
    quint64 m_session = 0;
    int m_sampleRate = 48000;
    qint64 m_handed = 0;
    qint64 m_soundEnd = 0; // behind the last frame handed over that is not silence
    double m_device = 0;   // frames heard, smoothed, at m_reported
    Instant m_reported{};
    bool m_running = false;
    mutable double m_media = 0; // the last place given out
    mutable int m_lap = 0;      // and its lap
};

} // namespace earmark::playback
