// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/frames.h"

namespace earmark::align {

// Both take the mean off every coefficient and divide by its deviation over the whole, counting pauses
// (by their activity, one value a frame) for little: a voice and a room differ from the synthesiser's
// by just that. Over a whole synthetic track:
void normaliseGlobally(Frames &cepstra, std::span<const float> activity);
// Over a recording, where speakers and rooms change: the mean is that of 5 s on either side, drawn a
// little towards that of the whole.
void normaliseLocally(Frames &cepstra, std::span<const float> activity);

constexpr int featureSize = 26;

// What is compared: the coefficients and their slopes over five frames, averaged over the `index`th
// `factor` frames. The last vector may stand for fewer. `vector` has featureSize places.
void fillFeatures(const Frames &normalised, int factor, int index, std::span<float> vector);

} // namespace earmark::align
