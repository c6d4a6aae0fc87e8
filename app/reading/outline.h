// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/punctuation.h"
#include "reading/reading.h"

#include <vector>

namespace earmark::reading {

// The transcript while it is being divided. A border is known by the token after it; the one at 0
// always is.
struct Outline {
    enum Border : quint8 { None, Sentence, Paragraph };

    Outline(const transcript::Transcript &transcript, const transcript::Timings &timings,
            const PunctuationModel &model = {});

    [[nodiscard]] TokenIndex count() const { return transcript.count(); }
    [[nodiscard]] transcript::TokenKind kind(TokenIndex i) const { return transcript.tokens[size_t(i)].kind; }
    [[nodiscard]] bool isWord(TokenIndex i) const
    {
        return i >= 0 && i < count() && kind(i) == transcript::TokenKind::Word;
    }
    [[nodiscard]] quint32 classOf(TokenIndex i) const { return isWord(i) ? classes[size_t(i)] : 0; }
    [[nodiscard]] bool hasBorder(TokenIndex i) const { return borders[size_t(i)] != None; }
    // Whether a model has judged the words, because the source has no sentences of its own.
    [[nodiscard]] bool isJudged() const { return !judgements.empty(); }
    void raise(TokenIndex i, Border border);

    // The silence before a token, in seconds; below 0 where it is not known.
    [[nodiscard]] float pauseBefore(TokenIndex i) const;

    const transcript::Transcript &transcript;
    const transcript::Timings &timings;
    std::vector<quint8> joined;        // see findTornTokens()
    std::vector<quint32> classes;      // see classify()
    std::vector<Judgement> judgements; // of each token, pauses heard; empty where there is no need
    std::vector<Border> borders;
    std::vector<float> strengths; // of borders by their words, for choosing paragraphs: 0 is an
                                  // ordinary sentence's
    float longPause = 0.35F;      // seconds; what this speaker's pauses between sentences begin with
    bool isPunctuated = false;    // the source has sentences of its own
    bool isCased = false;         // ... and begins them with capitals
    bool hasNames = false;        // ... or at least writes names with them
    bool hasParagraphs = false;   // the source has paragraphs of its own
    bool hasKnownWords = false;   // its language is the one of WordClass
};

// The token without the quotation marks and brackets that close after it.
[[nodiscard]] QStringView withoutClosers(QStringView token);

// Whether the source's punctuation ends a sentence with token `i`.
[[nodiscard]] bool endsSentence(const Outline &outline, TokenIndex i);

// Whether a mark ends a sentence with token `i` that is neither an abbreviation's dot nor a torn number's: what
// only a source has that writes sentences.
[[nodiscard]] bool endsForCertain(const Outline &outline, TokenIndex i);

// How well a sentence could begin at token `i` by the words around it: below 0 rather not, above 1
// most likely.
[[nodiscard]] float startScore(const Outline &outline, TokenIndex i);

// The same by the model's judgement, pauses included: above 0 a sentence begins. Where no model has
// judged, startScore().
[[nodiscard]] float borderScore(const Outline &outline, TokenIndex i);

// Adds to the judgements, whose log-odds count from `zeros`, what the pauses say.
void hearPauses(Outline &outline, const PunctuationModel::Zeros &zeros);

// Puts right what is surer than a judgement: nothing ends within "1201 a.m." or a date, nor rather between two
// words that belong together at other places.
void heedCertainties(Outline &outline);

// The steps, in this order. Each only adds borders.
void placeCues(Outline &outline);
void divideSentences(Outline &outline);
void divideParagraphs(Outline &outline);

// Marks the words that the source writes otherwise nearly everywhere else, such as "Ai" beside many an "AI", and
// the second parts of torn compounds that it capitalises here alone: "open- Source" beside "source".
void applyCasings(const Outline &outline, Division &division);

} // namespace earmark::reading
