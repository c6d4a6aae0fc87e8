// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/outline.h"

#include "reading/punctuation.h"
#include "reading/wordclass.h"
#include "transcript/torntokens.h"

#include <algorithm>
#include <utility>

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

// Where the source's own marks end sentences for certain.
struct GivenEnds {
    int all = 0;
    int stops = 0;
    int capitals = 0; // after stops
    bool atLast = false;
};

GivenEnds givenEnds(const Outline &outline)
{
    GivenEnds ends;
    for (TokenIndex i = 0; i < outline.count(); ++i) {
        if (!outline.isWord(i))
            continue;
        ends.atLast = endsForCertain(outline, i);
        if (!ends.atLast)
            continue;
        ++ends.all;
        // After "What?" often comes "he said".
        if (!withoutClosers(outline.transcript.tokenText(i)).endsWith(u'.'))
            continue;
        ++ends.stops;
        const TokenIndex after = i + 1;
        const QStringView next =
            after < outline.count() ? trimmedToWord(outline.transcript.tokenText(after)) : QStringView();
        ends.capitals += next.isEmpty() || next.front().isUpper() ? 1 : 0;
    }
    return ends;
}

// Whether a text of so many words has its sentences from its source. Marks that are rare may have come with
// single words, such as "really?" or "Yahoo!" in what is a captioner's otherwise.
bool speakOfSentences(const GivenEnds &ends, int words)
{
    constexpr int usual = 15; // words to a sentence
    constexpr int most = 45;
    constexpr int few = 3;
    if (words <= ends.all * usual)
        return ends.all > 0;
    const bool isEnough = ends.all >= few || ends.atLast;
    const bool hasStatements = ends.stops * 4 >= ends.all;
    return words <= ends.all * most && isEnough && hasStatements;
}

// "am" of "a.m.", "US" of "U.S."; empty: the token is nothing of the kind.
QString lettersOfInitials(QStringView token)
{
    const QStringView word = token.contains(u'.') ? trimmedToWord(token) : QStringView();
    QString letters;
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (i % 2 == 0 ? !word[i].isLetter() : word[i] != u'.')
            return {};
        if (i % 2 == 0)
            letters += word[i];
    }
    return letters.size() > 1 ? letters : QString();
}

bool isWrittenSmall(const QString &letters)
{
    const QString small = letters.toLower();
    return small == u"am" || small == u"pm" || small == u"eg" || small == u"ie";
}

// A mark that stands alone or a dash takes over the judgement of the word before it, so that a
// sentence ends behind it. Initials are judged without their points, of which the model would learn
// nothing but that there is one.
std::vector<Judgement> judge(const Outline &outline, const PunctuationModel &model)
{
    constexpr float never = -20;
    std::vector<QStringView> words(size_t(outline.count()));
    std::vector<std::pair<TokenIndex, QString>> initials;
    for (TokenIndex i = 0; i < outline.count(); ++i) {
        words[size_t(i)] = outline.isWord(i) ? outline.transcript.tokenText(i) : QStringView();
        if (QString letters = lettersOfInitials(words[size_t(i)]); !letters.isEmpty()) {
            initials.emplace_back(i, std::move(letters));
            words[size_t(i)] = initials.back().second;
        }
    }
    std::vector<Judgement> judgements = model.judge(words);
    for (const auto &[token, letters] : initials)
        judgements[size_t(token)].casing = isWrittenSmall(letters) ? Casing::Lower : Casing::Upper;
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
    for (TokenIndex i = 0; i < count(); ++i) {
        words += isWord(i) ? 1 : 0;
        known += classOf(i) != 0 ? 1 : 0;
    }
    // About half of an English text is in the lists; of a German one, some words look the same.
    hasKnownWords = known * 3 > words;
    hasNames = writesNames(*this);
    const GivenEnds ends = givenEnds(*this);
    isPunctuated = speakOfSentences(ends, words);
    isCased = ends.capitals * 2 > ends.stops;
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
