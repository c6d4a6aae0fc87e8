// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/warp.h"
#include "transcript/timing.h"

namespace earmark::align {

// Where a word was found, in seconds.
struct WordSpan {
    double start = 0;
    double end = 0;
    float confidence = 0; // 0 to 1

    bool operator==(const WordSpan &) const = default;
};

// For each word of the track where the path hears it; nothing for words that it leaves out. Ends are
// drawn back over silence (`activity`: of the recording, one value a frame). `earlier`, a path found
// in another way, tells how sure a place is: where the two disagree, and near to there, errors are.
[[nodiscard]] std::vector<std::optional<WordSpan>> wordSpans(const Path &path, const Path &earlier, size_t words,
                                                             const std::vector<float> &activity);

// The timings of all tokens from those of the words found (`spans`, one for each of `words`).
// Words not found are Interpolated between their neighbours, near the one before them where there is
// more room than they need. Cues take what is left of the gap that they stand in; labels and headings
// take no time of their own.
[[nodiscard]] transcript::Timings timingsFromSpans(const transcript::Transcript &transcript,
                                                   const std::vector<TrackWord> &words,
                                                   const std::vector<std::optional<WordSpan>> &spans,
                                                   MediaTime duration);

} // namespace earmark::align
