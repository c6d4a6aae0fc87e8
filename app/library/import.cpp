// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/import.h"

#include "library/episodefiles.h"
#include "library/filename.h"
#include "library/glossary.h"
#include "library/relocation.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace earmark::library {

using namespace Qt::StringLiterals;

namespace {

QString firstOf(std::initializer_list<QString> candidates)
{
    for (const QString &candidate : candidates) {
        if (const QString clean = candidate.simplified(); !clean.isEmpty())
            return clean;
    }
    return {};
}

// A title for what has no name: how it begins.
QString openingWords(const transcript::Transcript &transcript)
{
    constexpr qsizetype longest = 60; // characters
    QString words;
    for (transcript::TokenIndex i = 0; i < transcript.count(); ++i) {
        if (transcript.tokens[size_t(i)].kind != transcript::TokenKind::Word)
            continue;
        const QString word = transcript.tokenText(i).toString();
        if (words.size() + word.size() > longest)
            return (words.isEmpty() ? word.left(longest) : words) + u'…';
        words += words.isEmpty() ? word : u' ' + word;
    }
    return words;
}

store::Episode describe(const EpisodeFiles &files, const ImportRequest &request)
{
    const FileNameParts name = partsOfFileName(files.audioPath.isEmpty() ? files.transcriptPath : files.audioPath);
    store::Episode episode;
    const QString ownName =
        request.pasted && files.audioPath.isEmpty() ? openingWords(files.parsed.transcript) : name.title;
    episode.title = firstOf({request.title, files.audio.title, ownName});
    episode.show = firstOf({request.show, files.audio.show, name.show, files.audio.artist});
    episode.published = files.audio.date.isValid() ? files.audio.date : name.date;
    episode.language = firstOf({request.language, files.parsed.transcript.language});
    episode.audioPath = files.audioPath;
    episode.duration = files.audio.duration;
    episode.audioBytes = files.audio.bytes;
    episode.added = QDateTime::currentDateTimeUtc();
    return episode;
}

// Of two files. Parts from all over them are compared; all of an hour's audio would take a while.
bool holdTheSame(const QString &first, const QString &second)
{
    QFile a(first);
    QFile b(second);
    if (!a.open(QIODevice::ReadOnly) || !b.open(QIODevice::ReadOnly) || a.size() != b.size())
        return false;
    constexpr qint64 parts = 16;
    constexpr qint64 partSize = 1 << 16; // bytes
    for (qint64 part = 0; part < parts; ++part) {
        const qint64 place = std::max<qint64>(0, a.size() - partSize) * part / (parts - 1);
        if (!a.seek(place) || !b.seek(place) || a.read(partSize) != b.read(partSize))
            return false;
    }
    return true;
}

bool hasMoved(const store::Episode &known, const ImportMaterial &material)
{
    if (known.audioPath.isEmpty())
        return false;
    if (QFileInfo::exists(known.audioPath))
        return holdTheSame(known.audioPath, material.episode.episode.audioPath);
    return !differsInLength(known.duration, material.audio.duration);
}

// The episode whose audio this is, now that it is somewhere else or another file under the same name.
Result<std::optional<EpisodeId>> findMoved(const store::Store &store, const ImportMaterial &material)
{
    const QString &audioPath = material.episode.episode.audioPath;
    if (audioPath.isEmpty())
        return std::nullopt;
    return store.episodesOfSource(material.episode.source.sha256).map([&](const std::vector<store::Episode> &known) {
        const auto isHere = [&](const store::Episode &episode) { return episode.audioPath == audioPath; };
        const auto moved = [&](const store::Episode &episode) { return hasMoved(episode, material); };
        // A broken-off download is often replaced by the whole file, of the same name.
        const auto replaced = [&](const store::Episode &episode) {
            return isHere(episode) && differsInLength(episode.duration, material.audio.duration);
        };
        const auto found = std::ranges::any_of(known, isHere) ? std::ranges::find_if(known, replaced)
                                                              : std::ranges::find_if(known, moved);
        return found == known.end() ? std::nullopt : std::optional(found->id);
    });
}

} // namespace

Result<ImportMaterial> readImport(const ImportRequest &request)
{
    Result<EpisodeFiles> files = request.pasted ? readPasted(request.audioFile, *request.pasted, request.transcriptFile)
                                                : readEpisodeFiles(request.audioFile, request.transcriptFile);
    if (!files)
        return tl::unexpected(files.error());
    const QByteArray &bytes = files->transcriptBytes;
    transcript::Transcript &transcript = files->parsed.transcript;

    ImportMaterial material;
    material.episode.episode = describe(*files, request);
    material.episode.source = {QFileInfo(files->transcriptPath).fileName(), transcript.format, bytes,
                               QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
    material.episode.timings = transcript::estimateTimings(transcript, files->audio.duration);
    material.episode.transcript = std::move(transcript);
    material.episode.chapters = files->audio.chapters;
    material.episode.seekIndex = files->audio.seekIndex;
    material.audio = files->audio;
    material.warnings = std::move(files->parsed.warnings);
    return material;
}

Result<Imported> storeImport(store::Store &store, const ImportMaterial &material)
{
    const store::NewEpisode &fresh = material.episode;
    const Result<std::optional<EpisodeId>> moved = findMoved(store, material);
    if (!moved)
        return tl::unexpected(moved.error());
    if (*moved) {
        return setAudio(store, **moved, fresh.episode.audioPath, material.audio).map([&](const AudioChange &change) {
            return Imported{**moved, material.warnings, change.needsAlignment, true};
        });
    }
    const bool wanting = transcript::needsAlignment(fresh.transcript, fresh.timings);
    return store.insertEpisode(fresh).map([&](EpisodeId id) {
        Imported imported{id, material.warnings, !fresh.episode.audioPath.isEmpty() && wanting};
        // Only an offer: the episode is there, whatever becomes of it.
        imported.ruleHits = int(ruleSuggestions(store, id).value_or(std::vector<Suggestion>()).size());
        return imported;
    });
}

Result<Imported> importEpisode(store::Store &store, const ImportRequest &request)
{
    return readImport(request).and_then([&](const ImportMaterial &material) { return storeImport(store, material); });
}

} // namespace earmark::library
