// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/piecelist.h"

#include <optional>
#include <vector>

namespace earmark::formats {

// A time written in a text, and the piece from which on it counts.
struct TextTime {
    transcript::TokenIndex first = 0;
    MediaTime time{};
};

// What a text without a format of its own says about times.
struct TextTimes {
    std::vector<TextTime> times;                    // rising in both
    std::vector<transcript::TokenIndex> labelLines; // first pieces of lines that hold nothing else
    bool isOtter = false;                           // "Anna Smith  0:12" above what she says
};

// Finds times in a text: "[00:12:03]" and "(12:03)", also with Markdown's backslashes; "0:53" at the
// beginning of lines or alone in one, as YouTube's page is copied; "Anna Smith  0:53" in a line of
// its own, "Anna Smith [0:53] So what". They count when they come back and rise. Marks their pieces as labels, and the
// piece after one as the beginning of a line.
[[nodiscard]] TextTimes takeTimes(PieceList &pieces);

} // namespace earmark::formats
