// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/places.h"

#include <QCoreApplication>

#include <algorithm>

namespace earmark::ui {

using transcript::TimingOrigin;
using transcript::TokenIndex;
using transcript::TokenKind;

namespace {

using namespace std::chrono_literals;

constexpr MediaTime shortestSound = 2s; // as the aligner has it
constexpr double loudShare = 0.5;       // of what is more than a pause

void sortByStart(std::vector<Place> &places)
{
    std::ranges::stable_sort(places, {}, &Place::start);
}

} // namespace

QString chapterName(const std::vector<audio::Chapter> &chapters, size_t index)
{
    const QString &title = chapters[index].title;
    return title.isEmpty() ? QCoreApplication::translate("earmark::ui::Timeline", "Chapter %1").arg(index + 1) : title;
}

std::vector<Place> chapterPlaces(const std::vector<audio::Chapter> &chapters)
{
    std::vector<Place> places;
    for (size_t i = 0; i < chapters.size(); ++i) {
        const audio::Chapter &chapter = chapters[i];
        places.push_back(
            {Place::Kind::Chapter, chapter.start, std::max(chapter.start, chapter.end), chapterName(chapters, i)});
    }
    sortByStart(places);
    return places;
}

std::vector<Place> highlightPlaces(const std::vector<notes::Highlight> &highlights, const transcript::Timings &timings)
{
    std::vector<Place> places;
    for (const notes::Highlight &highlight : highlights) {
        if (highlight.place == notes::Place::Moment) {
            const MediaTime at = highlight.selectors.start;
            places.push_back({Place::Kind::Moment, at, at, {}, highlight.mark, highlight.id});
        } else if (highlight.place == notes::Place::Words && size_t(highlight.span.last) < timings.size()) {
            const MediaSpan time = transcript::timeOf(highlight.span, timings);
            places.push_back({Place::Kind::Highlight, time.start, time.end, {}, highlight.mark, highlight.id});
        }
    }
    sortByStart(places);
    return places;
}

std::vector<Place> cuePlaces(const transcript::Transcript &transcript, const transcript::Timings &timings)
{
    std::vector<Place> places;
    TokenIndex last = -2;
    for (TokenIndex i = 0; i < transcript.count() && size_t(i) < timings.size(); ++i) {
        if (transcript.tokens[size_t(i)].kind != TokenKind::Cue)
            continue;
        const transcript::WordTiming &timing = timings[size_t(i)];
        if (i == last + 1) {
            places.back().end = std::max(places.back().end, timing.end);
            places.back().text += u' ' + transcript.tokenText(i).toString();
        } else {
            places.push_back({Place::Kind::Cue, timing.start, timing.end, transcript.tokenText(i).toString()});
        }
        last = i;
    }
    return places;
}

std::vector<Place> placesNotInText(const transcript::Timings &timings, const audio::Peaks &peaks,
                                   const std::vector<MediaSpan> &markedOut)
{
    std::vector<Place> places;
    if (!transcript::hasKnownTimes(timings))
        return places;
    const quint8 limit = audio::silenceLevel(peaks);
    const auto indexOf = [&](MediaTime time) {
        return std::clamp<qsizetype>(time.count() * audio::Peaks::perSecond / 1000, 0, peaks.levels.size());
    };
    const auto timeOf = [](qsizetype index) { return MediaTime(index * 1000 / audio::Peaks::perSecond); };
    const auto isLoud = [&](qsizetype index) { return peaks.level(index) >= limit; };
    const auto look = [&](MediaTime from, MediaTime to) {
        qsizetype begin = indexOf(from);
        qsizetype end = indexOf(to);
        while (begin < end && !isLoud(begin))
            ++begin;
        while (end > begin && !isLoud(end - 1))
            --end;
        qsizetype loud = 0;
        for (qsizetype i = begin; i < end; ++i)
            loud += isLoud(i) ? 1 : 0;
        if (timeOf(end) - timeOf(begin) >= shortestSound && double(loud) > loudShare * double(end - begin))
            places.push_back({Place::Kind::NotInText, timeOf(begin), timeOf(end), {}});
    };
    const auto lookBetween = [&](MediaTime from, MediaTime to) {
        for (const MediaSpan &span : markedOut) {
            if (span.end <= from || span.start >= to)
                continue;
            if (span.start - from >= shortestSound)
                look(from, span.start);
            from = std::max(from, span.end);
        }
        if (to - from >= shortestSound)
            look(from, to);
    };
    MediaTime reached{};
    for (const transcript::WordTiming &timing : timings) {
        // Words that were not found are in the text all the same, and so is what stands between them.
        lookBetween(reached, timing.start);
        reached = std::max(reached, timing.end);
    }
    if (timings.back().origin != TimingOrigin::Estimated)
        lookBetween(reached, peaks.duration());
    return places;
}

std::vector<Place> placesMarkedOut(const std::vector<MediaSpan> &spans)
{
    std::vector<Place> places;
    for (const MediaSpan &span : spans)
        places.push_back({Place::Kind::MarkedOut, span.start, span.end, {}});
    sortByStart(places);
    return places;
}

std::vector<MediaSpan> estimatedStretches(const transcript::Timings &timings)
{
    std::vector<MediaSpan> stretches;
    bool goesOn = false;
    for (const transcript::WordTiming &timing : timings) {
        const bool isEstimated = timing.origin == TimingOrigin::Estimated;
        if (isEstimated && goesOn)
            stretches.back().end = std::max(stretches.back().end, timing.end);
        else if (isEstimated)
            stretches.push_back({timing.start, timing.end});
        goesOn = isEstimated;
    }
    return stretches;
}

const Place *placeAt(const std::vector<Place> &places, Place::Kind kind, MediaTime time, MediaTime reach)
{
    const Place *found = nullptr;
    for (const Place &place : places) {
        if (place.start > time + reach)
            break;
        if (place.kind != kind || place.end + reach < time)
            continue;
        if (!found || place.end - place.start <= found->end - found->start)
            found = &place;
    }
    return found;
}

} // namespace earmark::ui
