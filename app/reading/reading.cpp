// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/reading.h"

#include "transcript/torntokens.h"

#include <algorithm>

namespace earmark::reading {

using namespace transcript;

namespace {

size_t spanOf(const auto &spans, TokenIndex token, auto first)
{
    const auto after = std::upper_bound(spans.begin(), spans.end(), token,
                                        [&first](TokenIndex t, const auto &span) { return t < first(span); });
    return after == spans.begin() ? 0 : size_t(after - spans.begin()) - 1;
}

} // namespace

std::optional<TokenIndex> tokenAtPosition(const Reading &reading, qint32 position)
{
    const std::vector<TextRange> &ranges = reading.tokenRanges;
    if (ranges.empty())
        return std::nullopt;
    const auto after = std::upper_bound(ranges.begin(), ranges.end(), position,
                                        [](qint32 p, const TextRange &range) { return p < range.begin; });
    auto found = after;
    while (found != ranges.begin() && std::prev(found)->isEmpty())
        --found;
    if (found == ranges.begin()) {
        // Nothing shown lies before: the first token that is shown, or just the first.
        found = std::find_if(ranges.begin(), ranges.end(), [](const TextRange &range) { return !range.isEmpty(); });
        return found == ranges.end() ? 0 : TokenIndex(found - ranges.begin());
    }
    return TokenIndex(found - ranges.begin()) - 1;
}

TextRange rangeOf(const Reading &reading, TokenSpan span)
{
    const auto count = TokenIndex(reading.tokenRanges.size());
    TokenIndex first = std::max(span.first, 0);
    TokenIndex last = std::min(span.last, count - 1);
    while (first <= last && reading.tokenRanges[size_t(first)].isEmpty())
        ++first;
    while (last > first && reading.tokenRanges[size_t(last)].isEmpty())
        --last;
    if (first <= last)
        return {reading.tokenRanges[size_t(first)].begin, reading.tokenRanges[size_t(last)].end};
    const qint32 at = first < count ? reading.tokenRanges[size_t(first)].begin : qint32(reading.text.size());
    return {at, at};
}

size_t sentenceOf(const Reading &reading, TokenIndex token)
{
    return spanOf(reading.sentences, token, [](const TokenSpan &span) { return span.first; });
}

size_t paragraphOf(const Reading &reading, TokenIndex token)
{
    return spanOf(reading.paragraphs, token, [](const Paragraph &paragraph) { return paragraph.span.first; });
}

QString speakerAt(const Reading &reading, TokenIndex token)
{
    if (reading.paragraphs.empty())
        return {};
    size_t paragraph = paragraphOf(reading, token);
    while (paragraph > 0 && !reading.paragraphs[paragraph].startsTurn)
        --paragraph;
    return reading.paragraphs[paragraph].speaker;
}

// "$5." and "5" are one number to whoever reads.
TokenSpan wholeWords(const Reading &reading, TokenSpan span)
{
    const std::vector<TextRange> &ranges = reading.tokenRanges;
    const auto count = TokenIndex(ranges.size());
    const auto isTorn = [&ranges](TokenIndex token) {
        const TextRange &here = ranges[size_t(token)];
        const TextRange &before = ranges[size_t(token) - 1];
        return !here.isEmpty() && !before.isEmpty() && before.end == here.begin;
    };
    TokenIndex first = std::max(span.first, 0);
    TokenIndex last = std::min(span.last, count - 1);
    while (first > 0 && first < count && isTorn(first))
        --first;
    while (last >= 0 && last + 1 < count && isTorn(last + 1))
        ++last;
    return {first, last};
}

std::vector<TokenSpan> joinedWords(const Reading &reading)
{
    std::vector<TokenSpan> joined;
    const auto count = TokenIndex(reading.tokenRanges.size());
    for (TokenIndex i = 0; i < count;) {
        const TokenSpan whole = wholeWords(reading, {i, i});
        if (whole.first < whole.last)
            joined.push_back(whole);
        i = whole.last + 1;
    }
    return joined;
}

QString quote(const Reading &reading, const Transcript &transcript, TokenSpan span)
{
    const auto [first, last] = wholeWords(reading, {span.first, std::min(span.last, transcript.count() - 1)});
    const auto isCue = [&transcript](TokenIndex i) { return transcript.tokens[size_t(i)].kind == TokenKind::Cue; };
    bool hasWords = false;
    for (TokenIndex i = first; i <= last && !hasWords; ++i)
        hasWords = !isCue(i) && !reading.tokenRanges[size_t(i)].isEmpty();
    QString text;
    TokenIndex before = -1;
    for (TokenIndex i = first; i <= last; ++i) {
        const TextRange range = reading.tokenRanges[size_t(i)];
        if (range.isEmpty() || (hasWords && isCue(i)))
            continue;
        const QStringView token = QStringView(reading.text).mid(range.begin, range.end - range.begin);
        const bool glued =
            before >= 0 && (reading.tokenRanges[size_t(before)].end == range.begin || isLonePunctuation(token));
        if (!text.isEmpty() && !glued)
            text += u' ';
        text += token;
        before = i;
    }
    return text;
}

} // namespace earmark::reading
