// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/convolution.h"
#include "reading/wordrows.h"

#include <QByteArray>

#include <optional>
#include <span>

namespace earmark::reading {

// A convolution of numbers that are whole multiples of `inputStep`, with what makes its sums real
// numbers again.
struct Layer {
    Convolution convolution;
    float inputStep = 1;
    std::vector<float> scales; // of each output's sum
    std::vector<float> biases;
};

struct Block {
    Layer narrow;
    Layer widen;
};

// The net of resources/punctuation/train/net.py in 8-bit weights.
struct PunctuationNet {
    static constexpr int answers = 7; // four marks, three casings

    QByteArray bytes; // holds the table
    WordRows rows;
    int size = 0;                 // of an embedding
    const qint8 *table = nullptr; // [rows][size]
    std::vector<float> rowScales;
    Layer first;
    std::vector<Block> blocks;
    Layer answer;
    float endThreshold = 0.5F; // of probability
    float commaThreshold = 0.5F;
    float casingThreshold = 0.5F;

    // Words at each end of a stretch whose answers lack context.
    [[nodiscard]] int reach() const;
};

// nullopt where the bytes are no whole net.
[[nodiscard]] std::optional<PunctuationNet> parsePunctuationNet(const QByteArray &bytes);

// The net's answers [words][answers], as logits. Linear in the words.
[[nodiscard]] std::vector<float> answersOf(const PunctuationNet &net, std::span<const WordRows::Rows> words);

} // namespace earmark::reading
