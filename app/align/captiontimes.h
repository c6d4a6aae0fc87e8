// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/corridor.h"
#include "align/warp.h"

namespace earmark::align {

// A caption by the words of a track (from `firstWord` up to `endWord`, never none) and its times in
// seconds.
struct CaptionTimes {
    int firstWord = 0;
    int endWord = 0;
    double start = 0;
    double end = 0;

    bool operator==(const CaptionTimes &) const = default;
};

// The segments of a transcript as captions; ordered. `words`: the track's.
[[nodiscard]] std::vector<CaptionTimes> captionTimes(const transcript::Transcript &transcript,
                                                     const std::vector<TrackWord> &words);

// Those that may be relied on. Captions of another edition, with an advertisement more or less in it,
// are early or late by much the same time one after the other: these are left out. `path`: of the
// recording, found without them.
[[nodiscard]] std::vector<CaptionTimes> withoutShifted(const std::vector<CaptionTimes> &captions, const Path &path);

// The words of a caption lie within its times or close by: captions come and go up to half a second
// early or late.
[[nodiscard]] Limits limitsOf(const std::vector<CaptionTimes> &captions, int frames);

} // namespace earmark::align
