// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/import.h"

#include "library/episodefiles.h"
#include "library/filename.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace earmark::library {

namespace {

QString firstOf(std::initializer_list<QString> candidates)
{
    for (const QString &candidate : candidates) {
        if (const QString clean = candidate.simplified(); !clean.isEmpty())
            return clean;
    }
    return {};
}

store::Episode describe(const EpisodeFiles &files, const ImportRequest &request)
{
    const FileNameParts name = partsOfFileName(files.audioPath.isEmpty() ? files.transcriptPath : files.audioPath);
    store::Episode episode;
    episode.title = firstOf({request.title, files.audio.title, name.title});
    episode.show = firstOf({request.show, files.audio.show, name.show, files.audio.artist});
    episode.published = files.audio.date.isValid() ? files.audio.date : name.date;
    episode.language = firstOf({request.language, files.parsed.transcript.language});
    episode.audioPath = files.audioPath;
    episode.duration = files.audio.duration;
    episode.added = QDateTime::currentDateTimeUtc();
    return episode;
}

} // namespace

Result<Imported> importEpisode(store::Store &store, const ImportRequest &request)
{
    Result<EpisodeFiles> files = readEpisodeFiles(request.audioFile, request.transcriptFile);
    if (!files)
        return tl::unexpected(files.error());
    const QByteArray &bytes = files->transcriptBytes;
    transcript::Transcript &transcript = files->parsed.transcript;

    store::NewEpisode fresh;
    fresh.episode = describe(*files, request);
    fresh.source = {QFileInfo(files->transcriptPath).fileName(), transcript.format, bytes,
                    QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
    fresh.timings = transcript::estimateTimings(transcript, files->audio.duration);
    const bool wanting = transcript::needsAlignment(transcript, fresh.timings);
    fresh.transcript = std::move(transcript);

    const Result<EpisodeId> id = store.insertEpisode(fresh);
    if (!id)
        return tl::unexpected(id.error());
    return Imported{*id, std::move(files->parsed.warnings), !files->audioPath.isEmpty() && wanting};
}

} // namespace earmark::library
