// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/speakerlabels.h"

#include <algorithm>

namespace earmark::formats {

using transcript::TokenIndex;

namespace {

bool isTurnMark(QStringView piece)
{
    return !piece.isEmpty() && turnMarkLength(piece) == piece.size();
}

} // namespace

qsizetype turnMarkLength(QStringView piece)
{
    constexpr QStringView reference = u"&gt;";
    qsizetype length = 0;
    int signs = 0;
    for (; length < piece.size(); ++signs) {
        if (piece[length] == u'>')
            ++length;
        else if (piece.mid(length).startsWith(reference))
            length += reference.size();
        else
            break;
    }
    return signs == 2 || signs == 3 ? length : 0;
}

SpeakerLabels::SpeakerLabels(const PieceList &pieces, Brackets brackets) : m_pieces(pieces)
{
    for (TokenIndex i = 0; i < pieces.count(); ++i) {
        if (pieces.has(i, PieceList::StartsLine))
            addLine(i);
    }
    m_next = m_lineLabels.begin();
    const auto isBelieved = [this](const LineLabel &label) { return m_beliefs.isBelievable(label.name); };
    if (brackets == Brackets::MayName && std::ranges::none_of(m_lineLabels, isBelieved))
        m_brackets.emplace(pieces);
}

void SpeakerLabels::addLine(TokenIndex piece)
{
    const SpeakerName label = nameAt(piece);
    const int name = m_beliefs.addLine(label);
    if (label.words > 0)
        m_lineLabels.push_back({piece, TokenIndex(label.words), name});
}

SpeakerLabels::Label SpeakerLabels::at(TokenIndex piece)
{
    if (isTurnMark(m_pieces.text(piece))) {
        Label label = piece + 1 < m_pieces.count() ? labelAt(piece + 1) : Label{};
        ++label.length;
        return label;
    }
    if (m_pieces.has(piece, PieceList::StartsTurn))
        return labelAt(piece);
    if (Label label = bracketAt(piece); label.length > 0)
        return label;
    if (!m_pieces.has(piece, PieceList::StartsLine))
        return {};
    while (m_next != m_lineLabels.end() && m_next->piece < piece)
        ++m_next;
    const bool isLabel = m_next != m_lineLabels.end() && m_next->piece == piece && m_beliefs.isBelievable(m_next->name);
    return isLabel ? Label{m_next->length, m_beliefs.names()[m_next->name]} : Label{};
}

SpeakerLabels::Label SpeakerLabels::bracketAt(TokenIndex piece)
{
    if (!m_brackets)
        return {};
    const std::vector<BracketNames::Name> &found = m_brackets->found();
    while (m_nextBracket < found.size() && found[m_nextBracket].piece < piece)
        ++m_nextBracket;
    if (m_nextBracket == found.size() || found[m_nextBracket].piece != piece)
        return {};
    const BracketNames::Name &name = found[m_nextBracket];
    return {name.length, m_brackets->names()[name.name]};
}

// A name and a colon, whether or not it is believed; within its line.
SpeakerName SpeakerLabels::nameAt(TokenIndex piece) const
{
    SpeakerName name = speakerNameAt(m_pieces.textFrom(piece));
    for (int word = 1; word < name.words; ++word) {
        if (m_pieces.has(piece + word, PieceList::StartsLine))
            return {};
    }
    return name;
}

SpeakerLabels::Label SpeakerLabels::labelAt(TokenIndex piece) const
{
    const SpeakerName name = nameAt(piece);
    return {TokenIndex(name.words), name.name().toString()};
}

} // namespace earmark::formats
