// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/phonemodels.h"
#include "align/track.h"

namespace earmark::align {

struct RealignSettings {
    int rounds = 3;
    double reach = 8;      // seconds to either side of the path before,
    double laterReach = 4; // and after the first round
    double lastReach = 60; // how far the last round may move a word in time
    int threads = 1;       // changes nothing but the time it takes
    const Corridor *corridor = nullptr;
};

struct Realignment {
    Path path;
    double distinct = 0; // distinctness() by the last path but one
};

// Moves the words to where the recording's own sounds change. A hidden Markov model of the text's
// phones (Rabiner 1989) is trained on the recording itself, beginning with where `path` has them, and
// the cheapest way through it gives a better path, in `rounds` rounds. So what is learned is how this
// voice says these phonemes, and no model is brought along. Nothing when there is no way within reach,
// or when cancelled.
[[nodiscard]] std::optional<Realignment> realign(const Sound &recording, const Track &track, const Path &path,
                                                 const RealignSettings &settings, const CancelToken &cancel,
                                                 const Progress &progress);

// distinctness() of models that are trained by the path itself.
[[nodiscard]] double distinctnessAlong(const Path &path, const Sound &recording, const Track &track, int threads,
                                       const CancelToken &cancel);

} // namespace earmark::align
