// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace earmark::reading {

// One layer of a net over a sequence of words, in whole numbers, so that every machine gets the same
// sums. Each output of a word is a weighted sum of the inputs of `width` words, `dilation` apart and
// the word itself in their middle.
struct Convolution {
    // Outputs are calculated in groups of this many, words in groups of `wordGroup`.
    static constexpr int outputGroup = 32;
    static constexpr int wordGroup = 12;

    int inputs = 0; // even
    int outputs = 0;
    int width = 1; // odd
    int dilation = 1;
    std::vector<qint16> weights; // [width][inputs / 2][paddedOutputs][2]; -127 to 127

    [[nodiscard]] int paddedOutputs() const { return (outputs + outputGroup - 1) / outputGroup * outputGroup; }
    // How many words beyond the first and the last one are looked at.
    [[nodiscard]] int reach() const { return width / 2 * dilation; }
};

// Writes sums[words][paddedOutputs] for `words` words, a multiple of Convolution::wordGroup. `input` is
// the first word's row of `inputs` numbers, each at most 4,095 from 0, so that no sum of up to 4,000 of
// them overflows; reach() rows before the first word's and behind the last one's can be read.
void convolve(const Convolution &layer, const qint16 *input, qint32 *sums, int words);

} // namespace earmark::reading
