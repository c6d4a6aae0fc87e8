// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/viterbi.h"

namespace earmark::align {

// A band around the middle states given, one a frame, moving by at most a quarter of its width at a
// time, so that two frames always have states in common.
[[nodiscard]] Band bandAround(const std::vector<int> &middles, int width, int states);

// The same, in which no state is further than about `reach` frames from where the middles, which must
// not fall, have it. Where they rest, in sound that is not in the text, only the states around are left.
[[nodiscard]] Band bandWithin(const std::vector<int> &middles, int reach, int width, int states);

} // namespace earmark::align
