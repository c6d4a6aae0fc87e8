// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/outside.h"

#include "align/fileclock.h"

#include <algorithm>

namespace earmark::align {

using transcript::Anchor;
using transcript::TimingOrigin;
using transcript::Timings;
using transcript::TokenKind;
using transcript::Transcript;
using transcript::WordTiming;

namespace {

bool isFixed(const WordTiming &timing)
{
    return timing.origin == TimingOrigin::Given || timing.origin == TimingOrigin::Tapped;
}

// Lays the tokens from `first` up to `end` close together from `start` on, as long as they are, or as much
// shorter as there is less room.
void layOut(Timings &timings, size_t first, size_t end, MediaTime start, MediaTime room)
{
    MediaTime wanted{};
    for (size_t i = first; i < end; ++i)
        wanted += timings[i].end - timings[i].start;
    const double scale = wanted > room ? double(room.count()) / double(wanted.count()) : 1;
    MediaTime done{};
    for (size_t i = first; i < end; ++i) {
        const MediaTime length = timings[i].end - timings[i].start;
        timings[i].start = start + MediaTime(qint64(double(done.count()) * scale));
        timings[i].end = start + MediaTime(qint64(double((done + length).count()) * scale));
        done += length;
    }
}

// The tokens from `first` up to `end` begin in the span. The first cues of these stay; else all go to the
// side where there is more room.
void moveOut(const MediaSpan &span, size_t first, size_t end, const Transcript &transcript, MediaTime duration,
             Timings &timings)
{
    const auto isCue = [&](size_t i) { return transcript.tokens[i].kind == TokenKind::Cue; };
    const MediaTime reached = first > 0 ? std::min(timings[first - 1].end, span.start) : MediaTime::zero();
    const MediaTime next = end < timings.size() ? timings[end].start : duration;
    const MediaTime before = span.start - reached;
    const MediaTime after = std::max(MediaTime::zero(), next - span.end);
    size_t cue = first;
    while (cue < end && !isCue(cue))
        ++cue;
    if (cue == end && before < after)
        cue = first;
    size_t rest = cue;
    while (rest < end && isCue(rest))
        ++rest;
    layOut(timings, first, cue, reached, before);
    layOut(timings, rest, end, std::min(span.end, next), after);
}

void makeRising(Timings &timings)
{
    for (size_t i = 1; i < timings.size(); ++i) {
        timings[i].start = std::max(timings[i].start, timings[i - 1].start);
        timings[i].end = std::max(timings[i].end, timings[i].start);
    }
}

} // namespace

void keepOutside(std::vector<MediaSpan> spans, const Transcript &transcript, MediaTime duration, Timings &timings)
{
    for (const MediaSpan &span : joined(std::move(spans))) {
        const auto isInside = [&](size_t i) {
            const WordTiming &timing = timings[i];
            return timing.start < span.end && timing.end > span.start && timing.start >= span.start && !isFixed(timing);
        };
        for (size_t i = 0; i < timings.size(); ++i) {
            const bool reachesIn = timings[i].start < span.start && timings[i].end > span.start;
            if (reachesIn && !isFixed(timings[i]) && transcript.tokens[i].kind != TokenKind::Cue)
                timings[i].end = span.start;
            size_t end = i;
            while (end < timings.size()
                   && (isInside(end) || (end > i && timings[end].start < span.end && !isFixed(timings[end]))))
                ++end;
            if (end == i)
                continue;
            moveOut(span, i, end, transcript, duration, timings);
            i = end - 1;
        }
    }
    makeRising(timings);
}

Result<void> checkSpans(const std::vector<MediaSpan> &spans, const std::vector<Anchor> &anchors, MediaTime duration)
{
    for (const MediaSpan &span : spans) {
        if (span.start < MediaTime::zero() || span.end <= span.start || span.start >= duration)
            return failure(ErrorCode::InvalidArgument, secondsText(span.start) + u'-' + secondsText(span.end));
        const auto inside = std::find_if(anchors.begin(), anchors.end(),
                                         [&](const Anchor &anchor) { return span.contains(anchor.time); });
        if (inside != anchors.end())
            return failure(ErrorCode::AnchorsContradict, QString::number(inside->token), secondsText(inside->time));
    }
    return {};
}

} // namespace earmark::align
