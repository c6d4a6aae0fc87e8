// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/sourcelines.h"

#include "formats/linereader.h"

#include <algorithm>

namespace earmark::ui {

namespace {

// A text widget lays out a line at once, however little of it is seen: this long it does within a
// millisecond.
constexpr qint32 longestPiece = 1000; // UTF-16 code units
constexpr qint32 longestUncutLine = 2000;
constexpr qint32 earliestCut = longestPiece / 2;

// Where a piece that begins a JSON text outside of a string may end: after the last comma or bracket
// that stands outside of strings; -1 where there is none.
qint32 endOfValues(QStringView text)
{
    bool inString = false;
    qint32 end = -1;
    for (qint32 i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inString && c == u'\\')
            ++i;
        else if (c == u'"')
            inString = !inString;
        else if (!inString && (c == u',' || c == u'{' || c == u'[' || (c == u' ' && end == i)))
            end = i + 1; // a space stays with the comma before it
    }
    return end;
}

qint32 endOfWords(QStringView text)
{
    for (qint32 i = qint32(text.size()); i > earliestCut; --i) {
        if (text[i - 1].isSpace())
            return i;
    }
    const auto size = qint32(text.size());
    return text[size - 1].isHighSurrogate() ? size - 1 : size;
}

qint32 lengthOfPiece(QStringView rest, LineCutting cutting)
{
    if (rest.size() <= longestPiece)
        return qint32(rest.size());
    const QStringView piece = rest.first(longestPiece);
    const qint32 values = cutting == LineCutting::BetweenValues ? endOfValues(piece) : -1;
    return values > 0 ? values : endOfWords(piece);
}

void append(SourceLines &lines, QStringView text, SourceLine piece)
{
    if (!lines.lines.empty())
        lines.shown += u'\n';
    piece.shown = qint32(lines.shown.size());
    piece.length = qint32(text.size());
    lines.lines.push_back(piece);
    lines.shown += text;
}

// Qt's documents end a block at these.
bool endsABlock(QChar c)
{
    return c == QChar::ParagraphSeparator || c == QChar(0xfdd0) || c == QChar(0xfdd1)
        || c == QChar::ObjectReplacementCharacter;
}

} // namespace

SourceLines linesOf(const QString &source, LineCutting cutting)
{
    SourceLines lines;
    lines.shown.reserve(source.size() + source.size() / longestPiece + 1);
    formats::LineReader reader(source);
    while (!reader.atEnd()) {
        const formats::Line line = reader.next();
        QStringView rest = reader.textOf(line);
        SourceLine piece{line.begin, 0, 0, line.number, false};
        while (rest.size() > longestUncutLine) {
            const qint32 length = lengthOfPiece(rest, cutting);
            append(lines, rest.first(length), piece);
            piece.source += length;
            piece.continues = true;
            rest = rest.sliced(length);
        }
        append(lines, rest, piece);
    }
    if (lines.lines.empty() || source.endsWith(u'\n') || source.endsWith(u'\r')) {
        const int number = lines.lines.empty() ? 1 : lines.lines.back().number + 1;
        append(lines, {}, {qint32(source.size()), 0, 0, number, false});
    }
    std::ranges::replace_if(lines.shown, &endsABlock, QChar(QChar::ReplacementCharacter));
    return lines;
}

qint32 shownAt(const SourceLines &lines, qint32 source)
{
    const auto after = std::ranges::upper_bound(lines.lines, source, {}, &SourceLine::source);
    const SourceLine &line = after == lines.lines.begin() ? *after : *std::prev(after);
    return line.shown + std::clamp(source - line.source, 0, line.length);
}

const SourceLine &lineAt(const SourceLines &lines, qint32 shown)
{
    const auto after = std::ranges::upper_bound(lines.lines, shown, {}, &SourceLine::shown);
    return after == lines.lines.begin() ? *after : *std::prev(after);
}

qint32 sourceAt(const SourceLines &lines, qint32 shown)
{
    const SourceLine &line = lineAt(lines, shown);
    return line.source + std::clamp(shown - line.shown, 0, line.length);
}

qint32 sourceAt(const SourceLines &lines, int number, int column)
{
    const auto first = std::ranges::lower_bound(lines.lines, number, {}, &SourceLine::number);
    if (first == lines.lines.end())
        return lines.lines.back().source + lines.lines.back().length;
    const auto last = std::prev(std::ranges::upper_bound(first, lines.lines.end(), number, {}, &SourceLine::number));
    const qint64 wanted = qint64(first->source) + std::max(0, column - 1);
    return qint32(std::clamp<qint64>(wanted, first->source, qint64(last->source) + last->length));
}

int columnAt(const SourceLines &lines, qint32 source)
{
    const int number = lineAt(lines, shownAt(lines, source)).number;
    return source - sourceAt(lines, number, 1) + 1;
}

SourceTokens tokensOf(const transcript::Transcript &transcript)
{
    SourceTokens tokens;
    tokens.places.reserve(transcript.tokens.size());
    for (transcript::TokenIndex i = 0; i < transcript.count(); ++i) {
        const transcript::Token &token = transcript.tokens[size_t(i)];
        tokens.places.push_back({token.sourceBegin, token.sourceBegin + token.sourceLength, i});
    }
    std::ranges::stable_sort(tokens.places, {}, &SourceTokens::Place::begin);
    return tokens;
}

std::optional<transcript::TokenIndex> tokenAt(const SourceTokens &tokens, qint32 source)
{
    const auto &places = tokens.places;
    if (places.empty())
        return std::nullopt;
    const auto next = std::ranges::upper_bound(places, source, {}, &SourceTokens::Place::begin);
    if (next == places.begin())
        return next->token;
    const auto before = std::prev(next);
    if (next == places.end() || source <= before->end)
        return before->token;
    return source - before->end < next->begin - source ? before->token : next->token;
}

} // namespace earmark::ui
