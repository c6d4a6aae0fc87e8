// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/slopes.h"

#include <algorithm>
#include <array>

namespace earmark::align {

namespace {

// The line through five points, and that line's slope through five of its own.
constexpr std::array<float, 9> slopeWeights{0, 0, -0.2F, -0.1F, 0, 0.1F, 0.2F, 0, 0};
constexpr std::array<float, 9> bendWeights{0.04F, 0.04F, 0.01F, -0.04F, -0.1F, -0.04F, 0.01F, 0.04F, 0.04F};
constexpr int reach = 4;

} // namespace

void fillSloped(const Frames &normalised, int frame, std::span<float> sloped)
{
    std::fill(sloped.begin(), sloped.end(), 0.0F);
    std::copy_n(normalised[frame].begin(), cepstrumSize, sloped.begin());
    const int last = normalised.count() - 1;
    for (int offset = -reach; offset <= reach; ++offset) {
        const auto from = normalised[std::clamp(frame + offset, 0, last)];
        const float slope = slopeWeights[size_t(offset + reach)];
        const float bend = bendWeights[size_t(offset + reach)];
        for (size_t d = 0; d < cepstrumSize; ++d) {
            sloped[cepstrumSize + d] += slope * from[d];
            sloped[2 * cepstrumSize + d] += bend * from[d];
        }
    }
}

Frames slopedFrames(const Frames &normalised, int first, int end)
{
    Frames result{slopedSize, std::vector<float>(size_t(end - first) * slopedSize)};
    for (int frame = first; frame < end; ++frame)
        fillSloped(normalised, frame, result[frame - first]);
    return result;
}

} // namespace earmark::align
