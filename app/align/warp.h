// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/corridor.h"
#include "align/track.h"

#include <optional>

namespace earmark::align {

// A recording or a synthetic track, made comparable.
struct Sound {
    Frames cepstra;              // normalised
    std::vector<float> activity; // one a frame
};

// Which word is spoken when: for every `factor` frames of the recording the place in the track, as
// one of its frames, and the word there, as an index into Track::words; `pause` where the recording
// has a pause, or sound that is not in the text.
struct Path {
    static constexpr int pause = -1;
    int factor = 1;
    std::vector<int> place;
    std::vector<int> word;
};

// How finely and how far from what to search.
struct WarpSettings {
    int factor = 1;                   // frames that make one
    double reach = 0;                 // seconds to either side of `around`
    const Path *around = nullptr;     // none: the straight line from corner to corner
    std::vector<bool> cueBefore = {}; // for each word and for the end; empty: there are no cues
    // Of a recording that breaks off, the seconds that it would have lasted, where they are known. 0: as
    // many as it lasts.
    double whole = 0;
    const Corridor *corridor = nullptr; // none: nothing is known beforehand
    // The path may end wherever in the track it has come to, at a price for what is left of it.
    bool mayEndEarly = false;
    // What going into a rest costs beyond the usual, as a share of the typical distance. Words that are close
    // together in a long recording of other things would else be scattered over it.
    float dearRest = 0;
};

// Dynamic time warping (Sakoe and Chiba 1978) of the track onto the recording by the distances of
// their features. Between two words the path may rest in a state of its own, which is cheap where the
// recording pauses, and elsewhere costs a little less than a typical bad match, so that music and
// advertisements are passed over; words that are not in the recording are left out at a price.
// Nothing when there is no way within reach, or when cancelled.
[[nodiscard]] std::optional<Path> warp(const Sound &recording, const Sound &synthetic,
                                       const std::vector<TrackWord> &words, const WarpSettings &settings,
                                       const CancelToken &cancel, const Progress &progress);

} // namespace earmark::align
