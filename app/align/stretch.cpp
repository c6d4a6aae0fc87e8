// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/align.h"
#include "align/anchors.h"
#include "align/fileclock.h"
#include "align/frames.h"
#include "align/knowntimes.h"
#include "align/match.h"
#include "align/outside.h"
#include "align/sounds.h"
#include "align/spokenlanguage.h"

#include <algorithm>

namespace earmark::align {

using transcript::Anchor;
using transcript::TimingOrigin;
using transcript::Timings;
using transcript::TokenIndex;
using transcript::TokenSpan;
using transcript::Transcript;
using transcript::WordTiming;

namespace {

constexpr MediaTime context{30000};         // heard beyond the stretch, so that its sounds can be learned
constexpr float strangersConfidence = 0.2F; // where the sounds do not follow the text
constexpr MediaTime hop{10};

// The tokens that are heard with a stretch: as many more as its context has, ending at sure ones.
TokenSpan heardWith(const Stretch &stretch, const Timings &timings)
{
    const auto count = TokenIndex(timings.size());
    TokenSpan heard{std::max(stretch.before, 0), std::min(stretch.after, count - 1)};
    const auto isPlace = [&](TokenIndex token) {
        return timings[size_t(token)].origin == TimingOrigin::Tapped || isSure(timings[size_t(token)]);
    };
    const MediaTime earliest = timings[size_t(heard.first)].start - context;
    while (heard.first > 0 && (timings[size_t(heard.first)].start > earliest || !isPlace(heard.first)))
        --heard.first;
    const MediaTime latest = timings[size_t(heard.last)].start + context;
    while (heard.last < count - 1 && (timings[size_t(heard.last)].start < latest || !isPlace(heard.last)))
        ++heard.last;
    return heard;
}

// The tokens of `span` as a transcript of their own, whose times begin at `start`.
Transcript partOf(const Transcript &transcript, TokenSpan span, MediaTime start)
{
    Transcript part;
    part.format = transcript.format;
    part.language = transcript.language;
    part.text = transcript.text;
    part.tokens.assign(transcript.tokens.begin() + span.first, transcript.tokens.begin() + span.last + 1);
    for (const transcript::Segment &segment : transcript.segments) {
        if (span.contains(segment.span.first) && span.contains(segment.span.last))
            part.segments.push_back({{segment.span.first - span.first, segment.span.last - span.first},
                                     segment.start - start,
                                     segment.end - start});
    }
    for (const transcript::Turn &turn : transcript.turns) {
        if (span.contains(turn.first))
            part.turns.push_back({turn.first - span.first, turn.speaker});
    }
    for (const TokenIndex paragraph : transcript.paragraphStarts) {
        if (span.contains(paragraph))
            part.paragraphStarts.push_back(paragraph - span.first);
    }
    return part;
}

// What is known of the part: the anchor, what was tapped, and the two ends of the stretch.
std::vector<Anchor> anchorsIn(TokenSpan heard, const Stretch &stretch, const std::optional<Anchor> &anchor,
                              const Timings &timings, MediaTime start)
{
    std::vector<Anchor> anchors;
    for (TokenIndex i = heard.first; i <= heard.last; ++i) {
        const WordTiming &timing = timings[size_t(i)];
        const bool isEnd = i == stretch.before || i == stretch.after || i == heard.first;
        if (anchor && i == anchor->token)
            anchors.push_back({i - heard.first, anchor->time - start});
        else if (timing.origin == TimingOrigin::Tapped || (isEnd && isSure(timing)))
            anchors.push_back({i - heard.first, std::max(timing.start - start, MediaTime::zero())});
    }
    return anchors;
}

Result<void> check(const Anchor &anchor, const Transcript &transcript, const Timings &timings)
{
    if (timings.size() != transcript.tokens.size())
        return failure(ErrorCode::InvalidArgument, QString::number(timings.size()));
    if (anchor.token < 0 || anchor.token >= transcript.count())
        return failure(ErrorCode::AnchorOutside, QString::number(anchor.token), secondsText(anchor.time));
    const std::vector<Anchor> all = anchorsWith(anchor, timings);
    const auto behind = std::ranges::upper_bound(all, anchor.token, {}, &Anchor::token);
    const TokenIndex next = behind == all.end() ? -1 : behind->token;
    const Result<void> checked = checkAnchors(all, transcript, MediaTime::max());
    // That the one behind it does not fit is the new one's fault.
    if (!checked && checked.error().subject == QString::number(next))
        return failure(checked.error().code, QString::number(anchor.token), checked.error().detail);
    return checked;
}

// The timings with those of the stretch in the place of the old ones; `again`: of the tokens heard, in
// times from `start` on. What was tapped stays as it was.
Timings putBack(const Timings &again, TokenSpan heard, const Stretch &stretch, const std::optional<Anchor> &anchor,
                MediaTime start, const Timings &timings)
{
    Timings result = timings;
    for (TokenIndex i = stretch.before + 1; i < stretch.after; ++i) {
        WordTiming timing = again[size_t(i - heard.first)];
        timing.start += start;
        timing.end += start;
        if (timing.origin == TimingOrigin::Tapped && (!anchor || i != anchor->token))
            timing = timings[size_t(i)];
        result[size_t(i)] = timing;
    }
    return result;
}

// The times with those of the stretch found again. `anchor`: the new one, if any.
Result<Timings> matchAgain(const Stretch &stretch, const std::optional<Anchor> &anchor, const Transcript &transcript,
                           const Timings &timings, const QString &audioFile, const Options &options)
{
    const TokenSpan heard = heardWith(stretch, timings);
    const bool toEnd = heard.last == transcript.count() - 1;
    const MediaTime start = heard.first == 0 ? MediaTime::zero() : timings[size_t(heard.first)].start / hop * hop;
    // The last token is heard to its end.
    AudioPart audio{audioFile, start};
    if (!toEnd)
        audio.end = timings[size_t(heard.last)].end;

    const Statement stated = statedTimes(transcript, options.notInText, anchorsWith(anchor, timings));
    const Transcript part = partOf(stated.transcript, heard, start);
    const std::vector<Anchor> anchors = anchorsIn(heard, stretch, anchor, timings, start);
    StageProgress progress(options.progress);
    Result<Sounds> sounds = gatherSounds(chunksToSpeak(part), spokenLanguage(transcript, options.language), audio,
                                         options.cancel, progress);
    if (!sounds)
        return tl::unexpected(sounds.error());
    const MediaTime length = sounds->summary.duration;
    if (anchor && anchor->time - start >= length)
        return failure(ErrorCode::AnchorOutside, QString::number(anchor->token), secondsText(anchor->time));
    const std::vector<TrackWord> words = sounds->track.words;
    const MatchSettings settings{.cueBefore = cuesBefore(part, words),
                                 .fixed = knownStarts(part, words, anchors),
                                 .anchors = limitsOf(anchors, words, sounds->recording.count()),
                                 .captions = captionTimes(part, words),
                                 .wordless = framesOf(options.notInText, start, sounds->recording.count()),
                                 .threads = options.threads};
    const Match found =
        matchSounds(std::move(sounds->recording), std::move(sounds->track), settings, options.cancel, progress);
    if (options.cancel.isCancelled())
        return failure(ErrorCode::Cancelled, audioFile);
    progress.finish();
    Timings again = timingsFromSpans(part, words, found.spans, length);
    // What the reader has tapped counts; the words around it are not known to be said there.
    if (found.strangers) {
        for (WordTiming &timing : again)
            timing.confidence = std::min(timing.confidence, strangersConfidence);
    }
    keepGivenTimes(part, length, again);
    keepAnchors(anchors, again);
    std::vector<MediaSpan> outside;
    for (const MediaSpan &span : options.notInText)
        outside.push_back({span.start - start, span.end - start});
    keepOutside(outside, part, length, again);

    return putBack(again, heard, stretch, anchor, start, timings);
}

} // namespace

Result<Timings> alignAround(const Anchor &anchor, const Transcript &transcript, const Timings &timings,
                            const QString &audioFile, const Options &options)
{
    if (const auto checked = check(anchor, transcript, timings); !checked)
        return tl::unexpected(checked.error());
    // The anchor's own old place is what is doubted, so both count.
    const MediaTime old = timings[size_t(anchor.token)].start;
    const Stretch stretch =
        stretchAround({anchor.token, anchor.token}, std::min(anchor.time, old), std::max(anchor.time, old), timings);
    return matchAgain(stretch, anchor, transcript, timings, audioFile, options);
}

Result<Timings> alignOutside(const MediaSpan &span, const Transcript &transcript, const Timings &timings,
                             const QString &audioFile, const Options &options)
{
    if (timings.size() != transcript.tokens.size() || span.end <= span.start)
        return failure(ErrorCode::InvalidArgument, secondsText(span.start));
    const auto startsBefore = [](const WordTiming &timing, MediaTime time) { return timing.start < time; };
    auto first = std::lower_bound(timings.begin(), timings.end(), span.start, startsBefore);
    const auto end = std::lower_bound(first, timings.end(), span.end, startsBefore);
    const auto tapped = std::find_if(first, end, [](const auto &t) { return t.origin == TimingOrigin::Tapped; });
    if (tapped != end)
        return failure(ErrorCode::AnchorsContradict, QString::number(tapped - timings.begin()));
    if (first != timings.begin() && std::prev(first)->end > span.start)
        --first; // it reaches into the span
    if (first == end)
        return timings;
    Options known = options;
    known.notInText.push_back(span);
    const TokenSpan moved{TokenIndex(first - timings.begin()), TokenIndex(end - timings.begin()) - 1};
    const Stretch stretch = stretchAround(moved, span.start, span.end, timings);
    return matchAgain(stretch, {}, transcript, timings, audioFile, known);
}

Result<Timings> alignAgain(TokenSpan span, const Transcript &transcript, const Timings &timings,
                           const QString &audioFile, const Options &options)
{
    if (timings.size() != transcript.tokens.size() || !transcript.contains(span))
        return failure(ErrorCode::InvalidArgument, QString::number(span.first));
    const Stretch stretch =
        stretchAround(span, timings[size_t(span.first)].start, timings[size_t(span.last)].start, timings);
    return matchAgain(stretch, {}, transcript, timings, audioFile, options);
}

} // namespace earmark::align
