// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/align.h"

#include "align/frames.h"
#include "align/gaps.h"
#include "align/knowntimes.h"
#include "align/match.h"
#include "align/sounds.h"
#include "align/spokenlanguage.h"
#include "audio/audioinfo.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace earmark::align {

namespace {

constexpr MediaTime shortestAudio{100};
constexpr double fastest = 2.5; // times the synthesiser's 150 words a minute: nobody speaks faster

// What was cut off is estimated: behind the last word heard, at the pace of the text.
void estimateRest(transcript::Timings &timings, const std::vector<TrackWord> &words,
                  const std::vector<std::optional<WordSpan>> &spans)
{
    size_t heard = spans.size();
    while (heard > 0 && !spans[heard - 1])
        --heard;
    const size_t first = heard > 0 ? size_t(words[heard - 1].token) + 1 : 0;
    for (size_t token = first; token < timings.size(); ++token) {
        timings[token].confidence = 0;
        timings[token].origin = transcript::TimingOrigin::Estimated;
    }
}

// Where nothing is to be found, the audio is only asked for its length.
Result<Alignment> keepAll(const transcript::Transcript &transcript, const QString &audioFile, const Options &options)
{
    const Result<audio::AudioInfo> info = audio::probe(audioFile);
    if (!info)
        return tl::unexpected(info.error());
    if (const auto checked = checkAnchors(options.anchors, transcript, info->duration); !checked)
        return tl::unexpected(checked.error());
    Alignment alignment{.timings = transcript::estimateTimings(transcript, info->duration),
                        .duration = info->duration,
                        .language = spokenLanguage(transcript, options.language).code};
    keepAnchors(options.anchors, alignment.timings);
    if (options.progress)
        options.progress(1);
    return alignment;
}

} // namespace

Result<Alignment> align(const transcript::Transcript &transcript, const QString &audioFile, const Options &options)
{
    const std::vector<Chunk> chunks = chunksToSpeak(transcript);
    if (chunks.empty())
        return failure(ErrorCode::TranscriptWithoutWords);
    if (areAllGiven(transcript))
        return keepAll(transcript, audioFile, options);
    if (const auto checked = checkAnchors(options.anchors, transcript, MediaTime::max()); !checked)
        return tl::unexpected(checked.error());
    StageProgress progress(options.progress);
    const SpokenLanguage language = spokenLanguage(transcript, options.language);
    Result<Sounds> sounds = gatherSounds(chunks, language, {audioFile}, options.cancel, progress);
    if (!sounds)
        return tl::unexpected(sounds.error());
    const audio::DecodeSummary summary = sounds->summary;
    if (summary.duration < shortestAudio)
        return failure(ErrorCode::AudioWithoutSound, audioFile);
    if (const auto checked = checkAnchors(options.anchors, transcript, summary.duration); !checked)
        return tl::unexpected(checked.error());

    const std::vector<TrackWord> words = sounds->track.words;
    // Some containers state no length, and some files are cut so that they state the shorter one.
    const MediaTime spoken(std::llround(sounds->track.length * frameHop * 1000));
    const bool isTooShort = double(summary.duration.count()) * fastest < double(spoken.count());
    const bool breaksOff = summary.truncated || isTooShort;
    const MediaTime whole = summary.truncated ? summary.stated : isTooShort ? spoken : summary.duration;
    const MatchSettings settings{.cueBefore = cuesBefore(transcript, words),
                                 .fixed = knownStarts(transcript, words, options.anchors),
                                 .anchors = limitsOf(options.anchors, words, sounds->recording.count()),
                                 .captions = captionTimes(transcript, words),
                                 .whole = breaksOff ? double(whole.count()) / 1000 : 0,
                                 .threads = options.threads};
    const Match found =
        matchSounds(std::move(sounds->recording), std::move(sounds->track), settings, options.cancel, progress);
    if (options.cancel.isCancelled())
        return failure(ErrorCode::Cancelled, audioFile);
    if (found.strangers)
        return failure(ErrorCode::NotTheSameEpisode, audioFile, u"the sounds do not follow the text"_s);
    progress.finish();
    Alignment alignment{.timings = timingsFromSpans(transcript, words, found.spans, whole),
                        .duration = summary.duration,
                        .damagedPackets = summary.damagedPackets,
                        .truncated = breaksOff,
                        .language = sounds->language};
    if (breaksOff)
        estimateRest(alignment.timings, words, found.spans);
    keepGivenTimes(transcript, whole, alignment.timings);
    keepAnchors(options.anchors, alignment.timings);
    alignment.soundWithoutText = soundWithoutText(transcript, alignment.timings, found.activity);
    alignment.textWithoutSound = textWithoutSound(transcript, alignment.timings);
    return alignment;
}

} // namespace earmark::align
