// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/audioinfo.h"

#include "audio/container.h"
#include "audio/tags.h"

#include <QFileInfo>

#include <algorithm>
#include <initializer_list>
#include <limits>

namespace earmark::audio {

namespace {

// The first of the keys that has a value; Ogg keeps its tags with the stream, the others with the
// file.
QString tag(const Container &container, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        for (const AVDictionary *tags : {container.format->metadata, container.stream->metadata}) {
            const AVDictionaryEntry *entry = av_dict_get(tags, key, nullptr, 0);
            const QString value = entry ? QString::fromUtf8(entry->value).simplified() : QString();
            if (!value.isEmpty())
                return value;
        }
    }
    return {};
}

// A creation time comes last: it is when the file was made, not when the episode was published.
QDate dateTag(const Container &container)
{
    for (const char *key :
         {"date", "release_date", "releasedate", "TDRL", "TDRC", "originaldate", "TDOR", "year", "creation_time"}) {
        if (const QDate date = dateOfTag(tag(container, {key})); date.isValid())
            return date;
    }
    return {};
}

// Of the packets up to the end, and of `most` at most: where the last of them ends, in the stream's
// time base, or AV_NOPTS_VALUE.
qint64 endOfPackets(const Container &container, qint64 most)
{
    const Libav<AVPacket> packet(av_packet_alloc());
    qint64 end = AV_NOPTS_VALUE;
    for (qint64 i = 0; packet && i < most && av_read_frame(container.format.get(), packet.get()) >= 0; ++i) {
        if (packet->stream_index == container.stream->index && packet->pts != AV_NOPTS_VALUE)
            end = end == AV_NOPTS_VALUE ? packet->pts + packet->duration
                                        : std::max(end, qint64(packet->pts + packet->duration));
        av_packet_unref(packet.get());
    }
    return end;
}

// A length guessed from the beginning's bit rate is wrong wherever the rate varies: the packets are
// counted. An MP3's header states a length that is wrong once the file has been cut off: where nothing comes
// shortly before that end, the packets are counted: a tenth of a second for an hour.
MediaTime durationOf(const Container &container)
{
    constexpr MediaTime margin{2000};
    constexpr qint64 somePackets = 500;
    const MediaTime stated = container.statedDuration();
    AVFormatContext *format = container.format.get();
    const AVStream &stream = *container.stream;
    const qint64 start = stream.start_time != AV_NOPTS_VALUE ? stream.start_time : 0;
    constexpr qint64 all = std::numeric_limits<qint64>::max();
    if (container.isDurationGuessed()) {
        const qint64 end = endOfPackets(container, all);
        return end > start ? MediaTime(av_rescale_q(end - start, stream.time_base, {1, 1000})) + container.missing
                           : stated;
    }
    if (qstrcmp(format->iformat->name, "mp3") != 0 || stated <= 2 * margin)
        return stated;
    const qint64 nearEnd = start + av_rescale_q((stated - margin).count(), {1, 1000}, stream.time_base);
    if (av_seek_frame(format, stream.index, nearEnd, AVSEEK_FLAG_BACKWARD) >= 0
        && endOfPackets(container, somePackets) > nearEnd)
        return stated;
    if (av_seek_frame(format, stream.index, 0, AVSEEK_FLAG_BACKWARD) < 0)
        return stated;
    const qint64 end = endOfPackets(container, all);
    return end > start ? std::min(stated, MediaTime(av_rescale_q(end - start, stream.time_base, {1, 1000}))) : stated;
}

std::vector<Chapter> ownChapters(const Container &container)
{
    const AVFormatContext &format = *container.format;
    std::vector<Chapter> chapters;
    for (unsigned i = 0; i < format.nb_chapters; ++i) {
        const AVChapter &chapter = *format.chapters[i];
        const auto timeOf = [&](qint64 time) { return MediaTime(av_rescale_q(time, chapter.time_base, {1, 1000})); };
        const AVDictionaryEntry *title = av_dict_get(chapter.metadata, "title", nullptr, 0);
        const MediaTime start = timeOf(chapter.start);
        const MediaTime end = chapter.end == AV_NOPTS_VALUE ? start : timeOf(chapter.end);
        if (chapter.start != AV_NOPTS_VALUE)
            chapters.push_back({start, end, title ? QString::fromUtf8(title->value) : QString()});
    }
    return chapters;
}

std::vector<Chapter> chaptersOf(const QString &path, const Container &container, MediaTime duration)
{
    const Result<std::vector<Chapter>> beside = chaptersBeside(path);
    if (!beside)
        qWarning("Chapters were not read from %s: %s, %s", qUtf8Printable(beside.error().subject),
                 errorName(beside.error().code), qUtf8Printable(beside.error().detail));
    const std::vector<Chapter> chosen = beside ? ordered(*beside, duration) : std::vector<Chapter>{};
    return chosen.empty() ? ordered(ownChapters(container), duration) : chosen;
}

} // namespace

Result<AudioInfo> probe(const QString &path)
{
    const Result<std::unique_ptr<Container>> opened = openContainer(path);
    if (!opened)
        return tl::unexpected(opened.error());
    const Container &container = **opened;
    const AVCodecParameters &parameters = *container.stream->codecpar;
    AudioInfo info;
    info.bytes = QFileInfo(path).size();
    info.duration = durationOf(container);
    info.sampleRate = parameters.sample_rate;
    info.channels = parameters.ch_layout.nb_channels;
    info.codec = QString::fromUtf8(avcodec_get_name(parameters.codec_id));
    info.title = tag(container, {"title", "TIT2"});
    info.show = tag(container, {"album", "show", "TALB", "podcast", "grouping"});
    info.artist = tag(container, {"artist", "album_artist", "author", "performer", "composer"});
    info.date = dateTag(container);
    info.chapters = chaptersOf(path, container, info.duration);
    return info;
}

} // namespace earmark::audio
