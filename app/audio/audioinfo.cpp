// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/audioinfo.h"

#include "audio/container.h"
#include "audio/tags.h"

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

} // namespace

Result<AudioInfo> probe(const QString &path)
{
    const Result<std::unique_ptr<Container>> opened = openContainer(path);
    if (!opened)
        return tl::unexpected(opened.error());
    const Container &container = **opened;
    const AVCodecParameters &parameters = *container.stream->codecpar;
    AudioInfo info;
    info.duration = container.statedDuration();
    info.sampleRate = parameters.sample_rate;
    info.channels = parameters.ch_layout.nb_channels;
    info.codec = QString::fromUtf8(avcodec_get_name(parameters.codec_id));
    info.title = tag(container, {"title", "TIT2"});
    info.show = tag(container, {"album", "show", "TALB", "podcast", "grouping"});
    info.artist = tag(container, {"artist", "album_artist", "author", "performer", "composer"});
    info.date = dateTag(container);
    return info;
}

} // namespace earmark::audio
