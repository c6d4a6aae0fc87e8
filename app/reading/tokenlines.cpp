// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/tokenlines.h"

#include "reading/wordclass.h"

#include <algorithm>

namespace earmark::reading {

using namespace transcript;

namespace {

char casingOf(QStringView word)
{
    if (word.isEmpty() || !word.front().isUpper())
        return 'l';
    return word.size() > 1 && std::ranges::none_of(word, [](QChar c) { return c.isLower(); }) ? 'U' : 'C';
}

// Of what stands behind the word's last letter or digit.
char markOf(QStringView behind)
{
    char mark = 'N';
    for (const QChar c : behind) {
        if (c == u'?' || c == u'؟' || c == u'？')
            return '?';
        if (QStringView(u".!…。！।").contains(c))
            mark = '.';
        else if (mark == 'N' && QStringView(u",;:-–—،、，").contains(c))
            mark = ',';
    }
    return mark;
}

// Whether the token is read as one word with the next one: what stands at its end is inside that word, as the
// point of "$5." before "5 million".
bool goesOn(const Reading &reading, size_t token)
{
    const std::vector<TextRange> &ranges = reading.tokenRanges;
    size_t next = token + 1;
    while (next < ranges.size() && ranges[next].isEmpty())
        ++next;
    if (next == ranges.size() || ranges[next].begin != ranges[token].end)
        return false;
    return !trimmedToWord(QStringView(reading.text).mid(ranges[next].begin, ranges[next].end - ranges[next].begin))
                .isEmpty();
}

} // namespace

std::vector<TokenLine> tokenLines(const Reading &reading, const Transcript &transcript)
{
    std::vector<TokenLine> lines(transcript.tokens.size());
    for (size_t i = 0; i < lines.size(); ++i) {
        if (transcript.tokens[i].kind != TokenKind::Word)
            continue;
        const TextRange range = reading.tokenRanges[i];
        const QStringView shown = QStringView(reading.text).mid(range.begin, range.end - range.begin);
        const QStringView word = trimmedToWord(shown);
        const qsizetype end = word.isEmpty() ? 0 : word.data() + word.size() - shown.data();
        lines[i].casing = casingOf(word);
        lines[i].mark = goesOn(reading, i) ? 'N' : markOf(shown.sliced(end));
    }
    for (const Paragraph &paragraph : reading.paragraphs) {
        lines[size_t(paragraph.span.first)].startsParagraph = true;
        lines[size_t(paragraph.span.first)].startsTurn = paragraph.startsTurn;
    }
    return lines;
}

} // namespace earmark::reading
