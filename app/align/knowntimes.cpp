// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/knowntimes.h"

#include "align/text.h"

#include <algorithm>

namespace earmark::align {

using transcript::Anchor;
using transcript::Segment;
using transcript::TimingOrigin;
using transcript::Timings;
using transcript::TokenIndex;
using transcript::Transcript;
using transcript::WordTiming;

namespace {

constexpr MediaTime shortestTapped{30};

// The first of the words at or behind the token; their count where there is none.
int wordFrom(const std::vector<TrackWord> &words, TokenIndex token)
{
    const auto found = std::lower_bound(words.begin(), words.end(), token,
                                        [](const TrackWord &word, TokenIndex t) { return word.token < t; });
    return int(found - words.begin());
}

bool isWord(const std::vector<TrackWord> &words, int word, TokenIndex token)
{
    return word < int(words.size()) && words[size_t(word)].token == token;
}

bool isSpoken(const Transcript &transcript, TokenIndex token)
{
    return !spokenText(transcript.tokens[size_t(token)].kind, transcript.tokenText(token)).isEmpty();
}

// Starts may not fall: what stands between two fixed tokens goes no further than to these.
void squeeze(Timings &timings, const std::vector<bool> &fixed)
{
    MediaTime most = MediaTime::max();
    for (size_t i = timings.size(); i-- > 0;) {
        WordTiming &timing = timings[i];
        if (!fixed[i])
            timing.start = std::min(timing.start, most);
        if (!fixed[i] || timing.origin == TimingOrigin::Tapped)
            timing.end = std::max(timing.start, std::min(timing.end, most));
        if (fixed[i])
            most = timing.start;
    }
    MediaTime least{};
    for (size_t i = 0; i < timings.size(); ++i) {
        WordTiming &timing = timings[i];
        if (!fixed[i])
            timing.start = std::max(timing.start, least);
        timing.end = std::max(timing.end, timing.start);
        least = timing.start;
    }
}

} // namespace

std::vector<bool> cuesBefore(const Transcript &transcript, const std::vector<TrackWord> &words)
{
    std::vector<bool> cues;
    TokenIndex next = 0;
    for (size_t i = 0; i <= words.size(); ++i) {
        const TokenIndex end = i < words.size() ? words[i].token : transcript.count();
        bool cue = false;
        for (; next < end; ++next)
            cue = cue || transcript.tokens[size_t(next)].kind == transcript::TokenKind::Cue;
        cues.push_back(cue);
        next = end + 1;
    }
    return cues;
}

bool areAllGiven(const Transcript &transcript)
{
    if (transcript.segments.empty())
        return false;
    const Timings stated = transcript::estimateTimings(transcript, {});
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        if (stated[size_t(i)].origin != TimingOrigin::Given && isSpoken(transcript, i))
            return false;
    }
    return true;
}

Limits limitsOf(const std::vector<Anchor> &anchors, const std::vector<TrackWord> &words, int frames)
{
    std::vector<KnownPlace> places;
    for (const Anchor &anchor : anchors) {
        const int word = wordFrom(words, anchor.token);
        const double time = double(anchor.time.count()) / 1000;
        if (!isWord(words, word, anchor.token)) {
            places.push_back({.position = positionBefore(word), .earliest = time, .latest = time});
            continue;
        }
        places.push_back({.position = positionIn(word), .earliest = time, .latest = time});
        // It is not passed over.
        places.push_back({.position = positionBefore(word + 1), .earliest = time + frameHop});
    }
    return limitsOf(places, frames);
}

std::vector<bool> framesOf(const std::vector<MediaSpan> &spans, MediaTime start, int frames)
{
    if (spans.empty())
        return {};
    std::vector<bool> inside(size_t(frames), false);
    const auto frameAt = [&](MediaTime time) {
        return std::ptrdiff_t(std::clamp<double>(double((time - start).count()) / 1000 / frameHop, 0, frames));
    };
    for (const MediaSpan &span : spans) {
        const std::ptrdiff_t begin = frameAt(span.start);
        std::fill(inside.begin() + begin, inside.begin() + std::max(begin, frameAt(span.end)), true);
    }
    return inside;
}

std::vector<bool> knownStarts(const Transcript &transcript, const std::vector<TrackWord> &words,
                              const std::vector<Anchor> &anchors)
{
    std::vector<bool> known(words.size());
    const auto mark = [&](TokenIndex token) {
        if (const int word = wordFrom(words, token); word < int(words.size()))
            known[size_t(word)] = true;
    };
    for (const Anchor &anchor : anchors)
        mark(anchor.token);
    for (const Segment &segment : transcript.segments) {
        mark(segment.span.first);
        mark(segment.span.last + 1);
    }
    return known;
}

void keepGivenTimes(const Transcript &transcript, MediaTime duration, Timings &timings)
{
    if (transcript.segments.empty())
        return;
    const Timings stated = transcript::estimateTimings(transcript, duration);
    std::vector<bool> fixed(timings.size());
    for (const Segment &segment : transcript.segments) {
        const auto begin = timings.begin() + segment.span.first;
        const auto end = timings.begin() + segment.span.last + 1;
        const bool found =
            std::any_of(begin, end, [](const WordTiming &t) { return t.origin == TimingOrigin::Aligned; });
        for (TokenIndex i = segment.span.first; i <= segment.span.last; ++i) {
            const bool given = stated[size_t(i)].origin == TimingOrigin::Given;
            fixed[size_t(i)] = given;
            if (given || !found)
                timings[size_t(i)] = stated[size_t(i)];
        }
    }
    squeeze(timings, fixed);
}

void keepAnchors(const std::vector<Anchor> &anchors, Timings &timings)
{
    std::vector<bool> fixed(timings.size());
    for (const Anchor &anchor : anchors) {
        WordTiming &timing = timings[size_t(anchor.token)];
        timing = {anchor.time, std::max(timing.end, anchor.time + shortestTapped), 1, TimingOrigin::Tapped};
        fixed[size_t(anchor.token)] = true;
    }
    squeeze(timings, fixed);
}

} // namespace earmark::align
