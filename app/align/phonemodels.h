// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/mixture.h"
#include "align/warp.h"

namespace earmark::align {

constexpr int statesPerPhone = 3;

// What a recording sounds like: each state of each phoneme, nobody speaking, and anybody speaking.
struct PhonemeModels {
    std::vector<Mixture> states; // statesPerPhone a phoneme
    Mixture silence;
    Mixture background;
};

struct Training {
    int states = 0;     // of all phonemes together
    int components = 1; // of a phoneme's state
    int silenceComponents = 1;
    int threads = 1; // changes nothing but the time it takes
};

constexpr int unlabelled = -1;

// The models under which each frame of the recording belongs to the state it is labelled with; those
// without a label are silence where the recording is quiet. Of a state with very many frames some are
// left out. Cut short when cancelled.
[[nodiscard]] PhonemeModels trainModels(const Sound &recording, std::span<const int> labels, const Training &training,
                                        const CancelToken &cancel);

// By how much, on average over labelled frames, the state that a frame is labelled with explains it
// better than the background does: a log-likelihood. Near or below nothing where the labels say
// nothing about the sound.
[[nodiscard]] double distinctness(const Sound &recording, std::span<const int> labels, const PhonemeModels &models);

} // namespace earmark::align
