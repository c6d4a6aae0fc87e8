// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/gaps.h"

#include "align/frames.h"
#include "align/text.h"

#include <algorithm>
#include <cmath>

namespace earmark::align {

using transcript::TimingOrigin;
using transcript::Timings;
using transcript::TokenIndex;
using transcript::TokenSpan;
using transcript::Transcript;

namespace {

constexpr int shortestSound = int(2 / frameHop);
constexpr double loudShare = 0.5; // of a gap that is more than a pause

bool isSpoken(const Transcript &transcript, TokenIndex token)
{
    return !spokenText(transcript.tokens[size_t(token)].kind, transcript.tokenText(token)).isEmpty();
}

bool isFound(const transcript::WordTiming &timing)
{
    return timing.origin != TimingOrigin::Interpolated && timing.origin != TimingOrigin::Estimated;
}

MediaTime timeOf(int frame)
{
    return MediaTime(std::llround(frame * frameHop * 1000));
}

} // namespace

std::vector<TokenSpan> textWithoutSound(const Transcript &transcript, const Timings &timings)
{
    std::vector<TokenSpan> missing;
    bool open = false;
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        if (!isSpoken(transcript, i))
            continue;
        const bool found = isFound(timings[size_t(i)]);
        if (!found && !open)
            missing.push_back({i, i});
        else if (!found)
            missing.back().last = i;
        open = !found;
    }
    return missing;
}

std::vector<MediaSpan> soundWithoutText(const Transcript &transcript, const Timings &timings,
                                        const std::vector<float> &activity)
{
    std::vector<MediaSpan> spans;
    const int frames = int(activity.size());
    const auto isLoud = [&](int frame) { return activity[size_t(frame)] > 0.5F; };
    const auto look = [&](int begin, int end) {
        while (begin < end && !isLoud(begin))
            ++begin;
        while (end > begin && !isLoud(end - 1))
            --end;
        const auto loud =
            std::count_if(activity.begin() + begin, activity.begin() + end, [](float a) { return a > 0.5F; });
        if (end - begin >= shortestSound && double(loud) > loudShare * (end - begin))
            spans.push_back({timeOf(begin), timeOf(end)});
    };
    int reached = 0;
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        const transcript::WordTiming &timing = timings[size_t(i)];
        if (!isSpoken(transcript, i) || !isFound(timing))
            continue;
        const auto frameOf = [&](MediaTime time) {
            return int(std::clamp<double>(double(time.count()) / 1000 / frameHop, 0, frames));
        };
        if (const int start = frameOf(timing.start); start > reached)
            look(reached, start);
        reached = std::max(reached, frameOf(timing.end));
    }
    if (reached < frames)
        look(reached, frames);
    return spans;
}

} // namespace earmark::align
