// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/highlight.h"
#include "transcript/tokenmatch.h"

#include <vector>

namespace earmark::notes {

// A transcript and its times, one a token.
struct TimedTranscript {
    const transcript::Transcript &transcript;
    const transcript::Timings &timings;
};

// Where an episode's highlights stand once its transcript `before` is replaced by `after`; `matches` is
// matchTokens() of the two. One edit for each highlight that changes by it, in the order given; all are
// to be made together.
//
// Words are found again only where text and time agree: enough of them, or of the words around them,
// stand in `after` in the same order, and as far as both transcripts' times come from the file or the
// sound, they are heard at the time that the words around them let expect. A highlight then gets its new
// span and selectors. Every other one becomes Place::Lost and keeps its selectors, note and all else.
// A moment stays at its time, and stands on the word that is heard then. What was lost before, and
// notes on the whole episode, stay as they are.
[[nodiscard]] std::vector<Edit> reanchored(const std::vector<Highlight> &highlights, const TimedTranscript &before,
                                           const TimedTranscript &after,
                                           const std::vector<transcript::TokenMatch> &matches, const QDateTime &now);

} // namespace earmark::notes
