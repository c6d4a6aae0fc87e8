// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/piecelist.h"

namespace earmark::formats {

// The number of pieces from `piece` on that make up one cue: "[upbeat music]", "(laughs)",
// "♪ la la ♪"; 0 where no cue begins. Looks ahead a bounded number of pieces, so that a bracket that
// is never closed costs nothing and changes nothing.
[[nodiscard]] transcript::TokenIndex cueLengthAt(const PieceList &pieces, transcript::TokenIndex piece, bool captions);

} // namespace earmark::formats
