// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/markedspans.h"

#include "align/fileclock.h"

#include <algorithm>

namespace earmark::library {

using namespace Qt::StringLiterals;
using transcript::TimingOrigin;
using transcript::Timings;
using transcript::WordTiming;

namespace {

// Whether the times of the words from `first` up to `end` are those of the file, but for some words that it
// has none of and that were found by listening.
bool areOfTheFile(const Timings &timings, Timings::const_iterator first, Timings::const_iterator end)
{
    const auto count = [&](TimingOrigin origin) {
        return std::count_if(first, end, [origin](const WordTiming &t) { return t.origin == origin; });
    };
    const auto isFound = [](const WordTiming &t) { return t.origin == TimingOrigin::Aligned; };
    const auto given = count(TimingOrigin::Given);
    return given > 0 ? given >= count(TimingOrigin::Aligned) : std::ranges::none_of(timings, isFound);
}

// All words from `from` on, up to the next tapped one, go where the file's clock has them with other spans.
void shift(Timings &timings, MediaTime from, const std::vector<MediaSpan> &before, const std::vector<MediaSpan> &now)
{
    const auto first = std::ranges::lower_bound(timings, from, {}, &WordTiming::start);
    const auto end =
        std::find_if(first, timings.end(), [](const WordTiming &t) { return t.origin == TimingOrigin::Tapped; });
    const bool isOfTheFile = areOfTheFile(timings, first, end);
    const MediaTime latest = end == timings.end() ? MediaTime::max() : end->start;
    MediaTime earliest = first == timings.begin() ? MediaTime::zero() : std::prev(first)->start;
    const auto shifted = [&](const WordTiming &timing) {
        return align::audioTimeOf(align::fileTimeOf(timing.start, before), now);
    };
    for (auto word = first; word != end;) {
        // Among words that were found by listening, those of the file go where there is room for them.
        const auto isMoved = [&](const WordTiming &t) { return isOfTheFile || t.origin == TimingOrigin::Given; };
        const auto next = std::find_if_not(word, end, isMoved);
        const MediaTime most = next == end ? latest : next->start;
        if (word != next && (isOfTheFile || (shifted(*word) >= earliest && shifted(*std::prev(next)) <= most))) {
            for (auto timing = word; timing != next; ++timing) {
                const MediaTime length = timing->end - timing->start;
                timing->start = std::clamp(shifted(*timing), earliest, most);
                timing->end = std::max(timing->start, std::min(timing->start + length, most));
            }
        }
        word = next == end ? end : std::next(next);
        if (next != end)
            earliest = next->start;
    }
}

} // namespace

Result<KnownTimes> markedOut(KnownTimes known, const MediaSpan &span)
{
    if (span.start < MediaTime::zero() || span.end <= span.start)
        return failure(ErrorCode::InvalidArgument, secondsText(span.start));
    const auto isInside = [&](const WordTiming &timing) {
        return timing.origin == TimingOrigin::Tapped && span.contains(timing.start);
    };
    if (const auto inside = std::ranges::find_if(known.timings, isInside); inside != known.timings.end())
        return failure(ErrorCode::AnchorsContradict, QString::number(inside - known.timings.begin()),
                       u"tapped inside the stretch"_s);
    // What overlaps it becomes one with it.
    MediaSpan whole = span;
    const std::vector<MediaSpan> before = known.notInText;
    for (const MediaSpan &other : known.notInText) {
        if (other.end < span.start || other.start > span.end)
            continue;
        whole = {std::min(whole.start, other.start), std::max(whole.end, other.end)};
    }
    std::erase_if(known.notInText,
                  [&](const MediaSpan &other) { return other.start >= whole.start && other.end <= whole.end; });
    known.notInText.insert(std::ranges::lower_bound(known.notInText, whole.start, {}, &MediaSpan::start), whole);
    shift(known.timings, span.start, before, known.notInText);
    return known;
}

Result<KnownTimes> markedIn(KnownTimes known, const MediaSpan &span)
{
    const auto place = std::ranges::find(known.notInText, span);
    if (place == known.notInText.end())
        return failure(ErrorCode::TimesChangedElsewhere, secondsText(span.start));
    const std::vector<MediaSpan> before = known.notInText;
    known.notInText.erase(place);
    shift(known.timings, span.end, before, known.notInText);
    return known;
}

} // namespace earmark::library
