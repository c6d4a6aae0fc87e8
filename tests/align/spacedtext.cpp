// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/spacedtext.h"

namespace earmark::test {

using transcript::TokenKind;

transcript::Transcript spacedText(const QString &text)
{
    transcript::Transcript result;
    bool inCue = false;
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].isSpace()) {
            if (text[i] == u'\n' && !result.tokens.empty())
                result.paragraphStarts.push_back(result.count());
            ++i;
            continue;
        }
        qsizetype end = i;
        while (end < text.size() && !text[end].isSpace())
            ++end;
        const QString piece = text.mid(i, end - i);
        inCue = inCue || piece.startsWith(u'[');
        const TokenKind kind = inCue ? TokenKind::Cue : piece.endsWith(u"::") ? TokenKind::Speaker : TokenKind::Word;
        inCue = inCue && !piece.contains(u']');
        if (!result.text.isEmpty())
            result.text += u' ';
        result.tokens.push_back(
            {kind, qint32(result.text.size()), qint32(piece.size()), qint32(i), qint32(piece.size())});
        result.text += piece;
        i = end;
    }
    std::erase_if(result.paragraphStarts, [&](transcript::TokenIndex start) { return start >= result.count(); });
    return result;
}

} // namespace earmark::test
