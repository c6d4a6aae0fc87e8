// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/align.h"

#include "align/activity.h"
#include "align/cepstrum.h"
#include "align/normalise.h"
#include "align/realign.h"
#include "align/reattach.h"
#include "align/stageprogress.h"
#include "align/text.h"
#include "align/track.h"
#include "align/warp.h"
#include "align/wordtimings.h"
#include "audio/decoder.h"
#include "speech/synthesizer.h"

#include <algorithm>
#include <future>
#include <utility>

using namespace Qt::StringLiterals;

namespace earmark::align {

using Stage = StageProgress::Stage;

namespace {

constexpr int sampleRate = 16000; // Hz
constexpr MediaTime shortestAudio{100};
constexpr auto cancelPoll = std::chrono::milliseconds(20);
constexpr int coarseFactor = 12;
constexpr int fineFactor = 2;
constexpr double coarseReach = 600; // seconds
constexpr double fineReach = 3;
constexpr double leastSpeech = 0.1; // seconds of activity without which there is nothing to match
constexpr size_t fewestToJudge = 50;
constexpr double strangeAtFirst = 0.5; // measured: 1.2 and more for clean speech, -0.3 and less for another text,
constexpr double strangeAtLast = 3.6;  // then 3.9 and more, in noise as well, and 3.0 and less

struct Recording {
    Frames cepstra;
    audio::DecodeSummary summary;
};

Result<Recording> listen(const QString &audioFile, const CancelToken &cancel, const Progress &progress)
{
    CepstrumStream stream(sampleRate);
    const auto take = [&](std::span<const qint16> samples) { stream.take(samples); };
    const auto summary = audio::decodeAll(audioFile, sampleRate, take, cancel, progress);
    if (!summary)
        return tl::unexpected(summary.error());
    progress(1);
    return Recording{stream.finish(), *summary};
}

// Made and used on the calling thread.
Result<Track> speak(const transcript::Transcript &transcript, const QString &askedLanguage,
                    const std::vector<Chunk> &chunks, const CancelToken &cancel, const Progress &progress)
{
    const QString language = !askedLanguage.isEmpty() ? askedLanguage
        : !transcript.language.isEmpty()              ? transcript.language
                                                      : u"en-us"_s;
    const QString voice = language.contains(u'+') ? language : language + speech::steadyVariant;
    const auto synthesizer = speech::Synthesizer::create({voice}, cancel);
    if (!synthesizer) {
        Error error = synthesizer.error();
        if (error.code == ErrorCode::LanguageUnknown)
            error.subject = language;
        return tl::unexpected(error);
    }
    return speakTrack(**synthesizer, chunks, cancel, progress);
}

struct Sounds {
    Recording recording;
    Track track;
};

// Decodes and speaks at the same time; whichever fails ends the other.
Result<Sounds> gather(const transcript::Transcript &transcript, const std::vector<Chunk> &chunks,
                      const QString &audioFile, const Options &options, StageProgress &progress)
{
    const CancelToken stop;
    auto listening = std::async(std::launch::async, [&] {
        Result<Recording> heard = listen(audioFile, stop, progress.of(Stage::Audio));
        if (!heard)
            stop.cancel();
        return heard;
    });
    auto speaking = std::async(std::launch::async, [&] {
        Result<Track> spoken = speak(transcript, options.language, chunks, stop, progress.of(Stage::Speech));
        if (!spoken)
            stop.cancel();
        return spoken;
    });
    const auto await = [&](auto &future) {
        while (future.wait_for(cancelPoll) != std::future_status::ready) {
            if (options.cancel.isCancelled())
                stop.cancel();
        }
        return future.get();
    };
    Result<Recording> heard = await(listening);
    Result<Track> spoken = await(speaking);
    if (options.cancel.isCancelled())
        return failure(ErrorCode::Cancelled, audioFile);
    if (!heard && heard.error().code != ErrorCode::Cancelled)
        return tl::unexpected(heard.error());
    if (!spoken)
        return tl::unexpected(spoken.error());
    if (!heard)
        return tl::unexpected(heard.error());
    return Sounds{std::move(*heard), std::move(*spoken)};
}

// Both as one makes them comparable; the cepstra are normalised in place.
Sound prepare(Frames cepstra, void (*normalise)(Frames &, std::span<const float>))
{
    Sound sound{std::move(cepstra), {}};
    sound.activity = speechActivity(sound.cepstra);
    normalise(sound.cepstra, sound.activity);
    return sound;
}

bool hasSpeech(const Sound &sound)
{
    const auto active = std::count_if(sound.activity.begin(), sound.activity.end(), [](float a) { return a > 0.5F; });
    return double(active) * frameHop >= leastSpeech;
}

// For each word, and for the end, whether a cue stands directly before it.
std::vector<bool> cuesBefore(const transcript::Transcript &transcript, const std::vector<TrackWord> &words)
{
    std::vector<bool> cues;
    transcript::TokenIndex next = 0;
    for (size_t i = 0; i <= words.size(); ++i) {
        const transcript::TokenIndex end = i < words.size() ? words[i].token : transcript.count();
        bool cue = false;
        for (; next < end; ++next)
            cue = cue || transcript.tokens[size_t(next)].kind == transcript::TokenKind::Cue;
        cues.push_back(cue);
        next = end + 1;
    }
    return cues;
}

struct Match {
    std::vector<std::optional<WordSpan>> spans;
    bool strangers = false; // the text is not what is spoken
};

// Models that learn what the text says where it is not said learn nothing: at first they explain the
// recording worse than a model of anything, and later little better. Noise does the first, not the
// second. A few words may fit anything.
bool areStrangers(const Realignment &realignment, size_t words)
{
    return words >= fewestToJudge && realignment.distinctAtFirst < strangeAtFirst
        && realignment.distinctAtLast < strangeAtLast;
}

// How many words the path has come to.
size_t wordsReached(const Path &path)
{
    const auto last = std::max_element(path.word.begin(), path.word.end());
    return last == path.word.end() ? 0 : size_t(*last + 1);
}

// No spans where there is nothing to match or no way to match it. `whole`: see WarpSettings.
Match match(Frames recording, Track track, std::vector<bool> cueBefore, double whole, const Options &options,
            StageProgress &progress)
{
    const CancelToken &cancel = options.cancel;
    const Match nothing{std::vector<std::optional<WordSpan>>(track.words.size())};
    const Sound heard = prepare(std::move(recording), normaliseLocally);
    if (cancel.isCancelled())
        return nothing;
    Sound spoken = prepare(std::exchange(track.cepstra, {}), normaliseGlobally);
    if (cancel.isCancelled() || !hasSpeech(heard) || !hasSpeech(spoken))
        return nothing;
    const auto coarse = warp(heard, spoken, track.words, {coarseFactor, coarseReach, nullptr, cueBefore, whole}, cancel,
                             progress.of(Stage::Coarse));
    if (!coarse)
        return nothing;
    const auto fine = warp(heard, spoken, track.words, {fineFactor, fineReach, &*coarse, cueBefore, whole}, cancel,
                           progress.of(Stage::Fine));
    if (!fine)
        return nothing;
    spoken = {};
    const size_t words = track.words.size();
    if (whole > 0) {
        const size_t reached = wordsReached(*fine);
        if (reached == 0)
            return nothing;
        cutAfter(track, reached);
        cueBefore.resize(reached + 1);
    }
    const auto better = realign(heard, track, *fine, {.threads = options.threads}, cancel, progress.of(Stage::Realign));
    const Path &path = better ? better->path : *fine;
    const Path &earlier = better ? *fine : *coarse;
    Match found{wordSpans(path, earlier, track.words.size(), heard.activity)};
    reattachIsolated(found.spans, heard.activity, cueBefore);
    found.strangers = better && areStrangers(*better, track.words.size());
    found.spans.resize(words);
    return found;
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

} // namespace

Result<Alignment> align(const transcript::Transcript &transcript, const QString &audioFile, const Options &options)
{
    const std::vector<Chunk> chunks = chunksToSpeak(transcript);
    if (chunks.empty())
        return failure(ErrorCode::TranscriptWithoutWords);
    StageProgress progress(options.progress);
    Result<Sounds> sounds = gather(transcript, chunks, audioFile, options, progress);
    if (!sounds)
        return tl::unexpected(sounds.error());
    const audio::DecodeSummary summary = sounds->recording.summary;
    if (summary.duration < shortestAudio)
        return failure(ErrorCode::AudioWithoutSound, audioFile);

    const std::vector<TrackWord> words = sounds->track.words;
    const Match found =
        match(std::move(sounds->recording.cepstra), std::move(sounds->track), cuesBefore(transcript, words),
              summary.truncated ? double(summary.stated.count()) / 1000 : 0, options, progress);
    if (options.cancel.isCancelled())
        return failure(ErrorCode::Cancelled, audioFile);
    // Of a recording that breaks off, much of the text is not spoken.
    if (found.strangers && !summary.truncated)
        return failure(ErrorCode::NotTheSameEpisode, audioFile, u"the sounds do not follow the text"_s);
    progress.finish();
    transcript::Timings timings =
        timingsFromSpans(transcript, words, found.spans, summary.truncated ? summary.stated : summary.duration);
    if (summary.truncated)
        estimateRest(timings, words, found.spans);
    return Alignment{std::move(timings), summary.duration, summary.damagedPackets, summary.truncated};
}

} // namespace earmark::align
