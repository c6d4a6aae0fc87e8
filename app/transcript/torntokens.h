// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

#include <vector>

namespace earmark::transcript {

// For each token whether the source begins a paragraph or a turn with it; with the first it does.
[[nodiscard]] std::vector<quint8> findGivenStarts(const Transcript &transcript);

// For each token whether it belongs to the one before it without a space between: "$5. 5 million",
// "$ 100", "3. 5 %", "a. m.", "open- Source", "in 20 25", "at 10: 30", "podcast ." Only where nothing else
// can be meant. `starts` marks tokens at which a paragraph begins; nothing is joined across them.
[[nodiscard]] std::vector<quint8> findTornTokens(const Transcript &transcript, const std::vector<quint8> &starts);

// For each token whether a line should not begin with it: it is torn from the one before it, or
// counts with the number there, as in "$5. 5 million" and "10 percent".
[[nodiscard]] std::vector<quint8> findInseparableTokens(const Transcript &transcript);

// "." or ",": punctuation that stands alone but belongs to the word before it.
[[nodiscard]] bool isLonePunctuation(QStringView token);

} // namespace earmark::transcript
