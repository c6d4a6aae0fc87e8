// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/realign.h"

#include "align/band.h"
#include "align/emissions.h"
#include "align/foreign.h"
#include "align/phonechain.h"

#include <algorithm>

namespace earmark::align {

namespace {

constexpr int components = 2;
constexpr int silenceComponents = 4;
constexpr double bandSlack = 1.3; // how much faster than the synthesiser someone may speak
constexpr int bandMargin = 120;   // states
constexpr float outsidePrice = 3; // a frame for being where captions' times do not have it

// The state of the chain nearest to where the path is, at every frame.
std::vector<int> middlesOf(const Path &path, const PhoneChain &chain, int frames)
{
    std::vector<int> middles;
    int reached = 0;
    for (int t = 0; t < frames; ++t) {
        const int place = path.place[std::min(path.place.size() - 1, size_t(t / path.factor))];
        const auto state = std::lower_bound(chain.place.begin(), chain.place.end(), place);
        reached = std::max(reached, std::min(int(state - chain.place.begin()), chain.states() - 1));
        middles.push_back(reached);
    }
    return middles;
}

Path toPath(const std::vector<int> &states, const PhoneChain &chain)
{
    Path path;
    for (const int state : states) {
        path.place.push_back(chain.place[size_t(state)]);
        path.word.push_back(chain.word[size_t(state)]);
    }
    return path;
}

} // namespace

std::optional<Realignment> realign(const Sound &recording, const Track &track, const Path &path,
                                   const RealignSettings &settings, const CancelToken &cancel, const Progress &progress)
{
    const int frames = recording.cepstra.count();
    if (frames == 0 || track.phonemes.empty() || path.place.empty())
        return std::nullopt;
    const PhoneChain chain = makePhoneChain(track);
    const Lattice lattice = latticeOf(chain);
    const double density = double(chain.states()) / std::max(1, track.length);
    const auto width = [&](double reach) { return int(2 * reach / frameHop * density * bandSlack) + bandMargin; };
    const int kinds = int(track.phonemes.size()) * statesPerPhone;
    // The costs' last column is that of a pause.
    std::vector<int> column = chain.emission;
    std::replace(column.begin(), column.end(), unlabelled, kinds);

    std::vector<int> labels = labelsFrom(path, track, frames);
    std::vector<int> middles = middlesOf(path, chain, frames);
    const CorridorCosts corridor(settings.corridor, chain.word, 1, outsidePrice);
    std::optional<std::vector<int>> states;
    Realignment result;
    for (int round = 0; round < settings.rounds; ++round) {
        const bool first = round == 0;
        const PhonemeModels models =
            trainModels(recording, labels,
                        {kinds, first ? 1 : components, first ? 1 : silenceComponents, settings.threads}, cancel);
        if (cancel.isCancelled())
            return std::nullopt;
        if (round + 1 == settings.rounds)
            result.distinct = distinctness(recording, labels, models);
        Emissions emissions(recording.cepstra, models, settings.threads,
                            first ? std::vector<bool>() : foreignFrames(labels, recording.activity));
        const auto costs = [&](int t, int from, std::span<float> row) {
            const auto sounds = emissions.at(t);
            for (size_t k = 0; k < row.size(); ++k)
                row[k] = sounds[size_t(column[size_t(from) + k])];
            corridor.add(t, from, row);
        };
        const auto report = [&](double share) {
            if (progress)
                progress((round + share) / settings.rounds);
        };
        const double reach = first ? settings.reach : settings.laterReach;
        const bool last = round + 1 == settings.rounds;
        // Models that have learned the voice find words again that lie in sound that is not in the text, and
        // earlier ones would scatter words over it.
        const double moved = last ? settings.lastReach : reach;
        const Band band =
            bandWithin(middles, int(moved / frameHop), width(last ? settings.reach : reach), chain.states());
        states = cheapestPath(lattice, band, costs, cancel, report);
        if (!states)
            return std::nullopt;
        middles = *states;
        std::transform(states->begin(), states->end(), labels.begin(),
                       [&](int state) { return chain.emission[size_t(state)]; });
    }
    result.path = toPath(*states, chain);
    return result;
}

double distinctnessAlong(const Path &path, const Sound &recording, const Track &track, int threads,
                         const CancelToken &cancel)
{
    const int frames = recording.cepstra.count();
    if (frames == 0 || track.phonemes.empty() || path.place.empty())
        return 0;
    const std::vector<int> labels = labelsFrom(path, track, frames);
    const PhonemeModels models =
        trainModels(recording, labels,
                    {int(track.phonemes.size()) * statesPerPhone, components, silenceComponents, threads}, cancel);
    return cancel.isCancelled() ? 0 : distinctness(recording, labels, models);
}

} // namespace earmark::align
