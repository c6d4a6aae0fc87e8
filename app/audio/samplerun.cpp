// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/samplerun.h"

#include <numeric>

namespace earmark::audio {

namespace {

// Containers round times to a millisecond or two; less than this is no hole.
constexpr double toleranceSeconds = 0.02;
// Beyond these the clock of the stream itself was changed (pieces joined together), and the samples
// go on without a break.
constexpr double longestHoleSeconds = 60;
constexpr double longestOverlapSeconds = 1;
// Input samples after which the two rates' frames meet again; above this, aligning drops too much.
constexpr int longestPeriod = 2048;

} // namespace

void SampleRun::restart()
{
    m_resampler.stop();
    m_samples.clear();
    m_front = 0;
    m_start = -1;
    m_shift = 0;
}

qint64 SampleRun::inputPosition(const FrameReader &reader, const AVFrame &frame) const
{
    const qint64 time = reader.frameTime();
    if (time == AV_NOPTS_VALUE)
        return m_resampler.isStarted() ? m_nextInput : 0;
    const AVRational base = reader.container().stream->time_base;
    return av_rescale_q(time - m_origin + m_shift, base, {1, frame.sample_rate});
}

// Begins a run at an input sample whose time is exactly that of one of ours, so that the same sample
// comes out wherever the run began.
bool SampleRun::begin(const AVFrame &frame, qint64 position, int &skip)
{
    const int rate = frame.sample_rate;
    const int period = rate / std::gcd(rate, m_format.sampleRate);
    if (position < 0)
        skip = int(std::min<qint64>(-position, frame.nb_samples));
    else if (period <= longestPeriod && position % period != 0)
        skip = int(std::min<qint64>(period - position % period, frame.nb_samples));
    m_nextInput = position + skip;
    if (skip == frame.nb_samples)
        return true;
    const qint64 at = av_rescale(m_nextInput, m_format.sampleRate, rate);
    if (m_start < 0)
        m_start = at;
    else
        padTo(at);
    return m_resampler.start(frame);
}

bool SampleRun::add(const FrameReader &reader)
{
    const AVFrame &frame = reader.frame();
    if (m_resampler.isStarted() && !m_resampler.accepts(frame)) {
        m_resampler.finish(m_samples);
        // The run goes on where it is: m_nextInput counts in the former rate.
        m_nextInput = av_rescale(end(), frame.sample_rate, m_format.sampleRate);
    }
    qint64 position = inputPosition(reader, frame);
    int skip = 0;
    if (m_start >= 0) {
        const double off = double(position - m_nextInput) / frame.sample_rate;
        if (off > longestHoleSeconds || off < -longestOverlapSeconds) {
            const AVRational base = reader.container().stream->time_base;
            m_shift += av_rescale_q(m_nextInput - position, {1, frame.sample_rate}, base);
            position = m_nextInput;
        } else if (off > toleranceSeconds) {
            m_resampler.finish(m_samples);
        } else if (off < -toleranceSeconds) {
            skip = int(std::min<qint64>(m_nextInput - position, frame.nb_samples));
        }
    }
    if (!m_resampler.isStarted() && !begin(frame, position, skip))
        return false;
    if (skip >= frame.nb_samples)
        return true;
    m_nextInput += frame.nb_samples - skip;
    return m_resampler.convert(frame, skip, m_samples);
}

void SampleRun::finish(const FrameReader &reader)
{
    m_resampler.finish(m_samples);
    const qint64 damaged = reader.damagedUntil();
    if (m_start < 0 || damaged == AV_NOPTS_VALUE)
        return;
    const AVRational base = reader.container().stream->time_base;
    const qint64 until = av_rescale_q(damaged - m_origin + m_shift, base, {1, m_format.sampleRate});
    if (until - end() < qint64(longestHoleSeconds * m_format.sampleRate))
        padTo(until);
}

void SampleRun::padTo(qint64 position)
{
    if (position > end())
        m_samples.resize(m_samples.size() + size_t(position - end()) * size_t(m_format.channels));
}

void SampleRun::dropBefore(qint64 position)
{
    if (isEmpty() || position <= m_start)
        return;
    const qint64 frames = std::min(position, end()) - m_start;
    m_front += size_t(frames) * size_t(m_format.channels);
    m_start += frames;
    // Moved to the front now and then, not for every frame.
    if (m_front * 2 > m_samples.size()) {
        m_samples.erase(m_samples.begin(), m_samples.begin() + qsizetype(m_front));
        m_front = 0;
    }
}

qsizetype SampleRun::take(qint16 *out, qsizetype frames)
{
    if (isEmpty())
        return 0;
    const auto taken = std::min(frames, qsizetype(end() - m_start));
    std::copy_n(m_samples.begin() + qsizetype(m_front), taken * m_format.channels, out);
    dropBefore(m_start + taken);
    return taken;
}

} // namespace earmark::audio
