// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/container.h"
#include "audio/seekindex.h"

#include <optional>

namespace earmark::audio {

// Packets to decoded frames, in order; what cannot be decoded is skipped and counted.
class FrameReader
{
public:
    // Errors: AudioDamaged when the decoder refuses the stream's parameters.
    [[nodiscard]] static Result<std::unique_ptr<FrameReader>> create(std::unique_ptr<Container> container,
                                                                     const QString &path);

    // What follows may be cancelled by this token; the place is then undefined.
    void setCancel(const CancelToken &cancel) { m_container->cancel = cancel; }

    // False at the end of the file. Errors: FileUnreadable; AudioDamaged when packet after packet
    // is damaged and not one was whole; Cancelled.
    [[nodiscard]] Result<bool> next();
    // Valid until the next call of next().
    [[nodiscard]] const AVFrame &frame() const { return *m_frame; }
    // Its first sample's time in the stream's time base, or AV_NOPTS_VALUE.
    [[nodiscard]] qint64 frameTime() const;

    // Places that seek() may go to, of this very file; may be null.
    void setIndex(std::shared_ptr<const SeekIndex> index) { m_index = std::move(index); }
    // Goes on at or before `time` (in the stream's time base), as libav's demuxer can. False where
    // it cannot; the place is then undefined.
    [[nodiscard]] bool seek(qint64 time);

    // Of the very first packet, encoder padding included, in the stream's time base; 0 before any.
    [[nodiscard]] qint64 firstPacketTime() const { return m_firstPacketTime.value_or(0); }

    // Before a seek's target a decoder complains about what it was not given; that is no damage.
    void setCounting(bool counting) { m_counting = counting; }
    [[nodiscard]] int damagedPackets() const { return m_damaged; }
    // Where the last damaged packet ends, in the stream's time base, or AV_NOPTS_VALUE.
    [[nodiscard]] qint64 damagedUntil() const { return m_damagedUntil; }

    [[nodiscard]] const Container &container() const { return *m_container; }

private:
    FrameReader() = default;
    [[nodiscard]] int openCodec();
    [[nodiscard]] Result<void> feed();
    [[nodiscard]] Result<void> noteDamage(const AVPacket &packet, int code);
    void offerPlace(qint64 time);

    QString m_path;
    std::unique_ptr<Container> m_container;
    Libav<AVCodecContext> m_codec;
    Libav<AVPacket> m_packet;
    Libav<AVFrame> m_frame;
    std::shared_ptr<const SeekIndex> m_index;
    std::optional<qint64> m_firstPacketTime;
    qint64 m_damagedUntil = AV_NOPTS_VALUE;
    int m_damaged = 0;
    int m_failedReads = 0;
    int m_failedInARow = 0;
    bool m_counting = true;
    bool m_sawWholeFrame = false;
};

} // namespace earmark::audio
