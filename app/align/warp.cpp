// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/warp.h"

#include "align/band.h"
#include "align/normalise.h"
#include "align/statedistance.h"
#include "align/viterbi.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace earmark::align {

namespace {

// Prices as shares of the typical distance, which is what a bad match costs a frame.
constexpr float stayPrice = 0.05F;
constexpr float jumpPrice = 0.05F;
constexpr float silencePrice = 0.55F;
constexpr float restPrice = 0.1F;        // for going into a pause from a word's last frame
constexpr double wordSkipSeconds = 0.15; // leaving out a word costs as much as this long a bad match,
constexpr float stateSkipPrice = 0.15F;  // and this for each of its states

// Where a cue stands between two words, sound that is neither is expected, and resting costs this
// share of what it costs elsewhere.
constexpr float cueDiscount = 0.8F;

constexpr float outsidePrice = 0.2F; // for being where captions' times do not have it

constexpr size_t samples = 200; // synthetic frames that sound is compared with to price it
constexpr double sampleShare = 0.15;
constexpr int bandMargin = 64; // states

// The track as states: a pause, then the frames of the first word, a pause, and so on.
struct Chain {
    std::vector<int> frame; // among the track's features; -1: a pause
    std::vector<int> place; // the track's frame
    std::vector<int> word;  // Path::pause in pauses
};

Chain makeChain(int frameCount, int factor, const std::vector<TrackWord> &words, int trackLength)
{
    Chain chain;
    const auto add = [&](int frame, int place, int word) {
        chain.frame.push_back(frame);
        chain.place.push_back(place);
        chain.word.push_back(word);
    };
    int word = 0;
    add(-1, 0, Path::pause);
    for (int frame = 0; frame < frameCount; ++frame) {
        const int middle = std::min(trackLength - 1, frame * factor + factor / 2);
        const int before = word;
        while (word + 1 < int(words.size()) && words[size_t(word) + 1].firstFrame <= middle)
            ++word;
        if (frame > 0 && word != before)
            add(-1, frame * factor, Path::pause);
        add(frame, frame * factor, word);
    }
    add(-1, trackLength, Path::pause);
    return chain;
}

std::vector<float> averaged(const std::vector<float> &values, int factor)
{
    std::vector<float> result;
    for (size_t begin = 0; begin < values.size(); begin += size_t(factor)) {
        const size_t end = std::min(values.size(), begin + size_t(factor));
        float sum = 0;
        for (size_t i = begin; i < end; ++i)
            sum += values[i];
        result.push_back(sum / float(end - begin));
    }
    return result;
}

// Synthetic frames of speech drawn at random, the same ones for the same track.
std::vector<int> sampleFrames(const std::vector<float> &activity)
{
    std::mt19937 random(1);
    std::vector<int> speech;
    for (size_t i = 0; i < activity.size(); ++i) {
        if (activity[i] > 0.5F)
            speech.push_back(int(i));
    }
    if (speech.empty())
        speech.push_back(0);
    std::vector<int> chosen;
    for (size_t i = 0; i < samples; ++i)
        chosen.push_back(speech[random() % speech.size()]);
    return chosen;
}

using FeatureVector = std::array<float, featureSize>;

// What is compared of a sound, a vector for every `factor` frames. Made when asked for: hours of it are large.
struct Features {
    const Sound &sound;
    int factor;

