// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/playbackclock.h"

#include <algorithm>
#include <cmath>

namespace earmark::playback {

namespace {

// Reports further off than this are a stall or a start and are followed at once; smaller deviations
// are the jitter of two clocks and are followed slowly.
constexpr double jumpSeconds = 0.03;
constexpr double followed = 0.2;
// Without a report for this long the device is taken to stand.
constexpr double longestGapSeconds = 0.2;

} // namespace

void PlaybackClock::jump(quint64 epoch, double media)
{
    const std::scoped_lock lock(m_mutex);
    m_epoch = epoch;
    m_media = media;
    m_lap = 0;
}

void PlaybackClock::start(quint64 session, int sampleRate)
{
    const std::scoped_lock lock(m_mutex);
    m_stretches.clear();
    m_session = session;
    m_sampleRate = sampleRate;
    m_handed = 0;
    m_soundEnd = 0;
    m_device = 0;
    m_running = false;
}

void PlaybackClock::stop(Instant now)
{
    const std::scoped_lock lock(m_mutex);
    m_media = placeAt(now);
    m_stretches.clear();
    m_session = 0;
    m_running = false;
}

void PlaybackClock::handed(quint64 session, std::span<const Piece> pieces)
{
    const std::scoped_lock lock(m_mutex);
    if (session != m_session || session == 0)
        return;
    for (const Piece &piece : pieces) {
        m_stretches.push_back({piece, m_handed});
        m_handed += piece.frames;
        if (piece.mediaPerFrame > 0)
            m_soundEnd = m_handed;
    }
}

void PlaybackClock::heard(quint64 session, qint64 frames, Instant now)
{
    const std::scoped_lock lock(m_mutex);
    if (session != m_session || session == 0 || frames <= 0)
        return;
    const double expected = deviceAt(now);
    const double off = double(frames) - expected;
    const bool steady = m_running && std::abs(off) < jumpSeconds * m_sampleRate;
    m_device = steady ? expected + followed * off : double(frames);
    m_reported = now;
    m_running = true;
    // One stretch before the present one is kept for the smoothing.
    while (m_stretches.size() > 2 && double(m_stretches[1].start + m_stretches[1].piece.frames) < m_device)
        m_stretches.pop_front();
}

double PlaybackClock::deviceAt(Instant now) const
{
    if (!m_running)
        return 0;
    const double since = std::chrono::duration<double>(now - m_reported).count();
    return std::min(double(m_handed), m_device + std::clamp(since, 0.0, longestGapSeconds) * m_sampleRate);
}

double PlaybackClock::mediaAt(Instant now) const
{
    const std::scoped_lock lock(m_mutex);
    return placeAt(now);
}

int PlaybackClock::lapAt(Instant now) const
{
    const std::scoped_lock lock(m_mutex);
    static_cast<void>(placeAt(now));
    return m_lap;
}

double PlaybackClock::placeAt(Instant now) const
{
    if (!m_running)
        return m_media;
    const double device = deviceAt(now);
    // The last sound at or before this moment; during silence the playhead stands at its end.
    for (auto stretch = m_stretches.rbegin(); stretch != m_stretches.rend(); ++stretch) {
        const Piece &piece = stretch->piece;
        if (double(stretch->start) > device || piece.mediaPerFrame <= 0)
            continue;
        if (piece.epoch != m_epoch)
            break;
        const double into = std::min(device - double(stretch->start), double(piece.frames));
        const double place = piece.mediaStart + into * piece.mediaPerFrame;
        // Back at the start of a loop; jitter may show the lap before once more.
        if (piece.lap > m_lap)
            m_media = place;
        else if (piece.lap == m_lap)
            m_media = std::max(m_media, place);
        m_lap = std::max(m_lap, piece.lap);
        break;
    }
    return m_media;
}

bool PlaybackClock::isAllHeard(Instant now) const
{
    const std::scoped_lock lock(m_mutex);
    return m_running && deviceAt(now) >= double(m_soundEnd);
}

} // namespace earmark::playback
