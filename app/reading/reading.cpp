// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/reading.h"

#include "reading/outline.h"
#include "transcript/torntokens.h"

#include <algorithm>

namespace earmark::reading {

using namespace transcript;

namespace {

bool isShown(const Outline &outline, TokenIndex i)
{
    return outline.kind(i) != TokenKind::Speaker;
}

// A turn in which nothing is said has nothing to show: its label goes to what follows.
void dropEmptyParagraphs(Outline &outline)
{
    for (TokenIndex i = outline.count() - 1, shown = 0; i >= 0; --i) {
        shown += isShown(outline, i) ? 1 : 0;
        if (outline.borders[size_t(i)] != Outline::Paragraph)
            continue;
        // Nothing after the label either: it belongs to the paragraph before.
        if (shown == 0 && i > 0)
            outline.borders[size_t(i)] = Outline::None;
    }
    for (TokenIndex i = 0; i < outline.count(); ++i) {
        if (outline.borders[size_t(i)] != Outline::Paragraph || isShown(outline, i))
            continue;
        TokenIndex next = i;
        while (next < outline.count() && !isShown(outline, next)) {
            if (next > i)
                outline.borders[size_t(next)] = Outline::None;
            ++next;
        }
        if (next < outline.count())
            outline.borders[size_t(next)] = Outline::None;
        i = next;
    }
}

class Composer
{
public:
    explicit Composer(const Outline &outline)
        : m_outline(outline), m_finishes(finishesOf(outline)), m_turn(outline.transcript.turns.begin())
    {
    }

    Reading compose()
    {
        m_reading.text.reserve(m_outline.transcript.text.size() + m_outline.count() / 64);
        m_reading.tokenRanges.reserve(m_outline.transcript.tokens.size());
        for (TokenIndex i = 0; i < m_outline.count(); ++i) {
            if (m_outline.borders[size_t(i)] == Outline::Paragraph)
                startParagraph(i);
            if (m_outline.hasBorder(i))
                m_reading.sentences.push_back({i, i});
            takeTurns(i);
            appendToken(i);
            m_reading.sentences.back().last = i;
            m_reading.paragraphs.back().span.last = i;
        }
        return std::move(m_reading);
    }

private:
    void startParagraph(TokenIndex i)
    {
        if (i > 0)
            m_reading.text += u'\n';
        const auto at = qint32(m_reading.text.size());
        m_reading.paragraphs.push_back({{i, i}, {at, at}, {}, false});
    }

    // Who speaks is new only where another one spoke, or nobody was named.
    void takeTurns(TokenIndex i)
    {
        const auto end = m_outline.transcript.turns.end();
        for (; m_turn != end && m_turn->first <= i; ++m_turn) {
            const bool another = m_turn->speaker.isEmpty() || m_turn->speaker != m_speaker;
            m_speaker = m_turn->speaker;
            // A label at the very end has nobody's words after it.
            if (!another || !m_reading.paragraphs.back().range.isEmpty())
                continue;
            m_reading.paragraphs.back().speaker = m_speaker;
            m_reading.paragraphs.back().startsTurn = true;
        }
    }

    void appendToken(TokenIndex i)
    {
        QString &text = m_reading.text;
        Paragraph &paragraph = m_reading.paragraphs.back();
        if (!isShown(m_outline, i)) {
            const auto at = qint32(text.size());
            m_reading.tokenRanges.push_back({at, at});
            return;
        }
        const bool first = paragraph.range.begin == text.size();
        if (!first && m_outline.joined[size_t(i)] == 0)
            text += u' ';
        const auto begin = qint32(text.size());
        text += m_outline.transcript.tokenText(i);
        if (!m_finishes.empty())
            finish(m_finishes[size_t(i)], begin);
        m_reading.tokenRanges.push_back({begin, qint32(text.size())});
        paragraph.range.end = qint32(text.size());
    }

    // Of the token that begins at `begin` and is the text's last. Letters are changed one by one, so that
    // each stays where it was.
    void finish(const Finish &finish, qsizetype begin)
    {
        QString &text = m_reading.text;
        bool isFirst = true;
        for (qsizetype at = begin; at < text.size() && finish.casing != Casing::Lower; ++at) {
            if (!text[at].isLetter())
                continue;
            if (isFirst || finish.casing == Casing::Upper)
                text[at] = text[at].toUpper();
            isFirst = false;
        }
        if (!finish.mark.isNull())
            text += finish.mark;
    }

    const Outline &m_outline;
    std::vector<Finish> m_finishes;
    Reading m_reading;
    std::vector<Turn>::const_iterator m_turn;
    QString m_speaker;
};

size_t spanOf(const auto &spans, TokenIndex token, auto first)
{
    const auto after = std::upper_bound(spans.begin(), spans.end(), token,
                                        [&first](TokenIndex t, const auto &span) { return t < first(span); });
    return after == spans.begin() ? 0 : size_t(after - spans.begin()) - 1;
}

} // namespace

Reading read(const Transcript &transcript, const Timings &timings, const PunctuationModel &model)
{
    if (transcript.tokens.empty())
        return {};
    Outline outline(transcript, timings, model);
    dropEmptyParagraphs(outline);
    placeCues(outline);
    divideSentences(outline);
    divideParagraphs(outline);
    return Composer(outline).compose();
}

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

QString quote(const Reading &reading, const Transcript &transcript, TokenSpan span)
{
    const auto count = std::min(TokenIndex(reading.tokenRanges.size()), transcript.count());
    const std::vector<TextRange> &ranges = reading.tokenRanges;
    // "$5." and "5" are one number to whoever reads.
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
