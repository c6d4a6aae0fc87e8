// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/speakerlabels.h"

namespace earmark::formats {

using transcript::TokenIndex;

namespace {

bool isTurnMark(QStringView piece)
{
    return piece == u">>" || piece == u">>>";
}

} // namespace

SpeakerLabels::SpeakerLabels(const PieceList &pieces) : m_pieces(pieces)
{
    for (TokenIndex i = 0; i < pieces.count(); ++i) {
        if (pieces.has(i, PieceList::StartsLine))
            m_beliefs.addLine(nameAt(i).speaker);
    }
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
    return m_beliefs.isBelievable(label.speaker) ? label : Label{};
}

// A name and a colon, whether or not it is believed; within its line.
SpeakerLabels::Label SpeakerLabels::nameAt(TokenIndex piece) const
{
    const SpeakerName name = speakerNameAt(m_pieces.textFrom(piece));
    for (int word = 1; word < name.words; ++word) {
        if (m_pieces.has(piece + word, PieceList::StartsLine))
            return {};
    }
    return {TokenIndex(name.words), name.name};
}

} // namespace earmark::formats
