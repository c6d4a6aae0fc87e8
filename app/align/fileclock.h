// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediaspan.h"
#include "transcript/anchor.h"
#include "transcript/transcript.h"

#include <vector>

namespace earmark::align {

// The times in a transcript's file count without the spans of the audio that are not in the text: an
// advertisement, say, that was put in later. These lead from the file's clock to the audio's, and back; a
// time within a span becomes the moment at which the file has it. `spans`: of the audio, in order, apart.
[[nodiscard]] MediaTime audioTimeOf(MediaTime fileTime, const std::vector<MediaSpan> &spans);
[[nodiscard]] MediaTime fileTimeOf(MediaTime audioTime, const std::vector<MediaSpan> &spans);

// Ordered, and apart from each other.
[[nodiscard]] std::vector<MediaSpan> joined(std::vector<MediaSpan> spans);

// What a file says of times, as far as it holds.
struct Statement {
    transcript::Transcript transcript; // its segments by the audio's clock
    // Where the times that hold end around those that do not: of the token nearest by. Ordered.
    std::vector<transcript::Anchor> edges;
};

// What the file says, by the audio's clock. Where an anchor (ordered by token) contradicts it by more than
// half a second, what it says up to the next anchor is left out, and a minute around at most, as
// stretchAround() goes; where by less, the words of 5 s around that have times of their own move along.
// `spans`: of which it is known that no word is in them, in any order.
[[nodiscard]] Statement statedTimes(const transcript::Transcript &transcript, const std::vector<MediaSpan> &spans,
                                    const std::vector<transcript::Anchor> &anchors);

} // namespace earmark::align
