// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/phonechain.h"

#include <algorithm>

namespace earmark::align {

namespace {

// In the units of the costs, see Emissions.
constexpr float restPrice = 4; // for going into a pause, which the hush within a word resembles
constexpr float wordSkipPrice = 12;
constexpr float stateSkipPrice = 0.5F;
constexpr float impossible = 1e20F;

int frameAfter(const Track &track, size_t phone)
{
    return phone + 1 < track.phones.size() ? track.phones[phone + 1].firstFrame : track.length;
}

} // namespace

PhoneChain makePhoneChain(const Track &track)
{
    PhoneChain chain;
    const auto add = [&](int emission, int word, int place) {
        chain.emission.push_back(emission);
        chain.word.push_back(word);
        chain.place.push_back(place);
    };
    add(unlabelled, Path::pause, 0);
    int word = Path::pause;
    for (size_t i = 0; i < track.phones.size(); ++i) {
        const TrackPhone &phone = track.phones[i];
        if (phone.phoneme == TrackPhone::pause)
            continue;
        if (word != Path::pause && phone.word != word)
            add(unlabelled, Path::pause, phone.firstFrame);
        word = phone.word;
        const int length = frameAfter(track, i) - phone.firstFrame;
        for (int s = 0; s < statesPerPhone; ++s)
            add(phone.phoneme * statesPerPhone + s, word, phone.firstFrame + length * s / statesPerPhone);
    }
    add(unlabelled, Path::pause, track.length);
    return chain;
}

Lattice latticeOf(const PhoneChain &chain)
{
    Lattice lattice;
    for (int state = 0; state < chain.states(); ++state) {
        const bool pause = chain.emission[size_t(state)] == unlabelled;
        const bool overPause = state > 0 && chain.emission[size_t(state) - 1] == unlabelled;
        lattice.stay.push_back(0);
        lattice.step.push_back(pause ? restPrice : 0);
        lattice.jump.push_back(overPause ? 0 : impossible);
        if (!pause)
            continue;
        const int passed = lattice.pauses.empty() ? 0 : state - lattice.pauses.back();
        lattice.pauses.push_back(state);
        lattice.skip.push_back(wordSkipPrice + stateSkipPrice * float(passed));
    }
    return lattice;
}

std::vector<int> labelsFrom(const Path &path, const Track &track, int frames)
{
    std::vector<int> labels(size_t(frames), unlabelled);
    const auto &phones = track.phones;
    for (int t = 0; t < frames; ++t) {
        const size_t there = std::min(path.place.size() - 1, size_t(t / path.factor));
        if (path.word[there] == Path::pause)
            continue;
        const int place = path.place[there] + t % path.factor;
        const auto after = std::upper_bound(phones.begin(), phones.end(), place,
                                            [](int p, const TrackPhone &phone) { return p < phone.firstFrame; });
        if (after == phones.begin() || std::prev(after)->phoneme == TrackPhone::pause)
            continue;
        const size_t phone = size_t(after - phones.begin()) - 1;
        const int begin = phones[phone].firstFrame;
        const int length = std::max(1, frameAfter(track, phone) - begin);
        const int piece = std::min(statesPerPhone - 1, (place - begin) * statesPerPhone / length);
        labels[size_t(t)] = phones[phone].phoneme * statesPerPhone + piece;
    }
    return labels;
}

} // namespace earmark::align
