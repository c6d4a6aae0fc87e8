// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/warp.h"

namespace earmark::align {

// Where a recording breaks off early, its words come ever later than they would if it were whole, until a
// search around the straight line no longer reaches them. How many seconds it would have lasted is then
// told by where the path runs into that limit. `whole`: the seconds by which the line was drawn to the
// end of the track of `trackFrames`; `reach`: how far from it was searched. Nothing where the path keeps
// away from the limit, or comes there at a pace at which nobody speaks, as after a long head that is
// not in the text.
[[nodiscard]] std::optional<double> lengthByPace(const Path &path, int trackFrames, double whole, double reach);

} // namespace earmark::align
