// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/tinymodel.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>

namespace earmark {

namespace {

using Numbers = std::vector<std::vector<double>>; // [words][columns]

Numbers convolved(const TinyLayer &layer, const Numbers &input)
{
    const int words = int(input.size());
    Numbers result(input.size(), std::vector<double>(size_t(layer.outputs)));
    for (int word = 0; word < words; ++word) {
        for (int output = 0; output < layer.outputs; ++output) {
            double sum = layer.biases[size_t(output)];
            for (int tap = 0; tap < layer.width; ++tap) {
                const int from = word + (tap - layer.width / 2) * layer.dilation;
                for (int i = 0; from >= 0 && from < words && i < layer.inputs; ++i)
                    sum += input[size_t(from)][size_t(i)] * double(layer.weightOf(tap, i, output));
            }
            result[size_t(word)][size_t(output)] = sum;
        }
    }
    return result;
}

Numbers rectified(Numbers numbers)
{
    for (std::vector<double> &row : numbers) {
        for (double &value : row)
            value = std::max(value, 0.0);
    }
    return numbers;
}

void write(QDataStream &out, const TinyLayer &layer)
{
    out << layer.inputStep;
    for (const float value : layer.scales)
        out << value;
    for (const float value : layer.biases)
        out << value;
    for (const qint8 value : layer.weights)
        out << value;
}

} // namespace

TinyLayer::TinyLayer(int inputs, int outputs, int width, int dilation)
    : inputs(inputs), outputs(outputs), width(width), dilation(dilation), scales(size_t(outputs), 1.0F),
      biases(size_t(outputs)), weights(size_t(width * inputs * outputs))
{
}

TinyModel::TinyModel(QStringList words, int size, int channels)
    : vocabulary(std::move(words)), size(size), first(size, channels, width), answer(channels, 7)
{
    rowScales.assign(size_t(rows()), 1.0F);
    table.assign(size_t(rows() * size), 0);
}

QByteArray TinyModel::bytes() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out.setFloatingPointPrecision(QDataStream::SinglePrecision);
    out.writeRawData("EMPUNCT1", 8);
    const QByteArray words = (vocabulary.join(u'\n') + u'\n').toUtf8();
    out << quint32(words.size()) << quint32(vocabulary.size()) << quint32(unknown) << quint32(ends) << quint32(size / 2)
        << quint32(first.outputs / 2) << quint32(blocks.empty() ? 1 : blocks.front()[0].outputs / 2)
        << quint32(blocks.size());
    for (const auto &block : blocks)
        out << quint32(block[0].dilation);
    for (const float threshold : thresholds)
        out << threshold;
    out.writeRawData(words.constData(), int(words.size()));
    for (const float scale : rowScales)
        out << scale;
    for (const qint8 value : table)
        out << value;
    write(out, first);
    for (const auto &[narrow, widen] : blocks) {
        write(out, narrow);
        write(out, widen);
    }
    write(out, answer);
    while (bytes.size() % 8 != 0)
        out << quint8(0);
    out << punctuationChecksum(bytes);
    return bytes;
}

std::vector<std::array<double, 7>> TinyModel::answers(const std::vector<std::array<int, 3>> &words) const
{
    Numbers numbers(words.size(), std::vector<double>(size_t(size)));
    for (size_t word = 0; word < words.size(); ++word) {
        for (const int row : words[word]) {
            for (int i = 0; i < size; ++i)
                numbers[word][size_t(i)] += double(rowScales[size_t(row)]) * table[size_t(row * size + i)];
        }
    }
    Numbers hidden = rectified(convolved(first, numbers));
    for (const auto &[narrow, widen] : blocks) {
        const Numbers added = convolved(widen, rectified(convolved(narrow, hidden)));
        for (size_t word = 0; word < hidden.size(); ++word) {
            for (size_t i = 0; i < hidden[word].size(); ++i)
                hidden[word][i] += added[word][i];
        }
    }
    const Numbers last = convolved(answer, hidden);
    std::vector<std::array<double, 7>> result(last.size());
    for (size_t word = 0; word < last.size(); ++word)
        std::copy(last[word].begin(), last[word].end(), result[word].begin());
    return result;
}

TinyModel modelThatKnows(const QStringList &starters)
{
    enum Feature { Starts, Asks, Adds, Named, Shouted, Features = 6 };
    TinyModel model(
        starters
            + QStringList{QStringLiteral("why"), QStringLiteral("but"), QStringLiteral("ada"), QStringLiteral("nasa")},
        Features, Features);
    const auto mark = [&](qsizetype row, Feature feature) { model.table[size_t(row * Features + feature)] = 1; };
    for (qsizetype row = 0; row < starters.size(); ++row)
        mark(row, Starts);
    mark(starters.size(), Asks);
    mark(starters.size() + 1, Adds);
    mark(starters.size() + 2, Named);
    mark(starters.size() + 3, Shouted);
    // Marks are about the word after.
    for (const Feature feature : {Starts, Asks, Adds})
        model.first.weight(TinyModel::width / 2 + 1, feature, feature) = 1;
    for (const Feature feature : {Named, Shouted})
        model.first.weight(TinyModel::width / 2, feature, feature) = 1;
    constexpr qint8 sure = 16;
    const std::array<std::pair<Feature, int>, 5> answers{{{Adds, 1}, {Starts, 2}, {Asks, 3}, {Named, 5}, {Shouted, 6}}};
    for (const auto &[feature, answer] : answers)
        model.answer.weight(0, feature, answer) = sure;
    model.answer.biases[0] = sure / 2;
    model.answer.biases[4] = sure / 2;
    return model;
}

quint64 punctuationChecksum(const QByteArray &bytes)
{
    quint64 value = 0xcbf29ce484222325U;
    for (qsizetype i = 0; i < bytes.size(); i += 8) {
        quint64 word = 0;
        for (int k = 7; k >= 0; --k)
            word = word << 8U | quint8(bytes[i + k]);
        value = (value ^ word) * 0x100000001b3U;
    }
    return value;
}

} // namespace earmark
