// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/fileclock.h"

#include "align/anchors.h"

#include <algorithm>
#include <chrono>

namespace earmark::align {

using namespace std::chrono_literals;
using transcript::Anchor;
using transcript::Segment;
using transcript::TimingOrigin;
using transcript::Timings;
using transcript::TokenIndex;
using transcript::Transcript;

namespace {

constexpr MediaTime agreeing = 500ms; // a tap comes somewhat late, and captions come somewhat early
constexpr MediaTime bend = 5s;        // so far the words move along with a tap that agrees

void moveBehind(const std::vector<MediaSpan> &spans, const Timings &stated, std::vector<Segment> &segments)
{
    constexpr MediaTime last = 1ms; // that is still in the segment
    for (Segment &segment : segments) {
        const MediaTime length = segment.end - segment.start;
        // Of one word no part is behind a span.
        const bool isWord = stated[size_t(segment.span.first)].origin == TimingOrigin::Given
            || stated[size_t(segment.span.last)].origin == TimingOrigin::Given;
        segment.start = audioTimeOf(segment.start, spans);
        segment.end = isWord || length <= last ? segment.start + length : audioTimeOf(segment.end - last, spans) + last;
    }
}

// The time at which the file has the token, if it says that of this very one; else the times between which
// it has it.
MediaSpan placeOf(TokenIndex token, const Transcript &transcript, const Timings &stated)
{
    const MediaTime start = stated[size_t(token)].start;
    if (stated[size_t(token)].origin == TimingOrigin::Given)
        return {start, start};
    const auto next = std::ranges::lower_bound(transcript.segments, token, {},
                                               [](const Segment &segment) { return segment.span.last; });
    if (next != transcript.segments.end() && next->span.contains(token))
        return {next->start, next->end};
    return {next == transcript.segments.begin() ? MediaTime::zero() : std::prev(next)->end,
            next == transcript.segments.end() ? MediaTime::max() : next->start};
}

// What an anchor says of the file's clock.
struct Finding {
    Anchor anchor;
    MediaTime stated{};
    MediaTime off{}; // by which it is later than the file has it
    bool contradicts = false;
};

std::vector<Finding> findingsOf(const std::vector<Anchor> &anchors, const Transcript &transcript, const Timings &stated)
{
    std::vector<Finding> findings;
    for (const Anchor &anchor : anchors) {
        const MediaSpan place = placeOf(anchor.token, transcript, stated);
        const MediaTime off = anchor.time - std::clamp(anchor.time, place.start, std::max(place.start, place.end));
        const bool isExact = stated[size_t(anchor.token)].origin == TimingOrigin::Given;
        findings.push_back({anchor, stated[size_t(anchor.token)].start, isExact ? off : MediaTime::zero(),
                            std::chrono::abs(off) > agreeing});
    }
    return findings;
}

// The tokens of which the file says nothing that holds: `before` and `after` are the last that it does of.
Stretch contradicted(size_t finding, const std::vector<Finding> &findings, const Transcript &transcript,
                     const Timings &stated)
{
    const Finding &found = findings[finding];
    const TokenIndex token = found.anchor.token;
    const auto isSaid = [&](TokenIndex i) { return stated[size_t(i)].origin != TimingOrigin::Estimated; };
    const auto placed = [&](TokenIndex i) { return Anchor{i, stated[size_t(i)].start}; };
    const TokenIndex first = finding > 0 ? findings[finding - 1].anchor.token : -1;
    const TokenIndex last =
        finding + 1 < findings.size() ? findings[finding + 1].anchor.token : TokenIndex(stated.size());
    const MediaTime earliest = std::min(found.stated, found.anchor.time) - stretchReach;
    const MediaTime latest = std::max(found.stated, found.anchor.time) + stretchReach;
    Stretch stretch{token - 1, token + 1};
    while (stretch.before > first
           && (!isSaid(stretch.before) || placed(stretch.before).time > earliest
               || !leavesTime(transcript, placed(stretch.before), found.anchor)))
        --stretch.before;
    while (stretch.after < last
           && (!isSaid(stretch.after) || placed(stretch.after).time < latest
               || !leavesTime(transcript, found.anchor, placed(stretch.after))))
        ++stretch.after;
    return stretch;
}

void leaveOut(const std::vector<Finding> &findings, const Timings &stated, Statement &statement)
{
    std::vector<Segment> &segments = statement.transcript.segments;
    std::vector<TokenIndex> ends;
    for (size_t i = 0; i < findings.size(); ++i) {
        if (!findings[i].contradicts)
            continue;
        const Stretch stretch = contradicted(i, findings, statement.transcript, stated);
        ends.insert(ends.end(), {stretch.before, stretch.after});
        std::erase_if(segments, [&](const Segment &segment) {
            return segment.span.last > stretch.before && segment.span.first < stretch.after;
        });
    }
    // Anchors are ends as well, and what ends one may be left out for another.
    const auto isEdge = [&](TokenIndex token) {
        return std::ranges::any_of(segments, [&](const Segment &segment) { return segment.span.contains(token); })
            && stated[size_t(token)].origin == TimingOrigin::Given
            && std::ranges::none_of(findings, [&](const Finding &f) { return f.anchor.token == token; });
    };
    std::ranges::sort(ends);
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    for (const TokenIndex token : ends) {
        if (isEdge(token))
            statement.edges.push_back({token, stated[size_t(token)].start});
    }
}

// How far the words at a time move along with the anchors next to them.
MediaTime movedBy(MediaTime time, const std::vector<Finding> &findings)
{
    const auto after = std::ranges::lower_bound(findings, time, {}, &Finding::stated);
    MediaTime moved{};
    const auto add = [&](const Finding &finding, MediaTime room) {
        const MediaTime reach = std::min(bend, room);
        const MediaTime distance = std::chrono::abs(time - finding.stated);
        if (!finding.contradicts && distance < reach)
            moved += finding.off * (reach - distance).count() / reach.count();
    };
    const bool isBetween = after != findings.begin() && after != findings.end() && after->stated != time;
    const MediaTime between = isBetween ? after->stated - std::prev(after)->stated : MediaTime::max();
    if (after != findings.begin() && (isBetween || after == findings.end()))
        add(*std::prev(after), between);
    if (after != findings.end())
        add(*after, between);
    return moved;
}

void moveAlong(const std::vector<Finding> &findings, std::vector<Segment> &segments)
{
    MediaTime reached{};
    for (Segment &segment : segments) {
        segment.start = std::max(reached, segment.start + movedBy(segment.start, findings));
        segment.end = std::max(segment.start, segment.end + movedBy(segment.end, findings));
        reached = segment.end;
    }
}

} // namespace

MediaTime audioTimeOf(MediaTime fileTime, const std::vector<MediaSpan> &spans)
{
    MediaTime time = fileTime;
    for (const MediaSpan &span : spans) {
        if (time >= span.start)
            time += span.end - span.start;
    }
    return time;
}

MediaTime fileTimeOf(MediaTime audioTime, const std::vector<MediaSpan> &spans)
{
    MediaTime time = audioTime;
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        if (time >= span->end)
            time -= span->end - span->start;
        else
            time = std::min(time, span->start);
    }
    return time;
}

std::vector<MediaSpan> joined(std::vector<MediaSpan> spans)
{
    std::ranges::sort(spans, {}, &MediaSpan::start);
    std::vector<MediaSpan> result;
    for (const MediaSpan &span : spans) {
        if (!result.empty() && span.start <= result.back().end)
            result.back().end = std::max(result.back().end, span.end);
        else
            result.push_back(span);
    }
    return result;
}

Statement statedTimes(const Transcript &transcript, const std::vector<MediaSpan> &spans,
                      const std::vector<Anchor> &anchors)
{
    Statement statement{transcript, {}};
    std::vector<Segment> &segments = statement.transcript.segments;
    if (segments.empty() || (spans.empty() && anchors.empty()))
        return statement;
    if (!spans.empty())
        moveBehind(joined(spans), transcript::estimateTimings(transcript, {}), segments);
    const Timings stated = transcript::estimateTimings(statement.transcript, {});
    const std::vector<Finding> findings = findingsOf(anchors, statement.transcript, stated);
    leaveOut(findings, stated, statement);
    moveAlong(findings, segments);
    for (Anchor &edge : statement.edges)
        edge.time += movedBy(edge.time, findings);
    return statement;
}

} // namespace earmark::align
