// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/statedistance.h"

#include "align/multiversion.h"

#include <algorithm>
#include <cmath>

namespace earmark::align {

namespace {

constexpr int tileSize = 2 * laneCount;

EARMARK_MULTIVERSION
void measureTiles(const float *tiles, const float *vector, int width, int count, float *distances)
{
    for (int tile = 0; tile < count; ++tile) {
        Lanes low{};
        Lanes high{};
        for (int d = 0; d < width; ++d) {
            const auto *values = reinterpret_cast<const Lanes *>(tiles);
            const Lanes lowDifference = vector[d] - values[0];
            const Lanes highDifference = vector[d] - values[1];
            low += lowDifference * lowDifference;
            high += highDifference * highDifference;
            tiles += tileSize;
        }
        for (int k = 0; k < laneCount; ++k) {
            distances[k] = std::sqrt(low[k]);
            distances[laneCount + k] = std::sqrt(high[k]);
        }
        distances += tileSize;
    }
}

} // namespace

StateDistance::StateDistance(int width, std::span<const int> frameOf, const FillVector &fill)
    : m_width(width), m_tiles(int((frameOf.size() + tileSize - 1) / tileSize)),
      m_values(size_t(m_tiles) * size_t(width) * tileSize, 0.0F), m_row(size_t(m_tiles) * tileSize)
{
    std::vector<float> vector(size_t(width), 0.0F);
    for (size_t state = 0; state < frameOf.size(); ++state) {
        if (frameOf[state] < 0)
            continue;
        fill(frameOf[state], vector);
        float *tile = m_values.data() + state / tileSize * size_t(m_width) * tileSize;
        for (size_t d = 0; d < vector.size(); ++d)
            tile[d * tileSize + state % tileSize] = vector[d];
    }
}

void StateDistance::measure(std::span<const float> vector, int first, std::span<float> distances) const
{
    const int tile = first / tileSize;
    const int end = (first + int(distances.size()) + tileSize - 1) / tileSize;
    measureTiles(m_values.data() + size_t(tile) * size_t(m_width) * tileSize, vector.data(), m_width, end - tile,
                 m_row.data());
    std::copy_n(m_row.begin() + first % tileSize, distances.size(), distances.begin());
}

} // namespace earmark::align
