// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endtoend/listening.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace earmark::tests {

namespace {

constexpr double window = 0.25; // seconds: a word, so that its neighbours cannot be taken for it

std::span<const float> cut(const Sound &sound, double from, double to)
{
    const auto index = [&](double seconds) {
        const double sample = std::round(seconds * Sound::rate);
        return size_t(std::clamp(sample, 0.0, double(sound.samples.size())));
    };
    const size_t first = index(from);
    const size_t last = std::max(first, index(to));
    return std::span(sound.samples).subspan(first, last - first);
}

double energy(std::span<const float> samples)
{
    return std::inner_product(samples.begin(), samples.end(), samples.begin(), 0.0);
}

} // namespace

Sound soundFrom(std::span<const short> samples, int rate)
{
    const size_t factor = size_t(rate / Sound::rate);
    Sound sound;
    sound.samples.reserve(samples.size() / factor);
    for (size_t i = 0; i + factor <= samples.size(); i += factor) {
        const auto block = samples.subspan(i, factor);
        const double sum = std::accumulate(block.begin(), block.end(), 0.0);
        sound.samples.push_back(float(sum / double(factor) / 32768.0));
    }
    return sound;
}

Heard whatIsHeard(const Sound &recording, double at, const Sound &source, double from, double to)
{
    const auto needle = cut(recording, at - window / 2, at + window / 2);
    const auto hay = cut(source, from - window / 2, to + window / 2);
    const double needleEnergy = energy(needle);
    if (needle.empty() || hay.size() < needle.size() || needleEnergy < 1e-4)
        return {};
    const double hayBegin = std::max(0.0, from - window / 2);
    const double centre = double(needle.size()) / 2 / Sound::rate;
    Heard best;
    for (size_t lag = 0; lag + needle.size() <= hay.size(); ++lag) {
        const auto part = hay.subspan(lag, needle.size());
        const double product = std::inner_product(needle.begin(), needle.end(), part.begin(), 0.0);
        const double correlation = product / std::sqrt(needleEnergy * std::max(energy(part), 1e-9));
        if (correlation > best.correlation)
            best = {hayBegin + double(lag) / Sound::rate + centre, correlation};
    }
    return best;
}

double loudest(const Sound &recording, double from, double to)
{
    double peak = 0;
    for (const float sample : cut(recording, from, to))
        peak = std::max(peak, double(std::abs(sample)));
    return peak;
}

} // namespace earmark::tests
