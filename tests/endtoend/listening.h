// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace earmark::tests {

// Sound as numbers, mono, at 8 kHz: enough to tell one word from another, small enough to search.
struct Sound {
    static constexpr int rate = 8000; // Hz
    std::vector<float> samples;

    [[nodiscard]] double seconds() const { return double(samples.size()) / rate; }
};

// Mono 16-bit samples as Sound, block-averaged down to 8 kHz. `rate` must be a multiple of 8 kHz.
[[nodiscard]] Sound soundFrom(std::span<const short> samples, int rate);

struct Heard {
    double position = 0;    // seconds into the source
    double correlation = 0; // -1 to 1; below about 0.5 it is something else, or silence
};

// Which place of `source` is heard in `recording` at `at` (seconds), by normalised cross-correlation
// of the quarter of a second around it, looked for between `from` and `to` seconds of the source.
[[nodiscard]] Heard whatIsHeard(const Sound &recording, double at, const Sound &source, double from, double to);

// The largest absolute sample between two places, 0 to 1.
[[nodiscard]] double loudest(const Sound &recording, double from, double to);

} // namespace earmark::tests
