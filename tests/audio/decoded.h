// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/decoder.h"

#include "audio/madeaudio.h"

// What came out of a decoder, and how it compares.
namespace made {

// The whole file, or up to the error.
inline earmark::Result<Samples> readAll(earmark::audio::Decoder &decoder, size_t blockFrames = 4096)
{
    Samples all;
    Samples block(blockFrames * size_t(decoder.format().channels));
    for (;;) {
        const earmark::Result<qsizetype> frames = decoder.read(block);
        if (!frames)
            return tl::unexpected(frames.error());
        if (*frames == 0)
            return all;
        all.insert(all.end(), block.begin(), block.begin() + *frames * decoder.format().channels);
    }
}

// By how many samples `heard` comes later than `original`, looking at `length` samples from `at`.
inline int delayOf(const Samples &original, const Samples &heard, size_t at, size_t length, int most)
{
    int best = 0;
    double bestScore = -1;
    for (int delay = -most; delay <= most; ++delay) {
        double score = 0;
        for (size_t i = at; i < at + length; ++i)
            score += double(original[i]) * heard[size_t(qint64(i) + delay)];
        if (score > bestScore) {
            bestScore = score;
            best = delay;
        }
    }
    return best;
}

inline int largestDifference(std::span<const qint16> a, std::span<const qint16> b)
{
    int largest = 0;
    for (size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

} // namespace made
