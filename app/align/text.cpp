// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/text.h"

#include <QList>

#include <algorithm>

namespace earmark::align {

using transcript::Token;
using transcript::TokenIndex;
using transcript::TokenKind;
using transcript::Transcript;

namespace {

constexpr size_t mostWords = 40;
constexpr size_t fewestWords = 4;       // "Dr." and "No." end no chunk of their own
constexpr qsizetype mostText = 600;     // UTF-16 code units; scripts without spaces have few, long tokens
constexpr qsizetype longestWord = 2000; // the rest of what is no word at all is not worth speaking

bool opens(QChar c, TokenKind kind)
{
    return c == u'[' || (kind == TokenKind::Cue && c == u'(');
}
bool closes(QChar c, TokenKind kind)
{
    return c == u']' || (kind == TokenKind::Cue && c == u')');
}

// The text outside of brackets. A bracket that is closed only in a later token runs to the end, one
// that was opened in an earlier token begins at the start.
QString outsideBrackets(TokenKind kind, QStringView text)
{
    QString outside;
    bool inside = false;
    for (const QChar c : text) {
        if (opens(c, kind)) {
            inside = true;
        } else if (closes(c, kind)) {
            if (!inside)
                outside.clear();
            inside = false;
        } else if (!inside) {
            outside += c;
        }
    }
    return outside;
}

bool hasLetterOrNumber(const QString &text)
{
    const auto codePoints = text.toUcs4();
    return std::any_of(codePoints.begin(), codePoints.end(), [](char32_t c) { return QChar::isLetterOrNumber(c); });
}

bool endsSentence(QStringView text)
{
    while (!text.isEmpty() && QStringView(u"\"')]”’»").contains(text.back()))
        text.chop(1);
    return !text.isEmpty() && QStringView(u".?!;:…。？！").contains(text.back());
}

// The tokens before which a chunk must end; ordered.
std::vector<TokenIndex> breaks(const Transcript &transcript)
{
    std::vector<TokenIndex> starts = transcript.paragraphStarts;
    for (const transcript::Turn &turn : transcript.turns)
        starts.push_back(turn.first);
    std::sort(starts.begin(), starts.end());
    return starts;
}

} // namespace

QString spokenText(TokenKind kind, QStringView text)
{
    if (kind == TokenKind::Speaker || kind == TokenKind::Heading)
        return {};
    const bool bracketed =
        std::any_of(text.begin(), text.end(), [&](QChar c) { return opens(c, kind) || closes(c, kind); });
    if (kind == TokenKind::Cue && !bracketed)
        return {};
    const QString spoken = bracketed ? outsideBrackets(kind, text) : text.toString();
    return hasLetterOrNumber(spoken) ? spoken.left(longestWord) : QString();
}

std::vector<Chunk> chunksToSpeak(const Transcript &transcript)
{
    std::vector<Chunk> chunks;
    Chunk chunk;
    const auto flush = [&] {
        if (!chunk.words.empty())
            chunks.push_back(std::move(chunk));
        chunk = {};
    };
    const std::vector<TokenIndex> starts = breaks(transcript);
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        const TokenKind kind = transcript.tokens[size_t(i)].kind;
        if (kind == TokenKind::Speaker || kind == TokenKind::Heading
            || std::binary_search(starts.begin(), starts.end(), i))
            flush();
        const QString word = spokenText(kind, transcript.tokenText(i));
        if (word.isEmpty())
            continue;
        if (chunk.text.size() + word.size() > mostText)
            flush();
        chunk.words.push_back({i, chunk.text.size(), word.size()});
        chunk.text += word;
        chunk.text += u' ';
        if (chunk.words.size() >= mostWords || (chunk.words.size() >= fewestWords && endsSentence(word)))
            flush();
    }
    flush();
    return chunks;
}

} // namespace earmark::align
