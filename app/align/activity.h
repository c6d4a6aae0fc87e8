// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/frames.h"

namespace earmark::align {

// How much each frame of cepstra sounds like someone speaking rather than like a pause, 0 to 1: its
// energy against the 5 % and 90 % quantiles of the 16 seconds around it. Music counts as speech.
[[nodiscard]] std::vector<float> speechActivity(const Frames &cepstra);

} // namespace earmark::align
