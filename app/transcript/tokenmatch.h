// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/timing.h"
#include "transcript/transcript.h"

#include <vector>

namespace earmark::transcript {

// The token that stands in another transcript for one of this.
struct TokenMatch {
    TokenIndex token = -1; // -1: none
    bool same = false;     // the same word, whatever its case and punctuation

    [[nodiscard]] bool isFound() const { return token >= 0; }
    bool operator==(const TokenMatch &) const = default;
};

// For each token of `from` the one of `to` that stands for it, where both transcripts are of the same
// speech: a better hearing, another format, a corrected download. Tokens found are in the same order in
// both, each at most once; only words are looked for. Where passages differ, words stand for each other
// by how alike they are written and by their order.
//
// Runs of four words that occur once in each (then of two), as far as they are in the same order, divide
// both texts as in a patience diff; what is left between them is aligned word by word (Needleman and
// Wunsch 1970), and not at all where that would take more than a million steps. A hundred thousand
// words take some tenths of a second.
[[nodiscard]] std::vector<TokenMatch> matchTokens(const Transcript &from, const Transcript &to);

// The same for transcripts whose times are known, as far as they are (Estimated ones are not): where the
// text leaves open which of several equal words was left out or added ("da, da"), it is the one that is
// heard farther from where its neighbours let expect. Timings are one a token.
[[nodiscard]] std::vector<TokenMatch> matchTokens(const Transcript &from, const Timings &fromTimes,
                                                  const Transcript &to, const Timings &toTimes);

// Times for `to`, of the same audio, from those of `from` (one a token): a word that stands for one of
// `from` has that one's, each other lies between the words that do. `matches` is matchTokens() of the two.
[[nodiscard]] Timings timesTakenOver(const Timings &from, const Transcript &to, const std::vector<TokenMatch> &matches);

} // namespace earmark::transcript
