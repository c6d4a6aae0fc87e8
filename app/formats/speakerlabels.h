// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/piecelist.h"

#include <QHash>

namespace earmark::formats {

// Finds who is said to speak: "ANNA:" and "Anna Smith:" at the beginning of a line, ">>" and
// ">> ANNA:" anywhere. A capitalised word with a colon is no proof: it has to be in capitals, or to
// come back, or the text has to be made of such lines.
class SpeakerLabels
{
public:
    struct Label {
        transcript::TokenIndex length = 0; // pieces; 0: no label here
        QString speaker;                   // empty after a bare ">>"
    };

    // Keeps a reference to `pieces`.
    explicit SpeakerLabels(const PieceList &pieces);

    [[nodiscard]] Label at(transcript::TokenIndex piece) const;

private:
    [[nodiscard]] Label nameAt(transcript::TokenIndex piece) const;
    [[nodiscard]] bool isBelievable(const QString &name) const;

    const PieceList &m_pieces;
    QHash<QString, int> m_candidates;
    QString m_opening; // the very first words of the text are one
    bool m_isDialogue = false;
};

} // namespace earmark::formats
