// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/packetcount.h"

namespace earmark::audio {

using namespace Qt::StringLiterals;

namespace {

// A demuxer that reports errors without moving on would be asked forever.
constexpr int mostFailedReads = 1000;
// Between two points of an index: what is decoded in vain to come to a place is half of it, some 3 ms of work.
constexpr qint64 secondsApart = 2;

// libav itself collects places of such files, and all others it finds by what the container says.
SeekIndex emptyIndex(const Container &container)
{
    SeekIndex index;
    index.bytes = avio_size(container.io.get());
    const AVRational base = container.stream->time_base;
    if ((container.format->iformat->flags & AVFMT_GENERIC_INDEX) && base.num == 1)
        index.ticksPerSecond = base.den;
    return index;
}

void note(const AVPacket &packet, SeekIndex &index)
{
    if (index.ticksPerSecond == 0 || packet.pos < 0 || packet.dts == AV_NOPTS_VALUE
        || !(packet.flags & AV_PKT_FLAG_KEY))
        return;
    const bool isNext = index.points.empty()
        || (packet.pos > index.points.back().byte
            && packet.dts - index.points.back().tick >= secondsApart * index.ticksPerSecond);
    if (isNext && packet.pos < index.bytes)
        index.points.push_back({packet.pos, packet.dts});
}

} // namespace

Result<PacketCount> countPackets(const Container &container, const QString &path)
{
    const Libav<AVPacket> packet(av_packet_alloc());
    if (!packet)
        return failure(ErrorCode::Internal, path, u"out of memory"_s);
    PacketCount count{AV_NOPTS_VALUE, emptyIndex(container)};
    int failed = 0;
    for (;;) {
        av_packet_unref(packet.get());
        const int read = av_read_frame(container.format.get(), packet.get());
        if (container.cancel.isCancelled())
            return failure(ErrorCode::Cancelled, path);
        if (read == AVERROR_EOF || (read < 0 && ++failed > mostFailedReads))
            return count;
        if (read < 0 || packet->stream_index != container.stream->index || packet->pts == AV_NOPTS_VALUE)
            continue;
        const qint64 end = packet->pts + packet->duration;
        count.end = count.end == AV_NOPTS_VALUE ? end : std::max(count.end, end);
        note(*packet, count.index);
    }
}

} // namespace earmark::audio
