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

// What the cursor, a selection and a highlight's ends go by.
enum class Unit { Word, Sentence, Paragraph, Turn };
enum class Way { Forward, Back };
enum class Edge { Start, End };

// The unit that holds the token, from its first shown token to its last; the token itself where none of
// it is shown.
[[nodiscard]] TokenSpan unitAt(const Reading &reading, TokenIndex token, Unit unit);
// The nearest start or end of a unit after or before the token.
[[nodiscard]] std::optional<TokenIndex> nextStart(const Reading &reading, TokenIndex token, Unit unit);
[[nodiscard]] std::optional<TokenIndex> previousStart(const Reading &reading, TokenIndex token, Unit unit);
[[nodiscard]] std::optional<TokenIndex> nextEnd(const Reading &reading, TokenIndex token, Unit unit);
[[nodiscard]] std::optional<TokenIndex> previousEnd(const Reading &reading, TokenIndex token, Unit unit);

// Where the moving end of a selection goes; it stops at the other end before it passes it. The same
// where there is nothing further.
[[nodiscard]] TokenIndex headMoved(const Reading &reading, TokenIndex anchor, TokenIndex head, Unit unit, Way way);
// The span with one of its ends moved; the same where that would leave nothing of it.
[[nodiscard]] TokenSpan edgeMoved(const Reading &reading, TokenSpan span, Edge edge, Unit unit, Way way);
// This many sentences from the token's on, as far as there are.
[[nodiscard]] TokenSpan sentencesFrom(const Reading &reading, TokenIndex token, int count);

[[nodiscard]] std::optional<TokenIndex> nextSentence(const Reading &reading, TokenIndex token);
[[nodiscard]] std::optional<TokenIndex> previousSentence(const Reading &reading, TokenIndex token);
[[nodiscard]] std::optional<TokenIndex> nextParagraph(const Reading &reading, TokenIndex token);
// This paragraph's beginning, or that of the one before where the cursor is in its first sentence.
[[nodiscard]] std::optional<TokenIndex> previousParagraph(const Reading &reading, TokenIndex token);
[[nodiscard]] std::optional<TokenIndex> firstSentence(const Reading &reading);
[[nodiscard]] std::optional<TokenIndex> lastSentence(const Reading &reading);

} // namespace earmark::ui
