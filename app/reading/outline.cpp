// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/outline.h"

#include "reading/punctuation.h"
#include "reading/wordclass.h"
#include "transcript/torntokens.h"

#include <algorithm>

namespace earmark::reading {

using namespace transcript;

namespace {

// Sentences are told apart by the longer pauses, and what is long depends on who speaks: about one
// word in ten is followed by such a pause.
float longPauseOf(const Outline &outline)
{
    constexpr float usual = 0.35F;
    constexpr size_t enough = 40;
    std::vector<float> pauses;
    for (TokenIndex i = 1; i < outline.count(); ++i) {
        if (const float pause = outline.pauseBefore(i); pause >= 0)
            pauses.push_back(pause);
    }
    if (pauses.size() < enough)
        return usual;
    const auto place = pauses.begin() + qsizetype(pauses.size()) * 9 / 10;
    std::nth_element(pauses.begin(), place, pauses.end());
    return std::clamp(*place, 0.2F, 0.7F);
}

// Of the words that could begin with a capital in an English text; "I" always does.
bool writesNames(const Outline &outline)
{
    constexpr int wordsPerName = 150;
    int words = 0;
    int names = 0;
    for (TokenIndex i = 0; i < outline.count(); ++i) {
        const QStringView word = outline.isWord(i) ? trimmedToWord(outline.transcript.tokenText(i)) : QStringView();
        if (word.isEmpty() || word == u"I" || word.startsWith(u"I'") || word.startsWith(u"I’"))
            continue;
        ++words;
        names += word.front().isUpper() ? 1 : 0;
    }
    return names * wordsPerName > words;
}

// A mark that stands alone or a dash takes over the judgement of the word before it, so that a
// sentence ends behind it.
std::vector<Judgement> judge(const Outline &outline, const PunctuationModel &model)
{
    constexpr float never = -20;
    std::vector<QStringView> words(size_t(outline.count()));
    for (TokenIndex i = 0; i < outline.count(); ++i)
        words[size_t(i)] = outline.isWord(i) ? outline.transcript.tokenText(i) : QStringView();
    std::vector<Judgement> judgements = model.judge(words);
    for (TokenIndex i = 0; i < outline.count(); ++i) {
        Judgement &here = judgements[size_t(i)];
        if (!outline.isWord(i)) {
            here.end = here.comma = never;
        } else if (trimmedToWord(words[size_t(i)]).isEmpty() && i > 0) {
            here = judgements[size_t(i - 1)];
            judgements[size_t(i - 1)].end = judgements[size_t(i - 1)].comma = never;
        } else if (i > 0 && outline.joined[size_t(i)] != 0) {
            judgements[size_t(i - 1)].end = judgements[size_t(i - 1)].comma = never;
        }
    }
    return judgements;
}

} // namespace

Outline::Outline(const Transcript &t, const Timings &w, const PunctuationModel &model)
    : transcript(t), timings(w), classes(classify(t)), borders(t.tokens.size(), None), strengths(t.tokens.size())
{
    const std::vector<quint8> starts = findGivenStarts(transcript);
    joined = findTornTokens(transcript, starts);
    for (size_t i = 0; i < starts.size(); ++i)
        borders[i] = starts[i] != 0 ? Paragraph : None;
    hasParagraphs = !transcript.paragraphStarts.empty();
    longPause = longPauseOf(*this);

    int words = 0;
    int known = 0;
    int ends = 0;
    int stops = 0;
    int capitals = 0;
    for (TokenIndex i = 0; i < count(); ++i) {
        words += isWord(i) ? 1 : 0;
        known += classOf(i) != 0 ? 1 : 0;
        const QStringView text = isWord(i) ? withoutClosers(transcript.tokenText(i)) : QStringView();
        const bool torn = i + 1 < count() && joined[size_t(i + 1)] != 0; // "$5." before "5 million"
        if (torn || text.size() < 2 || !(text.endsWith(u'.') || text.endsWith(u'?') || text.endsWith(u'!')))
            continue;
        ++ends;
        // After "What?" often comes "he said".
        if (!text.endsWith(u'.'))
            continue;
        ++stops;
        const QStringView next = i + 1 < count() ? trimmedToWord(transcript.tokenText(i + 1)) : QStringView();
        capitals += next.isEmpty() || next.front().isUpper() ? 1 : 0;
    }
    constexpr int wordsPerEnd = 45;
    isPunctuated = ends > 0 && words <= ends * wordsPerEnd;
    isCased = capitals * 2 > stops;
    // About half of an English text is in the lists; of a German one, some words look the same.
    hasKnownWords = known * 3 > words;
    hasNames = writesNames(*this);
    if (!isPunctuated && hasKnownWords && !model.isEmpty()) {
        judgements = judge(*this, model);
        hearPauses(*this, model.zeros());
        heedCertainties(*this);
    }
}

void Outline::raise(TokenIndex i, Border border)
{
    if (i < count())
        borders[size_t(i)] = std::max(borders[size_t(i)], border);
}

float Outline::pauseBefore(TokenIndex i) const
{
    if (i <= 0 || size_t(i) >= timings.size())
        return -1;
    const WordTiming &before = timings[size_t(i - 1)];
    const WordTiming &after = timings[size_t(i)];
    if (before.origin == TimingOrigin::Estimated || after.origin == TimingOrigin::Estimated)
        return -1;
    return std::max(0.0F, float((after.start - before.end).count()) / 1000.0F);
}

} // namespace earmark::reading
