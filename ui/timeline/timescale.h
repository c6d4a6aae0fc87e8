// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"

#include <algorithm>
#include <cmath>

namespace earmark::ui {

// The part of the episode that is shown, and where it stands across the widget, in pixels.
struct TimeScale {
    MediaTime from{};
    MediaTime to{};
    double left = 0;
    double width = 0;

    [[nodiscard]] bool isEmpty() const { return to <= from || width <= 0; }
    [[nodiscard]] double right() const { return left + width; }
    // Outside of the widget for times that are not shown.
    [[nodiscard]] double xOf(MediaTime time) const
    {
        return isEmpty() ? left : left + width * double((time - from).count()) / double((to - from).count());
    }
    // Clamped to what is shown.
    [[nodiscard]] MediaTime timeAt(double x) const
    {
        if (isEmpty())
            return from;
        const double share = std::clamp((x - left) / width, 0.0, 1.0);
        return from + MediaTime(std::llround(share * double((to - from).count())));
    }
    bool operator==(const TimeScale &) const = default;
};

} // namespace earmark::ui
