// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/outline.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace earmark::reading {

using namespace transcript;

namespace {

// What follows a word.
enum Follower { Nothing, Comma, End, Followers };

// Pauses of about the same length, in seconds; the last one has no upper end.
constexpr std::array<float, 11> lengths{0.02F, 0.06F, 0.1F, 0.15F, 0.2F, 0.27F, 0.35F, 0.45F, 0.6F, 0.8F, 1.1F};
constexpr size_t classes = lengths.size() + 1;
using Shares = std::array<std::array<float, classes>, Followers>;

// How a speaker pauses whom nobody has heard yet: shares of the classes of each follower.
constexpr Shares anySpeaker{{
    {0.62F, 0.13F, 0.07F, 0.05F, 0.035F, 0.03F, 0.02F, 0.015F, 0.012F, 0.008F, 0.005F, 0.005F},
    {0.30F, 0.10F, 0.08F, 0.08F, 0.08F, 0.09F, 0.08F, 0.07F, 0.05F, 0.03F, 0.02F, 0.02F},
    {0.08F, 0.04F, 0.04F, 0.05F, 0.06F, 0.08F, 0.11F, 0.12F, 0.14F, 0.11F, 0.09F, 0.08F},
}};

struct Heard {
    TokenIndex word = 0;
    size_t length = 0;                     // its class
    std::array<float, Followers> before{}; // probabilities by the words alone
};

float probability(float odds)
{
    return 1 / (1 + std::exp(-odds));
}

// Whether the word and the next one were only laid out in the time of their caption: between these, no
// pause is known.
bool isSpread(const Outline &outline, TokenIndex i)
{
    return outline.timings[size_t(i)].origin == TimingOrigin::Interpolated
        && outline.timings[size_t(i + 1)].origin == TimingOrigin::Interpolated;
}

std::vector<Heard> pausesIn(const Outline &outline, const PunctuationModel::Zeros &zeros)
{
    std::vector<Heard> heard;
    for (TokenIndex i = 0; i + 1 < outline.count(); ++i) {
        const float pause = outline.pauseBefore(i + 1);
        if (pause < 0 || (pause == 0 && isSpread(outline, i)) || !outline.isWord(i) || !outline.isWord(i + 1)
            || outline.joined[size_t(i + 1)] != 0)
            continue;
        const Judgement &judgement = outline.judgements[size_t(i)];
        const auto length = size_t(std::ranges::upper_bound(lengths, pause) - lengths.begin());
        const float end = probability(judgement.end + zeros.end);
        const float comma = std::min(1 - end, probability(judgement.comma + zeros.comma));
        heard.push_back({i, length, {1 - end - comma, comma, end}});
    }
    return heard;
}

// Expectation maximisation (Dempster et al. 1977) of how this speaker pauses, beginning with anybody's,
// which counts as much as `trust` words of each kind.
Shares learn(const std::vector<Heard> &heard)
{
    constexpr int rounds = 8;
    constexpr float trust = 4;
    Shares shares = anySpeaker;
    for (int round = 0; round < rounds; ++round) {
        Shares counts{};
        for (const Heard &pause : heard) {
            std::array<float, Followers> after{};
            float sum = 0;
            for (size_t f = 0; f < Followers; ++f)
                sum += after[f] = pause.before[f] * shares[f][pause.length];
            for (size_t f = 0; f < Followers && sum > 0; ++f)
                counts[f][pause.length] += after[f] / sum;
        }
        for (size_t f = 0; f < Followers; ++f) {
            float total = trust;
            for (const float count : counts[f])
                total += count;
            for (size_t k = 0; k < classes; ++k)
                shares[f][k] = (counts[f][k] + trust * anySpeaker[f][k]) / total;
        }
    }
    return shares;
}

} // namespace

void hearPauses(Outline &outline, const PunctuationModel::Zeros &zeros)
{
    const std::vector<Heard> heard = pausesIn(outline, zeros);
    const Shares shares = learn(heard);
    for (const Heard &pause : heard) {
        Judgement &judgement = outline.judgements[size_t(pause.word)];
        const float nothing = shares[Nothing][pause.length];
        const float comma = shares[Comma][pause.length];
        const float inside = pause.before[Nothing] + pause.before[Comma];
        const float going =
            inside > 0 ? (pause.before[Nothing] * nothing + pause.before[Comma] * comma) / inside : nothing;
        judgement.end += std::log(shares[End][pause.length] / going);
        judgement.comma += std::log(comma / nothing);
    }
}

} // namespace earmark::reading
