// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/outline.h"

#include "reading/wordclass.h"
#include "transcript/torntokens.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace earmark::reading {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

// A name or a number follows these; they never end a sentence.
bool isTitle(const QString &core)
{
    static const QSet<QString> titles{u"mr"_s,  u"mrs"_s, u"ms"_s,  u"dr"_s,  u"prof"_s, u"st"_s,    u"gen"_s,
                                      u"sen"_s, u"rep"_s, u"gov"_s, u"lt"_s,  u"col"_s,  u"capt"_s,  u"sgt"_s,
                                      u"rev"_s, u"hon"_s, u"mt"_s,  u"ft"_s,  u"vs"_s,   u"fig"_s,   u"approx"_s,
                                      u"e.g"_s, u"i.e"_s, u"cf"_s,  u"maj"_s, u"pres"_s, u"messrs"_s};
    return titles.contains(core);
}

// These may end one.
bool isAbbreviation(const QString &core)
{
    static const QSet<QString> words{u"a.m"_s,  u"p.m"_s, u"u.s"_s, u"u.k"_s, u"u.n"_s,  u"u.s.a"_s, u"d.c"_s,
                                     u"jr"_s,   u"sr"_s,  u"inc"_s, u"ltd"_s, u"co"_s,   u"corp"_s,  u"etc"_s,
                                     u"dept"_s, u"est"_s, u"no"_s,  u"jan"_s, u"feb"_s,  u"aug"_s,   u"sept"_s,
                                     u"oct"_s,  u"nov"_s, u"dec"_s, u"ave"_s, u"blvd"_s, u"ph.d"_s,  u"m.d"_s};
    const bool initial = core.size() == 1 && core.front().isLetter() && core != u"i"_s;
    // "No." is "number" only before one, see below.
    return words.contains(core) || initial || (core.contains(u'.') && core.size() <= 7 && core.front().isLetter());
}

bool startsLikeSentence(const Outline &outline, TokenIndex i)
{
    if (i >= outline.count() || !outline.isWord(i))
        return true;
    const quint32 any =
        NeverEnds | Opening | Contraction | Subject | MaybeSubject | Question | Conjunction | Preposition;
    const QStringView word = trimmedToWord(outline.transcript.tokenText(i));
    return !word.isEmpty() && word.front().isUpper() && (outline.classOf(i) & any) != 0;
}

// Whether the dot at the end of token `i` is more than an abbreviation's.
bool dotEnds(const Outline &outline, TokenIndex i, QStringView text)
{
    const TokenIndex next = i + 1;
    const bool last = next >= outline.count() || !outline.isWord(next);
    const QStringView nextWord = last ? QStringView() : trimmedToWord(outline.transcript.tokenText(next));
    const QChar following = nextWord.isEmpty() ? QChar() : nextWord.front();
    const QString core = coreOf(text);
    if (core.isEmpty() || last)
        return true;
    if (core == u"no"_s)
        return !following.isDigit();
    if (isTitle(core))
        return false;
    if (std::all_of(core.begin(), core.end(), [](QChar c) { return c.isDigit() || c == u','; }))
        return following.isUpper();
    // Where a model has judged, it knows more than that "I" has a capital.
    if (isAbbreviation(core))
        return !outline.isJudged() && startsLikeSentence(outline, next);
    return !outline.isCased || !following.isLower();
}

// A sentence's cost by its length in words: nobody reads three words or fifty as one. A model that has
// judged the words knows about short ones.
float lengthCost(int words, bool isJudged)
{
    const auto length = float(words);
    if (isJudged)
        return words <= 60 ? 0.0F : 0.05F * (length - 60);
    if (words < 8)
        return 0.3F * (8 - length) + (words < 4 ? 0.8F : 0.0F);
    if (words <= 22)
        return 0;
    return words <= 30 ? 0.12F * (length - 22) : 1.0F + 0.45F * (length - 30);
}

// How silence before a word speaks for a beginning. Breath and thought make pauses inside clauses too,
// so that it says little where the words, whose score is `words`, are known and speak against one.
float pauseScore(const Outline &outline, TokenIndex i, float words)
{
    constexpr float doubtful = -0.7F;
    constexpr float mostInside = 0.1F;
    const float pause = outline.pauseBefore(i);
    if (pause < 0)
        return 0;
    const float share = pause / outline.longPause;
    if (share < 0.3F)
        return outline.hasKnownWords ? -0.3F : -0.6F;
    const float most = outline.hasKnownWords && words < doubtful ? mostInside : 3.0F;
    return std::min(most, share < 1 ? share - 0.3F : 1.0F + 0.6F * (share - 1));
}

struct Candidate {
    int place = 0; // words after the stretch's first
    float score = 0;
    float words = 0; // the part of the words in it
    float best = 0;  // of all divisions that end here
    size_t from = 0;
};

