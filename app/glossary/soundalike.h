// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "transcript/transcript.h"

#include <QByteArrayList>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace earmark::glossary {

// What is known of a language's words.
struct WordKnowledge {
    // The phonemes of one word, as espeak-ng names them and without stress. Asked once for each word.
    std::function<QByteArrayList(QStringView word)> soundsOf;
    // The word's place among the language's words, the most common is 0; nullopt for a word that is not
    // in the list. Empty: there is no list.
    std::function<std::optional<int>(QStringView word)> rankOf;
};

// Words that sound like a term and may be meant to be it.
struct Proposal {
    transcript::TokenSpan span;
    QString term;
    double distance = 0; // of the sounds: 0 the same, 1 nothing in common

    bool operator==(const Proposal &) const = default;
};

// Where a machine may have misheard one of the terms: those of the glossary, and unusual words and names
// of two words that the transcript has at least three times (only where the language's words are known), or
// once, written as a name, for an unknown word that sounds the same.
// Ordinary words that stand for themselves, other forms of the term and what is as frequent as it are
// left alone. In order and disjoint; nothing after cancelling. Linear in the distinct words, some tenths
// of a second for 100,000 words.
[[nodiscard]] std::vector<Proposal> soundalikes(const transcript::Transcript &transcript, const QStringList &terms,
                                                const WordKnowledge &words, const CancelToken &cancel = {});

// How far apart two words' phonemes are: the least cost of making one of the other (Levenshtein 1966),
// where sounds made at the same place are nearly the same, by the longer one's count.
[[nodiscard]] double soundDistance(const QByteArrayList &a, const QByteArrayList &b);

} // namespace earmark::glossary
