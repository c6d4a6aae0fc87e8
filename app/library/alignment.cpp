// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/alignment.h"

#include "align/anchors.h"
#include "base/textfile.h"
#include "formats/anchors.h"
#include "library/timeschange.h"
#include "speech/synthesizer.h"

#include <algorithm>

namespace earmark::library {

Result<bool> needsAlignment(const store::Store &store, EpisodeId id)
{
    const Result<store::Episode> episode = store.episode(id);
    if (!episode)
        return tl::unexpected(episode.error());
    if (episode->audioPath.isEmpty())
        return false;
    return store.transcript(id).and_then([&](const transcript::Transcript &transcript) {
        return store.timings(id).map(
            [&](const transcript::Timings &timings) { return transcript::needsAlignment(transcript, timings); });
    });
}

Result<AlignmentTask> prepareAlignment(const store::Store &store, EpisodeId id)
{
    return prepareListening(store, id).and_then([](ListeningTask task) -> Result<AlignmentTask> {
        if (task.audioPath.isEmpty())
            return failure(ErrorCode::AudioWithoutSound, {}, QStringLiteral("the episode has no audio file"));
        return AlignmentTask{task.id,       std::move(task.transcript),      task.audioPath,
                             task.language, tappedWords(task.known.timings), std::move(task.known.notInText)};
    });
}

Result<align::Alignment> runAlignment(const AlignmentTask &task, align::Options options)
{
    if (options.language.isEmpty())
        options.language = task.language;
    if (options.anchors.empty())
        options.anchors = task.anchors;
    options.notInText.insert(options.notInText.end(), task.notInText.begin(), task.notInText.end());
    Result<align::Alignment> alignment = align::align(task.transcript, task.audioPath, options);
    // Not a word was found: times of nothing must not replace what is there.
    const auto isFound = [](const transcript::WordTiming &timing) {
        return timing.origin == transcript::TimingOrigin::Aligned;
    };
    if (alignment && !alignment->textWithoutSound.empty() && std::ranges::none_of(alignment->timings, isFound))
        return failure(ErrorCode::NotTheSameEpisode, task.audioPath, QStringLiteral("no word was matched"));
    return alignment;
}

Result<void> storeAlignment(store::Store &store, EpisodeId id, const align::Alignment &alignment)
{
    return store.replaceTimings(id, alignment.timings, alignment.duration);
}

Result<align::Alignment> alignEpisode(store::Store &store, EpisodeId id, const align::Options &options)
{
    const Result<AlignmentTask> task = prepareAlignment(store, id);
    if (!task)
        return tl::unexpected(task.error());
    Result<align::Alignment> alignment = runAlignment(*task, options);
    if (!alignment)
        return alignment;
    const Result<void> stored = storeAlignment(store, id, *alignment);
    if (!stored)
        return tl::unexpected(stored.error());
    return alignment;
}

Result<std::vector<transcript::Anchor>> readAnchors(const QString &path, const transcript::Transcript &transcript,
                                                    MediaTime duration)
{
    constexpr qint64 largest = 16 << 20; // bytes
    const Result<QByteArray> bytes = readFile(path, largest);
    // Nothing is known, as where there are only comments.
    if (!bytes && bytes.error().code == ErrorCode::FileEmpty)
        return std::vector<transcript::Anchor>{};
    if (!bytes)
        return tl::unexpected(bytes.error());
    const Result<QString> text = decodeText(*bytes, path);
    if (!text)
        return failure(ErrorCode::AnchorMalformed, path, text.error().detail);
    const auto parsed = formats::parseAnchors(*text, path);
    if (!parsed)
        return tl::unexpected(parsed.error());
    std::vector<transcript::Anchor> anchors;
    for (const formats::AnchorLine &line : *parsed) {
        if (line.anchor.token >= transcript.count() || line.anchor.time >= duration)
            return failure(ErrorCode::AnchorOutside, QStringLiteral("%1:%2").arg(path).arg(line.line));
        const bool fits = anchors.empty() || align::leavesTime(transcript, anchors.back(), line.anchor);
        if (!fits)
            return failure(ErrorCode::AnchorsContradict, QStringLiteral("%1:%2").arg(path).arg(line.line),
                           QStringLiteral("no time for the words between"));
        anchors.push_back(line.anchor);
    }
    return anchors;
}

Result<void> checkLanguage(const QString &language)
{
    if (language.isEmpty())
        return {};
    const auto voice = speech::Synthesizer::create(speech::Voice{.name = language});
    if (!voice)
        return tl::unexpected(voice.error());
    return {};
}

} // namespace earmark::library
