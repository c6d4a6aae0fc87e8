// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/division.h"
#include "reading/punctuation.h"
#include "transcript/amendments.h"
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
    QString heading; // stands above it and is no part of the text; empty: none

    bool operator==(const Paragraph &) const = default;
};

// What is shown, and the map between the characters shown and the tokens. Derived, never stored.
struct Reading {
    QString text;                       // paragraphs, '\n' between each two
    std::vector<TextRange> tokenRanges; // one for each token, rising; empty where a token is not
                                        // shown (a speaker's label: it stands in the margin; a
                                        // word that a correction left out)
    std::vector<TokenSpan> sentences;   // cover all tokens without a gap; a cue belongs to
                                        // one and is one only where its paragraph has no word
    std::vector<Paragraph> paragraphs;  // cover all tokens without a gap

    bool operator==(const Reading &) const = default;
};

// What stands above the paragraph that begins nearest to a token: a chapter of the audio. Where the reader
// has set another heading, or none, it does not.
struct Heading {
    TokenIndex token = 0;
    QString text;

    bool operator==(const Heading &) const = default;
};

// Turns tokens into text a person reads: torn numbers joined ("$5. 5 million" is "$5.5 million"),
// cues apart from words, sentences and paragraphs found from the source's punctuation, the pauses
// and cues. Where an English source has no sentences of its own, `model` finds them, and commas, full
// stops, question marks and capitals are shown that it has not: a token's range then holds the
// source's characters, some of them as capitals, and the mark behind them. Pure, linear in the tokens.
// `timings` has one entry a token; estimated ones are ignored. compose() of what divide() finds.
[[nodiscard]] Reading read(const transcript::Transcript &transcript, const transcript::Timings &timings,
                           const PunctuationModel &model = {},
                           const std::vector<transcript::Amendment> &amendments = {});

// What a division comes to with what a reader says, in some milliseconds for 100,000 words. `amendments`
// are in their order (transcript::comesBefore); what is outside the transcript, or excluded by an earlier
// one, counts for nothing.
// - A correction shows its text instead of the span's words, which are given to the span's tokens in their
//   order: the last token has all that is left, and where there are fewer words, the last tokens are not
//   shown. With the model's marks, the first word of a sentence gets its capital unless it has any, and the
//   last word what the model sets there unless it ends in a mark.
// - Turns, joins and headings move no other border than their own.
[[nodiscard]] Reading compose(const transcript::Transcript &transcript, const Division &division,
                              const std::vector<transcript::Amendment> &amendments = {},
                              const std::vector<Heading> &headings = {});

// The token whose text covers `position`, or the nearest one before it, or the first one.
// nullopt only for a reading without tokens.
[[nodiscard]] std::optional<TokenIndex> tokenAtPosition(const Reading &reading, qint32 position);

// The characters from the span's first shown token to its last; empty where none is shown.
[[nodiscard]] TextRange rangeOf(const Reading &reading, TokenSpan span);

// Index into Reading::sentences, Reading::paragraphs of what contains the token.
[[nodiscard]] size_t sentenceOf(const Reading &reading, TokenIndex token);
[[nodiscard]] size_t paragraphOf(const Reading &reading, TokenIndex token);

// Who speaks the token; empty: nobody is named.
[[nodiscard]] QString speakerAt(const Reading &reading, TokenIndex token);

// The span with the rest of the numbers that are torn at its ends, so that it can be corrected.
[[nodiscard]] TokenSpan wholeWords(const Reading &reading, TokenSpan span);

// Where pieces that the source has apart are shown as one: torn numbers, abbreviations. In order.
[[nodiscard]] std::vector<TokenSpan> joinedWords(const Reading &reading);

// The span as a person would quote it: one line, cues left out unless there is nothing else, torn
// numbers joined, and whole where the span ends within one.
[[nodiscard]] QString quote(const Reading &reading, const transcript::Transcript &transcript, TokenSpan span);

} // namespace earmark::reading
