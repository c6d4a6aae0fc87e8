// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/replacement.h"

#include "base/textfile.h"
#include "notes/reanchor.h"
#include "transcript/tokenmatch.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

namespace earmark::library {

namespace {

bool hasTimes(const NewTranscript &fresh)
{
    return !fresh.transcript.segments.empty();
}

} // namespace

Result<NewTranscript> readNewTranscript(const QString &path)
{
    return readFile(path, formats::largestTranscript).and_then([&](const QByteArray &bytes) {
        return formats::parseTranscript(bytes, path).map([&](formats::ParsedTranscript parsed) {
            NewTranscript fresh;
            fresh.source = {QFileInfo(path).fileName(), parsed.transcript.format, bytes,
                            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
            fresh.transcript = std::move(parsed.transcript);
            fresh.warnings = std::move(parsed.warnings);
            return fresh;
        });
    });
}

Result<EpisodeWords> readWords(const store::Store &store, EpisodeId id)
{
    EpisodeWords words;
    const auto take = [](auto &place, auto result) -> Result<void> {
        if (!result)
            return tl::unexpected(result.error());
        place = *std::move(result);
        return {};
    };
    return take(words.episode, store.episode(id))
        .and_then([&] { return take(words.transcript, store.transcript(id)); })
        .and_then([&] { return take(words.timings, store.timings(id)); })
        .and_then([&] { return take(words.highlights, store.highlights(id)); })
        .and_then([&] {
            return store.source(id).map([&](const transcript::Source &source) { words.sha256 = source.sha256; });
        })
        .map([&] {
            if (words.timings.size() != words.transcript.tokens.size())
                words.timings = transcript::estimateTimings(words.transcript, words.episode.duration);
            return std::move(words);
        });
}

Result<store::Replacement> planReplacement(const EpisodeWords &words, const NewTranscript &fresh, const QDateTime &now)
{
    if (words.sha256 == fresh.source.sha256)
        return failure(ErrorCode::SameTranscript, fresh.source.fileName);
    store::Replacement replacement;
    replacement.source = fresh.source;
    replacement.transcript = fresh.transcript;
    std::vector<transcript::TokenMatch> matches;
    if (hasTimes(fresh) || !transcript::hasKnownTimes(words.timings)) {
        replacement.timings = transcript::estimateTimings(fresh.transcript, words.episode.duration);
        matches = transcript::matchTokens(words.transcript, words.timings, fresh.transcript, replacement.timings);
    } else {
        matches = transcript::matchTokens(words.transcript, fresh.transcript);
        replacement.timings = transcript::timesTakenOver(words.timings, fresh.transcript, matches);
    }
    replacement.edits = notes::reanchored(words.highlights, {words.transcript, words.timings},
                                          {replacement.transcript, replacement.timings}, matches, now);
    return replacement;
}

Replaced outcomeOf(const EpisodeWords &words, const NewTranscript &fresh, const store::Replacement &replacement)
{
    const auto countOf = [&](notes::Place place) {
        return int(std::ranges::count_if(replacement.edits, [&](const notes::Edit &edit) {
            return edit.before->place == notes::Place::Words && edit.after->place == place;
        }));
    };
    Replaced outcome;
    outcome.id = words.episode.id;
    outcome.found = countOf(notes::Place::Words);
    outcome.lost = countOf(notes::Place::Lost);
    outcome.warnings = fresh.warnings;
    // Times taken over are known, and yet listening again gives better ones.
    outcome.needsAlignment = !words.episode.audioPath.isEmpty()
        && (!hasTimes(fresh) || transcript::needsAlignment(replacement.transcript, replacement.timings));
    return outcome;
}

Result<Replaced> replaceTranscript(store::Store &store, EpisodeId id, const QString &path)
{
    const Result<NewTranscript> fresh = readNewTranscript(path);
    return fresh ? replaceTranscript(store, id, *fresh) : tl::unexpected(fresh.error());
}

Result<Replaced> replaceTranscript(store::Store &store, EpisodeId id, const NewTranscript &fresh)
{
    const Result<EpisodeWords> words = readWords(store, id);
    if (!words)
        return tl::unexpected(words.error());
    const Result<store::Replacement> replacement = planReplacement(*words, fresh, QDateTime::currentDateTimeUtc());
    if (!replacement)
        return tl::unexpected(replacement.error());
    return store.replaceTranscript(id, *replacement).map([&] { return outcomeOf(*words, fresh, *replacement); });
}

} // namespace earmark::library
