// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace earmark::align {

// A row of states through which a path goes from left to right, one state a frame. A frame later it
// is in the same state (for the price `stay`), in the next one (`step`) or in the one after that
// (`jump`). Some states are pauses; from one of them a path may go on to the next pause without a
// frame passing (`skip`), leaving out everything between: words that nobody said.
struct Lattice {
    std::vector<float> stay; // for each state
    std::vector<float> step; // for each state, the price of coming to it from the one before
    std::vector<float> jump; // for each state, the price of coming to it from two before
    std::vector<int> pauses; // ascending
    std::vector<float> skip; // for each pause, the price of coming to it from the pause before
    // For each state the price of ending in it; empty: the last two are free, and in others it may not.
    std::vector<float> end = {};

    [[nodiscard]] int states() const { return int(stay.size()); }
};

// At frame t only the `width` states from first[t] are looked at, and of these the ones before end[t].
// Neither falls.
struct Band {
    int width = 0;
    std::vector<int> first;    // one a frame
    std::vector<int> end = {}; // one a frame, behind first[t]; empty: all states
};

// Fills in what each of the states from `first` costs at a frame.
using StateCosts = std::function<void(int frame, int first, std::span<float> costs)>;

// The state at every frame of the cheapest path (Viterbi 1967) that begins in one of the first two
// states, or in pauses that can be reached from them by skipping, and ends in one of the last two, or
// wherever `end` makes it cheapest.
// Back-pointers take two bits a cell and are kept only as far back as ways differ that may yet turn out
// to be the cheapest. Where that takes more than `memory` bytes, the rest of the way is found piece by
// piece, at up to twice the time. Nothing when the band leaves no way, or when cancelled.
[[nodiscard]] std::optional<std::vector<int>> cheapestPath(const Lattice &lattice, const Band &band,
                                                           const StateCosts &costs, const CancelToken &cancel,
                                                           const Progress &progress, size_t memory = 24 << 20);

} // namespace earmark::align
