// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <iterator>
#include <vector>

namespace earmark::audio {

// A place in a file at which reading can go on.
struct SeekPoint {
    qint64 byte = 0; // offset in the file
    qint64 tick = 0; // when what begins there begins, in the stream's time base

    bool operator==(const SeekPoint &) const = default;
};

// Places all over a file whose container has no table of them (MP3, ADTS): without these, everything before a place
// is read to find it. Without points where the container needs none, or is too short.
struct SeekIndex {
    qint64 bytes = 0;              // size of the file that it is of; of one with another size nothing is known
    qint64 ticksPerSecond = 0;     // of the points
    std::vector<SeekPoint> points; // later ones lie further back

    [[nodiscard]] bool isSound() const
    {
        const auto clash = [](const SeekPoint &before, const SeekPoint &after) {
            return after.byte <= before.byte || after.tick <= before.tick;
        };
        if (points.empty())
            return bytes >= 0 && ticksPerSecond >= 0;
        return ticksPerSecond > 0 && points.front().byte >= 0 && points.back().byte < bytes
            && std::ranges::adjacent_find(points, clash) == points.end();
    }
    // The last that is not after `tick`; nullptr: there is none.
    [[nodiscard]] const SeekPoint *before(qint64 tick) const
    {
        const auto after = std::ranges::upper_bound(points, tick, {}, &SeekPoint::tick);
        return after == points.begin() ? nullptr : &*std::prev(after);
    }

    bool operator==(const SeekIndex &) const = default;
};

} // namespace earmark::audio
