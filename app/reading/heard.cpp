// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/heard.h"

#include <algorithm>

namespace earmark::reading {

using transcript::Segment;
using transcript::TimingOrigin;

namespace {

// Captions stand for up to about seven seconds; a reader finds the place in them.
constexpr MediaTime longestCaption{10000};

// The stretch that the file times and the token is in; nullptr where there is none.
const Segment *segmentAround(const transcript::Transcript &transcript, TokenIndex token)
{
    const auto after = std::ranges::upper_bound(transcript.segments, token, {},
                                                [](const Segment &segment) { return segment.span.first; });
    if (after == transcript.segments.begin() || !std::prev(after)->span.contains(token))
        return nullptr;
    return &*std::prev(after);
}

} // namespace

Heard heardWith(const Reading &reading, const transcript::Transcript &transcript, const transcript::Timings &timings,
                TokenIndex token)
{
    const TimingOrigin origin = timings[size_t(token)].origin;
    const Heard word{{token, token}, origin == TimingOrigin::Estimated};
    const Segment *segment = origin == TimingOrigin::Interpolated ? segmentAround(transcript, token) : nullptr;
    if (!segment)
        return word;
    const TokenSpan sentence = reading.sentences[sentenceOf(reading, token)];
    const TokenSpan part{std::max(sentence.first, segment->span.first), std::min(sentence.last, segment->span.last)};
    const bool isCaption = part == segment->span || segment->end - segment->start <= longestCaption;
    const TokenSpan span = isCaption ? segment->span : part;
    const auto isKnown = [](const transcript::WordTiming &timing) {
        return timing.origin == TimingOrigin::Aligned || timing.origin == TimingOrigin::Tapped;
    };
    if (std::any_of(timings.begin() + span.first, timings.begin() + span.last + 1, isKnown))
        return word;
    return {span, !isCaption};
}

} // namespace earmark::reading
