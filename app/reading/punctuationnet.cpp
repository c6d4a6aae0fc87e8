// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/punctuationnet.h"

#include <algorithm>

namespace earmark::reading {

namespace {

constexpr int largest = 4095; // see convolve()

// Whole multiples of `step`, of what is not negative where `Rectified`. Written so that compilers make
// vector instructions of it.
template <bool Rectified>
void quantise(const float *__restrict from, qint16 *__restrict to, qsizetype count, float step)
{
    constexpr auto most = float(largest);
    constexpr float least = Rectified ? 0.0F : -most;
    constexpr int positive = largest + 1; // what is cut off is then what is rounded down
    const float steps = 1 / step;
    for (qsizetype i = 0; i < count; ++i) {
        const float value = from[i] * steps;
        const float above = value > least ? value : least;
        const float inside = above < most ? above : most;
        to[i] = qint16(int(inside + (float(positive) + 0.5F)) - positive);
    }
}

// Rows of whole numbers with as many rows of nothing before and after them as a layer reaches.
class Rows
{
public:
    void reset(int words, int columns, int margin)
    {
        m_columns = columns;
        m_margin = margin;
        m_numbers.assign(size_t(words + 2 * margin) * size_t(columns), 0);
    }
    [[nodiscard]] qint16 *row(int word) { return m_numbers.data() + qsizetype(word + m_margin) * m_columns; }

private:
    int m_columns = 0;
    int m_margin = 0;
    std::vector<qint16> m_numbers;
};

// One stretch after the other, in the same memory.
class Forward
{
public:
    explicit Forward(const PunctuationNet &net) : m_net(net) {}

    // answers[words][PunctuationNet::answers], until the next call.
    const std::vector<float> &answers(std::span<const WordRows::Rows> words)
    {
        m_words = words;
        m_count = int(words.size());
        m_padded = (m_count + Convolution::wordGroup - 1) / Convolution::wordGroup * Convolution::wordGroup;
        embed();
        for (const Block &block : m_net.blocks)
            pass(block);
        const Layer &last = m_net.answer;
        m_input.reset(m_padded, last.convolution.inputs, last.convolution.reach());
        quantise<false>(m_hidden.data(), m_input.row(0), qsizetype(m_count) * last.convolution.inputs, last.inputStep);
        sum(last, m_input);
        m_answers.resize(size_t(m_count) * PunctuationNet::answers);
        for (int word = 0; word < m_count; ++word)
            finish(last, word, m_answers.data() + qsizetype(word) * PunctuationNet::answers);
        return m_answers;
    }

private:
    void embed()
    {
        const Layer &first = m_net.first;
        const int size = m_net.size;
        m_input.reset(m_padded, size, first.convolution.reach());
        std::vector<float> added(static_cast<size_t>(size));
        for (int word = 0; word < m_count; ++word) {
            std::ranges::fill(added, 0.0F);
            for (const qint32 row : m_words[size_t(word)])
                addRow(row, added.data());
            quantise<false>(added.data(), m_input.row(word), size, first.inputStep);
        }
        sum(first, m_input);
        const int outputs = first.convolution.outputs;
        m_hidden.resize(size_t(m_count) * size_t(outputs));
        for (int word = 0; word < m_count; ++word) {
            float *hidden = m_hidden.data() + qsizetype(word) * outputs;
            finish(first, word, hidden);
            for (int i = 0; i < outputs; ++i)
                hidden[i] = hidden[i] > 0 ? hidden[i] : 0;
        }
    }

    void addRow(qint32 row, float *__restrict to) const
    {
        const qint8 *__restrict from = m_net.table + qsizetype(row) * m_net.size;
        const float scale = m_net.rowScales[size_t(row)];
        for (int i = 0; i < m_net.size; ++i)
            to[i] += scale * float(from[i]);
    }

    void pass(const Block &block)
    {
        const Convolution &narrow = block.narrow.convolution;
        m_input.reset(m_padded, narrow.inputs, narrow.reach());
        quantise<false>(m_hidden.data(), m_input.row(0), qsizetype(m_count) * narrow.inputs, block.narrow.inputStep);
        sum(block.narrow, m_input);
        m_inner.reset(m_padded, narrow.outputs, 0);
        std::vector<float> values(static_cast<size_t>(narrow.outputs));
        for (int word = 0; word < m_count; ++word) {
            finish(block.narrow, word, values.data());
            quantise<true>(values.data(), m_inner.row(word), narrow.outputs, block.widen.inputStep);
        }
        sum(block.widen, m_inner);
        std::vector<float> added(static_cast<size_t>(narrow.inputs));
        for (int word = 0; word < m_count; ++word) {
            finish(block.widen, word, added.data());
            float *__restrict hidden = m_hidden.data() + qsizetype(word) * narrow.inputs;
            const float *__restrict more = added.data();
            for (int i = 0; i < narrow.inputs; ++i)
                hidden[i] += more[i];
        }
    }

    void sum(const Layer &layer, Rows &input)
    {
        m_sums.resize(size_t(m_padded) * size_t(layer.convolution.paddedOutputs()));
        convolve(layer.convolution, input.row(0), m_sums.data(), m_padded);
    }

    void finish(const Layer &layer, int word, float *__restrict to) const
    {
        const qint32 *__restrict sums = m_sums.data() + qsizetype(word) * layer.convolution.paddedOutputs();
        const float *__restrict scales = layer.scales.data();
        const float *__restrict biases = layer.biases.data();
        for (int i = 0; i < layer.convolution.outputs; ++i)
            to[i] = float(sums[i]) * scales[i] + biases[i];
    }

    const PunctuationNet &m_net;
    std::span<const WordRows::Rows> m_words;
    int m_count = 0;
    int m_padded = 0;
    Rows m_input;
    Rows m_inner;
    std::vector<float> m_hidden; // [words][channels]
    std::vector<qint32> m_sums;
    std::vector<float> m_answers;
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
    // Long enough that the context at both ends costs little, short enough for the processor's cache.
    constexpr size_t stretch = 512;
    const auto context = size_t(net.reach());
    std::vector<float> answers;
    answers.reserve(words.size() * PunctuationNet::answers);
    Forward forward(net);
    for (size_t begin = 0; begin < words.size(); begin += stretch) {
        const size_t first = begin - std::min(begin, context);
        const size_t end = std::min(words.size(), begin + stretch);
        const size_t last = std::min(words.size(), end + context);
        const std::vector<float> &some = forward.answers(words.subspan(first, last - first));
        answers.insert(answers.end(), some.begin() + qptrdiff((begin - first) * PunctuationNet::answers),
                       some.begin() + qptrdiff((end - first) * PunctuationNet::answers));
    }
    return answers;
}

} // namespace earmark::reading
