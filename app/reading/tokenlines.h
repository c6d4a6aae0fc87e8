// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/reading.h"

namespace earmark::reading {

// How a token is read, for programs: the layout of `earmark read --tokens`.
struct TokenLine {
    char mark = 'N';   // shown after it: N none, ',' (any mark inside a sentence), '.' (also "!"), '?'
    char casing = 'l'; // l lower, C Capitalised, U UPPER (at least two letters or digits)
    bool startsParagraph = false;
    bool startsTurn = false;

    bool operator==(const TokenLine &) const = default;
};

// One for each token; what is no word has neither mark nor casing.
[[nodiscard]] std::vector<TokenLine> tokenLines(const Reading &reading, const transcript::Transcript &transcript);

} // namespace earmark::reading
