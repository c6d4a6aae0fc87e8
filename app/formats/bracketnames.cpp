// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/bracketnames.h"

#include "formats/soundwords.h"

#include <algorithm>

namespace earmark::formats {

using transcript::TokenIndex;

namespace {

constexpr TokenIndex longestName = 4;
constexpr qsizetype longestLabel = 48; // characters

bool endsWithStop(QStringView piece)
{
    while (!piece.isEmpty() && QStringView(u"\"'”’)").contains(piece.back()))
        piece.chop(1);
    return !piece.isEmpty() && QStringView(u".?!…]").contains(piece.back());
}

// "Kevin", "O'Brien", "SPEAKER_01", "2": what a name is made of, and no sound.
bool canBeOfName(QStringView word, bool isFirst)
{
    QString letters;
    for (const QChar c : word) {
        if (!c.isLetterOrNumber() && !c.isMark() && !QStringView(u".'’-_").contains(c))
            return false;
        letters += c == u'_' || c == u'-' ? u' ' : c.toLower();
    }
    const QStringList parts = letters.split(u' ', Qt::SkipEmptyParts);
    return !parts.isEmpty() && (word.front().isUpper() || (!isFirst && word.front().isDigit()))
        && std::none_of(parts.begin(), parts.end(), isBracketWord);
}

struct Bracket {
    TokenIndex length = 0; // pieces; 0: no name here
    QString name;
};

// What is closed within its line and has no other bracket in it; a colon behind it says the same.
Bracket bracketAt(const PieceList &pieces, TokenIndex first)
{
    Bracket bracket;
    const TokenIndex end = std::min(pieces.count(), first + longestName);
    for (TokenIndex i = first; i < end && (i == first || !pieces.has(i, PieceList::StartsLine)); ++i) {
        QStringView word = pieces.text(i);
        word = i == first ? word.sliced(1) : word;
        const bool isLast = word.endsWith(u']') || word.endsWith(u"]:");
        if (isLast)
            word = word.first(word.lastIndexOf(u']'));
        if (word.isEmpty() || !canBeOfName(word, i == first))
            return {};
        if (i > first)
            bracket.name += u' ';
        bracket.name += word;
        if (!isLast)
            continue;
        bracket.length = i + 1 - first;
        return bracket.name.size() <= longestLabel ? bracket : Bracket{};
    }
    return {};
}

// Diarisation programs write no cues.
bool isMachineName(QStringView name)
{
    return name.startsWith(u"SPEAKER_") || (name.startsWith(u"Speaker ") && name.back().isDigit());
}

} // namespace

BracketNames::BracketNames(const PieceList &pieces)
{
    find(pieces);
    if (!m_found.empty())
        keepBelievable(pieces);
}

void BracketNames::find(const PieceList &pieces)
{
    for (TokenIndex i = 0; i < pieces.count(); ++i) {
        m_lines += pieces.has(i, PieceList::StartsLine) ? 1 : 0;
        if (!pieces.text(i).startsWith(u'[') || pieces.has(i, PieceList::IsLabel))
            continue;
        if (const Bracket bracket = bracketAt(pieces, i); bracket.length > 0)
            m_found.push_back({i, bracket.length, m_names.of(bracket.name)});
    }
}

void BracketNames::keepBelievable(const PieceList &pieces)
{
    constexpr TokenIndex piecesPerStop = 45;
    TokenIndex stops = 0;
    for (TokenIndex i = 0; i < pieces.count(); ++i)
        stops += pieces.text(i).size() > 2 && endsWithStop(pieces.text(i)) && !pieces.text(i).endsWith(u']') ? 1 : 0;
    const bool isPunctuated = stops * piecesPerStop >= pieces.count();
    // Nobody begins to speak in the midst of another's sentence.
    std::erase_if(m_found, [&](const Name &found) {
        return isPunctuated && found.piece > 0 && !pieces.has(found.piece, PieceList::StartsLine)
            && !endsWithStop(pieces.text(found.piece - 1));
    });

    std::vector<int> counts(size_t(names().size()));
    std::vector<int> atLines(counts.size());
    for (const Name &found : m_found) {
        ++counts[size_t(found.name)];
        atLines[size_t(found.name)] += pieces.has(found.piece, PieceList::StartsLine) ? 1 : 0;
    }
    int named = 0;
    for (const int count : atLines)
        named += count;
    const auto isThere = [](int count) { return count > 0; };
    const auto comesBack = [](int count) { return count > 1; };
    const bool isDialogue = named * 2 >= m_lines && std::ranges::count_if(atLines, isThere) >= 2;
    const bool severalComeBack = std::ranges::count_if(counts, comesBack) >= 2;
    std::erase_if(m_found, [&](const Name &found) {
        const bool isLine = pieces.has(found.piece, PieceList::StartsLine);
        return !isMachineName(names()[found.name]) && !(isDialogue && isLine)
            && !(severalComeBack && comesBack(counts[size_t(found.name)]));
    });
}

} // namespace earmark::formats
