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
