// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/punctuationnet.h"

#include <QtEndian>

#include <cmath>

namespace earmark::reading {

namespace {

constexpr QByteArrayView magic = "EMPUNCT1";

// FNV-1a's steps over 64-bit words instead of bytes: eight times as fast, and enough to tell that a
// file is not the one that was written.
quint64 checksumOf(QByteArrayView bytes)
{
    quint64 value = 0xcbf29ce484222325U;
    for (qsizetype i = 0; i + 8 <= bytes.size(); i += 8)
        value = (value ^ qFromLittleEndian<quint64>(bytes.data() + i)) * 0x100000001b3U;
    return value;
}

// Takes values from the front. Once there are too few bytes, or a value is out of its range, it has
// failed for good and gives zeros.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] bool isAtEnd() const { return m_bytes.isEmpty(); }

    QByteArrayView take(qsizetype count)
    {
        m_failed = m_failed || count < 0 || count > m_bytes.size();
        if (m_failed)
            return {};
        const QByteArrayView taken = m_bytes.first(count);
        m_bytes = m_bytes.sliced(count);
        return taken;
    }
    int number(int least, int most)
    {
        const QByteArrayView bytes = take(4);
        const quint32 value = m_failed ? 0 : qFromLittleEndian<quint32>(bytes.data());
        m_failed = m_failed || value < quint32(least) || value > quint32(most);
        return m_failed ? least : int(value);
    }
    float real()
    {
        const QByteArrayView bytes = take(4);
        const float value = m_failed ? 0 : qFromLittleEndian<float>(bytes.data());
        m_failed = m_failed || !std::isfinite(value);
        return value;
    }
    float positive()
    {
        const float value = real();
        m_failed = m_failed || !(value > 0);
        return value;
    }
    float probability()
    {
        const float value = positive();
        m_failed = m_failed || value >= 1;
        return value;
    }
    std::vector<float> reals(int count)
    {
        std::vector<float> values;
        for (int i = 0; i < count && !m_failed; ++i)
            values.push_back(real());
        return values;
    }

private:
    QByteArrayView m_bytes;
    bool m_failed = false;
};

qint16 signedByte(char byte)
{
    const auto bits = qint16(uchar(byte));
    return qint16(bits < 0x80 ? bits : bits - 0x100);
}

// The file has the weights as [width][inputs][outputs].
void arrange(Convolution &layer, QByteArrayView bytes)
{
    const int padded = layer.paddedOutputs();
    layer.weights.assign(size_t(layer.width) * size_t(layer.inputs) * size_t(padded), 0);
    const char *weight = bytes.data();
    for (int input = 0; input < layer.width * layer.inputs; ++input) {
        qint16 *row = layer.weights.data() + qsizetype(input / 2) * padded * 2 + input % 2;
        for (int output = 0; output < layer.outputs; ++output)
            row[qsizetype(output) * 2] = signedByte(*weight++);
    }
}

Layer readLayer(Reader &reader, int inputs, int outputs, int width, int dilation)
{
    Layer layer;
    layer.convolution = {inputs, outputs, width, dilation, {}};
    layer.inputStep = reader.positive();
    layer.scales = reader.reals(outputs);
    layer.biases = reader.reals(outputs);
    for (float &scale : layer.scales)
        scale *= layer.inputStep;
    const QByteArrayView weights = reader.take(qsizetype(width) * inputs * outputs);
    if (!reader.hasFailed())
        arrange(layer.convolution, weights);
    return layer;
}

// `vocabulary`, `unknown`, `ends` of WordRows::make, then the table itself.
void readTable(Reader &reader, PunctuationNet &net, int words, qsizetype vocabularyBytes, int unknown, int ends)
{
    std::optional<WordRows> rows = WordRows::make(reader.take(vocabularyBytes), words, unknown, ends);
    if (reader.hasFailed() || !rows) {
        (void)reader.take(-1);
        return;
    }
    net.rows = *std::move(rows);
    net.rowScales = reader.reals(net.rows.count());
    const QByteArrayView table = reader.take(qsizetype(net.rows.count()) * net.size);
    net.table = reinterpret_cast<const qint8 *>(table.data());
}

} // namespace

std::optional<PunctuationNet> parsePunctuationNet(const QByteArray &bytes)
{
    constexpr qsizetype checksumSize = 8;
    const QByteArrayView all(bytes);
    if (!all.startsWith(magic) || all.size() % 8 != 0
        || checksumOf(all.chopped(checksumSize)) != qFromLittleEndian<quint64>(all.last(checksumSize).data()))
        return std::nullopt;

    constexpr int width = 5;
    Reader reader(all.sliced(magic.size()).chopped(checksumSize));
    PunctuationNet net;
    net.bytes = bytes;
    const int vocabularyBytes = reader.number(0, 1 << 24);
    const int words = reader.number(0, 1 << 20);
    const int unknown = reader.number(1, 1 << 20);
    const int ends = reader.number(1, 1 << 20);
    net.size = reader.number(1, 256) * 2;
    const int channels = reader.number(1, 256) * 2;
    const int inner = reader.number(1, 256) * 2;
    std::vector<int> dilations(size_t(reader.number(0, 16)));
    for (int &dilation : dilations)
        dilation = reader.number(1, 64);
    net.endThreshold = reader.probability();
    net.commaThreshold = reader.probability();
    net.casingThreshold = reader.probability();
    readTable(reader, net, words, vocabularyBytes, unknown, ends);
    net.first = readLayer(reader, net.size, channels, width, 1);
    for (const int dilation : dilations) {
        Block &block = net.blocks.emplace_back();
        block.narrow = readLayer(reader, channels, inner, width, dilation);
        block.widen = readLayer(reader, inner, channels, 1, 1);
    }
    net.answer = readLayer(reader, channels, PunctuationNet::answers, 1, 1);
    // Filled up to the checksum's place.
    const bool isWhole = !reader.hasFailed() && [&] {
        for (int i = 0; i < 7 && !reader.isAtEnd(); ++i)
            (void)reader.take(1);
        return reader.isAtEnd();
    }();
    return isWhole ? std::optional(std::move(net)) : std::nullopt;
}

} // namespace earmark::reading
