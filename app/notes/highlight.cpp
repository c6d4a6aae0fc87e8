// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/highlight.h"

#include <algorithm>
#include <tuple>

namespace earmark::notes {

namespace {

constexpr qsizetype contextLength = 32; // UTF-16 code units

// What the library keeps: UTC, whole milliseconds. A highlight must compare equal after a round trip.
QDateTime stamp(const QDateTime &time)
{
    return QDateTime::fromMSecsSinceEpoch(time.toMSecsSinceEpoch()).toUTC();
}

// The context never begins or ends in the middle of a character.
QString contextBefore(const QString &text, qsizetype position)
{
    qsizetype begin = std::max<qsizetype>(0, position - contextLength);
    if (begin < position && text.at(begin).isLowSurrogate())
        ++begin;
    return text.mid(begin, position - begin);
}

QString contextAfter(const QString &text, qsizetype position)
{
    qsizetype end = std::min(text.size(), position + contextLength);
    if (end > position && text.at(end - 1).isHighSurrogate())
        --end;
    return text.mid(position, end - position);
}

Selectors selectorsFor(const transcript::Transcript &transcript, const transcript::Timings &timings,
                       transcript::TokenSpan span)
{
    const transcript::Token &first = transcript.tokens[size_t(span.first)];
    const transcript::Token &last = transcript.tokens[size_t(span.last)];
    const qsizetype begin = first.begin;
    const qsizetype end = qsizetype(last.begin) + last.length;
    Selectors selectors;
    selectors.exact = transcript.text.mid(begin, end - begin);
    selectors.prefix = contextBefore(transcript.text, begin);
    selectors.suffix = contextAfter(transcript.text, end);
    if (size_t(span.last) < timings.size()) {
        selectors.start = timings[size_t(span.first)].start;
        selectors.end = std::max(selectors.start, timings[size_t(span.last)].end);
    }
    return selectors;
}

} // namespace

Edit added(Highlight highlight)
{
    return {std::nullopt, std::move(highlight)};
}

Edit removed(Highlight highlight)
{
    return {std::move(highlight), std::nullopt};
}

Edit noteChanged(const Highlight &highlight, QString note, const QDateTime &now)
{
    Highlight after = highlight;
    after.note = std::move(note);
    after.modified = stamp(now);
    return {highlight, std::move(after)};
}

Edit markChanged(const Highlight &highlight, Mark mark, const QDateTime &now)
{
    Highlight after = highlight;
    after.mark = mark;
    after.modified = stamp(now);
    return {highlight, std::move(after)};
}

Highlight makeHighlight(EpisodeId episode, const transcript::Transcript &transcript, const transcript::Timings &timings,
                        transcript::TokenSpan span, Mark mark, const QDateTime &now)
{
    Highlight highlight;
    highlight.id = HighlightId::create();
    highlight.episode = episode;
    highlight.span = span;
    highlight.mark = mark;
    if (transcript.contains(span))
        highlight.selectors = selectorsFor(transcript, timings, span);
    highlight.created = stamp(now);
    highlight.modified = highlight.created;
    return highlight;
}

bool comesBefore(const Highlight &a, const Highlight &b)
{
    return std::tie(a.span.first, a.span.last, a.created, a.id) < std::tie(b.span.first, b.span.last, b.created, b.id);
}

} // namespace earmark::notes
