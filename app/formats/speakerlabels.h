// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/bracketnames.h"
#include "formats/piecelist.h"
#include "formats/speakernames.h"

#include <optional>

namespace earmark::formats {

// How long the ">>" or ">>>" is that a text begins with, in UTF-16 code units; "&gt;&gt;", as captions are copied
// from a page's source, is one, too. 0: there is none.
[[nodiscard]] qsizetype turnMarkLength(QStringView text);

// Finds who is said to speak: "ANNA:" and "Anna Smith:" at the beginning of a line, ">>" and
// ">> ANNA:" anywhere; and "[Anna]" where nothing else says it.
class SpeakerLabels
{
public:
    struct Label {
        transcript::TokenIndex length = 0; // pieces; 0: no label here
        QString speaker;                   // empty after a bare ">>"
    };

    enum class Brackets { AreCues, MayName };

    // Keeps a reference to `pieces`. `brackets` are cues where the file tells who speaks.
    SpeakerLabels(const PieceList &pieces, Brackets brackets);

    // Lines that begin with a label, whether or not it is believed.
    [[nodiscard]] size_t lineCount() const { return m_lineLabels.size(); }
    // Asked for pieces in their order.
    [[nodiscard]] Label at(transcript::TokenIndex piece);

private:
    // At the beginning of a line.
    struct LineLabel {
        transcript::TokenIndex piece = 0;
        transcript::TokenIndex length = 0;
        int name = -1; // in SpeakerBeliefs::names()
    };

    void addLine(transcript::TokenIndex piece);
    [[nodiscard]] SpeakerName nameAt(transcript::TokenIndex piece) const;
    [[nodiscard]] Label labelAt(transcript::TokenIndex piece) const;
    [[nodiscard]] Label bracketAt(transcript::TokenIndex piece);

    const PieceList &m_pieces;
    SpeakerBeliefs m_beliefs;
    std::vector<LineLabel> m_lineLabels;
    std::vector<LineLabel>::const_iterator m_next;
    std::optional<BracketNames> m_brackets;
    size_t m_nextBracket = 0;
};

} // namespace earmark::formats
