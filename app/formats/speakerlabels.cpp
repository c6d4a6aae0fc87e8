// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/speakerlabels.h"

#include <QSet>

#include <algorithm>

namespace earmark::formats {

using namespace Qt::StringLiterals;
using transcript::TokenIndex;

namespace {

constexpr TokenIndex longestName = 4;  // pieces
constexpr qsizetype longestLabel = 48; // characters

bool isTurnMark(QStringView piece)
{
    return piece == u">>" || piece == u">>>";
}

// Capitalised words that people end with a colon without being called so.
bool isNoName(const QString &label)
{
    static const QSet<QString> words{
        u"note"_s,   u"notes"_s,  u"warning"_s, u"remember"_s,   u"example"_s,  u"update"_s,   u"ps"_s,
        u"p.s."_s,   u"tip"_s,    u"fact"_s,    u"spoiler"_s,    u"also"_s,     u"plus"_s,     u"so"_s,
        u"first"_s,  u"second"_s, u"third"_s,   u"finally"_s,    u"result"_s,   u"title"_s,    u"date"_s,
        u"source"_s, u"topic"_s,  u"episode"_s, u"transcript"_s, u"duration"_s, u"language"_s, u"kind"_s};
    return words.contains(label.toLower());
}

QStringView withoutMarkup(QStringView piece)
{
    while (piece.startsWith(u'*') || piece.startsWith(u'_'))
        piece = piece.mid(1);
    while (piece.endsWith(u'*') || piece.endsWith(u'_'))
        piece.chop(1);
    return piece;
}

bool canBePartOfName(QStringView word, bool first)
{
    static const QSet<QString> particles{u"de"_s, u"da"_s, u"di"_s,  u"del"_s, u"der"_s, u"van"_s, u"von"_s, u"la"_s,
                                         u"le"_s, u"el"_s, u"bin"_s, u"al"_s,  u"of"_s,  u"and"_s, u"the"_s, u"&"_s};
    if (word.isEmpty())
        return false;
    const QChar begin = word.front();
    if (!begin.isUpper() && (first || !begin.isDigit()) && (first || !particles.contains(word.toString())))
        return begin.isLetter() && !begin.isLower() && begin.category() == QChar::Letter_Other;
    return std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || u".'’-&#"_s.contains(c);
    });
}

bool isInCapitals(const QString &name)
{
    return name.size() > 1 && name == name.toUpper() && name != name.toLower();
}

} // namespace

SpeakerLabels::SpeakerLabels(const PieceList &pieces) : m_pieces(pieces)
{
    int lines = 0;
    int candidates = 0;
    for (TokenIndex i = 0; i < pieces.count(); ++i) {
        if (!pieces.has(i, PieceList::StartsLine))
            continue;
        ++lines;
        const Label label = nameAt(i);
        if (label.length == 0)
            continue;
        ++candidates;
        ++m_candidates[label.speaker];
        if (i == 0)
            m_opening = label.speaker;
    }
    m_isDialogue = candidates >= 2 && candidates * 3 >= lines;
}

SpeakerLabels::Label SpeakerLabels::at(TokenIndex piece) const
{
    if (isTurnMark(m_pieces.text(piece))) {
        Label label = piece + 1 < m_pieces.count() ? nameAt(piece + 1) : Label{};
        ++label.length;
        return label;
    }
    if (m_pieces.has(piece, PieceList::StartsTurn))
        return nameAt(piece);
    if (!m_pieces.has(piece, PieceList::StartsLine))
        return {};
    Label label = nameAt(piece);
    return isBelievable(label.speaker) ? label : Label{};
}

// A name and a colon, whether or not it is believed.
SpeakerLabels::Label SpeakerLabels::nameAt(TokenIndex piece) const
{
    QString name;
    for (TokenIndex i = piece; i < m_pieces.count() && i < piece + longestName; ++i) {
        if (i > piece && m_pieces.has(i, PieceList::StartsLine))
            break;
        QStringView word = withoutMarkup(m_pieces.text(i));
        const bool last = word.endsWith(u':');
        if (last)
            word = withoutMarkup(word.chopped(1));
        if (!canBePartOfName(word, i == piece))
            break;
        if (!name.isEmpty())
            name += u' ';
        name += word;
        if (name.size() > longestLabel)
            break;
        if (last)
            return isNoName(name) ? Label{} : Label{i - piece + 1, name};
    }
    return {};
}

bool SpeakerLabels::isBelievable(const QString &name) const
{
    if (name.isEmpty())
        return false;
    return isInCapitals(name) || m_isDialogue || name == m_opening || m_candidates.value(name) >= 2;
}

} // namespace earmark::formats
