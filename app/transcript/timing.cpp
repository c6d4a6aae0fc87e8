// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/timing.h"

#include <algorithm>
#include <cmath>

namespace earmark::transcript {

namespace {

constexpr MediaTime lingering{500};
constexpr double wordsPerMinute = 150;
constexpr MediaTime cueLength{2000};

// How long a token takes to say, in arbitrary units: roughly its letters, and a little for beginning.
double weight(const Transcript &transcript, TokenIndex token)
{
    const Token &t = transcript.tokens[size_t(token)];
    if (t.kind == TokenKind::Speaker || t.kind == TokenKind::Heading)
        return 0;
    return 2.0 + t.length;
}

float confidenceOf(TimingOrigin origin)
{
    return origin == TimingOrigin::Given ? 1.0F : origin == TimingOrigin::Interpolated ? 0.5F : 0.0F;
}

// Lays the tokens of `span` one after the other into [start, end].
void spread(const Transcript &transcript, TokenSpan span, MediaTime start, MediaTime end, TimingOrigin origin,
            Timings &timings)
{
    double total = 0;
    for (TokenIndex i = span.first; i <= span.last; ++i)
        total += weight(transcript, i);
    const double scale = total > 0 ? double((end - start).count()) / total : 0;
    double done = 0;
    for (TokenIndex i = span.first; i <= span.last; ++i) {
        WordTiming &timing = timings[size_t(i)];
        timing.start = start + MediaTime(std::llround(done * scale));
        done += weight(transcript, i);
        timing.end = start + MediaTime(std::llround(done * scale));
        timing.origin =
            origin == TimingOrigin::Interpolated && weight(transcript, i) == total ? TimingOrigin::Given : origin;
        timing.confidence = confidenceOf(timing.origin);
    }
}

MediaTime lengthWithoutAudio(const Transcript &transcript, TokenSpan span)
{
    MediaTime length{};
    for (TokenIndex i = span.first; i <= span.last; ++i) {
        const TokenKind kind = transcript.tokens[size_t(i)].kind;
        if (kind == TokenKind::Word)
            length += MediaTime(std::llround(60000 / wordsPerMinute));
        else if (kind == TokenKind::Cue)
            length += cueLength;
    }
    return length;
}

} // namespace

Timings estimateTimings(const Transcript &transcript, MediaTime duration)
{
    Timings timings(transcript.tokens.size());
    if (timings.empty())
        return timings;
    MediaTime reached{};
    TokenIndex next = 0;
    // Tokens between two segments stand in the pause between them.
    const auto fillUpTo = [&](TokenIndex end, MediaTime until) {
        if (next < end)
            spread(transcript, {next, end - 1}, reached, std::max(reached, until), TimingOrigin::Estimated, timings);
        next = std::max(next, end);
    };
    for (const Segment &segment : transcript.segments) {
        const MediaTime start = std::max(segment.start, reached);
        const MediaTime end = std::max(segment.end, start);
        fillUpTo(segment.span.first, start);
        spread(transcript, segment.span, start, end, TimingOrigin::Interpolated, timings);
        next = segment.span.last + 1;
        reached = end;
    }
    if (next < transcript.count()) {
        const TokenSpan rest{next, transcript.count() - 1};
        const MediaTime end = duration > reached ? duration : reached + lengthWithoutAudio(transcript, rest);
        fillUpTo(transcript.count(), end);
    }
    return timings;
}

std::optional<TokenIndex> tokenAt(const Timings &timings, MediaTime at)
{
    const auto after = std::upper_bound(timings.begin(), timings.end(), at,
                                        [](MediaTime t, const WordTiming &timing) { return t < timing.start; });
    if (after == timings.begin())
        return std::nullopt;
    const auto token = std::prev(after);
    if (at >= token->end + lingering)
        return std::nullopt;
    return TokenIndex(token - timings.begin());
}

TokenIndex tokenBefore(const Timings &timings, MediaTime at)
{
    const auto after = std::ranges::upper_bound(timings, at, {}, &WordTiming::start);
    return after == timings.begin() ? 0 : TokenIndex(after - timings.begin()) - 1;
}

MediaSpan timeOf(TokenSpan span, const Timings &timings)
{
    const MediaTime start = timings[size_t(span.first)].start;
    return {start, std::max(start, timings[size_t(span.last)].end)};
}

std::vector<Anchor> tappedWords(const Timings &timings)
{
    std::vector<Anchor> anchors;
    for (size_t i = 0; i < timings.size(); ++i) {
        if (timings[i].origin == TimingOrigin::Tapped)
            anchors.push_back({TokenIndex(i), timings[i].start});
    }
    return anchors;
}

bool hasKnownTimes(const Timings &timings)
{
    return std::any_of(timings.begin(), timings.end(), [](const WordTiming &timing) {
        return timing.origin != TimingOrigin::Estimated && timing.origin != TimingOrigin::Interpolated;
    });
}

bool needsAlignment(const Transcript &transcript, const Timings &timings)
{
    bool isWanting = false;
    for (size_t i = 0; i < std::min(timings.size(), transcript.tokens.size()); ++i) {
        const TimingOrigin origin = timings[i].origin;
        if (origin == TimingOrigin::Aligned || origin == TimingOrigin::Tapped)
            return false;
        isWanting = isWanting || (transcript.tokens[i].kind == TokenKind::Word && origin != TimingOrigin::Given);
    }
    return isWanting;
}

} // namespace earmark::transcript
