// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"

#include <QStringView>

#include <optional>

namespace earmark::formats {

struct SubRipTimes {
    MediaTime start{};
    MediaTime end{};
};

// "00:00:01,500 --> 00:00:02,750", and what goes by that name: a dot for the comma, no hours, one or
// two digits, no fraction, "->" or "-- >" for the arrow, coordinates after it.
[[nodiscard]] std::optional<SubRipTimes> parseSubRipTimes(QStringView line);

} // namespace earmark::formats
