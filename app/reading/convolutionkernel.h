// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The inner loop of convolve(), compiled once for each set of instructions. Nothing that is inline
// elsewhere may be used here: the linker could pick the copy with instructions that the processor does
// not have. Therefore no header of the standard library, and internal linkage.

namespace earmark::reading {

struct ConvolutionCall {
    const short *weights;
    const short *input;
    int *sums;
    int inputs;
    int outputs; // padded
    int width;
    int rowsApart; // dilation
    int words;
};

using ConvolutionFunction = void (*)(const ConvolutionCall &call);

// For every processor, and each for those that have what its name says: nullptr where it was not
// compiled.
[[nodiscard]] ConvolutionFunction baselineConvolution();
[[nodiscard]] ConvolutionFunction avx2Convolution();
[[nodiscard]] ConvolutionFunction avx512Convolution();
// Whether this processor has it.
[[nodiscard]] bool hasAvx2();
[[nodiscard]] bool hasAvx512();

namespace {

// `Vector` holds Vector::lanes 32-bit sums; add() adds to each the products of two pairs of 16-bit
// numbers. A tile of `Words` words and `Vectors` vectors of outputs stays in registers.
template <class Vector, int Words, int Vectors>
void convolveTile(const ConvolutionCall &call, int word, int output)
{
    Vector sums[Words][Vectors] = {};
    const int pairs = call.inputs / 2;
    for (int tap = 0; tap < call.width; ++tap) {
        const int row = word + (tap - call.width / 2) * call.rowsApart;
        const short *input = call.input + static_cast<long>(row) * call.inputs;
        const short *weights = call.weights + (static_cast<long>(tap) * pairs * call.outputs + output) * 2;
        for (int pair = 0; pair < pairs; ++pair, input += 2, weights += static_cast<long>(call.outputs) * 2) {
            Vector some[Vectors];
            for (int j = 0; j < Vectors; ++j)
                some[j] = Vector::load(weights + j * Vector::lanes * 2);
            for (int i = 0; i < Words; ++i) {
                const Vector both = Vector::repeat(input + static_cast<long>(i) * call.inputs);
                for (int j = 0; j < Vectors; ++j)
                    sums[i][j].add(both, some[j]);
            }
        }
    }
    for (int i = 0; i < Words; ++i) {
        int *place = call.sums + static_cast<long>(word + i) * call.outputs + output;
        for (int j = 0; j < Vectors; ++j)
            sums[i][j].store(place + j * Vector::lanes);
    }
}

// `Words` divides Convolution::wordGroup; twice `Vector` divides Convolution::outputGroup.
template <class Vector, int Words, int Vectors>
void convolveAll(const ConvolutionCall &call)
{
    int output = 0;
    for (; output + Vectors * Vector::lanes <= call.outputs; output += Vectors * Vector::lanes) {
        for (int word = 0; word < call.words; word += Words)
            convolveTile<Vector, Words, Vectors>(call, word, output);
    }
    for (; output < call.outputs; output += 2 * Vector::lanes) {
        for (int word = 0; word < call.words; word += Words)
            convolveTile<Vector, Words, 2>(call, word, output);
    }
}

} // namespace

} // namespace earmark::reading
