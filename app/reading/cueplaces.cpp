// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/outline.h"

#include "reading/wordclass.h"

#include <algorithm>

namespace earmark::reading {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

bool isSectionCue(const Outline &outline, TokenIndex first, TokenIndex last)
{
    for (TokenIndex i = first; i <= last; ++i) {
        const QString word = coreOf(outline.transcript.tokenText(i));
        if (word.isEmpty() || word == u"music"_s || word == u"theme"_s || word == u"jingle"_s || word == u"break"_s)
            return true;
    }
    return false;
}

enum class Place { First, Between, Inside, BeforeLastWord };

// Captioners put a sound one word too early when it begins while somebody still speaks: "this is the
// [Music] daily". What stands before it then cannot be an end.
Place placeOf(const Outline &outline, TokenIndex first, TokenIndex last)
{
    const TokenIndex next = last + 1;
    if (first == 0 || outline.kind(first - 1) == TokenKind::Speaker || outline.hasBorder(first))
        return Place::First;
    if (next >= outline.count() || outline.hasBorder(next) || endsSentence(outline, first - 1))
        return Place::Between;
    if (outline.isPunctuated)
        return Place::Inside;
    if (outline.isJudged()) {
        // Music hardly ever begins in the midst of what is said, so one of the two is an end.
        constexpr float unthinkable = -2;
        constexpr float trustInMusic = 1.5F;
        const float here = outline.judgements[size_t(first - 1)].end;
        const bool isLate = here < unthinkable && isSectionCue(outline, first, last);
        const float later = outline.judgements[size_t(next)].end + (isLate ? trustInMusic : 0);
        return std::max(here, later) <= 0 ? Place::Inside : here >= later ? Place::Between : Place::BeforeLastWord;
    }
    const bool cannotEnd = (outline.classOf(first - 1) & (NeverEnds | Incomplete | OpensClause)) != 0;
    if (!cannotEnd && startScore(outline, next) > 0.2F)
        return Place::Between;
    const TokenIndex after = next + 1;
    if (after >= outline.count() || !outline.isWord(after) || (outline.classOf(next) & (NeverEnds | Incomplete)) != 0)
        return Place::Inside;
    const float words = startScore(outline, after);
    const float pause = outline.pauseBefore(after);
    if (pause >= 0 && pause < outline.longPause)
        return words > 0.6F ? Place::BeforeLastWord : Place::Inside;
    return words > (cannotEnd ? -3.1F : 0.2F) ? Place::BeforeLastWord : Place::Inside;
}

// A cue stands in the sentence it interrupts. Between two sentences it goes with the one before it, as
// laughter does with what is laughed at; with the one after it only where a paragraph or turn begins.
void placeRun(Outline &outline, TokenIndex first, TokenIndex last)
{
    const Place place = placeOf(outline, first, last);
    if (place == Place::Inside || place == Place::First)
        return;
    const TokenIndex next = last + (place == Place::BeforeLastWord ? 2 : 1);
    // Paragraphs that the source gives are not cut up by its cues.
    const bool section = isSectionCue(outline, first, last) && !outline.hasParagraphs;
    outline.raise(next, section ? Outline::Paragraph : Outline::Sentence);
}

} // namespace

void placeCues(Outline &outline)
{
    for (TokenIndex i = 0; i < outline.count(); ++i) {
        if (outline.kind(i) != TokenKind::Cue)
            continue;
        TokenIndex last = i;
        while (last + 1 < outline.count() && outline.kind(last + 1) == TokenKind::Cue
               && outline.borders[size_t(last + 1)] != Outline::Paragraph)
            ++last;
        placeRun(outline, i, last);
        i = last;
    }
}

} // namespace earmark::reading
