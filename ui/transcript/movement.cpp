// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/movement.h"

#include <algorithm>

namespace earmark::ui {
namespace {

// The first shown token of a span; nullopt where none of it is shown.
std::optional<TokenIndex> shownIn(const Reading &reading, TokenSpan span)
{
    const auto token = shownFrom(reading, span.first);
    return token && *token <= span.last ? token : std::nullopt;
}

template <class Spans, class ToSpan>
std::optional<TokenIndex> firstShownFrom(const Reading &reading, const Spans &spans, size_t index, ToSpan toSpan)
{
    for (; index < spans.size(); ++index) {
        if (const auto token = shownIn(reading, toSpan(spans[index])))
            return token;
    }
    return std::nullopt;
}

template <class Spans, class ToSpan>
std::optional<TokenIndex> lastShownBefore(const Reading &reading, const Spans &spans, size_t index, ToSpan toSpan)
{
    while (index-- > 0) {
        if (const auto token = shownIn(reading, toSpan(spans[index])))
            return token;
    }
    return std::nullopt;
}

TokenSpan sentenceSpan(TokenSpan sentence)
{
    return sentence;
}

TokenSpan paragraphSpan(const reading::Paragraph &paragraph)
{
    return paragraph.span;
}

} // namespace

bool isShown(const Reading &reading, TokenIndex token)
{
    return token >= 0 && size_t(token) < reading.tokenRanges.size() && !reading.tokenRanges[size_t(token)].isEmpty();
}

std::optional<TokenIndex> shownFrom(const Reading &reading, TokenIndex token)
{
    for (token = std::max(token, 0); size_t(token) < reading.tokenRanges.size(); ++token) {
        if (isShown(reading, token))
            return token;
    }
    return std::nullopt;
}

std::optional<TokenIndex> shownBefore(const Reading &reading, TokenIndex token)
{
    token = std::min(token, TokenIndex(reading.tokenRanges.size()));
    while (token-- > 0) {
        if (isShown(reading, token))
            return token;
    }
    return std::nullopt;
}

namespace {

TokenSpan turnAt(const Reading &reading, TokenIndex token)
{
    size_t first = reading::paragraphOf(reading, token);
    size_t last = first;
    while (first > 0 && !reading.paragraphs[first].startsTurn)
        --first;
    while (last + 1 < reading.paragraphs.size() && !reading.paragraphs[last + 1].startsTurn)
        ++last;
    return {reading.paragraphs[first].span.first, reading.paragraphs[last].span.last};
}

// With the tokens that are not shown.
TokenSpan wholeUnitAt(const Reading &reading, TokenIndex token, Unit unit)
{
    switch (unit) {
    case Unit::Word: return {token, token};
    case Unit::Sentence: return reading.sentences[reading::sentenceOf(reading, token)];
    case Unit::Paragraph: return reading.paragraphs[reading::paragraphOf(reading, token)].span;
    case Unit::Turn: return turnAt(reading, token);
    }
    Q_UNREACHABLE();
}

} // namespace

TokenSpan unitAt(const Reading &reading, TokenIndex token, Unit unit)
{
    const TokenSpan whole = wholeUnitAt(reading, token, unit);
    const auto first = shownFrom(reading, whole.first);
    const auto last = shownBefore(reading, whole.last + 1);
    if (!first || !last || *first > whole.last || *last < whole.first)
        return {token, token};
    return {*first, *last};
}

std::optional<TokenIndex> nextStart(const Reading &reading, TokenIndex token, Unit unit)
{
    return shownFrom(reading, wholeUnitAt(reading, token, unit).last + 1);
}

std::optional<TokenIndex> previousStart(const Reading &reading, TokenIndex token, Unit unit)
{
    const TokenIndex here = unitAt(reading, token, unit).first;
    if (here < token)
        return here;
    const auto before = shownBefore(reading, wholeUnitAt(reading, token, unit).first);
    return before ? std::optional(unitAt(reading, *before, unit).first) : std::nullopt;
}

std::optional<TokenIndex> nextEnd(const Reading &reading, TokenIndex token, Unit unit)
{
    const TokenIndex here = unitAt(reading, token, unit).last;
    if (here > token)
        return here;
    const auto after = nextStart(reading, token, unit);
    return after ? std::optional(unitAt(reading, *after, unit).last) : std::nullopt;
}

std::optional<TokenIndex> previousEnd(const Reading &reading, TokenIndex token, Unit unit)
{
    return shownBefore(reading, wholeUnitAt(reading, token, unit).first);
}

TokenIndex headMoved(const Reading &reading, TokenIndex anchor, TokenIndex head, Unit unit, Way way)
{
    if (way == Way::Forward) {
        if (head >= anchor)
            return nextEnd(reading, head, unit).value_or(head);
        return std::min(nextStart(reading, head, unit).value_or(anchor), anchor);
    }
    if (head <= anchor)
        return previousStart(reading, head, unit).value_or(head);
    return std::max(previousEnd(reading, head, unit).value_or(anchor), anchor);
}

TokenSpan edgeMoved(const Reading &reading, TokenSpan span, Edge edge, Unit unit, Way way)
{
    if (edge == Edge::End) {
        const auto last =
            way == Way::Forward ? nextEnd(reading, span.last, unit) : previousEnd(reading, span.last, unit);
        return last && *last >= span.first ? TokenSpan{span.first, *last} : span;
    }
    const auto first =
        way == Way::Forward ? nextStart(reading, span.first, unit) : previousStart(reading, span.first, unit);
    return first && *first <= span.last ? TokenSpan{*first, span.last} : span;
}

TokenSpan sentencesFrom(const Reading &reading, TokenIndex token, int count)
{
    TokenSpan span = reading.sentences[reading::sentenceOf(reading, token)];
    for (; count > 1; --count) {
        const auto next = nextStart(reading, span.last, Unit::Sentence);
        if (!next)
            break;
        span.last = reading.sentences[reading::sentenceOf(reading, *next)].last;
    }
    return span;
}

std::optional<TokenIndex> nextSentence(const Reading &reading, TokenIndex token)
{
    return firstShownFrom(reading, reading.sentences, reading::sentenceOf(reading, token) + 1, sentenceSpan);
}

std::optional<TokenIndex> previousSentence(const Reading &reading, TokenIndex token)
{
    return lastShownBefore(reading, reading.sentences, reading::sentenceOf(reading, token), sentenceSpan);
}

std::optional<TokenIndex> nextParagraph(const Reading &reading, TokenIndex token)
{
    return firstShownFrom(reading, reading.paragraphs, reading::paragraphOf(reading, token) + 1, paragraphSpan);
}

std::optional<TokenIndex> previousParagraph(const Reading &reading, TokenIndex token)
{
    const size_t paragraph = reading::paragraphOf(reading, token);
    const auto start = shownIn(reading, reading.paragraphs[paragraph].span);
    if (start && reading::sentenceOf(reading, *start) < reading::sentenceOf(reading, token))
        return start;
    return lastShownBefore(reading, reading.paragraphs, paragraph, paragraphSpan);
}

std::optional<TokenIndex> firstSentence(const Reading &reading)
{
    return firstShownFrom(reading, reading.sentences, 0, sentenceSpan);
}

std::optional<TokenIndex> lastSentence(const Reading &reading)
{
    return lastShownBefore(reading, reading.sentences, reading.sentences.size(), sentenceSpan);
}

} // namespace earmark::ui
