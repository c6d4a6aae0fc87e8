// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/marklayout.h"

#include <algorithm>
#include <array>

namespace earmark::ui {

std::vector<LaidMark> layMarks(const std::vector<notes::Highlight> &highlights)
{
    std::vector<LaidMark> laid;
    laid.reserve(highlights.size());
    std::array<transcript::TokenIndex, MarkLanes> lastInLane;
    lastInLane.fill(-1);
    for (const notes::Highlight &highlight : highlights) {
        auto lane = std::find_if(lastInLane.begin(), lastInLane.end(),
                                 [&](transcript::TokenIndex last) { return last < highlight.span.first; });
        if (lane == lastInLane.end())
            lane = std::min_element(lastInLane.begin(), lastInLane.end());
        *lane = std::max(*lane, highlight.span.last);
        laid.push_back(
            {highlight.id, highlight.span, highlight.mark, !highlight.note.isEmpty(), int(lane - lastInLane.begin())});
    }
    return laid;
}

const LaidMark *innermost(const std::vector<LaidMark> &marks, transcript::TokenSpan span)
{
    const LaidMark *best = nullptr;
    bool bestContains = false;
    for (const LaidMark &mark : marks) {
        if (mark.span.first > span.last)
            break;
        if (!mark.span.overlaps(span))
            continue;
        const bool contains = mark.span.contains(span.first);
        if (!best || (contains && !bestContains)
            || (contains == bestContains && mark.span.count() <= best->span.count())) {
            best = &mark;
            bestContains = contains;
        }
    }
    return best;
}

} // namespace earmark::ui
