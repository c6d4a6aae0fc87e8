// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuewriters.h"

#include <algorithm>

namespace earmark::formats {

namespace {

constexpr MediaTime usual{60}; // a character, spoken

// Lays the cues from `first` to before `end` into the time, by their lengths.
void share(const CueList &list, size_t first, size_t end, CueTimes within, std::vector<CueTimes> &times)
{
    qint64 total = 0;
    for (size_t i = first; i < end; ++i)
        total += list.cues[i].end - list.cues[i].begin;
    const MediaTime length = std::max(MediaTime{}, within.stop - within.start);
    qint64 done = 0;
    for (size_t i = first; i < end; ++i) {
        times[i].start = within.start + MediaTime(length.count() * done / std::max<qint64>(1, total));
        done += list.cues[i].end - list.cues[i].begin;
        times[i].stop = within.start + MediaTime(length.count() * done / std::max<qint64>(1, total));
    }
}

MediaTime usualLength(const CueList &list, size_t first, size_t end)
{
    return usual * (list.cues[end - 1].end - list.cues[first].begin);
}

} // namespace

std::optional<std::vector<CueTimes>> completeTimes(const CueList &list)
{
    const auto isTimed = [](const Cue &cue) { return cue.start.has_value(); };
    const auto firstTimed = std::find_if(list.cues.begin(), list.cues.end(), isTimed);
    if (firstTimed == list.cues.end())
        return list.cues.empty() ? std::optional(std::vector<CueTimes>()) : std::nullopt;
    std::vector<CueTimes> times(list.cues.size());
    size_t first = size_t(firstTimed - list.cues.begin());
    share(list, 0, first, {MediaTime{}, *firstTimed->start}, times);
    while (first < list.cues.size()) {
        const Cue &head = list.cues[first];
        const auto next = std::find_if(list.cues.begin() + qsizetype(first) + 1, list.cues.end(), isTimed);
        const auto end = size_t(next - list.cues.begin());
        const size_t followers = head.stop ? first + 1 : first;
        const MediaTime from = head.stop.value_or(*head.start);
        if (head.stop)
            times[first] = {*head.start, *head.stop};
        if (followers < end) {
            const MediaTime until =
                next == list.cues.end() ? from + usualLength(list, followers, end) : std::max(from, *next->start);
            share(list, followers, end, {from, until}, times);
        }
        first = end;
    }
    return times;
}

} // namespace earmark::formats
