// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/import.h"

#include "audio/audioinfo.h"
#include "base/textfile.h"
#include "library/filename.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace earmark::library {

namespace {

struct ReadTranscript {
    QByteArray bytes;
    formats::ParsedTranscript parsed;
};

Result<ReadTranscript> readTranscript(const QString &path)
{
    Result<QByteArray> bytes = readFile(path, formats::largestTranscript);
    if (!bytes)
        return tl::unexpected(bytes.error());
    Result<formats::ParsedTranscript> parsed = formats::parseTranscript(*bytes, QFileInfo(path).fileName());
    if (!parsed)
        return failure(parsed.error().code, path, parsed.error().detail);
    return ReadTranscript{*std::move(bytes), *std::move(parsed)};
}

// What an import reads before it writes anything.
struct Files {
    QString audioPath; // absolute, or empty
    QString transcriptPath;
    audio::AudioInfo audio;
    ReadTranscript transcript;
};

// Audio given where a transcript is expected is no text, or far too long for one.
bool couldBeAudio(const Error &error)
{
    return error.code == ErrorCode::NotATranscript || error.code == ErrorCode::FileTooLarge
        || error.code == ErrorCode::TranscriptWithoutWords;
}

Result<Files> readFiles(const QString &audioFile, const QString &transcriptFile)
{
    Result<ReadTranscript> transcript = readTranscript(transcriptFile);
    if (!transcript) {
        // The two were given in the other order?
        const bool turned = !audioFile.isEmpty() && couldBeAudio(transcript.error()) && audio::probe(transcriptFile)
            && readTranscript(audioFile);
        return turned ? readFiles(transcriptFile, audioFile) : tl::unexpected(transcript.error());
    }
    Files files;
    files.transcriptPath = transcriptFile;
    files.transcript = *std::move(transcript);
    if (audioFile.isEmpty())
        return files;
    Result<audio::AudioInfo> audio = audio::probe(audioFile);
    if (!audio)
        return tl::unexpected(audio.error());
    files.audioPath = QFileInfo(audioFile).absoluteFilePath();
    files.audio = *std::move(audio);
    return files;
}

QString firstOf(std::initializer_list<QString> candidates)
{
    for (const QString &candidate : candidates) {
        if (const QString clean = candidate.simplified(); !clean.isEmpty())
            return clean;
    }
    return {};
}

store::Episode describe(const Files &files, const ImportRequest &request)
{
    const FileNameParts name = partsOfFileName(files.audioPath.isEmpty() ? files.transcriptPath : files.audioPath);
    store::Episode episode;
    episode.title = firstOf({request.title, files.audio.title, name.title});
    episode.show = firstOf({request.show, files.audio.show, name.show, files.audio.artist});
    episode.published = files.audio.date.isValid() ? files.audio.date : name.date;
    episode.language = firstOf({request.language, files.transcript.parsed.transcript.language});
    episode.audioPath = files.audioPath;
    episode.duration = files.audio.duration;
    episode.added = QDateTime::currentDateTimeUtc();
    return episode;
}

} // namespace

Result<Imported> importEpisode(store::Store &store, const ImportRequest &request)
{
    Result<Files> files = readFiles(request.audioFile, request.transcriptFile);
    if (!files)
        return tl::unexpected(files.error());
    const QByteArray &bytes = files->transcript.bytes;
    transcript::Transcript &transcript = files->transcript.parsed.transcript;

    store::NewEpisode fresh;
    fresh.episode = describe(*files, request);
    fresh.source = {QFileInfo(files->transcriptPath).fileName(), transcript.format, bytes,
                    QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
    fresh.timings = transcript::estimateTimings(transcript, files->audio.duration);
    const bool timed = !transcript.segments.empty();
    fresh.transcript = std::move(transcript);

    const Result<EpisodeId> id = store.insertEpisode(fresh);
    if (!id)
        return tl::unexpected(id.error());
    return Imported{*id, std::move(files->transcript.parsed.warnings), !files->audioPath.isEmpty() && !timed};
}

} // namespace earmark::library
