// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/foreign.h"

#include "align/frames.h"
#include "align/phonemodels.h"

#include <algorithm>

namespace earmark::align {

namespace {

constexpr int leastSound = int(0.15 / frameHop);
constexpr int margin = int(0.1 / frameHop);

} // namespace

std::vector<bool> foreignFrames(std::span<const int> labels, std::span<const float> activity)
{
    const int count = int(labels.size());
    std::vector<bool> foreign(labels.size(), false);
    int end = 0;
    for (int begin = 0; begin < count; begin = end) {
        int sounding = 0;
        for (end = begin; end < count && labels[size_t(end)] == unlabelled; ++end)
            sounding += activity[size_t(end)] > 0.5F ? 1 : 0;
        if (sounding >= leastSound)
            std::fill(foreign.begin() + std::max(0, begin - margin), foreign.begin() + std::min(count, end + margin),
                      true);
        end = std::max(end, begin + 1);
    }
    return foreign;
}

} // namespace earmark::align
