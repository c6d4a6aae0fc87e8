// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "transcript/anchor.h"
#include "transcript/timing.h"

#include <optional>
#include <vector>

namespace earmark::align {

// Whether the words from one anchor up to the next could be spoken in the time between them, by the
// fastest of talkers.
[[nodiscard]] bool leavesTime(const transcript::Transcript &transcript, const transcript::Anchor &anchor,
                              const transcript::Anchor &next);

// The words that were tapped, ordered by token; `anchor`, where there is one, in place of what its token had.
[[nodiscard]] std::vector<transcript::Anchor> anchorsWith(const std::optional<transcript::Anchor> &anchor,
                                                          const transcript::Timings &timings);

// Errors: AnchorOutside (no such token, or a time not in the audio), AnchorsContradict (two for one
// token, not in the order of the text, or no time for the words between, or before the first); the subject is
// the token's index. `anchors`: ordered by token.
[[nodiscard]] Result<void> checkAnchors(const std::vector<transcript::Anchor> &anchors,
                                        const transcript::Transcript &transcript, MediaTime duration);

// Whether a word's time is good enough to hold others by.
[[nodiscard]] bool isSure(const transcript::WordTiming &timing);

// To a word that was not tapped, from what an anchor moves.
constexpr MediaTime stretchReach{60000};

// Where alignAround() matches again: the tokens around those of `span`, which move between the two
// times, up to but without the ones that stay. -1 and the count of tokens: no such one.
struct Stretch {
    transcript::TokenIndex before = -1;
    transcript::TokenIndex after = 0;
};
[[nodiscard]] Stretch stretchAround(transcript::TokenSpan span, MediaTime first, MediaTime last,
                                    const transcript::Timings &timings);

} // namespace earmark::align
