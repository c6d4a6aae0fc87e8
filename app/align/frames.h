// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace earmark::align {

// Seconds from one frame to the next. Frame i is centred at i * frameHop, so it stands for the time
// from (i - 0.5) * frameHop to (i + 0.5) * frameHop.
constexpr double frameHop = 0.01;

// Vectors of equal width in the order of time.
struct Frames {
    int width = 1;
    std::vector<float> values;

    [[nodiscard]] int count() const { return int(values.size() / size_t(width)); }
    [[nodiscard]] std::span<const float> operator[](int frame) const
    {
        return {values.data() + size_t(frame) * size_t(width), size_t(width)};
    }
    [[nodiscard]] std::span<float> operator[](int frame)
    {
        return {values.data() + size_t(frame) * size_t(width), size_t(width)};
    }

    bool operator==(const Frames &) const = default;
};

} // namespace earmark::align
