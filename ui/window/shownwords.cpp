// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/shownwords.h"

#include <algorithm>

namespace earmark::ui {

using transcript::TokenIndex;
using transcript::TokenSpan;

QString shownWords(const library::EpisodeSession &session, TokenSpan span)
{
    const TokenIndex first = std::max(span.first, 0);
    const TokenIndex last = std::min(span.last, session.transcript().count() - 1);
    if (first > last)
        return {};
    const reading::Reading &reading = session.reading();
    const reading::TextRange range = reading::rangeOf(reading, {first, last});
    return reading.text.mid(range.begin, range.end - range.begin).simplified();
}

ShownWord shownWord(const library::EpisodeSession &session, TokenIndex token)
{
    for (const TokenSpan span :
         {reading::wholeWords(session.reading(), {token, token}), session.correctable({token, token})}) {
        if (const QString text = shownWords(session, span); !text.isEmpty())
            return {text, span};
    }
    return {session.transcript().tokenText(token).toString(), {token, token}};
}

} // namespace earmark::ui
