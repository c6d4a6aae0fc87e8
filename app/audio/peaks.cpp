// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/peaks.h"

#include "audio/decoder.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace earmark::audio {

namespace {

// The least that decoders give; an outline needs no more.
constexpr int sampleRate = 8000;
constexpr int samplesPerPeak = sampleRate / Peaks::perSecond;
constexpr int fullScale = 32768;

class PeakMeter
{
public:
    void expect(MediaTime duration)
    {
        m_peaks.levels.reserve(qsizetype(duration.count() * Peaks::perSecond / 1000 + 1));
    }

    void add(std::span<const qint16> samples)
    {
        while (!samples.empty()) {
            const auto part = samples.first(std::min(samples.size(), size_t(samplesPerPeak - m_heard)));
            const auto [least, most] = std::ranges::minmax(part);
            m_largest = std::max({m_largest, -int(least), int(most)});
            m_heard += int(part.size());
            samples = samples.subspan(part.size());
            if (m_heard == samplesPerPeak)
                finishPeak();
        }
    }

    [[nodiscard]] Peaks take()
    {
        if (m_heard > 0)
            finishPeak();
        return std::move(m_peaks);
    }

private:
    void finishPeak()
    {
        m_peaks.levels.append(char(levelOf(m_largest)));
        m_largest = 0;
        m_heard = 0;
    }

    Peaks m_peaks;
    int m_largest = 0;
    int m_heard = 0; // samples of the peak that is being measured
};

qsizetype indexAt(MediaTime time)
{
    return qsizetype(time.count() * Peaks::perSecond / 1000);
}

// The level that `share` of all stay under.
quint8 quantile(const Peaks &peaks, double share)
{
    std::array<qsizetype, 256> counts{};
    for (const char level : peaks.levels)
        ++counts[quint8(level)];
    const auto wanted = qsizetype(share * double(peaks.levels.size()));
    qsizetype below = 0;
    for (size_t level = 0; level < counts.size(); ++level) {
        below += counts[level];
        if (below > wanted)
            return quint8(level);
    }
    return 255;
}

} // namespace

quint8 levelOf(int magnitude)
{
    return quint8(std::lround(255 * std::sqrt(double(std::clamp(magnitude, 0, fullScale)) / fullScale)));
}

double amplitudeOf(quint8 level)
{
    return double(level) * level / (255.0 * 255.0);
}

Result<Peaks> computePeaks(const QString &path, const CancelToken &cancel, const Progress &progress)
{
    PeakMeter meter;
    return decodeAll(
               path, sampleRate, [&](std::span<const qint16> samples) { meter.add(samples); }, cancel, progress)
        .map([&](const DecodeSummary &) { return meter.take(); });
}

std::vector<PeakColumn> columnsOf(const Peaks &peaks, MediaTime from, MediaTime to, int count)
{
    std::vector<PeakColumn> columns(size_t(std::max(0, count)));
    const qint64 length = (to - from).count();
    const auto timeOf = [&](size_t column) { return from + MediaTime(length * qint64(column) / count); };
    for (size_t i = 0; i < columns.size(); ++i) {
        const qsizetype begin = indexAt(timeOf(i));
        const qsizetype end = std::min(std::max(indexAt(timeOf(i + 1)), begin + 1), peaks.levels.size());
        if (timeOf(i) < MediaTime::zero() || begin >= end)
            continue;
        quint8 peak = 0;
        qint64 sum = 0;
        for (qsizetype at = begin; at < end; ++at) {
            peak = std::max(peak, peaks.level(at));
            sum += peaks.level(at);
        }
        columns[i] = {peak, quint8(sum / (end - begin))};
    }
    return columns;
}

quint8 loudLevel(const Peaks &peaks)
{
    return peaks.levels.isEmpty() ? 0 : quantile(peaks, 0.97);
}

quint8 silenceLevel(const Peaks &peaks)
{
    constexpr double pauseBelow = 0.05; // 26 dB
    constexpr double atMost = 0.2;      // of the loud parts, however noisy the rest is
    constexpr double aboveNoise = 1.5;
    const double loud = amplitudeOf(quantile(peaks, 0.9));
    const double noise = amplitudeOf(quantile(peaks, 0.05));
    const double limit = std::min(std::max(loud * pauseBelow, noise * aboveNoise), loud * atMost);
    return std::max<quint8>(levelOf(int(limit * fullScale)), 1); // what is wholly silent is, too
}

std::vector<MediaSpan> silences(const Peaks &peaks, MediaTime shortest)
{
    std::vector<MediaSpan> found;
    const quint8 limit = silenceLevel(peaks);
    const auto timeOf = [](qsizetype index) { return MediaTime(index * 1000 / Peaks::perSecond); };
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= peaks.levels.size(); ++i) {
        if (i < peaks.levels.size() && peaks.level(i) < limit)
            continue;
        if (i > begin && timeOf(i) - timeOf(begin) >= shortest)
            found.push_back({timeOf(begin), timeOf(i)});
        begin = i + 1;
    }
    return found;
}

} // namespace earmark::audio
