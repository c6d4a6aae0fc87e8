// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "soundcard/recording.h"

#include <numbers>
#include <span>
#include <utility>

// Sound that tells its own place, and what a recording of it says.
namespace stairs {

inline constexpr int rate = soundcard::Recording::sampleRate;
inline constexpr int stepMs = 200;
inline constexpr int tones = 40;

// The file is a stair of tones: what is heard tells which step it is of.
inline double hertzOf(int step)
{
    return 300 + 75 * (step * 7 % tones);
}

inline std::vector<qint16> made(double seconds)
{
    std::vector<qint16> samples(size_t(seconds * rate));
    double phase = 0;
    for (size_t i = 0; i < samples.size(); ++i) {
        phase += 2 * std::numbers::pi * hertzOf(int(i / (rate * stepMs / 1000))) / rate;
        samples[i] = qint16(12000 * std::sin(phase));
    }
    return samples;
}

// Which of the tones is heard around a sample, -1 for none; Goertzel over 20 ms.
inline int toneAt(const std::vector<qint16> &heard, qint64 index)
{
    constexpr qint64 half = 480;
    if (index < half || index + half >= qint64(heard.size()))
        return -1;
    int best = -1;
    double most = 1e11;
    for (int tone = 0; tone < tones; ++tone) {
        const double coefficient = 2 * std::cos(2 * std::numbers::pi * (300 + 75 * tone) / rate);
        double last = 0;
        double before = 0;
        for (qint64 i = index - half; i < index + half; ++i)
            before = std::exchange(last, heard[size_t(i)] + coefficient * last - before);
        const double power = last * last + before * before - coefficient * last * before;
        if (power > most) {
            most = power;
            best = tone;
        }
    }
    return best;
}

inline int toneOf(int step)
{
    return step * 7 % tones;
}

inline bool isSilent(const std::vector<qint16> &heard, qint64 from, qint64 to)
{
    for (qint64 i = std::max<qint64>(from, 0); i < std::min(to, qint64(heard.size())); ++i) {
        if (std::abs(heard[size_t(i)]) > 50)
            return false;
    }
    return true;
}

// Of one tone, in Hz, by its rises through zero; 0 where a hole is among them or too few are.
inline double pitchIn(std::span<const qint16> heard)
{
    std::vector<size_t> rises;
    for (size_t i = 1; i < heard.size(); ++i) {
        if (heard[i - 1] < 0 && heard[i] >= 0)
            rises.push_back(i);
    }
    if (rises.size() < 12)
        return 0;
    std::vector<size_t> periods;
    for (size_t i = 1; i < rises.size(); ++i)
        periods.push_back(rises[i] - rises[i - 1]);
    const auto [shortest, longest] = std::ranges::minmax(periods);
    const bool isTorn = double(longest) >= 1.6 * double(shortest);
    return isTorn ? 0 : double(periods.size()) * rate / double(rises.back() - rises.front());
}

} // namespace stairs
