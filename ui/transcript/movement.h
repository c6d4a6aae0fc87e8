// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/reading.h"

#include <optional>

// Where the sentence cursor goes from a token, over what is shown: hidden tokens (a speaker's label)
// are passed over. nullopt: there is nothing further in that direction.
namespace earmark::ui {

using reading::Reading;
using transcript::TokenIndex;
using transcript::TokenSpan;

[[nodiscard]] bool isShown(const Reading &reading, TokenIndex token);
// The first shown token from `token` on, within the reading.
[[nodiscard]] std::optional<TokenIndex> shownFrom(const Reading &reading, TokenIndex token);
[[nodiscard]] std::optional<TokenIndex> shownBefore(const Reading &reading, TokenIndex token);

[[nodiscard]] std::optional<TokenIndex> nextSentence(const Reading &reading, TokenIndex token);
[[nodiscard]] std::optional<TokenIndex> previousSentence(const Reading &reading, TokenIndex token);
[[nodiscard]] std::optional<TokenIndex> nextParagraph(const Reading &reading, TokenIndex token);
// This paragraph's beginning, or that of the one before where the cursor is in its first sentence.
[[nodiscard]] std::optional<TokenIndex> previousParagraph(const Reading &reading, TokenIndex token);
[[nodiscard]] std::optional<TokenIndex> firstSentence(const Reading &reading);
[[nodiscard]] std::optional<TokenIndex> lastSentence(const Reading &reading);

} // namespace earmark::ui
