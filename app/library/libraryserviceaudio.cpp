// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/audioinfo.h"
#include "library/libraryservice_p.h"

#include <QFileInfo>

// The part of LibraryService that looks at an episode's audio.
namespace earmark::library {

void LibraryService::setAudio(EpisodeId id, const QString &path)
{
    d->fileQueue->add([this, id, path = QFileInfo(path).absoluteFilePath()] {
        const Result<audio::AudioInfo> audio = audio::probe(path, d->closing);
        d->askAlongside(
            [id, path, audio](store::Store &store) {
                return audio.and_then(
                    [&](const audio::AudioInfo &info) { return library::setAudio(store, id, path, info); });
            },
            [this, id](const Result<AudioChange> &change) {
                if (!change) {
                    Q_EMIT setAudioFailed(id, change.error());
                    return;
                }
                cancelAlignment(id);
                ++d->epochs[id];
                Q_EMIT audioSet(id, *change);
            });
    });
}

// What an older version did not read, or read of a file that was replaced since. What is another recording by
// its length is left to the reader.
void LibraryService::Private::describeAudio(const OpenEpisode &open)
{
    if (open.episode.audioPath.isEmpty())
        return;
    fileQueue->add([this, episode = open.episode, indexed = open.seekIndex ? open.seekIndex->bytes : 0] {
        const QFileInfo file(episode.audioPath);
        const bool isDescribed = file.size() == episode.audioBytes;
        if (closing.isCancelled() || !file.isFile() || (isDescribed && file.size() == indexed))
            return;
        const Result<audio::AudioInfo> audio = audio::probe(episode.audioPath, closing);
        if (!audio || differsInLength(episode.duration, audio->duration))
            return;
        if (isDescribed) {
            keepSeekIndex(episode.id, audio->seekIndex);
            return;
        }
        const MediaTime duration = episode.duration > MediaTime::zero() ? episode.duration : audio->duration;
        const store::EpisodeAudio described{episode.audioPath, duration, sizeWith(duration, *audio), audio->chapters,
                                            audio->seekIndex};
        askAlongside([id = episode.id, described](store::Store &store) { return store.describeAudio(id, described); },
                     [this, id = episode.id, described](const Result<void> &written) {
                         // A library that is only read shows them all the same.
                         if (written || written.error().code != ErrorCode::InvalidArgument)
                             Q_EMIT q->audioDescribed(id, described);
                     });
    });
}

// Nobody waits for it: what could not be stored is found again next time.
void LibraryService::Private::keepSeekIndex(EpisodeId id, const audio::SeekIndex &index)
{
    askAlongside([id, index](store::Store &store) { return store.storeSeekIndex(id, index); },
                 [id](const Result<void> &stored) {
                     if (!stored)
                         qWarning("The places in the audio of episode %lld were not stored: %s",
                                  static_cast<long long>(id.value), errorName(stored.error().code));
                 });
}

} // namespace earmark::library
