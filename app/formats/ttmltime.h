// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"

#include <QStringView>

#include <optional>

namespace earmark::formats {

// What frames and ticks last in a TTML file.
struct TtmlRates {
    double frameRate = 30; // a second, multiplied already
    double subFrameRate = 1;
    double tickRate = 1;
};

// A time expression of TTML (W3C TTML1, 10.3.1): "00:01:02.5", "00:01:02:12", "62.5s", "1500ms", "12f",
// "625000t"; and what podcast players write besides: "1:02.5", "62.5".
[[nodiscard]] std::optional<MediaTime> parseTtmlTime(QStringView text, const TtmlRates &rates);

} // namespace earmark::formats
