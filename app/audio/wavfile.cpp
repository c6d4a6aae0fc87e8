// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/wavfile.h"

#include "base/textfile.h"

#include <QtEndian>

#include <limits>

namespace earmark::audio {

using namespace Qt::StringLiterals;

namespace {

template <class T>
void append(QByteArray &bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

} // namespace

// The canonical 44-byte header: "Multimedia Programming Interface and Data Specifications 1.0"
// (IBM, Microsoft 1991), RIFF WAVE, PCM.
Result<void> writeWav(const QString &path, std::span<const qint16> samples, int sampleRate, int channels)
{
    constexpr qsizetype headerSize = 44;
    const size_t dataSize = samples.size_bytes();
    if (sampleRate <= 0 || channels <= 0 || channels > 255 || samples.size() % size_t(channels) != 0)
        return failure(ErrorCode::InvalidArgument, path, u"sample rate or channels"_s);
    if (dataSize > std::numeric_limits<quint32>::max() - size_t(headerSize))
        return failure(ErrorCode::InvalidArgument, path, u"more than 4 GiB"_s);

    const auto blockSize = quint16(channels * int(sizeof(qint16)));
    QByteArray bytes;
    bytes.reserve(headerSize + qsizetype(dataSize));
    bytes.append("RIFF");
    append(bytes, quint32(headerSize - 8 + qsizetype(dataSize)));
    bytes.append("WAVEfmt ");
    append(bytes, quint32(16));
    append(bytes, quint16(1));
    append(bytes, quint16(channels));
    append(bytes, quint32(sampleRate));
    append(bytes, quint32(sampleRate) * blockSize);
    append(bytes, blockSize);
    append(bytes, quint16(16));
    bytes.append("data");
    append(bytes, quint32(dataSize));
    if constexpr (Q_BYTE_ORDER == Q_LITTLE_ENDIAN) {
        bytes.append(reinterpret_cast<const char *>(samples.data()), qsizetype(dataSize));
    } else {
        for (qint16 sample : samples)
            append(bytes, sample);
    }
    return writeFileAtomically(path, bytes);
}

} // namespace earmark::audio
