// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/phonemodels.h"
#include "align/track.h"
#include "align/viterbi.h"

namespace earmark::align {

// The text as the states of a hidden Markov model: a pause, the phones of the first word, a pause and
// so on. Words without phones have no states.
struct PhoneChain {
    std::vector<int> emission; // for each state which state of which phoneme sounds; `unlabelled`: a pause
    std::vector<int> word;     // Path::pause in pauses
    std::vector<int> place;    // the track's frame

    [[nodiscard]] int states() const { return int(emission.size()); }
};

[[nodiscard]] PhoneChain makePhoneChain(const Track &track);

// Every state lasts a frame at least, pauses may be passed over, and whole words left out at a price.
[[nodiscard]] Lattice latticeOf(const PhoneChain &chain);

// For each frame of the recording the state of a phoneme that sounds there by a path over the track:
// phones are cut into statesPerPhone pieces of equal length.
[[nodiscard]] std::vector<int> labelsFrom(const Path &path, const Track &track, int frames);

} // namespace earmark::align
