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
    transcript::TokenIndex reach = -1;
    for (const notes::Highlight &highlight : highlights) {
        if (highlight.place != notes::Place::Words && highlight.place != notes::Place::Moment)
            continue;
        reach = std::max(reach, highlight.span.last);
        LaidMark mark{
            highlight.id,         highlight.span, highlight.mark, highlight.place, !highlight.note.isEmpty(), 0,
            highlight.span.first, reach};
        if (highlight.place == notes::Place::Moment) {
            laid.push_back(mark);
            continue;
        }
        auto lane = std::find_if(lastInLane.begin(), lastInLane.end(),
                                 [&](transcript::TokenIndex last) { return last < highlight.span.first; });
        if (lane == lastInLane.end())
            lane = std::min_element(lastInLane.begin(), lastInLane.end());
        mark.lined = std::max(highlight.span.first, *lane + 1);
        *lane = std::max(*lane, highlight.span.last);
        mark.lane = int(lane - lastInLane.begin());
        laid.push_back(mark);
    }
    return laid;
}

std::optional<std::vector<transcript::TokenSpan>> differences(const std::vector<LaidMark> &before,
                                                              const std::vector<LaidMark> &after)
{
    constexpr size_t few = 50;
    std::vector<transcript::TokenSpan> spans;
    size_t i = 0;
    size_t j = 0;
    while ((i < before.size() || j < after.size()) && spans.size() < few) {
        if (i < before.size() && j < after.size() && before[i].id == after[j].id) {
            LaidMark same = before[i++];
            same.reach = after[j].reach; // shows nowhere
            if (same != after[j++])
                spans.insert(spans.end(), {same.span, after[j - 1].span});
        } else if (j < after.size()
                   && (i == before.size() || (j + 1 < after.size() && after[j + 1].id == before[i].id))) {
            spans.push_back(after[j++].span);
        } else if (i < before.size()
                   && (j == after.size() || (i + 1 < before.size() && before[i + 1].id == after[j].id))) {
            spans.push_back(before[i++].span);
        } else {
            return std::nullopt;
        }
    }
    return spans.size() < few ? std::optional(spans) : std::nullopt;
}

std::span<const LaidMark> marksAround(const std::vector<LaidMark> &marks, transcript::TokenSpan span)
{
    const auto first =
        std::partition_point(marks.begin(), marks.end(), [&](const LaidMark &mark) { return mark.reach < span.first; });
    const auto end =
        std::partition_point(first, marks.end(), [&](const LaidMark &mark) { return mark.span.first <= span.last; });
    return {first, end};
}

const LaidMark *innermost(const std::vector<LaidMark> &marks, transcript::TokenSpan span)
{
    const LaidMark *best = nullptr;
    bool bestContains = false;
    for (const LaidMark &mark : marksAround(marks, span)) {
        if (mark.place != notes::Place::Words || !mark.span.overlaps(span))
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
