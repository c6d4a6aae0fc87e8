// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/reading.h"

#include <vector>

namespace earmark::reading {

// The transcript while it is being divided. A border is known by the token after it; the one at 0
// always is.
struct Outline {
    enum Border : quint8 { None, Sentence, Paragraph };

    Outline(const transcript::Transcript &transcript, const transcript::Timings &timings);

    [[nodiscard]] TokenIndex count() const { return transcript.count(); }
    [[nodiscard]] transcript::TokenKind kind(TokenIndex i) const { return transcript.tokens[size_t(i)].kind; }
    [[nodiscard]] bool isWord(TokenIndex i) const
    {
        return i >= 0 && i < count() && kind(i) == transcript::TokenKind::Word;
    }
    [[nodiscard]] quint32 classOf(TokenIndex i) const { return isWord(i) ? classes[size_t(i)] : 0; }
    [[nodiscard]] bool hasBorder(TokenIndex i) const { return borders[size_t(i)] != None; }
    void raise(TokenIndex i, Border border);

    // The silence before a token, in seconds; below 0 where it is not known.
    [[nodiscard]] float pauseBefore(TokenIndex i) const;

    const transcript::Transcript &transcript;
    const transcript::Timings &timings;
    std::vector<quint8> joined;   // see findTornTokens()
    std::vector<quint32> classes; // see classify()
    std::vector<Border> borders;
    std::vector<float> strengths; // of borders by their words, for choosing paragraphs: 0 is an
                                  // ordinary sentence's
    float longPause = 0.35F;      // seconds; what this speaker's pauses between sentences begin with
    bool isPunctuated = false;    // the source has sentences of its own
    bool isCased = false;         // ... and begins them with capitals
    bool hasParagraphs = false;   // the source has paragraphs of its own
    bool hasKnownWords = false;   // its language is the one of WordClass
};

// The token without the quotation marks and brackets that close after it.
[[nodiscard]] QStringView withoutClosers(QStringView token);

// Whether the source's punctuation ends a sentence with token `i`.
[[nodiscard]] bool endsSentence(const Outline &outline, TokenIndex i);

// How well a sentence could begin at token `i` by the words around it: below 0 rather not, above 1
// most likely.
[[nodiscard]] float startScore(const Outline &outline, TokenIndex i);

// The steps, in this order. Each only adds borders.
void placeCues(Outline &outline);
void divideSentences(Outline &outline);
void divideParagraphs(Outline &outline);

} // namespace earmark::reading
