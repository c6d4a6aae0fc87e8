// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/activity.h"

#include <algorithm>
#include <cmath>

namespace earmark::align {

namespace {

constexpr int halfWindow = int(8 / frameHop);
constexpr int step = int(1 / frameHop); // quantiles are taken once a second
constexpr int smoothing = 2;            // frames on either side
constexpr float smallestRange = 2.5F;   // between quiet and loud, in nepers of power
constexpr float thresholdShare = 0.55F; // of the range, below the loud
constexpr float softness = 0.5F;
constexpr float silence = 12.0F; // log energy of an amplitude of about 4 in 32,768

struct Levels {
    float quiet = 0;
    float loud = 0;
};

float quantile(std::vector<float> &values, double share)
{
    const auto place = values.begin() + std::ptrdiff_t(double(values.size()) * share);
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

std::vector<Levels> levels(const Frames &cepstra)
{
    const int count = cepstra.count();
    std::vector<Levels> result;
    std::vector<float> energies;
    for (int centre = 0; centre < count + step; centre += step) {
        energies.clear();
        for (int t = std::max(0, centre - halfWindow); t < std::min(count, centre + halfWindow); t += 2)
            energies.push_back(cepstra[t][0]);
        if (energies.empty())
            break;
        result.push_back({quantile(energies, 0.05), quantile(energies, 0.9)});
    }
    return result;
}

} // namespace

std::vector<float> speechActivity(const Frames &cepstra)
{
    const int count = cepstra.count();
    const std::vector<Levels> around = levels(cepstra);
    std::vector<float> activity;
    activity.reserve(size_t(count));
    for (int t = 0; t < count; ++t) {
        const Levels &level = around[std::min(around.size() - 1, size_t((t + step / 2) / step))];
        const float range = std::max(smallestRange, level.loud - level.quiet);
        const float threshold = std::max(silence, level.loud - range * thresholdShare);
        float sum = 0;
        int summed = 0;
        for (int i = std::max(0, t - smoothing); i <= std::min(count - 1, t + smoothing); ++i, ++summed)
            sum += cepstra[i][0];
        activity.push_back(1 / (1 + std::exp((threshold - sum / float(summed)) / softness)));
    }
    return activity;
}

} // namespace earmark::align
