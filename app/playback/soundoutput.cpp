// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/soundoutput.h"

#include "playback/deviceformat.h"

#include <QIODevice>

namespace earmark::playback {

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

// What the sink holds at most: a jump is heard after about half of it (45 ms measured), and the
// machine may be busy for about as long; with 50 ms a machine under load tore holes.
constexpr auto bufferTime = std::chrono::milliseconds(100);
constexpr auto reportEvery = std::chrono::milliseconds(10);
// A device that takes nothing for so long is gone, whatever it says.
constexpr auto stalled = std::chrono::seconds(3);
// One that is let go is given this long to play what it still has.
constexpr auto leaveTime = 3 * bufferTime;

} // namespace

// What QAudioSink reads from. Never empty: silence where the queue has nothing.
class SoundOutput::Source : public QIODevice
{
public:
    Source(SoundOutput &output, const QAudioFormat &format, quint64 session)
        : m_output(output), m_format(format), m_session(session), m_channels(std::min(format.channelCount(), 2)),
          m_lastGain(output.m_gain)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }
    [[nodiscard]] qint64 given() const { return m_given; } // frames
    qint64 bytesAvailable() const override { return m_format.bytesForDuration(1000000) + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 frames = maxSize / m_format.bytesPerFrame();
        m_samples.resize(size_t(frames * m_channels));
        m_pieces.clear();
        m_output.m_queue.pull(m_session, m_samples, m_pieces);
        m_output.m_clock.handed(m_session, m_pieces);
        fadeIn();
        const float gain = m_output.m_gain.load(std::memory_order_relaxed);
        writeAs(m_format, m_samples, m_channels, m_lastGain, gain, data);
        m_lastGain = gain;
        m_given += frames;
        m_output.m_drawn();
        return frames * m_format.bytesPerFrame();
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    // What begins in the middle of a sound does not click.
    void fadeIn()
    {
        constexpr qint64 fade = SampleQueue::fadeFrames;
        for (size_t i = 0; i < m_samples.size(); ++i) {
            const qint64 frame = m_given + qint64(i) / m_channels;
            if (frame >= fade)
                return;
            m_samples[i] = qint16(m_samples[i] * (frame + 1) / (fade + 1));
        }
    }

    SoundOutput &m_output;
    const QAudioFormat m_format;
    const quint64 m_session;
    const int m_channels;
    float m_lastGain;
    qint64 m_given = 0;
    std::vector<qint16> m_samples;
    std::vector<Piece> m_pieces;
};

SoundOutput::SoundOutput(SampleQueue &queue, PlaybackClock &clock, std::function<void()> drawn)
    : m_queue(queue), m_clock(clock), m_drawn(std::move(drawn)), m_timer(this)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SoundOutput::observe);
}

SoundOutput::~SoundOutput() = default;

void SoundOutput::start(const QAudioDevice &device, const QAudioFormat &format, quint64 session)
{
    stop();
    m_session = session;
    m_format = format;
    m_lastHeard = 0;
    m_started = m_lastAdvance = Clock::now();
    m_source = std::make_unique<Source>(*this, format, session);
    m_timer.start(reportEvery);
    if (device.isNull())
        return;
    m_sink = std::make_unique<QAudioSink>(device, format);
    m_sink->setBufferSize(format.bytesForDuration(std::chrono::microseconds(bufferTime).count()));
    m_sink->start(m_source.get());
    if (m_sink->error() != QAudio::NoError)
        fail(ErrorCode::SoundDeviceFailed, u"QAudioSink error %1"_s.arg(int(m_sink->error())));
}

void SoundOutput::leave()
{
    if (!m_sink || m_source->given() == 0) {
        stop();
        return;
    }
    m_leaveAt = m_source->given() + SampleQueue::fadeFrames;
    m_leaveBy = Clock::now() + leaveTime;
    m_timer.start(reportEvery);
}

void SoundOutput::stop()
{
    m_timer.stop();
    m_leaveAt.reset();
    m_session = 0;
    // Deleted only when nothing is being done here: while it is, Qt 6.4's sink for PulseAudio handles whatever waits in
    // this thread, the next start() included.
    if (QAudioSink *sink = m_sink.release()) {
        // reset() throws away what the sink still holds; stop() alone would let it be heard.
        sink->reset();
        sink->deleteLater();
    }
    if (Source *source = m_source.release())
        source->deleteLater();
}

void SoundOutput::observe()
{
    const auto now = Clock::now();
    if (!m_sink) {
        passSilently(now);
        return;
    }
    const qint64 heard = m_sink->processedUSecs() * m_format.sampleRate() / 1000000;
    if (m_leaveAt) {
        if (heard >= *m_leaveAt || now > m_leaveBy || m_sink->error() != QAudio::NoError)
            stop();
        return;
    }
    m_clock.heard(m_session, heard, now);
    if (heard > m_lastHeard) {
        m_lastHeard = heard;
        m_lastAdvance = now;
    }
    const QAudio::Error error = m_sink->error();
    if (error == QAudio::OpenError || error == QAudio::IOError || error == QAudio::FatalError)
        fail(ErrorCode::SoundDeviceFailed, u"QAudioSink error %1"_s.arg(int(error)));
    else if (now - m_lastAdvance > stalled)
        fail(ErrorCode::SoundDeviceFailed, u"the device takes no more samples"_s);
    else
        tellWhenDrained(now);
}

void SoundOutput::tellWhenDrained(PlaybackClock::Instant now)
{
    if (!m_queue.isDrained() || !m_clock.isAllHeard(now))
        return;
    m_timer.stop();
    Q_EMIT drained(m_session);
}

// Takes what a device would have taken by now and the next two reports.
void SoundOutput::passSilently(PlaybackClock::Instant now)
{
    const auto framesUntil = [this](PlaybackClock::Instant moment) {
        return qint64(std::chrono::duration<double>(moment - m_started).count() * m_format.sampleRate());
    };
    const qint64 due = framesUntil(now + 2 * reportEvery) - m_lastHeard;
    m_unheard.resize(size_t(due * m_format.bytesPerFrame()));
    m_source->read(m_unheard.data(), qint64(m_unheard.size()));
    m_lastHeard += due;
    m_clock.heard(m_session, framesUntil(now), now);
    tellWhenDrained(now);
}

void SoundOutput::fail(ErrorCode code, const QString &detail)
{
    const quint64 session = m_session;
    stop();
    Q_EMIT failed(session, Error{code, {}, detail});
}

} // namespace earmark::playback
