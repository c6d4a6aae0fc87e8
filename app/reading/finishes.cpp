// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/outline.h"

#include "reading/wordclass.h"

#include <algorithm>

namespace earmark::reading {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

bool hasLetters(const Outline &outline, TokenIndex i)
{
    return outline.isWord(i) && !trimmedToWord(outline.transcript.tokenText(i)).isEmpty();
}

// Whether the source has set something after the word, be it a dash.
bool hasMark(const Outline &outline, TokenIndex i)
{
    const QStringView text = withoutClosers(outline.transcript.tokenText(i));
    return text.isEmpty() || u".,;:!?…-–—"_s.contains(text.back());
}

bool isWrittenWithCapitals(QStringView token)
{
    return std::ranges::any_of(token, [](QChar c) { return c.isUpper(); });
}

// The casing of a word inside a sentence. Where the source has capitals of its own for names, or the
// word has one, that is what it is.
Casing casingInside(const Outline &outline, TokenIndex i)
{
    const QString core = coreOf(outline.transcript.tokenText(i));
    if (core == u"i"_s || core.startsWith(u"i'"_s))
        return Casing::Capitalised;
    return outline.hasNames ? Casing::Lower : outline.judgements[size_t(i)].casing;
}

} // namespace

std::vector<Finish> finishesOf(const Outline &outline)
{
    if (!outline.isJudged())
        return {};
    std::vector<Finish> finishes(size_t(outline.count()));
    TokenIndex last = -1; // word of the sentence so far
    const auto endSentence = [&] {
        if (last >= 0 && !hasMark(outline, last))
            finishes[size_t(last)].mark = outline.judgements[size_t(last)].isQuestion ? u'?' : u'.';
        last = -1;
    };
    for (TokenIndex i = 0; i < outline.count(); ++i) {
        if (outline.hasBorder(i))
            endSentence();
        if (!outline.isWord(i))
            continue;
        const bool next = i + 1 < outline.count() && outline.joined[size_t(i + 1)] == 0;
        if (!hasLetters(outline, i)) {
            // What closes the sentence is there.
            if (last >= 0 && hasMark(outline, i))
                last = i;
            continue;
        }
        if (!isWrittenWithCapitals(outline.transcript.tokenText(i))) {
            const Casing inside = casingInside(outline, i);
            finishes[size_t(i)].casing = last < 0 && inside == Casing::Lower ? Casing::Capitalised : inside;
        }
        if (next && outline.judgements[size_t(i)].comma > 0 && !hasMark(outline, i))
            finishes[size_t(i)].mark = u',';
        last = i;
    }
    endSentence();
    return finishes;
}

} // namespace earmark::reading
