// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/timeschange.h"

#include "align/anchors.h"
#include "align/fileclock.h"
#include "base/overloaded.h"
#include "library/markedspans.h"

#include <algorithm>
#include <limits>

namespace earmark::library {

using namespace Qt::StringLiterals;
using align::Stretch;
using transcript::Anchor;
using transcript::TimingOrigin;
using transcript::Timings;
using transcript::TokenIndex;
using transcript::Transcript;
using transcript::WordTiming;

namespace {

// Where a time of the one stretch lies in the other, which it is drawn out or pressed together to.
MediaTime mapped(MediaTime time, const MediaSpan &from, const MediaSpan &to)
{
    if (from.end <= from.start)
        return std::clamp(time, to.start, to.end);
    const double share = double((time - from.start).count()) / double((from.end - from.start).count());
    return to.start + MediaTime(qRound64(std::clamp(share, 0.0, 1.0) * double((to.end - to.start).count())));
}

WordTiming moved(WordTiming timing, const MediaSpan &from, const MediaSpan &to)
{
    timing.start = mapped(timing.start, from, to);
    timing.end = std::max(timing.start, mapped(timing.end, from, to));
    timing.confidence = 0;
    // Between two places that are known.
    timing.origin = TimingOrigin::Interpolated;
    return timing;
}

Result<void> checkTap(const Transcript &transcript, const Timings &timings, MediaTime duration, const Anchor &anchor)
{
    const std::vector<Anchor> all = align::anchorsWith(anchor, timings);
    const auto behind = std::ranges::upper_bound(all, anchor.token, {}, &Anchor::token);
    const QString next = behind == all.end() ? QString() : QString::number(behind->token);
    const MediaTime length = duration > MediaTime::zero() ? duration : MediaTime::max();
    const Result<void> checked = align::checkAnchors(all, transcript, length);
    // That the one behind it does not fit is the new one's fault.
    if (!checked && checked.error().subject == next)
        return failure(checked.error().code, QString::number(anchor.token), checked.error().detail);
    return checked;
}

// Where a tap agrees with the time that the file gives the word, see align::statedTimes(), few words go along.
bool isTappedAsStated(const Transcript &transcript, KnownTimes &known, const Anchor &anchor)
{
    constexpr MediaTime around{6000};
    Timings &timings = known.timings;
    const auto place = size_t(anchor.token);
    if (transcript.segments.empty() || timings[place].origin != TimingOrigin::Given)
        return false;
    const std::vector<Anchor> all = align::anchorsWith(anchor, timings);
    const Timings stated =
        transcript::estimateTimings(align::statedTimes(transcript, known.notInText, all).transcript, {});
    if (stated[place].origin != TimingOrigin::Given || stated[place].start != anchor.time)
        return false;
    const auto isNear = [&](size_t i) {
        return timings[i].origin != TimingOrigin::Tapped && std::chrono::abs(timings[i].start - anchor.time) < around;
    };
    size_t first = place;
    while (first > 0 && isNear(first - 1))
        --first;
    size_t end = place + 1;
    while (end < timings.size() && isNear(end))
        ++end;
    MediaTime least = first > 0 ? timings[first - 1].start : MediaTime::zero();
    for (size_t i = first; i < end; ++i) {
        if (timings[i].origin == TimingOrigin::Given && stated[i].origin == TimingOrigin::Given)
            timings[i] = stated[i];
        timings[i].start = std::max(timings[i].start, least);
        timings[i].end = std::max(timings[i].end, timings[i].start);
        least = timings[i].start;
    }
    timings[place].origin = TimingOrigin::Tapped;
    timings[place].confidence = 1;
    return true;
}

// The words around the tapped one keep their proportions, between those that stay.
Result<KnownTimes> tapped(const Transcript &transcript, KnownTimes known, MediaTime duration, const Anchor &anchor)
{
    if (const Result<void> checked = checkTap(transcript, known.timings, duration, anchor); !checked)
        return tl::unexpected(checked.error());
    const auto inside =
        std::ranges::find_if(known.notInText, [&](const MediaSpan &span) { return span.contains(anchor.time); });
    if (inside != known.notInText.end())
        return failure(ErrorCode::AnchorsContradict, QString::number(anchor.token), u"not in the text there"_s);
    if (isTappedAsStated(transcript, known, anchor))
        return known;
    Timings &timings = known.timings;
    const auto count = TokenIndex(timings.size());
    const WordTiming old = timings[size_t(anchor.token)];
    const Stretch stretch = align::stretchAround({anchor.token, anchor.token}, std::min(anchor.time, old.start),
                                                 std::max(anchor.time, old.start), timings);
    const MediaTime from =
        stretch.before < 0 ? MediaTime::zero() : std::min(timings[size_t(stretch.before)].end, anchor.time);
    const bool toEnd = stretch.after >= count;
    const MediaTime oldEnd = toEnd ? std::max(duration, timings.back().end) : timings[size_t(stretch.after)].start;
    const MediaTime end = std::max(anchor.time, oldEnd);
    for (TokenIndex i = stretch.before + 1; i < std::min(stretch.after, count); ++i) {
        WordTiming &timing = timings[size_t(i)];
        timing = i < anchor.token ? moved(timing, {from, old.start}, {from, anchor.time})
                                  : moved(timing, {old.start, oldEnd}, {anchor.time, end});
    }
    const MediaTime length = old.end - old.start;
    timings[size_t(anchor.token)] = {anchor.time, std::min(anchor.time + length, end), 1, TimingOrigin::Tapped};
    if (anchor.token + 1 < count) {
        MediaTime &wordEnd = timings[size_t(anchor.token)].end;
        wordEnd = std::max(anchor.time, std::min(wordEnd, timings[size_t(anchor.token) + 1].start));
    }
    return known;
}

// What the file says of the words around a token comes back: as far as it was moved, which is up to words that
// were not, or are tapped. Between these the words keep the file's proportions.
void restoreStated(const Timings &stated, TokenIndex token, MediaTime duration, Timings &timings)
{
    const auto count = TokenIndex(timings.size());
    const auto stays = [&](TokenIndex i) {
        const WordTiming &timing = timings[size_t(i)];
        return timing.origin == TimingOrigin::Tapped || timing == stated[size_t(i)];
    };
    TokenIndex before = token - 1;
    while (before >= 0 && !stays(before))
        --before;
    TokenIndex after = token + 1;
    while (after < count && !stays(after))
        ++after;
    const MediaTime end = std::max(duration, stated.back().end);
    const auto startOf = [&](const Timings &in, TokenIndex i) {
        return i < 0 ? MediaTime::zero() : i < count ? in[size_t(i)].start : end;
    };
    const MediaSpan from{startOf(stated, before), startOf(stated, after)};
    const MediaSpan to{startOf(timings, before), std::max(startOf(timings, before), startOf(timings, after))};
    for (TokenIndex i = before + 1; i < after; ++i)
        timings[size_t(i)] = from == to ? stated[size_t(i)] : moved(stated[size_t(i)], from, to);
    if (before >= 0 && timings[size_t(before)].origin == TimingOrigin::Tapped)
        timings[size_t(before)].end = std::max(timings[size_t(before)].start,
                                               std::min(timings[size_t(before)].end, startOf(timings, before + 1)));
}

Result<KnownTimes> untapped(const Transcript &transcript, KnownTimes known, MediaTime duration, TokenIndex token)
{
    if (token < 0 || size_t(token) >= known.timings.size())
        return failure(ErrorCode::InvalidArgument, QString::number(token));
    WordTiming &timing = known.timings[size_t(token)];
    if (timing.origin != TimingOrigin::Tapped)
        return known;
    timing.origin = TimingOrigin::Interpolated;
    timing.confidence = 0;
    if (transcript.segments.empty())
        return known;
    const Timings stated =
        transcript::estimateTimings(align::statedTimes(transcript, known.notInText, {}).transcript, duration);
    // Else it is listened to.
    if (stated[size_t(token)].origin == TimingOrigin::Given || !isFoundByListening(known.timings))
        restoreStated(stated, token, duration, known.timings);
    return known;
}

Result<KnownTimes> restored(KnownTimes known, const TimesStep &step)
{
    const auto first = size_t(std::max(step.first, 0));
    const bool fits = first + step.before.size() <= known.timings.size() && step.before.size() == step.after.size()
        && std::equal(step.before.begin(), step.before.end(), known.timings.begin() + qsizetype(first))
        && known.notInText == step.notInTextBefore;
    if (!fits)
        return failure(ErrorCode::TimesChangedElsewhere, QString::number(step.first));
    std::ranges::copy(step.after, known.timings.begin() + qsizetype(first));
    known.notInText = step.notInTextAfter;
    return known;
}

} // namespace

bool isFoundByListening(const Timings &timings)
{
    return std::ranges::any_of(timings, [](const WordTiming &t) { return t.origin == TimingOrigin::Aligned; });
}

TimesStep stepBetween(const KnownTimes &before, const KnownTimes &after)
{
    TimesStep step;
    step.notInTextBefore = before.notInText;
    step.notInTextAfter = after.notInText;
    const Timings &a = before.timings;
    const Timings &b = after.timings;
    if (a.size() != b.size())
        return {};
    const auto first = size_t(std::ranges::mismatch(a, b).in1 - a.begin());
    size_t end = a.size();
    while (end > first && a[end - 1] == b[end - 1])
        --end;
    step.first = TokenIndex(first);
    step.before.assign(a.begin() + qsizetype(first), a.begin() + qsizetype(end));
    step.after.assign(b.begin() + qsizetype(first), b.begin() + qsizetype(end));
    return step;
}

TimesStep inverse(const TimesStep &step)
{
    return {step.first, step.after, step.before, step.notInTextAfter, step.notInTextBefore};
}

Result<KnownTimes> changedAtOnce(const Transcript &transcript, KnownTimes known, MediaTime duration,
                                 const TimesChange &change)
{
    if (known.timings.size() != transcript.tokens.size())
        return failure(ErrorCode::InvalidArgument, QString::number(known.timings.size()));
    return std::visit(
        Overloaded{
            [&](const Tapped &anchor) { return tapped(transcript, std::move(known), duration, anchor); },
            [&](const Untapped &word) { return untapped(transcript, std::move(known), duration, word.token); },
            [&](const MarkedOut &out) { return markedOut(std::move(known), out.span); },
            [&](const MarkedIn &in) { return markedIn(std::move(known), in.span); },
            [&](const TimesStep &step) { return restored(std::move(known), step); },
        },
        change);
}

} // namespace earmark::library
