// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace earmark::align {

// For each frame whether sound that is not in the text is to be expected there, by labels of an earlier
// path: where a pause holds 0.15 s of sound, and a tenth of a second around it. A shorter piece is rather
// a word's first breath, which no model explains well. `activity`: of the recording.
[[nodiscard]] std::vector<bool> foreignFrames(std::span<const int> labels, std::span<const float> activity);

} // namespace earmark::align
