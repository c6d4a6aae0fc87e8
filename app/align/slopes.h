// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/cepstrum.h"

namespace earmark::align {

constexpr int slopedSize = 3 * cepstrumSize;

// A vector of normalised cepstra with its slopes over five frames and the slopes of these (Furui 1986):
// what the models of phonemes are trained on. Made when asked for, to keep hours of audio small.
void fillSloped(const Frames &normalised, int frame, std::span<float> sloped);

// The vectors from `first` up to `end`.
[[nodiscard]] Frames slopedFrames(const Frames &normalised, int first, int end);

} // namespace earmark::align
