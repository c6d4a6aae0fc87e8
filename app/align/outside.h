// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/align.h"

namespace earmark::align {

// Moves words out of the spans: those before a cue in one to before it, those behind a cue to behind it, others
// to the side where there is more room. Ends words that reach into a span. Given and Tapped ones stay.
void keepOutside(std::vector<MediaSpan> spans, const transcript::Transcript &transcript, MediaTime duration,
                 transcript::Timings &timings);

// Errors: InvalidArgument for a span that ends before it begins or begins after the audio; AnchorsContradict
// (subject: the token) for one with an anchor in it.
[[nodiscard]] Result<void> checkSpans(const std::vector<MediaSpan> &spans,
                                      const std::vector<transcript::Anchor> &anchors, MediaTime duration);

} // namespace earmark::align
