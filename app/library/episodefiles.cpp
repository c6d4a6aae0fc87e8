// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/episodefiles.h"

#include "base/textfile.h"

#include <QFileInfo>

namespace earmark::library {

namespace {

// Audio given where a transcript is expected is no text, or far too long for one.
bool couldBeAudio(const Error &error)
{
    return error.code == ErrorCode::NotATranscript || error.code == ErrorCode::FileTooLarge
        || error.code == ErrorCode::TranscriptWithoutWords;
}

Result<EpisodeFiles> readTranscript(const QString &path)
{
    Result<QByteArray> bytes = readFile(path, formats::largestTranscript);
    if (!bytes)
        return tl::unexpected(bytes.error());
    Result<formats::ParsedTranscript> parsed = formats::parseTranscript(*bytes, QFileInfo(path).fileName());
    if (!parsed)
        return failure(parsed.error().code, path, parsed.error().detail);
    EpisodeFiles files;
    files.transcriptPath = path;
    files.transcriptBytes = *std::move(bytes);
    files.parsed = *std::move(parsed);
    return files;
}

} // namespace

Result<EpisodeFiles> readEpisodeFiles(const QString &audioFile, const QString &transcriptFile)
{
    Result<EpisodeFiles> files = readTranscript(transcriptFile);
    if (audioFile.isEmpty())
        return files;
    QString audioPath = audioFile;
    if (!files) {
        if (!couldBeAudio(files.error()) || !audio::probe(transcriptFile))
            return files;
        Result<EpisodeFiles> turned = readTranscript(audioFile);
        if (!turned)
            return files;
        files = std::move(turned);
        audioPath = transcriptFile;
    }
    Result<audio::AudioInfo> audio = audio::probe(audioPath);
    if (!audio)
        return tl::unexpected(audio.error());
    files->audioPath = QFileInfo(audioPath).absoluteFilePath();
    files->audio = *std::move(audio);
    return files;
}

} // namespace earmark::library
