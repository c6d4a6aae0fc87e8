// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/framereader.h"

namespace earmark::audio {

using namespace Qt::StringLiterals;

namespace {

// A demuxer that reports errors without moving on would be asked forever.
constexpr int mostFailedReads = 1000;
// About ten seconds of packets, none of them whole: encrypted, or not what the container says.
constexpr int mostDamagedFromTheStart = 500;

} // namespace

Result<std::unique_ptr<FrameReader>> FrameReader::create(std::unique_ptr<Container> container, const QString &path)
{
    std::unique_ptr<FrameReader> reader(new FrameReader);
    reader->m_path = path;
    reader->m_packet.reset(av_packet_alloc());
    reader->m_frame.reset(av_frame_alloc());
    if (!reader->m_packet || !reader->m_frame)
        return failure(ErrorCode::Internal, path, u"out of memory"_s);
    reader->m_container = std::move(container);
    if (const int done = reader->openCodec(); done < 0)
        return failure(ErrorCode::AudioDamaged, path, libavError(done));
    return reader;
}

int FrameReader::openCodec()
{
    m_codec.reset(avcodec_alloc_context3(m_container->codec));
    if (!m_codec)
        return AVERROR(ENOMEM);
    const int taken = avcodec_parameters_to_context(m_codec.get(), m_container->stream->codecpar);
    if (taken < 0)
        return taken;
    // Needed by libav to cut an encoder's padding off and move the times along with it.
    m_codec->pkt_timebase = m_container->stream->time_base;
    m_codec->thread_count = 1;
    // A damaged FLAC frame is a burst of noise; its checksum is always right, which an MP3's is not.
    if (m_codec->codec_id == AV_CODEC_ID_FLAC)
        m_codec->err_recognition |= AV_EF_CRCCHECK | AV_EF_EXPLODE;
    return avcodec_open2(m_codec.get(), m_container->codec, nullptr);
}

Result<bool> FrameReader::next()
{
    for (;;) {
        const int received = avcodec_receive_frame(m_codec.get(), m_frame.get());
        if (received == 0 && m_frame->nb_samples > 0) {
            m_sawWholeFrame = true;
            m_failedInARow = 0;
            return true;
        }
        if (received == AVERROR_EOF)
            return false;
        if (received == AVERROR(EAGAIN)) {
            if (Result<void> fed = feed(); !fed)
                return tl::unexpected(fed.error());
        } else if (received < 0) {
            if (Result<void> noted = noteDamage(*m_packet, received); !noted)
                return tl::unexpected(noted.error());
        }
    }
}

// Hands the decoder one packet, or the end.
Result<void> FrameReader::feed()
{
    for (;;) {
        av_packet_unref(m_packet.get());
        const int read = av_read_frame(m_container->format.get(), m_packet.get());
        if (m_container->cancel.isCancelled())
            return failure(ErrorCode::Cancelled, m_path);
        if (read == AVERROR_EOF) {
            avcodec_send_packet(m_codec.get(), nullptr);
            return {};
        }
        if (read == AVERROR(EIO))
            return failure(ErrorCode::FileUnreadable, m_path, libavError(read));
        if (read < 0) {
            if (++m_failedReads > mostFailedReads)
                return failure(ErrorCode::AudioDamaged, m_path, libavError(read));
            continue;
        }
        if (m_packet->stream_index != m_container->stream->index)
            continue;
        if (!m_firstPacketTime && m_packet->pts != AV_NOPTS_VALUE)
            m_firstPacketTime = m_packet->pts;
        const int sent = avcodec_send_packet(m_codec.get(), m_packet.get());
        return sent < 0 ? noteDamage(*m_packet, sent) : Result<void>{};
    }
}

Result<void> FrameReader::noteDamage(const AVPacket &packet, int code)
{
    if (m_counting)
        ++m_damaged;
    if (packet.pts != AV_NOPTS_VALUE)
        m_damagedUntil = packet.pts + packet.duration;
    if (!m_sawWholeFrame && ++m_failedInARow >= mostDamagedFromTheStart)
        return failure(ErrorCode::AudioDamaged, m_path, libavError(code));
    return {};
}

qint64 FrameReader::frameTime() const
{
    return m_frame->pts != AV_NOPTS_VALUE ? m_frame->pts : m_frame->best_effort_timestamp;
}

// One place, just before it is asked for: libav forgets every second one whenever it has too many.
void FrameReader::offerPlace(qint64 time)
{
    AVStream &stream = *m_container->stream;
    const bool isOfThisStream = m_index && stream.time_base.num == 1 && stream.time_base.den == m_index->ticksPerSecond;
    if (!isOfThisStream || !(m_container->format->iformat->flags & AVFMT_GENERIC_INDEX))
        return;
    if (const SeekPoint *point = m_index->before(time))
        av_add_index_entry(&stream, point->byte, point->tick, 0, 0, AVINDEX_KEYFRAME);
}

bool FrameReader::seek(qint64 time)
{
    // A new one rather than a flushed one: some decoders keep more than flushing clears, and the same
    // place shall sound the same however it was reached.
    if (openCodec() < 0)
        return false;
    m_damagedUntil = AV_NOPTS_VALUE;
    m_failedReads = 0;
    offerPlace(time);
    return av_seek_frame(m_container->format.get(), m_container->stream->index, time, AVSEEK_FLAG_BACKWARD) >= 0;
}

} // namespace earmark::audio
