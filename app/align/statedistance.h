// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/frames.h"

#include <functional>

namespace earmark::align {

// Euclidean distances from one vector to a run of others, laid out for the processor's vectors.
class StateDistance
{
public:
    // Writes a frame's vector.
    using FillVector = std::function<void(int frame, std::span<float> vector)>;

    // `frameOf`: for each state the frame that stands for it, -1 for none (a distance without meaning).
    // `fill` is asked for these only, and only here.
    StateDistance(int width, std::span<const int> frameOf, const FillVector &fill);

    // The distances of `vector` to the states from `first`.
    void measure(std::span<const float> vector, int first, std::span<float> distances) const;

private:
    int m_width = 0;
    int m_tiles = 0;
    std::vector<float> m_values; // tile, coefficient, state within the tile
    mutable std::vector<float> m_row;
};

} // namespace earmark::align
