// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuetokens.h"

#include "formats/soundwords.h"

#include <QSet>

#include <algorithm>

namespace earmark::formats {

using namespace Qt::StringLiterals;
using transcript::TokenIndex;

namespace {

constexpr TokenIndex longestBracket = 8;
constexpr TokenIndex longestParenthesis = 3;
constexpr TokenIndex longestSong = 60;

bool isNote(QChar c)
{
    return c == u'♪' || c == u'♫' || c == u'♩' || c == u'♬';
}

bool isTrailing(QChar c)
{
    return u".,;:!?-"_s.contains(c);
}

bool hasLetterOrNumber(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

// Markdown writes "\[laughter\]".
QStringView withoutEscape(QStringView piece)
{
    return piece.startsWith(u"\\[") || piece.startsWith(u"\\(") ? piece.mid(1) : piece;
}

// Whether the piece ends the bracket that is open at its beginning, with nothing but punctuation or
// further whole brackets after it.
enum class Closing { Open, Closed, Broken };

Closing closingOf(QStringView piece, bool openAtStart, QChar open, QChar close)
{
    bool isOpen = openAtStart;
    for (qsizetype i = 0; i < piece.size(); ++i) {
        const QChar c = piece[i];
        if (c == open) {
            if (isOpen)
                return Closing::Broken;
            isOpen = true;
        } else if (c == close) {
            if (!isOpen)
                return Closing::Broken;
            isOpen = false;
        } else if (!isOpen && !isTrailing(c) && c != u'\\') {
            return Closing::Broken;
        }
    }
    return isOpen ? Closing::Open : Closing::Closed;
}

// The pieces of a closed bracket that begins at `first`, 0 where there is none.
TokenIndex bracketLength(const PieceList &pieces, TokenIndex first, QChar open, QChar close, TokenIndex longest)
{
    if (!withoutEscape(pieces.text(first)).startsWith(open))
        return 0;
    bool isOpen = false;
    bool spoken = false;
    for (TokenIndex i = first; i < pieces.count() && i < first + longest; ++i) {
        if (i > first && pieces.has(i, PieceList::StartsBlock))
            return 0;
        const QStringView piece = pieces.text(i);
        spoken = spoken || hasLetterOrNumber(piece);
        switch (closingOf(piece, isOpen, open, close)) {
        case Closing::Broken: return 0;
        // "[ __ ]" is a word that the captioner would not write, not a cue.
        case Closing::Closed: return spoken ? i - first + 1 : 0;
        case Closing::Open: isOpen = true;
        }
    }
    return 0;
}

QString innerWord(QStringView piece)
{
    QString word;
    for (const QChar c : piece) {
        if (c.isLetter())
            word += c.toLower();
    }
    return word;
}

// People write much in parentheses; only what names a sound is a cue: "(laughs)", "{laughs}", "<noise>".
TokenIndex soundLength(const PieceList &pieces, TokenIndex first, QChar open, QChar close)
{
    const TokenIndex length = bracketLength(pieces, first, open, close, longestParenthesis);
    if (length == 0)
        return 0;
    const QString last = innerWord(pieces.text(first + length - 1));
    if (isSoundWord(last))
        return length;
    const QString phrase = innerWord(pieces.text(first)) + u' ' + last;
    static const QSet<QString> phrases{u"clears throat"_s, u"clearing throat"_s, u"music playing"_s, u"music fades"_s,
                                       u"music plays"_s,   u"music stops"_s,     u"phone ringing"_s, u"phone rings"_s};
    return length == 2 && phrases.contains(phrase) ? length : 0;
}

// What stands in the brackets of Chinese and Japanese without spaces: "（笑）", "（拍手と音楽）".
TokenIndex fullWidthLength(const PieceList &pieces, TokenIndex first)
{
    const TokenIndex length = bracketLength(pieces, first, u'（', u'）', longestParenthesis);
    if (length == 0)
        return 0;
    static const QStringList sounds{u"笑"_s,   u"音楽"_s, u"音乐"_s, u"音樂"_s, u"拍手"_s, u"掌声"_s,
                                    u"掌聲"_s, u"歓声"_s, u"欢呼"_s, u"歡呼"_s, u"咳"_s,   u"ため息"_s};
    const QStringView last = pieces.text(first + length - 1);
    return std::any_of(sounds.begin(), sounds.end(), [last](const QString &sound) { return last.contains(sound); })
        ? length
        : 0;
}

// "*laughs*", "*clears throat*": only what nobody would stress in a sentence.
TokenIndex asteriskLength(const PieceList &pieces, TokenIndex first)
{
    static const QSet<QString> sounds{u"laughs"_s,    u"laughing"_s, u"laughter"_s, u"chuckles"_s, u"chuckling"_s,
                                      u"giggles"_s,   u"sighs"_s,    u"coughs"_s,   u"coughing"_s, u"gasps"_s,
                                      u"applause"_s,  u"snorts"_s,   u"scoffs"_s,   u"sniffles"_s, u"yawns"_s,
                                      u"inaudible"_s, u"crosstalk"_s};
    constexpr qsizetype shortest = 3;
    for (TokenIndex i = first; i < pieces.count() && i < first + longestParenthesis; ++i) {
        if (i > first && pieces.has(i, PieceList::StartsBlock))
            return 0;
        QStringView piece = pieces.text(i);
        while (!piece.isEmpty() && isTrailing(piece.back()))
            piece.chop(1);
        if (!piece.endsWith(u'*') || (i == first && piece.size() < shortest))
            continue;
        const QString last = innerWord(piece);
        const bool clearing = i == first + 1 && last == u"throat" && innerWord(pieces.text(first)) == u"clears";
        return sounds.contains(last) || clearing ? i - first + 1 : 0;
    }
    return 0;
}

// From one note sign to the next within the block; in a caption to its end, where a song goes on.
TokenIndex songLength(const PieceList &pieces, TokenIndex first, bool captions)
{
    const QStringView opening = pieces.text(first);
    if (!isNote(opening.front()))
        return 0;
    if (opening.size() > 1 && isNote(opening.back()) && hasLetterOrNumber(opening))
        return 1;
    TokenIndex i = first + 1;
    for (; i < pieces.count() && i < first + longestSong && !pieces.has(i, PieceList::StartsBlock); ++i) {
        if (isNote(pieces.text(i).back()))
            return i - first + 1;
    }
    return captions ? i - first : 1;
}

} // namespace

TokenIndex cueLengthAt(const PieceList &pieces, TokenIndex piece, bool captions)
{
    const QChar begin = pieces.text(piece).front();
    if (begin == u'[' || begin == u'\\')
        return bracketLength(pieces, piece, u'[', u']', longestBracket);
    if (begin == u'(')
        return soundLength(pieces, piece, u'(', u')');
    if (begin == u'{')
        return soundLength(pieces, piece, u'{', u'}');
    if (begin == u'<')
        return soundLength(pieces, piece, u'<', u'>');
    if (begin == u'［')
        return bracketLength(pieces, piece, u'［', u'］', longestBracket);
    if (begin == u'【')
        return bracketLength(pieces, piece, u'【', u'】', longestBracket);
    if (begin == u'（')
        return fullWidthLength(pieces, piece);
    if (begin == u'*')
        return asteriskLength(pieces, piece);
    return songLength(pieces, piece, captions);
}

} // namespace earmark::formats