    [[nodiscard]] int count() const { return (sound.cepstra.count() + factor - 1) / factor; }
    void fill(int index, std::span<float> vector) const { fillFeatures(sound.cepstra, factor, index, vector); }
    [[nodiscard]] FeatureVector operator[](int index) const
    {
        FeatureVector vector;
        fill(index, vector);
        return vector;
    }
    [[nodiscard]] StateDistance distanceTo(std::span<const int> frames) const
    {
        return {featureSize, frames, [this](int frame, std::span<float> vector) { fill(frame, vector); }};
    }
};

// How far each vector is from speech that it does not match: a low quantile of its distances to
// frames drawn at random. Cut short when cancelled.
std::vector<float> mismatches(const Features &heard, const Features &spoken, const CancelToken &cancel)
{
    const StateDistance distance = spoken.distanceTo(sampleFrames(averaged(spoken.sound.activity, spoken.factor)));
    std::vector<float> distances(samples);
    std::vector<float> result;
    for (int t = 0; t < heard.count() && !cancel.isCancelled(); ++t) {
        distance.measure(heard[t], 0, distances);
        const auto place = distances.begin() + std::ptrdiff_t(sampleShare * samples);
        std::nth_element(distances.begin(), place, distances.end());
        result.push_back(*place);
    }
    return result;
}

// A pause is cheap where nobody speaks; where someone does, it costs what a mismatch does.
std::vector<float> pausePrices(const std::vector<float> &mismatch, const std::vector<float> &activity, float typical)
{
    const float silence = silencePrice * typical;
    std::vector<float> prices;
    for (size_t t = 0; t < mismatch.size(); ++t) {
        const float speech = std::clamp((activity[t] - 0.2F) / 0.6F, 0.0F, 1.0F);
        prices.push_back(silence + (mismatch[t] - silence) * speech);
    }
    return prices;
}

Lattice makeLattice(const Chain &chain, float typical, double frameLength, float dearRest)
{
    Lattice lattice;
    const int states = int(chain.frame.size());
    for (int state = 0; state < states; ++state) {
        const bool pause = chain.frame[size_t(state)] < 0;
        lattice.stay.push_back(pause ? 0 : stayPrice * typical);
        const float dear = pause ? dearRest * typical : 0;
        lattice.step.push_back(pause ? restPrice * typical + dear : 0);
        const bool overPause = state > 0 && chain.frame[size_t(state) - 1] < 0;
        lattice.jump.push_back(overPause ? 0 : jumpPrice * typical + dear);
        if (!pause)
            continue;
        const int passed = lattice.pauses.empty() ? 0 : state - lattice.pauses.back();
        lattice.pauses.push_back(state);
        lattice.skip.push_back(typical * (float(wordSkipSeconds / frameLength) + stateSkipPrice * float(passed)));
    }
    return lattice;
}

// What share of the price each pause costs.
std::vector<float> pauseShares(const Lattice &lattice, const Chain &chain, const WarpSettings &settings)
{
    std::vector<float> shares;
    for (const int pause : lattice.pauses) {
        // A pause belongs before the word of the next state, the last one at the end.
        const bool last = size_t(pause) + 1 == chain.word.size();
        const size_t gap = last ? settings.cueBefore.size() - 1 : size_t(chain.word[size_t(pause) + 1]);
        shares.push_back(!settings.cueBefore.empty() && settings.cueBefore[gap] ? cueDiscount : 1);
    }
    return shares;
}

// For each state the price of ending in it. What the path does not come to costs as much as leaving it out
// does, but for the words' own price. (Of 35 recordings cut off at 30 to 90 % the coarse search finds the
// end within 2 % at this price, and not of all at two thirds or four thirds of it.)
std::vector<float> endPrices(size_t states, float typical)
{
    std::vector<float> prices;
    for (size_t state = 0; state < states; ++state)
        prices.push_back(stateSkipPrice * typical * float(states - 1 - state));
    return prices;
}

std::vector<int> middles(const Chain &chain, int frames, const WarpSettings &settings)
{
    std::vector<int> result;
    const auto states = qint64(chain.frame.size());
    const auto whole = std::max<qint64>(frames, qint64(settings.whole / (frameHop * settings.factor)));
    for (int t = 0; t < frames; ++t) {
        if (!settings.around) {
            result.push_back(int(states * t / whole));
            continue;
        }
        const Path &path = *settings.around;
        const size_t there = std::min(path.place.size() - 1, size_t(t) * size_t(settings.factor) / size_t(path.factor));
        const auto state = std::lower_bound(chain.place.begin(), chain.place.end(), path.place[there]);
        result.push_back(int(std::min<std::ptrdiff_t>(state - chain.place.begin(), states - 1)));
    }
    return result;
}

Band makeBand(const Chain &chain, int frames, const CorridorCosts &corridor, const WarpSettings &settings)
{
    const int states = int(chain.frame.size());
    const double slope = settings.around ? 1.1 : std::max(1.0, double(states) / frames);
    const double width = 2 * settings.reach / (frameHop * settings.factor) * slope + bandMargin;
    std::vector<int> around = middles(chain, frames, settings);
    for (int t = 0; t < frames; ++t)
        around[size_t(t)] = corridor.nearest(t, around[size_t(t)]);
    return bandAround(around, int(std::min<double>(states, width)), states);
}

Path toPath(const std::vector<int> &states, const Chain &chain, int factor)
{
    Path path{factor, {}, {}};
    for (const int state : states) {
        path.place.push_back(chain.place[size_t(state)]);
        path.word.push_back(chain.word[size_t(state)]);
    }
    return path;
}

} // namespace

std::optional<Path> warp(const Sound &recording, const Sound &synthetic, const std::vector<TrackWord> &words,
                         const WarpSettings &settings, const CancelToken &cancel, const Progress &progress)
{
    if (recording.cepstra.count() == 0 || synthetic.cepstra.count() == 0 || words.empty())
        return std::nullopt;
    const int factor = settings.factor;
    const Features heard{recording, factor};
    const Features spoken{synthetic, factor};
    const std::vector<float> mismatch = mismatches(heard, spoken, cancel);
    if (cancel.isCancelled())
        return std::nullopt;
    double sum = 0;
    for (const float value : mismatch)
        sum += value;
    const float typical = std::max(1e-3F, float(sum / double(mismatch.size())));
    const std::vector<float> pausePrice = pausePrices(mismatch, averaged(recording.activity, factor), typical);

    const Chain chain = makeChain(spoken.count(), factor, words, synthetic.cepstra.count());
    Lattice lattice = makeLattice(chain, typical, frameHop * factor, settings.dearRest);
    if (settings.mayEndEarly)
        lattice.end = endPrices(chain.frame.size(), typical);
    const StateDistance distance = spoken.distanceTo(chain.frame);
    const std::vector<float> shares = pauseShares(lattice, chain, settings);
    const CorridorCosts corridor(settings.corridor, chain.word, factor, outsidePrice * typical);
    const auto costs = [&](int t, int first, std::span<float> row) {
        distance.measure(heard[t], first, row);
        const auto begin = std::lower_bound(lattice.pauses.begin(), lattice.pauses.end(), first);
        for (auto pause = begin; pause != lattice.pauses.end() && *pause < first + int(row.size()); ++pause)
            row[size_t(*pause - first)] = pausePrice[size_t(t)] * shares[size_t(pause - lattice.pauses.begin())];
        corridor.add(t, first, row);
    };
    const auto states =
        cheapestPath(lattice, makeBand(chain, heard.count(), corridor, settings), costs, cancel, progress);
    if (!states)
        return std::nullopt;
    return toPath(*states, chain, factor);
}

} // namespace earmark::align
