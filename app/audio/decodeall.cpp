// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/decoder.h"

namespace earmark::audio {

namespace {

// A container's length is right to about a packet; what is missing beyond this was cut off.
constexpr MediaTime truncationTolerance{1000};

} // namespace

Result<DecodeSummary> decodeAll(const QString &path, int sampleRate,
                                const std::function<void(std::span<const qint16>)> &take, const CancelToken &cancel,
                                const Progress &progress)
{
    Result<std::unique_ptr<Decoder>> opened = Decoder::open(path, {sampleRate, 1}, cancel);
    if (!opened)
        return tl::unexpected(opened.error());
    Decoder &decoder = **opened;
    const MediaTime stated = decoder.duration();
    const double expected = double(stated.count()) * sampleRate / 1000.0;

    std::vector<qint16> block(size_t(sampleRate), qint16(0));
    double reported = 0;
    for (;;) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, path);
        Result<qsizetype> frames = decoder.read(block);
        if (!frames)
            return tl::unexpected(frames.error());
        if (*frames == 0)
            break;
        take(std::span<const qint16>(block.data(), size_t(*frames)));
        if (expected > 0)
            reported = std::max(reported, std::min(1.0, double(decoder.framePosition()) / expected));
        if (progress)
            progress(reported);
    }
    return DecodeSummary{decoder.duration(), decoder.damagedPackets(),
                         stated - decoder.duration() > truncationTolerance, stated};
}

} // namespace earmark::audio
