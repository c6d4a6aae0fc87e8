// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/timeschange.h"

#include "align/knowntimes.h"

#include <algorithm>
#include <limits>

namespace earmark::library {

using namespace Qt::StringLiterals;
using align::Stretch;
using transcript::Anchor;
using transcript::AudioSpan;
using transcript::TimingOrigin;
using transcript::Timings;
using transcript::TokenIndex;
using transcript::Transcript;
using transcript::WordTiming;

namespace {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

bool isFoundByListening(const Timings &timings)
{
    return std::ranges::any_of(timings, [](const WordTiming &t) { return t.origin == TimingOrigin::Aligned; });
}

// The times from `from` on, as far as they are below `to`, as if [from, oldEnd] were stretched to [from, newEnd].
MediaTime stretched(MediaTime time, MediaTime from, MediaTime oldEnd, MediaTime newEnd)
{
    if (oldEnd <= from)
        return std::min(std::max(time, from), newEnd);
    const double share = double((time - from).count()) / double((oldEnd - from).count());
    return from + MediaTime(qRound64(std::clamp(share, 0.0, 1.0) * double((newEnd - from).count())));
}

WordTiming moved(WordTiming timing, MediaTime start, MediaTime end)
{
    timing.start = start;
    timing.end = std::max(start, end);
    timing.confidence = 0;
    // Between two places that are known.
    timing.origin = TimingOrigin::Interpolated;
    return timing;
}

Result<void> checkTap(const Transcript &transcript, const Timings &timings, MediaTime duration, const Anchor &anchor)
{
    std::vector<Anchor> all = tappedWords(timings);
    std::erase_if(all, [&](const Anchor &known) { return known.token == anchor.token; });
    const auto place = std::ranges::lower_bound(all, anchor.token, {}, &Anchor::token);
    const QString next = place == all.end() ? QString() : QString::number(place->token);
    all.insert(place, anchor);
    const MediaTime length = duration > MediaTime::zero() ? duration : MediaTime::max();
    const Result<void> checked = align::checkAnchors(all, transcript, length);
    // That the one behind it does not fit is the new one's fault.
    if (!checked && checked.error().subject == next)
        return failure(checked.error().code, QString::number(anchor.token), checked.error().detail);
    return checked;
}

// The words around the tapped one keep their proportions, between those that stay.
Result<KnownTimes> tapped(const Transcript &transcript, KnownTimes known, MediaTime duration, const Anchor &anchor)
{
    if (const Result<void> checked = checkTap(transcript, known.timings, duration, anchor); !checked)
        return tl::unexpected(checked.error());
    const auto inside = std::ranges::find_if(
        known.notInText, [&](const AudioSpan &span) { return span.start <= anchor.time && anchor.time < span.end; });
    if (inside != known.notInText.end())
        return failure(ErrorCode::AnchorsContradict, QString::number(anchor.token), u"not in the text there"_s);
    Timings &timings = known.timings;
    const auto count = TokenIndex(timings.size());
    const WordTiming old = timings[size_t(anchor.token)];
    const Stretch stretch = align::stretchAround({anchor.token, anchor.token}, std::min(anchor.time, old.start),
                                                 std::max(anchor.time, old.start), timings);
    const MediaTime from =
        stretch.before < 0 ? MediaTime::zero() : std::min(timings[size_t(stretch.before)].end, anchor.time);
    for (TokenIndex i = stretch.before + 1; i < anchor.token; ++i) {
        WordTiming &timing = timings[size_t(i)];
        timing = moved(timing, stretched(timing.start, from, old.start, anchor.time),
                       stretched(timing.end, from, old.start, anchor.time));
    }
    const bool toEnd = stretch.after >= count;
    const MediaTime oldTo = toEnd ? std::max(duration, timings.back().end) : timings[size_t(stretch.after)].start;
    const MediaTime to = std::max(anchor.time, oldTo);
    const MediaTime length = old.end - old.start;
    timings[size_t(anchor.token)] = {anchor.time, std::min(anchor.time + length, to), 1, TimingOrigin::Tapped};
    // Read from the end of the stretch, which stays, towards the tapped word.
    for (TokenIndex i = anchor.token + 1; i < std::min(stretch.after, count); ++i) {
        WordTiming &timing = timings[size_t(i)];
        const auto place = [&](MediaTime time) {
            if (oldTo <= old.start)
                return to;
            const double share = double((oldTo - time).count()) / double((oldTo - old.start).count());
            return to - MediaTime(qRound64(std::clamp(share, 0.0, 1.0) * double((to - anchor.time).count())));
        };
        timing = moved(timing, place(timing.start), place(timing.end));
    }
    if (anchor.token + 1 < count) {
        MediaTime &end = timings[size_t(anchor.token)].end;
        end = std::max(anchor.time, std::min(end, timings[size_t(anchor.token) + 1].start));
    }
    return known;
}

Result<KnownTimes> untapped(KnownTimes known, TokenIndex token)
{
    if (token < 0 || size_t(token) >= known.timings.size())
        return failure(ErrorCode::InvalidArgument, QString::number(token));
    WordTiming &timing = known.timings[size_t(token)];
    if (timing.origin == TimingOrigin::Tapped) {
        timing.origin = TimingOrigin::Interpolated;
        timing.confidence = 0;
    }
    return known;
}

// All words from `from` on, up to the next tapped one, begin that much later.
void shift(Timings &timings, MediaTime from, MediaTime distance)
{
    const auto first = std::ranges::lower_bound(timings, from, {}, &WordTiming::start);
    const auto end =
        std::find_if(first, timings.end(), [](const WordTiming &t) { return t.origin == TimingOrigin::Tapped; });
    const MediaTime latest = end == timings.end() ? MediaTime::max() : end->start;
    const MediaTime earliest = first == timings.begin() ? MediaTime::zero() : std::prev(first)->start;
    for (auto timing = first; timing != end; ++timing) {
        timing->start = std::clamp(timing->start + distance, earliest, latest);
        timing->end = std::max(timing->start, std::min(timing->end + distance, latest));
    }
}

Result<KnownTimes> markedOut(KnownTimes known, const AudioSpan &span)
{
    if (span.start < MediaTime::zero() || span.end <= span.start)
        return failure(ErrorCode::InvalidArgument, secondsText(span.start));
    const auto isInside = [&](const WordTiming &timing) {
        return timing.origin == TimingOrigin::Tapped && timing.start >= span.start && timing.start < span.end;
    };
    if (const auto inside = std::ranges::find_if(known.timings, isInside); inside != known.timings.end())
        return failure(ErrorCode::AnchorsContradict, QString::number(inside - known.timings.begin()),
                       u"tapped inside the stretch"_s);
    // What overlaps it becomes one with it.
    AudioSpan whole = span;
    MediaTime added = span.end - span.start;
    for (const AudioSpan &other : known.notInText) {
        if (other.end < span.start || other.start > span.end)
            continue;
        added -= std::max(MediaTime::zero(), std::min(other.end, span.end) - std::max(other.start, span.start));
        whole = {std::min(whole.start, other.start), std::max(whole.end, other.end)};
    }
    std::erase_if(known.notInText,
                  [&](const AudioSpan &other) { return other.start >= whole.start && other.end <= whole.end; });
    known.notInText.insert(std::ranges::lower_bound(known.notInText, whole.start, {}, &AudioSpan::start), whole);
    if (!isFoundByListening(known.timings))
        shift(known.timings, span.start, added);
    return known;
}

Result<KnownTimes> markedIn(KnownTimes known, const AudioSpan &span)
{
    const auto place = std::ranges::find(known.notInText, span);
    if (place == known.notInText.end())
        return failure(ErrorCode::TimesChangedElsewhere, secondsText(span.start));
    known.notInText.erase(place);
    if (!isFoundByListening(known.timings))
        shift(known.timings, span.end, span.start - span.end);
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

std::vector<Anchor> tappedWords(const Timings &timings)
{
    std::vector<Anchor> anchors;
    for (size_t i = 0; i < timings.size(); ++i) {
        if (timings[i].origin == TimingOrigin::Tapped)
            anchors.push_back({TokenIndex(i), timings[i].start});
    }
    return anchors;
}

Result<KnownTimes> changedAtOnce(const Transcript &transcript, KnownTimes known, MediaTime duration,
                                 const TimesChange &change)
{
    if (known.timings.size() != transcript.tokens.size())
        return failure(ErrorCode::InvalidArgument, QString::number(known.timings.size()));
    return std::visit(Overloaded{
                          [&](const Tapped &anchor) { return tapped(transcript, std::move(known), duration, anchor); },
                          [&](const Untapped &word) { return untapped(std::move(known), word.token); },
                          [&](const MarkedOut &out) { return markedOut(std::move(known), out.span); },
                          [&](const MarkedIn &in) { return markedIn(std::move(known), in.span); },
                          [&](const TimesStep &step) { return restored(std::move(known), step); },
                      },
                      change);
}

Result<ListeningTask> prepareListening(const store::Store &store, EpisodeId id)
{
    ListeningTask task;
    task.id = id;
    const auto take = [](auto &place, auto result) -> Result<void> {
        if (!result)
            return tl::unexpected(result.error());
        place = *std::move(result);
        return {};
    };
    store::Episode episode;
    return take(episode, store.episode(id))
        .and_then([&] { return take(task.transcript, store.transcript(id)); })
        .and_then([&] { return take(task.known.timings, store.timings(id)); })
        .and_then([&] { return take(task.known.notInText, store.notInText(id)); })
        .map([&] {
            task.edition = episode.edition;
            task.duration = episode.duration;
            task.audioPath = episode.audioPath;
            task.language = episode.language;
            return std::move(task);
        });
}

bool wantsListening(const ListeningTask &task, const TimesChange &change)
{
    const Timings &timings = task.known.timings;
    const auto isTapped = [&](TokenIndex token) {
        return token >= 0 && size_t(token) < timings.size() && timings[size_t(token)].origin == TimingOrigin::Tapped;
    };
    const auto isOut = [&](const AudioSpan &span) {
        return std::ranges::any_of(task.known.notInText, [&](const AudioSpan &other) {
            return other.start <= span.start && span.end <= other.end;
        });
    };
    if (task.audioPath.isEmpty() || timings.size() != task.transcript.tokens.size())
        return false;
    const bool listened = isFoundByListening(timings);
    return std::visit(Overloaded{
                          [&](const Tapped &anchor) {
                              return isTapped(anchor.token) && timings[size_t(anchor.token)].start == anchor.time;
                          },
                          [&](const Untapped &word) { return listened && !isTapped(word.token); },
                          [&](const MarkedOut &out) { return listened && isOut(out.span); },
                          [&](const MarkedIn &in) { return listened && !isOut(in.span); },
                          [](const TimesStep &) { return false; },
                      },
                      change);
}

Result<Timings> listenAgain(const ListeningTask &task, const TimesChange &change, const CancelToken &cancel)
{
    align::Options options;
    options.language = task.language;
    options.cancel = cancel;
    options.notInText = task.known.notInText;
    const Timings &timings = task.known.timings;
    const auto again = [&](TokenIndex first, TokenIndex last) {
        return align::alignAgain({first, last}, task.transcript, timings, task.audioPath, options);
    };
    return std::visit(Overloaded{
                          [&](const Tapped &anchor) {
                              return align::alignAround(anchor, task.transcript, timings, task.audioPath, options);
                          },
                          [&](const Untapped &word) { return again(word.token, word.token); },
                          [&](const MarkedOut &out) {
                              return align::alignOutside(out.span, task.transcript, timings, task.audioPath, options);
                          },
                          [&](const MarkedIn &in) {
                              const TokenIndex first = transcript::tokenBefore(timings, in.span.start);
                              return again(first, std::max(first, transcript::tokenBefore(timings, in.span.end)));
                          },
                          [&](const TimesStep &) { return Result<Timings>(timings); },
                      },
                      change);
}

} // namespace earmark::library
