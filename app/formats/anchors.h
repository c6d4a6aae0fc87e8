// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "transcript/anchor.h"

#include <QString>

#include <vector>

namespace earmark::formats {

struct AnchorLine {
    transcript::Anchor anchor;
    int line = 0; // in the file, from 1

    bool operator==(const AnchorLine &) const = default;
};

// Anchors as people and scripts write them: a line holds a token's index and its time in seconds
// ("812 305.25"), with blanks or a tab between; what follows is not looked at, so that lines of
// writeTsv() do. Empty lines and lines that begin with "#" are passed over. Ordered by token, and by
// line for one token. Errors: AnchorMalformed, AnchorsContradict (two for one token, or times not in the
// order of the tokens); the subject is `name` and the line, as in "anchors.tsv:3".
[[nodiscard]] Result<std::vector<AnchorLine>> parseAnchors(const QString &text, const QString &name);

} // namespace earmark::formats
