// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/audioinfo.h"

#include "audio/packetcount.h"
#include "audio/tags.h"

#include <QFileInfo>

#include <algorithm>
#include <initializer_list>

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

struct Extent {
    MediaTime duration{};
    SeekIndex index;
};

// A length guessed from the beginning's bit rate is wrong wherever the rate varies: the packets are counted. So
// are an MP3's: its header states a length that is wrong once the file has been cut off, and it needs an index.
Extent extentOf(const Container &container, const QString &path)
{
    constexpr MediaTime margin{2000};
    const MediaTime stated = container.statedDuration();
    const bool isGuess = container.isDurationGuessed();
    if (!isGuess && qstrcmp(container.format->iformat->name, "mp3") != 0)
        return {stated, {avio_size(container.io.get()), 0, {}}};
    Result<PacketCount> count = countPackets(container, path);
    if (!count)
        return {stated, {}};
    const AVStream &stream = *container.stream;
    const qint64 start = stream.start_time != AV_NOPTS_VALUE ? stream.start_time : 0;
    if (count->end == AV_NOPTS_VALUE || count->end <= start)
        return {stated, std::move(count->index)};
    const MediaTime counted =
        MediaTime(av_rescale_q(count->end - start, stream.time_base, {1, 1000})) + container.missing;
    const bool isWhole = !isGuess && counted + margin > stated;
    return {isWhole ? stated : counted, std::move(count->index)};
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

Result<AudioInfo> probe(const QString &path, const CancelToken &cancel)
{
    const Result<std::unique_ptr<Container>> opened = openContainer(path, cancel);
    if (!opened)
        return tl::unexpected(opened.error());
    const Container &container = **opened;
    const AVCodecParameters &parameters = *container.stream->codecpar;
    AudioInfo info;
    info.bytes = QFileInfo(path).size();
    Extent extent = extentOf(container, path);
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled, path);
    info.duration = extent.duration;
    info.seekIndex = std::move(extent.index);
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
