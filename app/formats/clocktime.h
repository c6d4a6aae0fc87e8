// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"

#include <QStringView>

#include <optional>

namespace earmark::formats {

// "0:53", "1:02:03", "12:34.5", with "." or "," before the fraction, and nothing else around it.
[[nodiscard]] std::optional<MediaTime> parseClockTime(QStringView text);

} // namespace earmark::formats
