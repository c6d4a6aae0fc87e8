// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/align.h"

#include "align/anchors.h"
#include "align/fileclock.h"
#include "align/frames.h"
#include "align/gaps.h"
#include "align/knowntimes.h"
#include "align/match.h"
#include "align/outside.h"
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
constexpr double leastMissing = 20;       // seconds, as the synthesiser speaks
constexpr double leastMissingShare = 0.1; // of the text
constexpr double fastest = 2.5;           // times the synthesiser's 150 words a minute: nobody speaks faster

// What the audio would last that is known to break off; 0: nothing says so. Some containers state no
// length, and some files are cut so that they state the shorter one.
MediaTime expectedLength(const audio::DecodeSummary &summary, double spoken)
{
    if (summary.truncated)
        return summary.stated;
    const bool isTooShort = double(summary.duration.count()) / 1000 * fastest < spoken;
    return isTooShort ? MediaTime(std::llround(spoken * 1000)) : MediaTime::zero();
}

// Whether so much of the text is missing at the end that the audio breaks off. Some texts only end in
// credits that nobody reads out.
bool isMuch(double share, double spoken)
{
    return share >= leastMissingShare && share * spoken >= leastMissing;
}

MediaTime wholeLength(const audio::DecodeSummary &summary, MediaTime expected, double share)
{
    if (summary.truncated || share <= 0 || share >= 1)
        return std::max(expected, summary.duration);
    return MediaTime(std::llround(double(summary.duration.count()) / share));
}

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

// Whether what the reader says can be.
Result<void> check(const Options &options, const transcript::Transcript &transcript, MediaTime duration)
{
    return checkAnchors(options.anchors, transcript, duration).and_then([&] {
        return checkSpans(options.notInText, options.anchors, duration);
    });
}

// The anchors, and where the file's times begin to hold again around them.
std::vector<transcript::Anchor> withEdges(const std::vector<transcript::Anchor> &anchors, const Statement &stated)
{
    std::vector<transcript::Anchor> all;
    std::ranges::merge(anchors, stated.edges, std::back_inserter(all), {}, &transcript::Anchor::token,
                       &transcript::Anchor::token);
    return all;
}

// Where nothing is to be found, the audio is only asked for its length.
Result<Alignment> keepAll(const transcript::Transcript &transcript, const QString &audioFile, const Options &options)
{
    const Result<audio::AudioInfo> info = audio::probe(audioFile);
    if (!info)
        return tl::unexpected(info.error());
    if (const auto checked = check(options, transcript, info->duration); !checked)
        return tl::unexpected(checked.error());
    Alignment alignment{.timings = transcript::estimateTimings(transcript, info->duration),
                        .duration = info->duration,
                        .language = spokenLanguage(transcript, options.language).code};
    keepAnchors(options.anchors, alignment.timings);
    if (options.progress)
        options.progress(1);
    return alignment;
}

Result<Alignment> alignKnowing(const Statement &stated, const QString &audioFile, const Options &options)
{
    const transcript::Transcript &transcript = stated.transcript;
    const std::vector<Chunk> chunks = chunksToSpeak(transcript);
    if (chunks.empty())
        return failure(ErrorCode::TranscriptWithoutWords);
    if (areAllGiven(transcript))
        return keepAll(transcript, audioFile, options);
    StageProgress progress(options.progress);
    const SpokenLanguage language = spokenLanguage(transcript, options.language);
    Result<Sounds> sounds = gatherSounds(chunks, language, {audioFile}, options.cancel, progress);
    if (!sounds)
        return tl::unexpected(sounds.error());
    const audio::DecodeSummary summary = sounds->summary;
    if (summary.duration < shortestAudio)
        return failure(ErrorCode::AudioWithoutSound, audioFile);
    if (const auto checked = check(options, transcript, summary.duration); !checked)
        return tl::unexpected(checked.error());

    const std::vector<TrackWord> words = sounds->track.words;
    const double spoken = sounds->track.length * frameHop;
    const MediaTime expected = expectedLength(summary, spoken);
    const std::vector<transcript::Anchor> anchors = withEdges(options.anchors, stated);
    const MatchSettings settings{.cueBefore = cuesBefore(transcript, words),
                                 .fixed = knownStarts(transcript, words, anchors),
                                 .anchors = limitsOf(anchors, words, sounds->recording.count()),
                                 .captions = captionTimes(transcript, words),
                                 .wordless = framesOf(options.notInText, {}, sounds->recording.count()),
                                 .whole = double(expected.count()) / 1000,
                                 .mayBreakOff = true,
                                 .mayBePart = true,
                                 .threads = options.threads};
    const Match found =
        matchSounds(std::move(sounds->recording), std::move(sounds->track), settings, options.cancel, progress);
    if (options.cancel.isCancelled())
        return failure(ErrorCode::Cancelled, audioFile);
    if (found.silent)
        return failure(ErrorCode::AudioWithoutSpeech, audioFile);
    if (found.strangers)
        return failure(ErrorCode::NotTheSameEpisode, audioFile, u"the sounds do not follow the text"_s);
    progress.finish();
    const bool breaksOff = expected > MediaTime::zero() || isMuch(1 - found.share, spoken);
    const MediaTime whole = breaksOff ? wholeLength(summary, expected, found.share) : summary.duration;
    Alignment alignment{.timings = timingsFromSpans(transcript, words, found.spans, whole),
                        .duration = summary.duration,
                        .damagedPackets = summary.damagedPackets,
                        .truncated = breaksOff,
                        .language = sounds->language};
    if (breaksOff)
        estimateRest(alignment.timings, words, found.spans);
    keepGivenTimes(transcript, whole, alignment.timings);
    keepAnchors(options.anchors, alignment.timings);
    keepOutside(options.notInText, transcript, whole, alignment.timings);
    alignment.soundWithoutText = soundWithoutText(transcript, alignment.timings, found.activity);
    alignment.textWithoutSound = textWithoutSound(transcript, alignment.timings);
    return alignment;
}

} // namespace

Result<Alignment> align(const transcript::Transcript &transcript, const QString &audioFile, const Options &options)
{
    // Before the work, as far as can be told.
    if (const auto checked = check(options, transcript, MediaTime::max()); !checked)
        return tl::unexpected(checked.error());
    return alignKnowing(statedTimes(transcript, options.notInText, options.anchors), audioFile, options);
}

} // namespace earmark::align
