// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/punctuation.h"
#include "transcript/timing.h"
#include "transcript/transcript.h"

#include <vector>

namespace earmark::reading {

// What is found out about each token from the source, its times and the model, before a reader says
// anything. Two bytes a token, so that what takes long need not be done again when a word is corrected.
struct Division {
    enum Trait : quint16 {
        SentenceStart = 1U << 0,
        ParagraphStart = 1U << 1, // then it is no SentenceStart
        StartsAnyway = 1U << 2,   // of a paragraph's: a sentence would begin here without it, too
        Joined = 1U << 3,         // no space before it, see transcript::findTornTokens()
        Unshown = 1U << 4,        // a label
        // Of words:
        Letters = 1U << 5,  // with a letter or a digit
        Marked = 1U << 6,   // a mark stands after it, be it a dash
        Capitals = 1U << 7, // written with any
        // What the model makes of it where it stands inside a sentence, and at a sentence's end; Upper also
        // where the text itself has a word in capitals nearly everywhere else:
        Capitalised = 1U << 8,
        Upper = 1U << 9,
        Comma = 1U << 10,
        Question = 1U << 11,
        // Of what a reader has written: nothing is added to it.
        Exact = 1U << 12,
        // Of a compound's second part that the source writes with a capital: shown with a small letter.
        Lowered = 1U << 13,
    };

    std::vector<quint16> traits; // of each token
    bool isJudged = false;       // by a model: marks and capitals are shown that the source has not

    [[nodiscard]] bool has(transcript::TokenIndex token, quint16 any) const
    {
        return (traits[size_t(token)] & any) != 0;
    }
    bool operator==(const Division &) const = default;
};

// Those of a word that are seen from it alone.
[[nodiscard]] quint16 traitsOfWord(QStringView text);

// Divides the source into sentences and paragraphs as read() describes. Linear in the tokens; where the
// model judges, 300,000 words take about a second.
[[nodiscard]] Division divide(const transcript::Transcript &transcript, const transcript::Timings &timings,
                              const PunctuationModel &model = {});

} // namespace earmark::reading
