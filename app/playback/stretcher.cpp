// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/stretcher.h"

#include <sonic.h>

#include <algorithm>
#include <cmath>
#include <new>
#include <utility>

namespace earmark::playback {

namespace {

// Small enough that what comes out is known to belong to what was just fed, to 1.5 ms.
constexpr qsizetype framesAtOnce = 64;
// A stretch of sound always moves the playhead a little; one that does not is silence.
constexpr double slowestStretch = 0.01;

} // namespace

void Stretcher::Free::operator()(sonicStreamStruct *stream) const
{
    sonicDestroyStream(stream);
}

Stretcher::Stretcher(int sampleRate, int channels, double speed, double mediaStart)
    : m_channels(channels), m_speed(std::abs(speed - 1) < 0.001 ? 1 : speed)
      // Sonic looks at two of the longest pitch periods (sonic.c: maxRequired).
      ,
      m_lookAhead(2 * (sampleRate / SONIC_MIN_PITCH)), m_fed(mediaStart)
{
    if (m_speed == 1)
        return;
    m_held.mediaStart = mediaStart;
    m_sonic.reset(sonicCreateStream(sampleRate, channels));
    if (!m_sonic)
        throw std::bad_alloc();
    sonicSetSpeed(m_sonic.get(), float(m_speed));
}

void Stretcher::feed(std::span<const qint16> samples, std::vector<Block> &out)
{
    if (!m_sonic) {
        if (!samples.empty())
            out.push_back({{samples.begin(), samples.end()}, m_fed, 1, 0, std::exchange(m_saved, 0)});
        m_fed += double(samples.size()) / m_channels;
        return;
    }
    while (!samples.empty()) {
        const auto part = samples.first(std::min(samples.size(), size_t(framesAtOnce * m_channels)));
        samples = samples.subspan(part.size());
        // Sonic reads only; its parameter lacks the const.
        sonicWriteShortToStream(m_sonic.get(), const_cast<qint16 *>(part.data()), int(part.size()) / m_channels);
        m_fed += double(part.size()) / m_channels;
        // Something comes out as soon as the look-ahead is full, so what comes out begins that far
        // behind. Counting frames times speed instead would drift: Sonic rounds every pitch period.
        collect(m_fed - m_lookAhead, out);
    }
}

void Stretcher::skip(qint64 frames)
{
    m_fed += double(frames);
    m_saved += double(frames) / m_speed;
}

void Stretcher::finish(std::vector<Block> &out)
{
    if (!m_sonic)
        return;
    sonicFlushStream(m_sonic.get());
    const double heldFrames = double(m_held.samples.size()) / m_channels;
    collect(std::min(m_fed, m_held.mediaStart + heldFrames * m_speed), out);
    release(m_fed, out);
}

void Stretcher::collect(double mediaStart, std::vector<Block> &out)
{
    const int frames = sonicSamplesAvailable(m_sonic.get());
    if (frames <= 0)
        return;
    release(mediaStart, out);
    // The first comes from the very beginning, which m_held was given.
    const double start = std::exchange(m_begun, true) ? mediaStart : m_held.mediaStart;
    m_held = {std::vector<qint16>(size_t(frames) * size_t(m_channels)), start, m_speed};
    sonicReadShortFromStream(m_sonic.get(), m_held.samples.data(), frames);
}

void Stretcher::release(double mediaEnd, std::vector<Block> &out)
{
    if (m_held.samples.empty())
        return;
    const double frames = double(m_held.samples.size()) / m_channels;
    m_held.mediaPerFrame = std::max(slowestStretch, (mediaEnd - m_held.mediaStart) / frames);
    m_held.saved = std::exchange(m_saved, 0);
    out.push_back(std::exchange(m_held, {}));
}

} // namespace earmark::playback
