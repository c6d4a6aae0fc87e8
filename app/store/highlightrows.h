// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/highlight.h"
#include "store/connection.h"
#include "store/store.h"

#include <vector>

namespace earmark::store {

// In the order of the text.
[[nodiscard]] Result<std::vector<notes::Highlight>> readHighlights(const Connection &connection, EpisodeId episode);
[[nodiscard]] Result<std::optional<notes::Highlight>> readHighlight(const Connection &connection, HighlightId id);

// As Store::tags().
[[nodiscard]] Result<std::vector<TagCount>> readTags(const Connection &connection);

// Whether a highlight in the library is the one a caller has in mind. Its times of creation and change
// do not matter: what the reader made is the same.
[[nodiscard]] bool isSame(const notes::Highlight &stored, const notes::Highlight &expected);

[[nodiscard]] Result<void> insertHighlight(Connection &connection, const notes::Highlight &highlight);
[[nodiscard]] Result<void> updateHighlight(Connection &connection, const notes::Highlight &highlight);
[[nodiscard]] Result<void> deleteHighlight(Connection &connection, HighlightId id);

} // namespace earmark::store
