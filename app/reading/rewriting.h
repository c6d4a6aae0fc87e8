// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/reading.h"

namespace earmark::reading {

// Words that are to read otherwise.
struct Rewritten {
    TokenSpan span;
    QString text; // empty: not shown

    bool operator==(const Rewritten &) const = default;
};

// What differs where somebody wrote `typed` over the words of `span`, so that every word that stayed keeps
// its token and its time: in order, disjoint, as small as can be (a longest common subsequence of words).
// Words put in go with the one before them, or at the start with the one after. `units`, in order: spans
// that change only as a whole, as torn numbers do.
[[nodiscard]] std::vector<Rewritten> rewritten(const Reading &reading, TokenSpan span, const QString &typed,
                                               const std::vector<TokenSpan> &units = {});

} // namespace earmark::reading
