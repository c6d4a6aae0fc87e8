// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/match.h"

#include "align/activity.h"
#include "align/normalise.h"
#include "align/pace.h"
#include "align/realign.h"
#include "align/reattach.h"
#include "align/warp.h"

#include <algorithm>
#include <array>
#include <utility>

namespace earmark::align {

using Stage = StageProgress::Stage;

namespace {

constexpr int coarseFactor = 12;
constexpr int fineFactor = 2;
constexpr double coarseReach = 600; // seconds
constexpr double fineReach = 3;
constexpr double leastSpeech = 0.1; // seconds of activity without which there is nothing to match
constexpr size_t fewestToJudge = 40;
// Measured with 80 pairs of a recording and a piece of another's text: most lie below 3.5, but where a text is
// much shorter than the recording, so that words find sounds like theirs, up to 5.6. Of the words of these,
// 0 to 21 in 100 are sure, 33 in the worst of those of 45 words. Right pairs have 3.7 and more, and 78 to 94
// sure words in 100; with half of the words wrong 13 to 44.
constexpr double strange = 3.5;
constexpr double hardlySure = 0.2; // share of the words
// Above which no other way of matching is tried. Right ones have 0.75 and more, unless they are hard to hear.
constexpr double wellSure = 0.6;
constexpr double clearlyBetter = 1.2;                  // times as many sure words
constexpr double smallPart = 0.7;                      // of the recording's length
constexpr std::array<float, 2> dearRests{3.0F, 10.0F}; // as in WarpSettings
constexpr float sureConfidence = 0.8F;
constexpr double mostOfIt = 0.5;       // of what is said
constexpr float doubtOfFew = 0.5F;     // the most that few words are believed
constexpr double shortestToJudge = 20; // seconds
constexpr double slowestWord = 0.65;   // seconds, pauses included
constexpr int mostPaces = 3;
constexpr double nearTheEnd = 2; // seconds, well within the fine search's reach

// Both as one makes them comparable; the cepstra are normalised in place. Left half done when cancelled.
Sound prepare(Frames cepstra, void (*normalise)(Frames &, std::span<const float>), const CancelToken &cancel)
{
    Sound sound{std::move(cepstra), {}};
    sound.activity = speechActivity(sound.cepstra);
    if (cancel.isCancelled())
        return sound;
    normalise(sound.cepstra, sound.activity);
    return sound;
}

bool hasSpeech(const Sound &sound)
{
    const auto active = std::count_if(sound.activity.begin(), sound.activity.end(), [](float a) { return a > 0.5F; });
    return double(active) * frameHop >= leastSpeech;
}

// Models that learn what the text says where it is not said learn nothing: they explain the recording
// little better than a model of anything, and two ways of looking find the words in different places. A few
// words may fit anything.
bool areStrangers(double distinct, double sure, size_t words)
{
    return words >= fewestToJudge && (distinct < strange || sure < hardlySure);
}

// Whether a text of many words ends after a few in a recording that has time for more: these fit by chance.
bool isHardlyHeard(size_t reached, size_t words, const Sound &heard)
{
    const double time = std::max(shortestToJudge, double(reached) * slowestWord);
    return words >= fewestToJudge && reached < fewestToJudge && heard.cepstra.count() * frameHop > time;
}

// That both paths have a few words in one place means little, unless these are most of what is said.
void doubtFew(std::vector<std::optional<WordSpan>> &spans, const std::vector<float> &activity)
{
    double covered = 0;
    for (const auto &span : spans)
        covered += span ? span->end - span->start : 0;
    const auto active = std::count_if(activity.begin(), activity.end(), [](float a) { return a > 0.5F; });
    if (spans.size() >= fewestToJudge || covered >= mostOfIt * double(active) * frameHop)
        return;
    for (auto &span : spans) {
        if (span)
            span->confidence = std::min(span->confidence, doubtOfFew);
    }
}

// How many words the path has come to.
size_t wordsReached(const Path &path)
{
    const auto last = std::max_element(path.word.begin(), path.word.end());
    return last == path.word.end() ? 0 : size_t(*last + 1);
}

std::vector<bool> barriers(const MatchSettings &settings, size_t words)
{
    std::vector<bool> result = settings.cueBefore;
    result.resize(words + 1);
    for (size_t i = 0; i < std::min(words, settings.fixed.size()); ++i)
        result[i] = result[i] || settings.fixed[i];
    return result;
}

struct Sounding {
    const Sound &heard;
    const Sound &spoken;
    const std::vector<TrackWord> &words;
};

struct Paths {
    Path coarse;
    Path fine;
    size_t reached = 0; // how many words the fine one comes to
};

// The track's frame at which the words end that a path comes to.
int frameReached(size_t reached, const Sounding &sounds)
{
    return reached < sounds.words.size() ? sounds.words[reached].firstFrame : sounds.spoken.cepstra.count();
}

// Fills in the soft limits of `corridor`, which captions have.
std::optional<Path> findCoarsely(const Sounding &sounds, const WarpSettings &warping,
                                 const std::vector<CaptionTimes> &captions, Corridor &corridor,
                                 const CancelToken &cancel, const Progress &progress)
{
    const auto &[heard, spoken, words] = sounds;
    const bool twice = !captions.empty();
    corridor.soft = {};
    std::optional<Path> path =
        warp(heard, spoken, words, warping, cancel, [&](double share) { progress(twice ? share / 2 : share); });
    if (path && twice) {
        corridor.soft = limitsOf(withoutShifted(captions, *path), heard.cepstra.count());
        path = warp(heard, spoken, words, warping, cancel, [&](double share) { progress((1 + share) / 2); });
    }
    return path;
}

std::optional<Paths> findPaths(const Sounding &sounds, const MatchSettings &settings, float dearRest,
                               Corridor &corridor, const CancelToken &cancel, StageProgress &progress)
{
    WarpSettings warping{coarseFactor, coarseReach, nullptr, settings.cueBefore, settings.whole, &corridor};
    warping.dearRest = dearRest;
    warping.mayEndEarly = settings.whole > 0 || (settings.mayBreakOff && sounds.words.size() >= fewestToJudge);
    const auto coarsely = [&] {
        return findCoarsely(sounds, warping, settings.captions, corridor, cancel, progress.of(Stage::Coarse));
    };
    std::optional<Path> coarse = coarsely();
    const int frames = sounds.spoken.cepstra.count();
    const double length = sounds.heard.cepstra.count() * frameHop;
    for (int tries = 0; coarse && warping.mayEndEarly && tries < mostPaces; ++tries) {
        const std::optional<double> whole = lengthByPace(*coarse, frames, std::max(length, warping.whole), coarseReach);
        if (!whole)
            break;
        warping.whole = *whole;
        coarse = coarsely();
    }
    if (coarse && warping.mayEndEarly && settings.whole == 0) {
        const size_t reached = wordsReached(*coarse);
        const int left = frames - frameReached(reached, sounds);
        const bool judgeable = reached >= fewestToJudge; // less of it may fit anything
        warping.mayEndEarly = judgeable && left * frameHop > nearTheEnd;
        if (!judgeable) {
            warping.whole = 0;
            coarse = coarsely();
        }
    }
    if (!coarse)
        return std::nullopt;
    warping.dearRest = 0;
    warping.factor = fineFactor;
    warping.reach = fineReach;
    warping.around = &*coarse;
    std::optional<Path> fine =
        warp(sounds.heard, sounds.spoken, sounds.words, warping, cancel, progress.of(Stage::Fine));
    if (!fine)
        return std::nullopt;
    const size_t reached = warping.mayEndEarly ? wordsReached(*fine) : sounds.words.size();
    return Paths{*std::move(coarse), *std::move(fine), reached};
}

double shareOfSure(const std::vector<std::optional<WordSpan>> &spans)
{
    const auto sure =
        std::count_if(spans.begin(), spans.end(), [](const auto &s) { return s && s->confidence >= sureConfidence; });
    return spans.empty() ? 0 : double(sure) / double(spans.size());
}

// One way of matching, and how much there is to it.
struct Attempt {
    std::vector<std::optional<WordSpan>> spans; // of the words that the recording comes to
    double share = 1;                           // as in Match
    double distinct = 0;
    double sure = 0; // share of the words
};

// `track`: without its cepstra, which `spoken` holds. Nothing where there is no way, or when cancelled.
std::optional<Attempt> attempt(const Sound &heard, Sound &spoken, bool keepsSpoken, Track track,
                               const MatchSettings &settings, float dearRest, const CancelToken &cancel,
                               StageProgress &progress)
{
    Corridor corridor{settings.anchors, {}, settings.wordless};
    const std::vector<TrackWord> words = track.words;
    const Sounding sounds{heard, spoken, words};
    const std::optional<Paths> paths = findPaths(sounds, settings, dearRest, corridor, cancel, progress);
    if (!paths || paths->reached == 0)
        return std::nullopt;
    Attempt result;
    result.share = double(frameReached(paths->reached, sounds)) / spoken.cepstra.count();
    if (!keepsSpoken)
        spoken = {};
    cutAfter(track, paths->reached);
    const auto better = realign(heard, track, paths->fine, {.threads = settings.threads, .corridor = &corridor}, cancel,
                                progress.of(Stage::Realign));
    const Path &path = better ? better->path : paths->fine;
    const Path &earlier = better ? paths->fine : paths->coarse;
    result.spans = wordSpans(path, earlier, track.words.size(), heard.activity);
    reattachIsolated(result.spans, heard.activity, barriers(settings, track.words.size()));
    result.sure = shareOfSure(result.spans);
    result.distinct =
        better ? better->distinct : distinctnessAlong(paths->fine, heard, track, settings.threads, cancel);
    return result;
}

// Where few words are sure, the captions' times may be worthless, or the text a small part of what is said.
void tryOtherwise(Attempt &best, const Sound &heard, Sound &spoken, const Track &track, const MatchSettings &settings,
                  const CancelToken &cancel)
{
    StageProgress silent({});
    const auto consider = [&](const MatchSettings &changed, float dearRest) {
        std::optional<Attempt> other = attempt(heard, spoken, true, track, changed, dearRest, cancel, silent);
        if (other && other->sure * double(other->spans.size()) > clearlyBetter * best.sure * double(best.spans.size()))
            best = *std::move(other);
    };
    if (!settings.captions.empty()) {
        MatchSettings changed = settings;
        changed.captions = {};
        consider(changed, 0);
        return;
    }
    // A text that is a part does not go on after the end.
    MatchSettings changed = settings;
    changed.mayBreakOff = false;
    for (const float dearRest : dearRests) {
        if (best.sure < wellSure)
            consider(changed, dearRest);
    }
}

} // namespace

Match matchSounds(Frames recording, Track track, const MatchSettings &settings, const CancelToken &cancel,
                  StageProgress &progress)
{
    const size_t words = track.words.size();
    Sound heard = prepare(std::move(recording), normaliseLocally, cancel);
    Match found{std::vector<std::optional<WordSpan>>(words)};
    const auto finish = [&] {
        found.activity = std::move(heard.activity);
        return std::move(found);
    };
    if (cancel.isCancelled())
        return finish();
    Sound spoken = prepare(std::exchange(track.cepstra, {}), normaliseGlobally, cancel);
    found.silent = !hasSpeech(heard);
    if (cancel.isCancelled() || found.silent || !hasSpeech(spoken))
        return finish();
    const bool isPart =
        settings.mayBePart && words >= fewestToJudge && spoken.cepstra.count() < smallPart * heard.cepstra.count();
    const bool mayTryAgain = isPart || !settings.captions.empty();
    Attempt best = attempt(heard, spoken, mayTryAgain, track, settings, 0, cancel, progress).value_or(Attempt{});
    if (mayTryAgain && best.sure < wellSure)
        tryOtherwise(best, heard, spoken, track, settings, cancel);
    if (best.spans.empty())
        return finish();
    found.share = best.share;
    found.spans = std::move(best.spans);
    const size_t reached = found.spans.size();
    if (settings.anchors.isEmpty() && settings.captions.empty())
        doubtFew(found.spans, heard.activity);
    found.strangers = areStrangers(best.distinct, best.sure, reached) || isHardlyHeard(reached, words, heard);
    found.spans.resize(words);
    return finish();
}

} // namespace earmark::align
