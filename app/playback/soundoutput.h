// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "playback/playbackclock.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace earmark::playback {

// The sound device's end: a QAudioSink that draws from the queue and tells the clock. Lives on a
// thread of its own, so that a window busy with layout never makes the sound stutter; only
// setGain() may be called from elsewhere.
class SoundOutput : public QObject
{
    Q_OBJECT

public:
    // `drawn` is called on this object's thread after samples were taken from the queue.
    SoundOutput(SampleQueue &queue, PlaybackClock &clock, std::function<void()> drawn);
    ~SoundOutput() override;

    // Without a device (isNull) what is played is heard by nobody, in time all the same.
    void start(const QAudioDevice &device, const QAudioFormat &format, quint64 session);
    // The device is let go as soon as it has played what the queue still had for it.
    void leave();
    void stop();

    // Linear, 0 to 1; any thread.
    void setGain(float gain) { m_gain.store(gain, std::memory_order_relaxed); }

Q_SIGNALS:
    // Everything up to the file's end was heard.
    void drained(quint64 session);
    void failed(quint64 session, const earmark::Error &error);

private:
    class Source;
    void observe();
    void tellWhenDrained(PlaybackClock::Instant now);
    void passSilently(PlaybackClock::Instant now);
    void fail(ErrorCode code, const QString &detail);

    SampleQueue &m_queue;
    PlaybackClock &m_clock;
    const std::function<void()> m_drawn;
    std::atomic<float> m_gain = 1;
    std::unique_ptr<Source> m_source;
    std::unique_ptr<QAudioSink> m_sink;
    QTimer m_timer;
    QAudioFormat m_format;
    quint64 m_session = 0;
    qint64 m_lastHeard = 0; // frames
    PlaybackClock::Instant m_lastAdvance{};
    PlaybackClock::Instant m_started{};
    std::optional<qint64> m_leaveAt; // frames heard
    PlaybackClock::Instant m_leaveBy{};
    std::vector<char> m_unheard; // without a device
};

} // namespace earmark::playback
