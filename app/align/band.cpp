// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/band.h"

#include <algorithm>

namespace earmark::align {

Band bandAround(const std::vector<int> &middles, int width, int states)
{
    Band band{std::min(width, states), {}};
    const int furthest = std::max(1, band.width / 4);
    for (const int middle : middles)
        band.first.push_back(std::clamp(middle - band.width / 2, 0, states - band.width));
    for (size_t t = 1; t < band.first.size(); ++t)
        band.first[t] = std::max(band.first[t], band.first[t - 1]);
    for (size_t t = band.first.size(); t-- > 1;)
        band.first[t - 1] = std::max(band.first[t - 1], band.first[t] - furthest);
    return band;
}

} // namespace earmark::align
