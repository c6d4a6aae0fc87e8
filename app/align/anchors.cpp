// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/anchors.h"

#include "align/text.h"

#include <algorithm>

namespace earmark::align {

using namespace Qt::StringLiterals;

using transcript::Anchor;
using transcript::TimingOrigin;
using transcript::Timings;
using transcript::TokenIndex;
using transcript::TokenSpan;
using transcript::Transcript;
using transcript::WordTiming;

namespace {

// About 750 words a minute, which nobody reaches, and a tap may be somewhat late.
constexpr double fastestWord = 0.02;    // seconds, and for each of its letters
constexpr double fastestLetter = 0.012; // this many more
constexpr double tapSlack = 0.3;
constexpr float sure = 0.8F;

} // namespace

bool leavesTime(const Transcript &transcript, const Anchor &anchor, const Anchor &next)
{
    double needed = 0;
    for (TokenIndex i = std::max(anchor.token, 0); i < std::min(next.token, transcript.count()); ++i) {
        const QString spoken = spokenText(transcript.tokens[size_t(i)].kind, transcript.tokenText(i));
        needed += spoken.isEmpty() ? 0 : fastestWord + fastestLetter * double(spoken.size());
    }
    return needed <= double((next.time - anchor.time).count()) / 1000 + tapSlack;
}

std::vector<Anchor> anchorsWith(const std::optional<Anchor> &anchor, const Timings &timings)
{
    std::vector<Anchor> all = transcript::tappedWords(timings);
    if (anchor) {
        std::erase_if(all, [&](const Anchor &known) { return known.token == anchor->token; });
        all.insert(std::ranges::lower_bound(all, anchor->token, {}, &Anchor::token), *anchor);
    }
    return all;
}

Result<void> checkAnchors(const std::vector<Anchor> &anchors, const Transcript &transcript, MediaTime duration)
{
    const Anchor *before = nullptr;
    for (const Anchor &anchor : anchors) {
        const QString subject = QString::number(anchor.token);
        if (anchor.token < 0 || anchor.token >= transcript.count() || anchor.time < MediaTime::zero()
            || anchor.time >= duration)
            return failure(ErrorCode::AnchorOutside, subject, secondsText(anchor.time));
        if (before && (before->token >= anchor.token || before->time >= anchor.time))
            return failure(ErrorCode::AnchorsContradict, subject,
                           u"token %1 at %2"_s.arg(before->token).arg(secondsText(before->time)));
        // What comes behind the last one may be missing: some audio breaks off.
        if (!leavesTime(transcript, before ? *before : Anchor{}, anchor))
            return failure(ErrorCode::AnchorsContradict, subject, u"no time for the words before"_s);
        before = &anchor;
    }
    return {};
}

bool isSure(const WordTiming &timing)
{
    return timing.origin == TimingOrigin::Given
        || (timing.origin == TimingOrigin::Aligned && timing.confidence >= sure);
}

Stretch stretchAround(TokenSpan span, MediaTime first, MediaTime last, const Timings &timings)
{
    const MediaTime earliest = first - stretchReach;
    const MediaTime latest = last + stretchReach;
    const auto stays = [&](TokenIndex token) {
        const WordTiming &timing = timings[size_t(token)];
        return timing.origin == TimingOrigin::Tapped
            || (isSure(timing) && (timing.start <= earliest || timing.start >= latest));
    };
    Stretch stretch{span.first - 1, span.last + 1};
    while (stretch.before >= 0 && !stays(stretch.before))
        --stretch.before;
    while (stretch.after < TokenIndex(timings.size()) && !stays(stretch.after))
        ++stretch.after;
    return stretch;
}

} // namespace earmark::align
