// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/align.h"
#include "align/corridor.h"
#include "align/track.h"
#include "transcript/anchor.h"
#include "transcript/timing.h"

namespace earmark::align {

// For each word, and for the end, whether a cue stands directly before it.
[[nodiscard]] std::vector<bool> cuesBefore(const transcript::Transcript &transcript,
                                           const std::vector<TrackWord> &words);

// Whether the file gives every word a time of its own, so that nothing is left to be found.
[[nodiscard]] bool areAllGiven(const transcript::Transcript &transcript);

// Where anchors (ordered; on any token) have the words of a track in a recording of so many frames.
[[nodiscard]] Limits limitsOf(const std::vector<transcript::Anchor> &anchors, const std::vector<TrackWord> &words,
                              int frames);

// Which frames of so many lie in the spans, whose times count from `start`; empty: there are no spans.
[[nodiscard]] std::vector<bool> framesOf(const std::vector<MediaSpan> &spans, MediaTime start, int frames);

// For each word whether something is known of the moment at which it begins.
[[nodiscard]] std::vector<bool> knownStarts(const transcript::Transcript &transcript,
                                            const std::vector<TrackWord> &words,
                                            const std::vector<transcript::Anchor> &anchors);

// Puts what the file says in the place of what was found: words that have times of their own keep them
// (Given); segments of which no word was found are filled as transcript::estimateTimings does. What lies
// between is moved as far as it has to be, so that starts do not fall.
void keepGivenTimes(const transcript::Transcript &transcript, MediaTime duration, transcript::Timings &timings);

// The same for anchors, whose tokens become Tapped.
void keepAnchors(const std::vector<transcript::Anchor> &anchors, transcript::Timings &timings);

} // namespace earmark::align
