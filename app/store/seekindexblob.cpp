// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/seekindexblob.h"

namespace earmark::store {

namespace {

// For each point how much its byte and its tick are above those of the one before, in seven bits a byte, the lowest
// first; the last byte of a number has no eighth bit (LEB128).
constexpr int bitsAByte = 7;
constexpr quint8 more = 1 << bitsAByte;
constexpr int mostBits = 63;

void append(QByteArray &blob, qint64 number)
{
    auto rest = quint64(number);
    for (; rest >= more; rest >>= bitsAByte)
        blob.append(char(quint8(rest & (more - 1)) | more));
    blob.append(char(rest));
}

// nullopt where the blob ends within the number, or that is too large.
std::optional<qint64> take(QByteArrayView &blob)
{
    quint64 number = 0;
    for (int bits = 0; bits < mostBits && !blob.isEmpty(); bits += bitsAByte) {
        const auto byte = quint8(blob.front());
        blob = blob.sliced(1);
        number |= quint64(byte & (more - 1)) << bits;
        if (!(byte & more))
            return qint64(number);
    }
    return std::nullopt;
}

} // namespace

QByteArray encodePoints(const std::vector<audio::SeekPoint> &points)
{
    QByteArray blob;
    audio::SeekPoint last;
    for (const audio::SeekPoint &point : points) {
        append(blob, point.byte - last.byte);
        append(blob, point.tick - last.tick);
        last = point;
    }
    return blob;
}

std::optional<std::vector<audio::SeekPoint>> decodePoints(QByteArrayView blob)
{
    constexpr qint64 farthest = std::numeric_limits<qint64>::max() / 2; // of both; keeps the sums in range
    std::vector<audio::SeekPoint> points;
    audio::SeekPoint last;
    while (!blob.isEmpty()) {
        const std::optional<qint64> bytes = take(blob);
        const std::optional<qint64> ticks = take(blob);
        if (!bytes || !ticks || *bytes > farthest - last.byte || *ticks > farthest - last.tick)
            return std::nullopt;
        last = {last.byte + *bytes, last.tick + *ticks};
        points.push_back(last);
    }
    return points;
}

} // namespace earmark::store
