// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/punctuation.h"
#include "transcript/timing.h"
#include "transcript/transcript.h"

#include <QString>

#include <optional>
#include <vector>

namespace earmark::reading {

using transcript::TokenIndex;
using transcript::TokenSpan;

// A half-open range of UTF-16 code units in Reading::text.
struct TextRange {
    qint32 begin = 0;
    qint32 end = 0;

    [[nodiscard]] bool isEmpty() const { return begin == end; }
    bool operator==(const TextRange &) const = default;
};

struct Paragraph {
    TokenSpan span;
    TextRange range; // without the paragraph's separator
    QString speaker; // who begins here; empty where the same person goes on or nobody is known
    bool startsTurn = false;

    bool operator==(const Paragraph &) const = default;
};

// What is shown, and the map between the characters shown and the tokens. Derived, never stored.
struct Reading {
    QString text;                       // paragraphs, '\n' between each two
    std::vector<TextRange> tokenRanges; // one for each token, rising; empty where a token is not
                                        // shown (a speaker's label: it stands in the margin)
    std::vector<TokenSpan> sentences;   // cover all tokens without a gap; a cue belongs to
                                        // one and is one only where its paragraph has no word
    std::vector<Paragraph> paragraphs;  // cover all tokens without a gap

    bool operator==(const Reading &) const = default;
};

// Turns tokens into text a person reads: torn numbers joined ("$5. 5 million" is "$5.5 million"),
// cues apart from words, sentences and paragraphs found from the source's punctuation, the pauses
// and cues. Where an English source has no sentences of its own, `model` finds them, and commas, full
// stops, question marks and capitals are shown that it has not: a token's range then holds the
// source's characters, some of them as capitals, and the mark behind them. Pure, linear in the tokens.
// `timings` has one entry a token; estimated ones are ignored.
[[nodiscard]] Reading read(const transcript::Transcript &transcript, const transcript::Timings &timings,
                           const PunctuationModel &model = {});

// The token whose text covers `position`, or the nearest one before it, or the first one.
// nullopt only for a reading without tokens.
[[nodiscard]] std::optional<TokenIndex> tokenAtPosition(const Reading &reading, qint32 position);

// The characters from the span's first shown token to its last; empty where none is shown.
[[nodiscard]] TextRange rangeOf(const Reading &reading, TokenSpan span);

// Index into Reading::sentences, Reading::paragraphs of what contains the token.
[[nodiscard]] size_t sentenceOf(const Reading &reading, TokenIndex token);
[[nodiscard]] size_t paragraphOf(const Reading &reading, TokenIndex token);

// The span as a person would quote it: one line, cues left out unless there is nothing else, torn
// numbers joined, and whole where the span ends within one.
[[nodiscard]] QString quote(const Reading &reading, const transcript::Transcript &transcript, TokenSpan span);

} // namespace earmark::reading
