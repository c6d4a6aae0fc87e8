// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/timingsblob.h"

#include "store/blob.h"

namespace earmark::store {

using namespace transcript;

namespace {

// Layout, all little-endian: version and count, quint32 each, then the columns start and end (qint64,
// milliseconds), confidence (float), origin (quint8).
constexpr quint32 currentVersion = 1;
constexpr qint64 headBytes = 2 * 4;
constexpr qint64 timingBytes = 2 * 8 + 4 + 1;

} // namespace

bool isSound(const Timings &timings)
{
    MediaTime last{};
    for (const WordTiming &timing : timings) {
        // Written so that a confidence that is not a number fails, too.
        const bool confident = timing.confidence >= 0 && timing.confidence <= 1;
        if (timing.start < last || timing.end < timing.start || !confident || timing.origin > TimingOrigin::Tapped)
            return false;
        last = timing.start;
    }
    return true;
}

QByteArray encodeTimings(const Timings &timings)
{
    BlobWriter writer(headBytes + timingBytes * qint64(timings.size()));
    writer.number<quint32>(currentVersion);
    writer.number<quint32>(quint32(timings.size()));
    writer.column<qint64>(timings, [](const WordTiming &t) { return t.start.count(); });
    writer.column<qint64>(timings, [](const WordTiming &t) { return t.end.count(); });
    writer.column<float>(timings, [](const WordTiming &t) { return t.confidence; });
    writer.column<quint8>(timings, [](const WordTiming &t) { return t.origin; });
    return writer.take();
}

std::optional<Timings> decodeTimings(QByteArrayView blob)
{
    BlobReader reader(blob);
    if (reader.remaining() < headBytes || reader.number<quint32>() != currentVersion)
        return std::nullopt;
    const auto count = reader.number<quint32>();
    if (reader.remaining() != timingBytes * qint64(count))
        return std::nullopt;
    Timings timings(count);
    reader.column<qint64>(timings, [](WordTiming &t, qint64 start) { t.start = MediaTime(start); });
    reader.column<qint64>(timings, [](WordTiming &t, qint64 end) { t.end = MediaTime(end); });
    reader.column<float>(timings, [](WordTiming &t, float confidence) { t.confidence = confidence; });
    reader.column<quint8>(timings, [](WordTiming &t, quint8 origin) { t.origin = TimingOrigin(origin); });
    if (!isSound(timings))
        return std::nullopt;
    return timings;
}

} // namespace earmark::store
