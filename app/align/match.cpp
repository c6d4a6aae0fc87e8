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
// Measured: 3.5 and less for another text, for noise and for a tone (14 pairs); 4.0 and more for the right
// one, also from a telephone, in noise as loud as the voice and with 40 % of the words wrong (20 pairs), but
// 3.7 where nearly half of the recording is a head and a tail. To refuse what fits is the worse mistake.
constexpr double strange = 3.5;
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
// little better than a model of anything. A few words may fit anything.
bool areStrangers(double distinct, size_t words)
{
    return words >= fewestToJudge && distinct < strange;
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

std::optional<Paths> findPaths(const Sounding &sounds, const MatchSettings &settings, Corridor &corridor,
                               const CancelToken &cancel, StageProgress &progress)
{
    WarpSettings warping{coarseFactor, coarseReach, nullptr, settings.cueBefore, settings.whole, &corridor};
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
    Corridor corridor{settings.anchors, {}, settings.wordless};
    const Sounding sounds{heard, spoken, track.words};
    const std::optional<Paths> paths = findPaths(sounds, settings, corridor, cancel, progress);
    if (!paths || paths->reached == 0)
        return finish();
    found.share = double(frameReached(paths->reached, sounds)) / spoken.cepstra.count();
    spoken = {};
    cutAfter(track, paths->reached);
    const auto better = realign(heard, track, paths->fine, {.threads = settings.threads, .corridor = &corridor}, cancel,
                                progress.of(Stage::Realign));
    const Path &path = better ? better->path : paths->fine;
    const Path &earlier = better ? paths->fine : paths->coarse;
    found.spans = wordSpans(path, earlier, track.words.size(), heard.activity);
    reattachIsolated(found.spans, heard.activity, barriers(settings, track.words.size()));
    if (settings.anchors.isEmpty() && settings.captions.empty())
        doubtFew(found.spans, heard.activity);
    const double distinct =
        better ? better->distinct : distinctnessAlong(paths->fine, heard, track, settings.threads, cancel);
    found.strangers = areStrangers(distinct, track.words.size()) || isHardlyHeard(track.words.size(), words, heard);
    found.spans.resize(words);
    return finish();
}

} // namespace earmark::align
