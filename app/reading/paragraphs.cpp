// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/outline.h"

#include <algorithm>

namespace earmark::reading {

using namespace transcript;

namespace {

constexpr int shortest = 50; // words
constexpr int longest = 120;
constexpr int longestGiven = 220; // of a paragraph that the source itself gives

struct SentenceStart {
    TokenIndex token = 0;
    int wordsBefore = 0; // in the paragraph
};

// The words decide; a pause, which stands inside clauses too, only between places that are about as
// good.
float paragraphScore(const Outline &outline, const SentenceStart &start)
{
    const float pause = outline.pauseBefore(start.token);
    const float silence = pause < 0 ? 0 : std::clamp(pause / outline.longPause - 1, -0.5F, 0.5F);
    // Two thirds between shortest and longest would do; the place matters less than the reason.
    const float middle = -std::abs(float(start.wordsBefore - 85)) / 60.0F;
    return outline.strengths[size_t(start.token)] + silence + middle;
}

// Divides the paragraph [begin, end) at sentences, best places first come.
void dividePart(Outline &outline, TokenIndex begin, TokenIndex end)
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
                && (best == starts.end() || paragraphScore(outline, *start) > paragraphScore(outline, *best)))
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

} // namespace

void divideParagraphs(Outline &outline)
{
    const int limit = outline.hasParagraphs ? longestGiven : longest;
    for (TokenIndex begin = 0; begin < outline.count();) {
        TokenIndex end = begin + 1;
        while (end < outline.count() && outline.borders[size_t(end)] != Outline::Paragraph)
            ++end;
        if (wordsIn(outline, begin, end) > limit)
            dividePart(outline, begin, end);
        begin = end;
    }
}

} // namespace earmark::reading