// The places in [begin, end) where a sentence may begin at all, `begin` and `end` among them. Where
// the words forbid it for long, any place does that cuts no number.
std::vector<Candidate> candidatesIn(const Outline &outline, TokenIndex begin, TokenIndex end)
{
    constexpr float unthinkable = -3.5F;
    constexpr int patience = 25;
    std::vector<Candidate> candidates(1);
    for (TokenIndex i = begin + 1; i < end; ++i) {
        if (outline.joined[size_t(i)] != 0 || !outline.isWord(i) || outline.kind(i - 1) == TokenKind::Cue)
            continue;
        const float words = startScore(outline, i);
        const float score = outline.isJudged() ? borderScore(outline, i) : words + pauseScore(outline, i, words) - 0.4F;
        if (score > unthinkable || i - begin - candidates.back().place > patience)
            candidates.push_back({i - begin, score, words});
    }
    candidates.push_back({end - begin});
    return candidates;
}

// Divides [begin, end), which has no usable punctuation, so that the sum of what speaks for each
// border and of the lengths' costs is best. Linear: a sentence has at most `longest` words, unless
// no shorter one is possible.
void divideRunOn(Outline &outline, TokenIndex begin, TokenIndex end)
{
    constexpr int mostWords = 100;
    const int longest = outline.isJudged() ? mostWords : 60;
    std::array<float, mostWords + 1> costs;
    for (int length = 0; length <= longest; ++length)
        costs[size_t(length)] = lengthCost(length, outline.isJudged());
    std::vector<Candidate> candidates = candidatesIn(outline, begin, end);
    for (size_t k = 1; k < candidates.size(); ++k) {
        Candidate &here = candidates[k];
        here.from = k - 1;
        here.best = candidates[k - 1].best - 2 * costs[size_t(longest)];
        for (size_t j = k; j > 0 && here.place - candidates[j - 1].place <= longest; --j) {
            const float value = candidates[j - 1].best - costs[size_t(here.place - candidates[j - 1].place)];
            if (value > here.best) {
                here.best = value;
                here.from = j - 1;
            }
        }
        here.best += here.score;
    }
    for (size_t k = candidates.back().from; k > 0; k = candidates[k].from) {
        const auto token = size_t(begin + candidates[k].place);
        outline.raise(TokenIndex(token), Outline::Sentence);
        // Where the source has stops of its own, a paragraph rather begins after one of them.
        outline.strengths[token] = candidates[k].words - (outline.isPunctuated ? 2.0F : 0.0F);
    }
}

// [begin, end) has no border inside yet.
void divideStretch(Outline &outline, TokenIndex begin, TokenIndex end)
{
    // A writer's long sentence is one; what a machine wrote without a stop may be several.
    const int longest = outline.isPunctuated ? 70 : outline.isJudged() ? 1 : 12;
    TokenIndex sentence = begin;
    for (TokenIndex i = begin; i < end; ++i) {
        const bool last = i + 1 == end;
        // Where the sentence before a cue ends was settled when the cue was placed.
        const bool goesOn = !last && (outline.joined[size_t(i + 1)] != 0 || !outline.isWord(i + 1));
        if (!last && (goesOn || !endsSentence(outline, i)))
            continue;
        if (!last)
            outline.raise(i + 1, Outline::Sentence);
        if (i + 1 - sentence > longest)
            divideRunOn(outline, sentence, i + 1);
        sentence = i + 1;
    }
}

} // namespace

QStringView withoutClosers(QStringView text)
{
    while (!text.isEmpty() && u"\"'”’»)]*_"_s.contains(text.back()))
        text.chop(1);
    return text;
}

bool endsSentence(const Outline &outline, TokenIndex i)
{
    if (!outline.isWord(i))
        return false;
    const QStringView token = outline.transcript.tokenText(i);
    const QStringView text = withoutClosers(token);
    if (text.isEmpty())
        return false;
    const QChar mark = text.back();
    if (u"。！？।؟"_s.contains(mark))
        return true;
    if (!u".!?…"_s.contains(mark))
        return false;
    const bool next = outline.isWord(i + 1);
    const bool lowerFollows = next && outline.transcript.tokenText(i + 1).front().isLower();
    // "What?" he said; and then... nothing.
    if (mark != u'.' || text.endsWith(u".."))
        return !(outline.isCased && lowerFollows);
    return dotEnds(outline, i, text.chopped(1));
}

bool endsForCertain(const Outline &outline, TokenIndex i)
{
    const QStringView text = outline.isWord(i) ? withoutClosers(outline.transcript.tokenText(i)) : QStringView();
    const bool joinsNext = i + 1 < outline.count() && outline.joined[size_t(i + 1)] != 0; // "$5." before "5 million"
    if (text.size() < 2 || joinsNext || !u".?!"_s.contains(text.back()))
        return false;
    if (text.back() != u'.')
        return true;
    const QString core = coreOf(text);
    // "No." rather ends one, unless a number follows.
    const bool isShortened = isTitle(core) || (isAbbreviation(core) && core != u"no"_s);
    return outline.joined[size_t(i)] == 0 && !isShortened && dotEnds(outline, i, text.chopped(1));
}

void divideSentences(Outline &outline)
{
    for (TokenIndex begin = 0; begin < outline.count();) {
        TokenIndex end = begin + 1;
        while (end < outline.count() && !outline.hasBorder(end))
            ++end;
        // A label belongs to the sentence after it, but says nothing about where it ends.
        TokenIndex first = begin;
        while (first < end && outline.kind(first) == TokenKind::Speaker)
            ++first;
        divideStretch(outline, first, end);
        begin = end;
    }
}

} // namespace earmark::reading
