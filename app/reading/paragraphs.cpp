// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/outline.h"

#include <algorithm>
#include <cmath>

namespace earmark::reading {

using namespace transcript;

namespace {

constexpr int shortest = 50; // words
constexpr int longest = 120;
constexpr int longestGiven = 220; // of a paragraph that the source itself gives

// Characters, for what words do not measure: scripts without spaces, cues over cues. No window lays
// out a whole book as one paragraph in a moment.
constexpr qint32 mostCharacters = 2000;
constexpr qint32 mostCharactersGiven = 20000;

struct SentenceStart {
    TokenIndex token = 0;
    int wordsBefore = 0; // in the paragraph
};

// What a pause says depends on who speaks: one that is among this text's longest is where another person or
// another topic begins, most others stand inside clauses too.
class Silences
{
public:
    explicit Silences(const Outline &outline) : m_outline(outline)
    {
        for (TokenIndex i = 1; i < outline.count(); ++i) {
            if (const float pause = outline.pauseBefore(i); pause > 0)
                m_pauses.push_back(pause);
        }
        std::ranges::sort(m_pauses);
    }

    // Between -0.5 for none and 3 for one of the longest.
    [[nodiscard]] float scoreBefore(TokenIndex token) const
    {
        constexpr size_t enough = 40;
        constexpr float least = -0.5F;
        constexpr float most = 3;
        constexpr float longest = 0.05F; // of all pauses: in speech, about one a paragraph
        const float pause = m_outline.pauseBefore(token);
        if (pause < 0)
            return 0;
        const float byLength = pause / m_outline.longPause - 1;
        if (m_pauses.size() < enough)
            return std::clamp(byLength, least, 0.5F);
        const auto shorter = size_t(std::ranges::lower_bound(m_pauses, pause) - m_pauses.begin());
        const float share = std::max(float(m_pauses.size() - shorter) / float(m_pauses.size()), longest);
        const float byRank = least + (most - least) * std::log(share) / std::log(longest);
        // Where all are about the same, the longest are nothing special.
        const float byMedian = 1.5F * (pause / m_pauses[m_pauses.size() / 2] - 1);
        return std::clamp(std::min(byRank, byMedian), least, most);
    }

private:
    const Outline &m_outline;
    std::vector<float> m_pauses; // rising
};

// The words decide between places that are about as good.
float paragraphScore(const Outline &outline, const Silences &silences, const SentenceStart &start)
{
    // Two thirds between shortest and longest would do; the place matters less than the reason.
    const float middle = -std::abs(float(start.wordsBefore - 85)) / 60.0F;
    return outline.strengths[size_t(start.token)] + silences.scoreBefore(start.token) + middle;
}

// Divides the paragraph [begin, end) at sentences, best places first come.
void dividePart(Outline &outline, const Silences &silences, TokenIndex begin, TokenIndex end)
{
    std::vector<SentenceStart> starts;
    int words = 0;
    const auto restartAfter = [&](size_t chosen) {
        const int before = starts[chosen].wordsBefore;
        starts.erase(starts.begin(), starts.begin() + qsizetype(chosen) + 1);
        for (SentenceStart &start : starts)
            start.wordsBefore -= before;
        words -= before;
    };
    for (TokenIndex i = begin; i < end; ++i) {
        if (i > begin && outline.borders[size_t(i)] == Outline::Sentence)
            starts.push_back({i, words});
        words += outline.isWord(i) ? 1 : 0;
        if (words <= longest)
            continue;
        auto best = starts.end();
        for (auto start = starts.begin(); start != starts.end(); ++start) {
            if (start->wordsBefore >= shortest
                && (best == starts.end()
                    || paragraphScore(outline, silences, *start) > paragraphScore(outline, silences, *best)))
                best = start;
        }
        if (best == starts.end()) {
            // Only an overlong sentence has no place inside; the next one will do.
            if (starts.empty() || starts.back().token != i)
                continue;
            best = std::prev(starts.end());
        }
        outline.raise(best->token, Outline::Paragraph);
        restartAfter(size_t(best - starts.begin()));
    }
}

int wordsIn(const Outline &outline, TokenIndex begin, TokenIndex end)
{
    int words = 0;
    for (TokenIndex i = begin; i < end; ++i)
        words += outline.isWord(i) ? 1 : 0;
    return words;
}

qint32 charactersOf(const Outline &outline, TokenIndex i)
{
    return outline.kind(i) == TokenKind::Speaker ? 0 : outline.transcript.tokens[size_t(i)].length + 1;
}

// Where a part could end; the first token never is one.
struct Cut {
    TokenIndex token = 0;
    qint32 lengthBefore = 0; // in the part
};

// Divides [begin, end) so that no part is longer than `mostCharacters`, unless it is one token: after
// a sentence where one ends in the part's second half, else between any two tokens.
void cutPart(Outline &outline, TokenIndex begin, TokenIndex end)
{
    qint32 length = 0;
    Cut sentence;
    Cut token;
    const auto cutAt = [&](const Cut cut) {
        outline.raise(cut.token, Outline::Paragraph);
        length -= cut.lengthBefore;
        token.lengthBefore -= cut.lengthBefore;
        sentence = {};
        if (token.token == cut.token)
            token = {};
    };
    for (TokenIndex i = begin; i < end; ++i) {
        if (length > 0 && outline.joined[size_t(i)] == 0 && outline.kind(i) != TokenKind::Speaker) {
            token = {i, length};
            if (outline.hasBorder(i) && length > mostCharacters / 2)
                sentence = token;
        }
        length += charactersOf(outline, i);
        if (length > mostCharacters && sentence.token != 0)
            cutAt(sentence);
        if (length > mostCharacters && token.token != 0)
            cutAt(token);
    }
}

// Where words alone found no place.
void limitCharacters(Outline &outline)
{
    const qint32 limit = outline.hasParagraphs ? mostCharactersGiven : mostCharacters;
    for (TokenIndex begin = 0; begin < outline.count();) {
        qint32 length = charactersOf(outline, begin);
        TokenIndex end = begin + 1;
        for (; end < outline.count() && outline.borders[size_t(end)] != Outline::Paragraph; ++end)
            length += charactersOf(outline, end);
        if (length > limit)
            cutPart(outline, begin, end);
        begin = end;
    }
}

} // namespace

void divideParagraphs(Outline &outline)
{
    const int limit = outline.hasParagraphs ? longestGiven : longest;
    const Silences silences(outline);
    for (TokenIndex begin = 0; begin < outline.count();) {
        TokenIndex end = begin + 1;
        while (end < outline.count() && outline.borders[size_t(end)] != Outline::Paragraph)
            ++end;
        if (wordsIn(outline, begin, end) > limit)
            dividePart(outline, silences, begin, end);
        begin = end;
    }
    limitCharacters(outline);
}

} // namespace earmark::reading
