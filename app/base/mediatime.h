// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace earmark {

// A place in, or a length of, the episode's audio. Milliseconds are what captions carry and finer
// than a frame of the aligner (10 ms); only the sound device's clock needs more.
using MediaTime = std::chrono::milliseconds;

// "2:41", "31:07", "1:02:03"; rounded down to the second, as players show it. Negative times get a
// minus sign.
[[nodiscard]] QString clockText(MediaTime time);

// Seconds with three decimals in the C locale: "161.250".
[[nodiscard]] QString secondsText(MediaTime time);

} // namespace earmark
