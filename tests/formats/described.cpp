// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/described.h"

#include <algorithm>

namespace earmark::formats {

using namespace Qt::StringLiterals;
using namespace transcript;

QString described(const Transcript &transcript)
{
    QStringList parts;
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        for (const Segment &segment : transcript.segments) {
            if (segment.span.first == i)
                parts += u"{%1-%2"_s.arg(segment.start.count()).arg(segment.end.count());
        }
        if (std::find(transcript.paragraphStarts.begin(), transcript.paragraphStarts.end(), i)
            != transcript.paragraphStarts.end())
            parts += u"¶"_s;
        for (const Turn &turn : transcript.turns) {
            if (turn.first == i)
                parts += u'/' + turn.speaker + u'/';
        }
        const QString text = transcript.tokenText(i).toString();
        const TokenKind kind = transcript.tokens[size_t(i)].kind;
        parts += kind == TokenKind::Cue ? u'<' + text + u'>' : kind == TokenKind::Speaker ? u'@' + text : text;
        for (const Segment &segment : transcript.segments) {
            if (segment.span.last == i)
                parts += u"}"_s;
        }
    }
    return parts.join(u' ');
}

QString brokenPromise(const Transcript &transcript, const QString &source)
{
    // What is not in the order in which it is heard is put into it.
    const bool isSorted = transcript.format == SourceFormat::Deepgram
        || transcript.format == SourceFormat::SubStationAlpha || transcript.format == SourceFormat::Lrc;
    QString joined;
    qint32 reached = 0;
    for (const Token &token : transcript.tokens) {
        if (token.length < 1 || token.sourceLength < 1)
            return u"a token is empty"_s;
        if (token.sourceBegin < (isSorted ? 0 : reached) || token.sourceBegin + token.sourceLength > source.size())
            return u"a token's source is out of order"_s;
        reached = token.sourceBegin + token.sourceLength;
        if (!joined.isEmpty())
            joined += u' ';
        if (token.begin != joined.size())
            return u"a token is not where the text has it"_s;
        joined += QStringView(transcript.text).mid(token.begin, token.length);
    }
    if (joined != transcript.text)
        return u"the text is not its tokens"_s;
    TokenIndex next = 0;
    MediaTime time{};
    for (const Segment &segment : transcript.segments) {
        if (!transcript.contains(segment.span) || segment.span.first < next)
            return u"segments share a token"_s;
        if (segment.start < time || segment.end < segment.start)
            return u"segments share time"_s;
        next = segment.span.last + 1;
        time = segment.end;
    }
    const auto turnBefore = [](const Turn &a, const Turn &b) { return a.first >= b.first; };
    if (std::adjacent_find(transcript.turns.begin(), transcript.turns.end(), turnBefore) != transcript.turns.end())
        return u"turns are out of order"_s;
    const std::vector<TokenIndex> &starts = transcript.paragraphStarts;
    if (std::adjacent_find(starts.begin(), starts.end(), std::greater_equal<>()) != starts.end())
        return u"paragraphs are out of order"_s;
    return {};
}

} // namespace earmark::formats
