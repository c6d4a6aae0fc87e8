// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/silenceskipper.h"

#include <algorithm>
#include <cmath>

namespace earmark::playback {

namespace {

constexpr MediaTime windowTime{10};
constexpr MediaTime headTime{300};
constexpr MediaTime tailTime{150};
constexpr MediaTime seamTime{5};

// 30 dB below the voices, within what is silence in a recording at all: -58 to -38 dB of full scale.
constexpr double share = 0.032;
constexpr double lowestThreshold = 40;
constexpr double highestThreshold = 410;
constexpr double firstLevel = 2500;  // RMS of a voice, until one was heard
constexpr double forgetting = 0.999; // a window: half in 7 s

size_t samplesOf(MediaTime time, audio::SampleFormat format)
{
    return size_t(time.count() * format.sampleRate / 1000) * size_t(format.channels);
}

} // namespace

SilenceSkipper::SilenceSkipper(audio::SampleFormat format)
    : m_channels(size_t(format.channels)), m_window(samplesOf(windowTime, format)), m_head(samplesOf(headTime, format)),
      m_tail(samplesOf(tailTime, format)), m_most(samplesOf(longest, format)), m_level(firstLevel)
{
}

void SilenceSkipper::feed(std::span<const qint16> samples, std::vector<Run> &out)
{
    while (!samples.empty()) {
        if (m_part.empty() && samples.size() >= m_window) {
            takeWindow(samples.first(m_window), out);
            samples = samples.subspan(m_window);
            continue;
        }
        const size_t count = std::min(samples.size(), m_window - m_part.size());
        m_part.insert(m_part.end(), samples.begin(), samples.begin() + qsizetype(count));
        samples = samples.subspan(count);
        if (m_part.size() == m_window) {
            takeWindow(m_part, out);
            m_part.clear();
        }
    }
}

void SilenceSkipper::finish(std::vector<Run> &out)
{
    release(out);
    if (!m_part.empty())
        out.push_back({std::exchange(m_part, {}), 0});
}

bool SilenceSkipper::isSilent(std::span<const qint16> window)
{
    double sum = 0;
    for (const qint16 sample : window)
        sum += double(sample) * sample;
    const double level = std::sqrt(sum / double(window.size()));
    m_level = std::max(level, m_level * forgetting);
    return level < std::clamp(m_level * share, lowestThreshold, highestThreshold);
}

void SilenceSkipper::takeWindow(std::span<const qint16> window, std::vector<Run> &out)
{
    if (!isSilent(window)) {
        release(out);
        m_silence = 0;
        out.push_back({{window.begin(), window.end()}, 0});
        return;
    }
    m_silence += window.size();
    if (m_silence <= m_head) {
        out.push_back({{window.begin(), window.end()}, 0});
        m_lastHeard.assign(window.end() - qsizetype(m_channels), window.end());
        return;
    }
    m_held.insert(m_held.end(), window.begin(), window.end());
    if (m_silence > m_most && m_held.size() > m_tail) {
        const size_t excess = m_held.size() - m_tail;
        m_held.erase(m_held.begin(), m_held.begin() + qsizetype(excess));
        m_skipped += qint64(excess / m_channels);
    }
}

// Where something was left out, the seam goes over in a few milliseconds.
void SilenceSkipper::release(std::vector<Run> &out)
{
    if (m_held.empty())
        return;
    const size_t seam = m_window * size_t(seamTime.count()) / size_t(windowTime.count()) / m_channels;
    if (m_skipped > 0 && m_lastHeard.size() == m_channels) {
        for (size_t i = 0; i < std::min(seam * m_channels, m_held.size()); ++i) {
            const size_t frame = i / m_channels;
            const double in = double(frame) / double(seam);
            m_held[i] = qint16(std::lround(in * m_held[i] + (1 - in) * m_lastHeard[i % m_channels]));
        }
    }
    out.push_back({std::exchange(m_held, {}), std::exchange(m_skipped, 0)});
}

} // namespace earmark::playback
