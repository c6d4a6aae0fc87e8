// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "glossary/nearest.h"

#include <QSet>

#include <algorithm>

namespace earmark::glossary {

using transcript::TokenIndex;

std::vector<Proposal> nearestOf(std::vector<Proposal> found)
{
    std::stable_sort(found.begin(), found.end(),
                     [](const Proposal &a, const Proposal &b) { return a.distance < b.distance; });
    std::vector<Proposal> kept;
    QSet<TokenIndex> taken;
    for (Proposal &proposal : found) {
        bool isFree = true;
        for (TokenIndex i = proposal.span.first; i <= proposal.span.last; ++i)
            isFree = isFree && !taken.contains(i);
        if (!isFree)
            continue;
        for (TokenIndex i = proposal.span.first; i <= proposal.span.last; ++i)
            taken.insert(i);
        kept.push_back(std::move(proposal));
    }
    std::sort(kept.begin(), kept.end(),
              [](const Proposal &a, const Proposal &b) { return a.span.first < b.span.first; });
    return kept;
}

} // namespace earmark::glossary
