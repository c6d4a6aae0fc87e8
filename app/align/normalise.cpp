// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/normalise.h"

#include "align/cepstrum.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace earmark::align {

static_assert(featureSize == 2 * cepstrumSize);

namespace {

constexpr int halfWindow = int(5 / frameHop);
constexpr double pauseWeight = 0.02;
constexpr double globalWeight = 100; // frames' worth of the whole's mean in each local one
constexpr double smallestVariance = 1e-4;
constexpr float energyWeight = 2;
constexpr float slopeWeight = 2;
constexpr int slopeReach = 2;   // frames on either side
constexpr float slopeNorm = 10; // sum of squares of -2 to 2

using Sums = std::array<double, cepstrumSize>;

double weightOf(float activity)
{
    return activity > 0.5F ? 1 : pauseWeight;
}

struct Statistics {
    Sums mean{};
    Sums deviation{};
};

Statistics statistics(const Frames &cepstra, std::span<const float> activity)
{
    Statistics result;
    Sums squares{};
    double total = 0;
    for (int t = 0; t < cepstra.count(); ++t) {
        const double weight = weightOf(activity[size_t(t)]);
        const auto frame = cepstra[t];
        total += weight;
        for (size_t d = 0; d < cepstrumSize; ++d) {
            result.mean[d] += weight * frame[d];
            squares[d] += weight * frame[d] * frame[d];
        }
    }
    for (size_t d = 0; d < cepstrumSize && total > 0; ++d) {
        result.mean[d] /= total;
        result.deviation[d] =
            std::sqrt(std::max(smallestVariance, squares[d] / total - result.mean[d] * result.mean[d]));
    }
    return result;
}

void addSlopes(const Frames &frames, int t, std::span<float> to)
{
    for (int reach = 1; reach <= slopeReach; ++reach) {
        const auto after = frames[std::min(frames.count() - 1, t + reach)];
        const auto before = frames[std::max(0, t - reach)];
        for (size_t d = 0; d < cepstrumSize; ++d)
            to[d] += float(reach) * (after[d] - before[d]) * (slopeWeight / slopeNorm);
    }
}

} // namespace

void normaliseGlobally(Frames &cepstra, std::span<const float> activity)
{
    const Statistics whole = statistics(cepstra, activity);
    for (int t = 0; t < cepstra.count(); ++t) {
        const auto frame = cepstra[t];
        for (size_t d = 0; d < cepstrumSize; ++d)
            frame[d] = float((frame[d] - whole.mean[d]) / whole.deviation[d]);
    }
}

void normaliseLocally(Frames &cepstra, std::span<const float> activity)
{
    const Statistics whole = statistics(cepstra, activity);
    const int count = cepstra.count();
    // As they came: those behind the current frame, which are changed by then.
    Frames behind{cepstrumSize, std::vector<float>(size_t(halfWindow + 1) * cepstrumSize)};
    Sums sums{};
    double total = 0;
    const auto add = [&](int t, std::span<const float> frame, double sign) {
        const double weight = sign * weightOf(activity[size_t(t)]);
        total += weight;
        for (size_t d = 0; d < cepstrumSize; ++d)
            sums[d] += weight * frame[d];
    };
    int begin = 0;
    int end = 0;
    for (int t = 0; t < count; ++t) {
        for (; end < std::min(count, t + halfWindow); ++end)
            add(end, cepstra[end], 1);
        for (; begin < t - halfWindow; ++begin)
            add(begin, behind[begin % behind.count()], -1);
        const auto frame = cepstra[t];
        std::copy(frame.begin(), frame.end(), behind[t % behind.count()].begin());
        for (size_t d = 0; d < cepstrumSize; ++d) {
            const double mean = (sums[d] + globalWeight * whole.mean[d]) / (total + globalWeight);
            frame[d] = float((frame[d] - mean) / whole.deviation[d]);
        }
    }
}

void fillFeatures(const Frames &normalised, int factor, int index, std::span<float> vector)
{
    std::fill(vector.begin(), vector.end(), 0.0F);
    const int begin = index * factor;
    const int end = std::min(normalised.count(), begin + factor);
    for (int t = begin; t < end; ++t) {
        const auto from = normalised[t];
        for (size_t d = 0; d < cepstrumSize; ++d)
            vector[d] += from[d];
        addSlopes(normalised, t, vector.subspan(cepstrumSize));
    }
    for (float &value : vector)
        value /= float(end - begin);
    vector[0] *= energyWeight;
}

} // namespace earmark::align
