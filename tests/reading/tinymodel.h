// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <array>
#include <vector>

namespace earmark {

// A layer as a file has it, with real numbers: weights [width][inputs][outputs] are what is stored
// times the output's scale.
struct TinyLayer {
    int inputs = 0;
    int outputs = 0;
    int width = 1;
    int dilation = 1;
    float inputStep = 1.0F / 256;
    std::vector<float> scales;
    std::vector<float> biases;
    std::vector<qint8> weights;

    TinyLayer(int inputs, int outputs, int width = 1, int dilation = 1);
    [[nodiscard]] qint8 &weight(int tap, int input, int output)
    {
        return weights[size_t((tap * inputs + input) * outputs + output)];
    }
    [[nodiscard]] float weightOf(int tap, int input, int output) const
    {
        return float(weights[size_t((tap * inputs + input) * outputs + output)]) * scales[size_t(output)];
    }
};

// A punctuation model made by hand, as bytes and as what it means.
struct TinyModel {
    static constexpr int width = 5;

    QStringList vocabulary;
    int unknown = 3;
    int ends = 4;
    int size = 0;
    std::vector<float> rowScales;
    std::vector<qint8> table; // [rows][size]
    TinyLayer first;
    std::vector<std::array<TinyLayer, 2>> blocks; // narrow, widen
    TinyLayer answer;
    std::array<float, 3> thresholds{0.5F, 0.5F, 0.5F};

    TinyModel(QStringList vocabulary, int size, int channels);
    [[nodiscard]] int rows() const { return int(vocabulary.size()) + unknown + 2 * ends; }
    [[nodiscard]] QByteArray bytes() const;
    // The seven logits of each word, in plain double-precision arithmetic without rounding: `rows` are
    // the table's rows that each word adds up from.
    [[nodiscard]] std::vector<std::array<double, 7>> answers(const std::vector<std::array<int, 3>> &rows) const;
};

// Ends a sentence before each word of `starters` (of any casing), as a question before "why"; sets a
// comma before "but"; capitalises "ada" and sets "nasa" in capitals.
[[nodiscard]] TinyModel modelThatKnows(const QStringList &starters);

// The last eight bytes of a file.
[[nodiscard]] quint64 punctuationChecksum(const QByteArray &bytes);

} // namespace earmark
