// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/division.h"

#include "reading/emptyparagraphs.h"
#include "reading/outline.h"
#include "reading/wordclass.h"

#include <algorithm>

namespace earmark::reading {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

// The casing of a word inside a sentence. Where the source has capitals of its own for names, or the
// word has one, that is what it is.
Casing casingInside(const Outline &outline, TokenIndex i)
{
    const QString core = coreOf(outline.transcript.tokenText(i));
    if (core == u"i"_s || core.startsWith(u"i'"_s))
        return Casing::Capitalised;
    return outline.hasNames ? Casing::Lower : outline.judgements[size_t(i)].casing;
}

quint16 judgedTraits(const Outline &outline, TokenIndex i, quint16 seen)
{
    quint16 traits = outline.judgements[size_t(i)].isQuestion ? Division::Question : 0;
    if (outline.judgements[size_t(i)].comma > 0)
        traits |= Division::Comma;
    if ((seen & Division::Letters) == 0 || (seen & Division::Capitals) != 0)
        return traits;
    switch (casingInside(outline, i)) {
    case Casing::Lower: break;
    case Casing::Capitalised: traits |= Division::Capitalised; break;
    case Casing::Upper: traits |= Division::Upper; break;
    }
    return traits;
}

// Whether a sentence would begin at a paragraph's first token also if nothing began there.
bool startsAnyway(const Outline &outline, TokenIndex first)
{
    TokenIndex before = first - 1;
    while (before >= 0 && outline.kind(before) == TokenKind::Speaker)
        --before;
    if (!outline.isWord(before))
        return true;
    return outline.isPunctuated || !outline.isJudged() ? endsSentence(outline, before)
                                                       : borderScore(outline, before + 1) > 0;
}

quint16 traitsOf(const Outline &outline, TokenIndex i)
{
    quint16 traits = 0;
    if (outline.isWord(i)) {
        traits = traitsOfWord(outline.transcript.tokenText(i));
        if (outline.isJudged())
            traits |= judgedTraits(outline, i, traits);
    }
    if (outline.kind(i) == TokenKind::Speaker)
        traits |= Division::Unshown;
    if (outline.joined[size_t(i)] != 0)
        traits |= Division::Joined;
    switch (outline.borders[size_t(i)]) {
    case Outline::None: break;
    case Outline::Sentence: traits |= Division::SentenceStart; break;
    case Outline::Paragraph:
        traits |= Division::ParagraphStart | (startsAnyway(outline, i) ? Division::StartsAnyway : 0);
        break;
    }
    return traits;
}

} // namespace

quint16 traitsOfWord(QStringView text)
{
    quint16 traits = trimmedToWord(text).isEmpty() ? 0 : Division::Letters;
    const QStringView open = withoutClosers(text);
    if (open.isEmpty() || u".,;:!?…-–—"_s.contains(open.back()))
        traits |= Division::Marked;
    if (std::ranges::any_of(text, [](QChar c) { return c.isUpper(); }))
        traits |= Division::Capitals;
    return traits;
}

Division divide(const Transcript &transcript, const Timings &timings, const PunctuationModel &model)
{
    if (transcript.tokens.empty())
        return {};
    Outline outline(transcript, timings, model);
    dropEmptyParagraphs(
        outline.count(), [&](TokenIndex i) { return outline.kind(i) != TokenKind::Speaker; },
        [&](TokenIndex i) { return outline.borders[size_t(i)] == Outline::Paragraph; },
        [&](TokenIndex i) { outline.borders[size_t(i)] = Outline::None; });
    placeCues(outline);
    divideSentences(outline);
    divideParagraphs(outline);
    Division division;
    division.isJudged = outline.isJudged();
    division.traits.reserve(transcript.tokens.size());
    for (TokenIndex i = 0; i < outline.count(); ++i)
        division.traits.push_back(traitsOf(outline, i));
    applyCasings(outline, division);
    return division;
}

} // namespace earmark::reading
