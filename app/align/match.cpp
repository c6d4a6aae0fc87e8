// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/match.h"

#include "align/activity.h"
#include "align/normalise.h"
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

struct Paths {
    Path coarse;
    Path fine;
};

// Fills in the soft limits of `corridor`, which captions have.
std::optional<Paths> findPaths(const Sound &heard, const Sound &spoken, const std::vector<TrackWord> &words,
                               const MatchSettings &settings, Corridor &corridor, const CancelToken &cancel,
                               StageProgress &progress)
{
    WarpSettings warping{coarseFactor, coarseReach, nullptr, settings.cueBefore, settings.whole, &corridor};
    const bool twice = !settings.captions.empty();
    const Progress coarsely = progress.of(Stage::Coarse);
    std::optional<Path> coarse =
        warp(heard, spoken, words, warping, cancel, [&](double share) { coarsely(twice ? share / 2 : share); });
    if (coarse && twice) {
        corridor.soft = limitsOf(withoutShifted(settings.captions, *coarse), heard.cepstra.count());
        coarse = warp(heard, spoken, words, warping, cancel, [&](double share) { coarsely((1 + share) / 2); });
    }
    if (!coarse)
        return std::nullopt;
    warping.factor = fineFactor;
    warping.reach = fineReach;
    warping.around = &*coarse;
    std::optional<Path> fine = warp(heard, spoken, words, warping, cancel, progress.of(Stage::Fine));
    if (!fine)
        return std::nullopt;
    return Paths{*std::move(coarse), *std::move(fine)};
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
    if (cancel.isCancelled() || !hasSpeech(heard) || !hasSpeech(spoken))
        return finish();
    Corridor corridor{settings.anchors, {}};
    const std::optional<Paths> paths = findPaths(heard, spoken, track.words, settings, corridor, cancel, progress);
    if (!paths)
        return finish();
    spoken = {};
    if (settings.whole > 0) {
        const size_t reached = wordsReached(paths->fine);
        if (reached == 0)
            return finish();
        cutAfter(track, reached);
    }
    const auto better = realign(heard, track, paths->fine, {.threads = settings.threads, .corridor = &corridor}, cancel,
                                progress.of(Stage::Realign));
    const Path &path = better ? better->path : paths->fine;
    const Path &earlier = better ? paths->fine : paths->coarse;
    found.spans = wordSpans(path, earlier, track.words.size(), heard.activity);
    reattachIsolated(found.spans, heard.activity, barriers(settings, track.words.size()));
    const double distinct =
        better ? better->distinct : distinctnessAlong(paths->fine, heard, track, settings.threads, cancel);
    found.strangers = areStrangers(distinct, track.words.size());
    found.spans.resize(words);
    return finish();
}

} // namespace earmark::align
