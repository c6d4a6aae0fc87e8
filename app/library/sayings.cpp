// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/sayings.h"

#include <algorithm>

namespace earmark::library {

using transcript::Anchor;

std::vector<TimesChange> sayings(const TimesStep &step)
{
    std::vector<Anchor> before = tappedWords(step.before);
    std::vector<Anchor> after = tappedWords(step.after);
    for (std::vector<Anchor> *anchors : {&before, &after}) {
        for (Anchor &anchor : *anchors)
            anchor.token += step.first;
    }
    std::vector<TimesChange> changes;
    // What is taken back first leaves room for what is said instead.
    for (const MediaSpan &span : step.notInTextBefore) {
        if (std::ranges::find(step.notInTextAfter, span) == step.notInTextAfter.end())
            changes.emplace_back(MarkedIn{span});
    }
    for (const Anchor &anchor : before) {
        if (std::ranges::find(after, anchor.token, &Anchor::token) == after.end())
            changes.emplace_back(Untapped{anchor.token});
    }
    for (const MediaSpan &span : step.notInTextAfter) {
        if (std::ranges::find(step.notInTextBefore, span) == step.notInTextBefore.end())
            changes.emplace_back(MarkedOut{span});
    }
    for (const Anchor &anchor : after) {
        if (std::ranges::find(before, anchor) == before.end())
            changes.emplace_back(anchor);
    }
    return changes;
}

} // namespace earmark::library
