// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/align.h"

namespace earmark::align {

// Runs of words that were not found: their times are Interpolated or Estimated. What stands between two
// of them and is not spoken, such as a cue, belongs to the run.
[[nodiscard]] std::vector<transcript::TokenSpan> textWithoutSound(const transcript::Transcript &transcript,
                                                                  const transcript::Timings &timings);

// Sound of two seconds and more, pauses at either end taken off, where no word is that was found.
// `activity`: of the recording, one a frame.
[[nodiscard]] std::vector<MediaSpan> soundWithoutText(const transcript::Transcript &transcript,
                                                      const transcript::Timings &timings,
                                                      const std::vector<float> &activity);

} // namespace earmark::align
