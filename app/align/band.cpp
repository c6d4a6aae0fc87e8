// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/band.h"

#include <algorithm>

namespace earmark::align {

namespace {

constexpr int slack = 8; // states

// Makes `first` rise, and never by more than a quarter of the width.
void smooth(Band &band)
{
    const int furthest = std::max(1, band.width / 4);
    for (size_t t = 1; t < band.first.size(); ++t)
        band.first[t] = std::max(band.first[t], band.first[t - 1]);
    for (size_t t = band.first.size(); t-- > 1;)
        band.first[t - 1] = std::max(band.first[t - 1], band.first[t] - furthest);
}

} // namespace

Band bandAround(const std::vector<int> &middles, int width, int states)
{
    Band band{std::min(width, states), {}};
    for (const int middle : middles)
        band.first.push_back(std::clamp(middle - band.width / 2, 0, states - band.width));
    smooth(band);
    return band;
}

Band bandWithin(const std::vector<int> &middles, int reach, int width, int states)
{
    Band band = bandAround(middles, width, states);
    const size_t frames = middles.size();
    const auto far = size_t(reach);
    for (size_t t = far; t < frames; ++t)
        band.first[t] = std::max(band.first[t], std::clamp(middles[t - far] - slack, 0, std::max(0, states - slack)));
    smooth(band);
    for (size_t t = 0; t < frames; ++t) {
        // Towards the end any state may be needed to come to the last.
        const int furthest = t + far < frames ? std::max(middles[t + far], band.first[t + 1]) + slack : states;
        band.end.push_back(std::min(states, furthest));
    }
    return band;
}

} // namespace earmark::align
