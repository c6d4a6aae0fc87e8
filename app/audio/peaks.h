// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/mediaspan.h"
#include "base/task.h"

#include <QByteArray>

#include <vector>

namespace earmark::audio {

// The outline of a recording: how far its sound goes in each twentieth of a second. An hour takes
// 72,000 bytes.
struct Peaks {
    static constexpr int perSecond = 20;

    // The largest sample of each twentieth, all channels mixed: 0 to 255, as levelOf() gives it.
    QByteArray levels;

    [[nodiscard]] MediaTime duration() const { return MediaTime(levels.size() * 1000 / perSecond); }
    [[nodiscard]] quint8 level(qsizetype index) const { return quint8(levels.at(index)); }
    bool operator==(const Peaks &) const = default;
};

// The square root of a sample's size (0 to 32768) as a share of 255: soft speech keeps enough steps.
[[nodiscard]] quint8 levelOf(int magnitude);
// The way back: 0 to 1 of full scale.
[[nodiscard]] double amplitudeOf(quint8 level);

// Decodes the whole file. Errors: those of decodeAll(). Damaged parts count as silence.
[[nodiscard]] Result<Peaks> computePeaks(const QString &path, const CancelToken &cancel, const Progress &progress = {});

// What one column of a picture shows: the largest level of its stretch, and the mean of all.
struct PeakColumn {
    quint8 peak = 0;
    quint8 mean = 0;

    bool operator==(const PeakColumn &) const = default;
};

// The stretch from `from` to `to` in `count` columns of equal width, one twentieth each where there are
// fewer of these than columns; silent outside of the recording.
[[nodiscard]] std::vector<PeakColumn> columnsOf(const Peaks &peaks, MediaTime from, MediaTime to, int count);

// What all but three hundredths of the recording stay below: a few bangs do not make speech look soft.
[[nodiscard]] quint8 loudLevel(const Peaks &peaks);
// The level below which this recording is between words: 26 dB below what nine tenths of it stay under,
// and above the noise that it has throughout.
[[nodiscard]] quint8 silenceLevel(const Peaks &peaks);
// Pauses of at least `shortest`, ordered.
[[nodiscard]] std::vector<MediaSpan> silences(const Peaks &peaks, MediaTime shortest);

} // namespace earmark::audio
