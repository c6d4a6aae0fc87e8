// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/punctuationnet.h"

#include <algorithm>

namespace earmark::reading {

namespace {

constexpr int largest = 4095; // see convolve()

// Whole multiples of `step`, of what is not negative where `Rectified`.
template <bool Rectified>
void quantise(const float *from, qint16 *to, qsizetype count, float step)
{
    const float steps = 1 / step;
    for (qsizetype i = 0; i < count; ++i) {
        const float value = from[i] * steps;
        const float least = Rectified ? 0.0F : -float(largest);
        const float above = value > least ? value : least;
        const float inside = above < float(largest) ? above : float(largest);
        to[i] = qint16(int(inside + (inside < 0 ? -0.5F : 0.5F)));
    }
}

// Rows of whole numbers with as many rows of nothing before and after them as the layers reach.
class Rows
{
public:
    Rows(int words, int columns, int margin)
        : m_columns(columns), m_margin(margin), m_numbers(size_t(words + 2 * margin) * size_t(columns))
    {
    }
    [[nodiscard]] qint16 *row(int word) { return m_numbers.data() + qsizetype(word + m_margin) * m_columns; }

private:
    int m_columns;
    int m_margin;
    std::vector<qint16> m_numbers;
};

class Forward
{
public:
    Forward(const PunctuationNet &net, std::span<const WordRows::Rows> words)
        : m_net(net), m_words(words), m_count(int(words.size())),
          m_padded((m_count + Convolution::wordGroup - 1) / Convolution::wordGroup * Convolution::wordGroup)
    {
    }

    std::vector<float> answers()
    {
        embed();
        for (const Block &block : m_net.blocks)
            pass(block);
        const Layer &last = m_net.answer;
        Rows input(m_padded, last.convolution.inputs, last.convolution.reach());
        quantise<false>(m_hidden.data(), input.row(0), qsizetype(m_count) * last.convolution.inputs, last.inputStep);
        sum(last, input);
        std::vector<float> result(size_t(m_count) * PunctuationNet::answers);
        for (int word = 0; word < m_count; ++word)
            finish(last, word, result.data() + qsizetype(word) * PunctuationNet::answers);
        return result;
    }

private:
    void embed()
    {
        const Layer &first = m_net.first;
        const int size = m_net.size;
        Rows input(m_padded, size, first.convolution.reach());
        std::vector<float> added(static_cast<size_t>(size));
        for (int word = 0; word < m_count; ++word) {
            std::ranges::fill(added, 0.0F);
            for (const qint32 row : m_words[size_t(word)]) {
                const qint8 *from = m_net.table + qsizetype(row) * size;
                const float scale = m_net.rowScales[size_t(row)];
                for (int i = 0; i < size; ++i)
                    added[size_t(i)] += scale * float(from[i]);
            }
            quantise<false>(added.data(), input.row(word), size, first.inputStep);
        }
        sum(first, input);
        const int outputs = first.convolution.outputs;
        m_hidden.resize(size_t(m_count) * size_t(outputs));
        for (int word = 0; word < m_count; ++word) {
            float *hidden = m_hidden.data() + qsizetype(word) * outputs;
            finish(first, word, hidden);
            for (int i = 0; i < outputs; ++i)
                hidden[i] = hidden[i] > 0 ? hidden[i] : 0;
        }
    }

    void pass(const Block &block)
    {
        const Convolution &narrow = block.narrow.convolution;
        Rows input(m_padded, narrow.inputs, narrow.reach());
        quantise<false>(m_hidden.data(), input.row(0), qsizetype(m_count) * narrow.inputs, block.narrow.inputStep);
        sum(block.narrow, input);
        Rows inner(m_padded, narrow.outputs, 0);
        std::vector<float> values(static_cast<size_t>(narrow.outputs));
        for (int word = 0; word < m_count; ++word) {
            finish(block.narrow, word, values.data());
            quantise<true>(values.data(), inner.row(word), narrow.outputs, block.widen.inputStep);
        }
        sum(block.widen, inner);
        std::vector<float> added(static_cast<size_t>(narrow.inputs));
        for (int word = 0; word < m_count; ++word) {
            finish(block.widen, word, added.data());
            float *hidden = m_hidden.data() + qsizetype(word) * narrow.inputs;
            for (int i = 0; i < narrow.inputs; ++i)
                hidden[i] += added[size_t(i)];
        }
    }

    void sum(const Layer &layer, Rows &input)
    {
        m_sums.resize(size_t(m_padded) * size_t(layer.convolution.paddedOutputs()));
        convolve(layer.convolution, input.row(0), m_sums.data(), m_padded);
    }

    void finish(const Layer &layer, int word, float *to) const
    {
        const qint32 *sums = m_sums.data() + qsizetype(word) * layer.convolution.paddedOutputs();
        for (int i = 0; i < layer.convolution.outputs; ++i)
            to[i] = float(sums[i]) * layer.scales[size_t(i)] + layer.biases[size_t(i)];
    }

    const PunctuationNet &m_net;
    std::span<const WordRows::Rows> m_words;
    int m_count;
    int m_padded;
    std::vector<float> m_hidden; // [words][channels]
    std::vector<qint32> m_sums;
};

} // namespace

int PunctuationNet::reach() const
{
    int words = first.convolution.reach() + answer.convolution.reach();
    for (const Block &block : blocks)
        words += block.narrow.convolution.reach() + block.widen.convolution.reach();
    return words;
}

std::vector<float> answersOf(const PunctuationNet &net, std::span<const WordRows::Rows> words)
{
    return Forward(net, words).answers();
}

} // namespace earmark::reading
