// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/episodefiles.h"

#include "base/textfile.h"

#include <QFileInfo>

#include <algorithm>

namespace earmark::library {

using namespace Qt::StringLiterals;

namespace {

// Audio given where a transcript is expected is no text, or far too long for one.
bool couldBeAudio(const Error &error)
{
    return error.code == ErrorCode::NotATranscript || error.code == ErrorCode::FileTooLarge
        || error.code == ErrorCode::WordTooLong || error.code == ErrorCode::TranscriptWithoutWords;
}

Result<void> addAudio(EpisodeFiles &files, const QString &path)
{
    Result<audio::AudioInfo> audio = audio::probe(path);
    if (!audio)
        return tl::unexpected(audio.error());
    files.audioPath = QFileInfo(path).absoluteFilePath();
    files.audio = *std::move(audio);
    return {};
}

// An address or a name that happens to be in the clipboard is no transcript. Scripts that write no spaces
// begin with Thai in Unicode.
bool isTooShort(const transcript::Transcript &transcript)
{
    constexpr auto fewest = 3;
    return std::ranges::count(transcript.tokens, transcript::TokenKind::Word, &transcript::Token::kind) < fewest
        && std::ranges::none_of(transcript.text, [](QChar c) { return c >= QChar(0x0e00) && c.isLetter(); });
}

Result<EpisodeFiles> readTranscript(const QString &path)
{
    Result<QByteArray> bytes = formats::readTranscriptFile(path, formats::largestTranscript);
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
    if (const Result<void> added = addAudio(*files, audioPath); !added)
        return tl::unexpected(added.error());
    return files;
}

Result<EpisodeFiles> readPasted(const QString &audioFile, const QByteArray &text, const QString &name)
{
    Result<formats::ParsedTranscript> parsed = formats::parseTranscript(text, name);
    if (!parsed && parsed.error().code == ErrorCode::FileTooLarge)
        return tl::unexpected(parsed.error());
    if (!parsed)
        return failure(ErrorCode::NothingToPaste, {}, parsed.error().detail);
    if (isTooShort(parsed->transcript))
        return failure(ErrorCode::NothingToPaste, {}, u"too few words"_s);
    EpisodeFiles files;
    files.transcriptPath = name;
    files.transcriptBytes = text;
    files.parsed = *std::move(parsed);
    if (const Result<void> added = audioFile.isEmpty() ? Result<void>() : addAudio(files, audioFile); !added)
        return tl::unexpected(added.error());
    return files;
}

} // namespace earmark::library
