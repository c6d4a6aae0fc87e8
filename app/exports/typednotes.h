// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/regions.h"

#include <optional>

// Notes that a reader typed into a Markdown file, under a highlight that has none there.
namespace earmark::exports {

// The name of the region with the note of the highlight whose own region this is: "12/quote/7d0c…" gives
// "12/note/7d0c…". Empty for any other region.
[[nodiscard]] QByteArray noteRegionOf(const QByteArray &quoteRegion);

// Where a note stands in text of the reader's own that begins right under a highlight: whole lines, from
// the first that is not blank up to the next heading or rule, blank lines around it excluded.
struct TypedNote {
    qsizetype begin = 0; // in the text, bytes
    qsizetype size = 0;
    QByteArray text; // "\n" ends, none at the end
};
[[nodiscard]] std::optional<TypedNote> noteUnder(const QByteArray &own);

// What was typed at the end of a region, below all that Earmark had written there; "\n" ends, without
// blank lines around it. Empty: nothing, or the region was changed in another way.
[[nodiscard]] QByteArray noteAppended(const FilePiece &region);

} // namespace earmark::exports
