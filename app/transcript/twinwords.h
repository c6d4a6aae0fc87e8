// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/tokenmatch.h"

#include <vector>

namespace earmark::transcript {

// One side of a comparison: its words, a number for each (equal words have equal ones) and their times.
struct ComparedWords {
    const std::vector<TokenIndex> &tokens;
    const std::vector<qint32> &keys;
    const Timings &times;
};

// Settles by time what matchTokens() settled anyhow: which of several equal words stands for one.
// `matches` has one entry for each word of `from`.
void settleTwins(std::vector<TokenMatch> &matches, const ComparedWords &from, const ComparedWords &to);

} // namespace earmark::transcript
