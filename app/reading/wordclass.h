// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

#include <vector>

namespace earmark::reading {

// What an English word may do at the border of two clauses. Words of other languages have no class;
// their text is divided by punctuation, pauses and length alone.
enum WordClass : quint32 {
    NeverEnds = 1U << 0,     // "the", "of", "and": more has to follow
    NeverStarts = 1U << 1,   // "than", "million": belongs to what stood before
    Opening = 1U << 2,       // "okay", "well": hardly ever inside a clause
    Contraction = 1U << 3,   // "it's", "we'll": subject and verb in one
    Subject = 1U << 4,       // "we": a subject whatever stands around it
    MaybeSubject = 1U << 5,  // "it", "this": a subject if a verb follows
    Auxiliary = 1U << 6,     // "is", "did", "can"
    Question = 1U << 7,      // "what", "how"
    Conjunction = 1U << 8,   // "because", "if": a clause follows
    OpensClause = 1U << 9,   // "think", "says": a clause of the same sentence follows
    ClauseEnding = 1U << 10, // "them", "too": often the last word
    Incomplete = 1U << 11,   // "few", "new": a noun is still to come
    Preposition = 1U << 12,
    Magnitude = 1U << 13, // "million", "percent"
    Said = 1U << 14,      // "said": whoever is named before it is a subject
    AfterSo = 1U << 15,   // "so" before it means "therefore"
    Month = 1U << 16,
    Coordinator = 1U << 17, // "and", "but", "so", "or", "now"
    Particle = 1U << 18,    // "off": mostly belongs to the verb before it
};

// Classes of every token; 0 for what is no word.
[[nodiscard]] std::vector<quint32> classify(const transcript::Transcript &transcript);

// The word without punctuation around it; the second in lower case.
[[nodiscard]] QStringView trimmedToWord(QStringView token);
[[nodiscard]] QString coreOf(QStringView token);

// A number for the word, whatever its case: FNV-1a (Fowler, Noll, Vo 1991). Never 0.
[[nodiscard]] quint64 caselessHash(QStringView word);

} // namespace earmark::reading
