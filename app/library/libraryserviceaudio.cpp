// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/audioinfo.h"
#include "audio/chapters.h"
#include "library/libraryservice_p.h"

#include <QFileInfo>

// The part of LibraryService that looks at an episode's audio.
namespace earmark::library {

namespace {

// Those beside the audio, where there are any, as probe() prefers them; else those that were known.
std::vector<audio::Chapter> chaptersNow(const store::Episode &episode, const std::vector<audio::Chapter> &known)
{
    const Result<std::vector<audio::Chapter>> beside = audio::chaptersBeside(episode.audioPath);
    if (!beside) {
        qWarning("Chapters were not read from %s: %s, %s", qUtf8Printable(beside.error().subject),
                 errorName(beside.error().code), qUtf8Printable(beside.error().detail));
        return known;
    }
    std::vector<audio::Chapter> chapters = audio::ordered(*beside, episode.duration);
    return chapters.empty() ? known : chapters;
}

} // namespace

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

// What an older version did not read, or read of a file that was replaced since, and chapters that were laid beside
// it since. What is another recording by its length is left to the reader.
void LibraryService::Private::describeAudio(const OpenEpisode &open)
{
    if (open.episode.audioPath.isEmpty())
        return;
    fileQueue->add([this, episode = open.episode, known = open.chapters, index = open.seekIndex] {
        const QFileInfo file(episode.audioPath);
        if (closing.isCancelled() || !file.isFile())
            return;
        const bool isDescribed = file.size() == episode.audioBytes;
        const bool isIndexed = index && index->bytes == file.size();
        store::EpisodeAudio described{episode.audioPath, episode.duration, episode.audioBytes, known,
                                      index ? *index : audio::SeekIndex()};
        if (!isDescribed || !isIndexed) {
            Result<audio::AudioInfo> audio = audio::probe(episode.audioPath, closing);
            if (!audio || differsInLength(episode.duration, audio->duration))
                return;
            described.seekIndex = std::move(audio->seekIndex);
            if (!isDescribed) {
                described.duration = episode.duration > MediaTime::zero() ? episode.duration : audio->duration;
                described.bytes = sizeWith(described.duration, *audio);
                described.chapters = audio->chapters;
            }
        }
        if (isDescribed)
            described.chapters = chaptersNow(episode, known);
        if (!isDescribed || described.chapters != known)
            keepDescription(episode.id, described);
        else if (!isIndexed)
            keepSeekIndex(episode.id, described.seekIndex);
    });
}

void LibraryService::Private::keepDescription(EpisodeId id, const store::EpisodeAudio &described)
{
    askAlongside([id, described](store::Store &store) { return store.describeAudio(id, described); },
                 [this, id, described](const Result<void> &written) {
                     // A library that is only read shows them all the same.
                     if (written || written.error().code != ErrorCode::InvalidArgument)
                         Q_EMIT q->audioDescribed(id, described);
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
