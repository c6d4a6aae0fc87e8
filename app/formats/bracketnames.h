// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/nameindex.h"
#include "formats/piecelist.h"

#include <vector>

namespace earmark::formats {

// Finds who is said to speak where a captioner writes names as it writes cues: "[Kevin] so we began",
// "[SPEAKER_01] yes". A name is capitalised and names no sound, and one alone is no proof: two have to come
// back, or most lines have to begin with one.
class BracketNames
{
public:
    struct Name {
        transcript::TokenIndex piece = 0;
        transcript::TokenIndex length = 0; // pieces
        int name = -1;                     // in names()
    };

    // The names that are believed, in the order of the text.
    explicit BracketNames(const PieceList &pieces);

    [[nodiscard]] const std::vector<Name> &found() const { return m_found; }
    [[nodiscard]] const QStringList &names() const { return m_names.names(); }

private:
    void find(const PieceList &pieces);
    void keepBelievable(const PieceList &pieces);

    NameIndex m_names;
    std::vector<Name> m_found;
    int m_lines = 0;
};

} // namespace earmark::formats
