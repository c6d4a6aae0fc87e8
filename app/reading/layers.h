// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/reading.h"

#include <vector>

namespace earmark::reading {

constexpr quint16 anyStart = Division::SentenceStart | Division::ParagraphStart;

// What a reader has written in a token's place.
struct Piece {
    transcript::TokenIndex token = 0;
    QString text;
};

// The division with what a reader says put in.
struct Layers {
    Division division;
    std::vector<Piece> pieces;           // by token
    std::vector<transcript::Turn> turns; // by token
};

// Whether it stands at words of the transcript, which one that lost its place does not.
[[nodiscard]] bool isInside(const transcript::Transcript &transcript, const transcript::Amendment &amendment);

[[nodiscard]] Layers layersOf(const transcript::Transcript &transcript, const Division &division,
                              const std::vector<transcript::Amendment> &amendments);

} // namespace earmark::reading
