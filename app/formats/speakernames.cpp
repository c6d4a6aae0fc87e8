// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/speakernames.h"

#include <QSet>

#include <algorithm>

namespace earmark::formats {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 4;         // words
constexpr qsizetype longestLabel = 48; // characters

// Capitalised words that people end with a colon without being called so.
bool isNoName(const QString &label)
{
    static const QSet<QString> words{
        u"note"_s,   u"notes"_s,  u"warning"_s, u"remember"_s,   u"example"_s,  u"update"_s,   u"ps"_s,
        u"p.s."_s,   u"tip"_s,    u"fact"_s,    u"spoiler"_s,    u"also"_s,     u"plus"_s,     u"so"_s,
        u"first"_s,  u"second"_s, u"third"_s,   u"finally"_s,    u"result"_s,   u"title"_s,    u"date"_s,
        u"source"_s, u"topic"_s,  u"episode"_s, u"transcript"_s, u"duration"_s, u"language"_s, u"kind"_s};
    constexpr qsizetype longest = 10;
    return label.size() <= longest && words.contains(label.toLower());
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
        return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || u".'’-&#_"_s.contains(c);
    });
}

bool isInCapitals(const QString &name)
{
    return name.size() > 1 && name == name.toUpper() && name != name.toLower();
}

} // namespace

SpeakerName speakerNameAt(QStringView line)
{
    // Room for markup and for more than one space between words.
    line = line.first(std::min(line.size(), 2 * longestLabel));
    if (!line.contains(u':'))
        return {};
    QString name;
    qsizetype at = 0;
    for (int words = 1; words <= longestName; ++words) {
        const qsizetype begin = at;
        while (at < line.size() && !line[at].isSpace())
            ++at;
        QStringView word = withoutMarkup(line.mid(begin, at - begin));
        const bool last = word.endsWith(u':');
        if (last)
            word = withoutMarkup(word.chopped(1));
        if (!canBePartOfName(word, words == 1))
            return {};
        if (!name.isEmpty())
            name += u' ';
        name += word;
        if (name.size() > longestLabel)
            return {};
        if (last)
            return isNoName(name) ? SpeakerName{} : SpeakerName{name, at, words};
        while (at < line.size() && line[at].isSpace())
            ++at;
    }
    return {};
}

void SpeakerBeliefs::addLine(const QString &name)
{
    if (m_lines++ == 0)
        m_opening = name;
    if (name.isEmpty())
        return;
    ++m_named;
    ++m_candidates[name];
}

bool SpeakerBeliefs::isBelievable(const QString &name) const
{
    if (name.isEmpty())
        return false;
    const bool isDialogue = m_named >= 2 && m_named * 3 >= m_lines;
    return isInCapitals(name) || isDialogue || name == m_opening || m_candidates.value(name) >= 2;
}

} // namespace earmark::formats
