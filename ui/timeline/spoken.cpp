// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/spoken.h"

#include <algorithm>

namespace earmark::ui {

using reading::Reading;
using transcript::Timings;

namespace {

constexpr qsizetype reach = 60; // characters on either side

QString lineBefore(const Reading &reading, qsizetype end)
{
    qsizetype begin = std::max<qsizetype>(0, end - reach);
    while (begin > 0 && begin < end && !reading.text.at(begin - 1).isSpace())
        ++begin;
    return reading.text.mid(begin, end - begin).simplified();
}

QString lineAfter(const Reading &reading, qsizetype begin)
{
    qsizetype end = std::min(reading.text.size(), begin + reach);
    while (end < reading.text.size() && end > begin && !reading.text.at(end).isSpace())
        --end;
    return reading.text.mid(begin, end - begin).simplified();
}

} // namespace

Spoken spokenAt(const Reading &reading, const Timings &timings, MediaTime time)
{
    Spoken spoken;
    if (timings.empty() || reading.tokenRanges.size() != timings.size())
        return spoken;
    const transcript::TokenIndex last = transcript::tokenBefore(timings, time);
    spoken.token = last;
    spoken.isEstimated = timings[size_t(last)].origin == transcript::TimingOrigin::Estimated;
    const reading::TextRange range = reading.tokenRanges[size_t(last)];
    const bool isHeard = transcript::tokenAt(timings, time) == last && !range.isEmpty();
    const bool hasBegun = timings[size_t(last)].start <= time;
    // In a pause the words before it end where those after it begin.
    const qint32 end = isHeard || !hasBegun ? range.begin : range.end;
    spoken.before = lineBefore(reading, end);
    if (isHeard)
        spoken.word = reading.text.mid(range.begin, range.end - range.begin).simplified();
    spoken.after = lineAfter(reading, isHeard ? range.end : end);
    return spoken;
}

} // namespace earmark::ui
