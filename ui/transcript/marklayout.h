// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/highlight.h"

#include <optional>
#include <span>
#include <vector>

namespace earmark::ui {

// A highlight as the page shows it.
struct LaidMark {
    HighlightId id;
    transcript::TokenSpan span;
    notes::Mark mark = notes::Mark::One;
    notes::Place place = notes::Place::Words;
    bool hasNote = false;
    int lane = 0;                      // of its underline below the text, 0 the nearest
    transcript::TokenIndex lined = -1; // the first token that has it; after the last: there was no room
    transcript::TokenIndex reach = -1; // the last token of this mark and of all before it

    // Its underline does not begin where it begins itself, for too many others are there.
    [[nodiscard]] bool isCrowded() const { return lined > span.first; }
    bool operator==(const LaidMark &) const = default;
};

// So many underlines fit between two lines of text.
constexpr int MarkLanes = 3;

// In the order of `highlights` (that of the text), without those that stand nowhere in it. Marks that
// overlap get lanes of their own while there are any; marks that do not overlap stay in the nearest one.
// Where there is none, a mark's underline begins behind the one that ends first: no two are in one place.
[[nodiscard]] std::vector<LaidMark> layMarks(const std::vector<notes::Highlight> &highlights);

// Where two layouts of one text look different, when little has changed between them; nullopt: anywhere.
[[nodiscard]] std::optional<std::vector<transcript::TokenSpan>> differences(const std::vector<LaidMark> &before,
                                                                            const std::vector<LaidMark> &after);

// The marks that may touch `span`, in their order: all that do are among them.
[[nodiscard]] std::span<const LaidMark> marksAround(const std::vector<LaidMark> &marks, transcript::TokenSpan span);

// The shortest mark of words over `span`, the later of two alike; nullptr where there is none. One that
// contains the span's first token goes before one that only overlaps.
[[nodiscard]] const LaidMark *innermost(const std::vector<LaidMark> &marks, transcript::TokenSpan span);

} // namespace earmark::ui
