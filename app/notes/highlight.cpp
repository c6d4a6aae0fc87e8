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
        const MediaSpan time = transcript::timeOf(span, timings);
        selectors.start = time.start;
        selectors.end = time.end;
    }
    return selectors;
}

Highlight unplaced(EpisodeId episode, Mark mark, const QDateTime &now)
{
    Highlight highlight;
    highlight.id = HighlightId::create();
    highlight.episode = episode;
    highlight.mark = mark;
    highlight.created = stamp(now);
    highlight.modified = highlight.created;
    return highlight;
}

QString cleanTag(const QString &tag)
{
    QString clean;
    for (const QChar character : tag) {
        if (!character.isSpace() && character.category() != QChar::Other_Control)
            clean += character;
        else if (!clean.isEmpty() && !clean.endsWith(u'-'))
            clean += u'-';
    }
    const auto isEdge = [](QChar character) { return character == u'#' || character == u'-'; };
    while (!clean.isEmpty() && clean.back() == u'-')
        clean.chop(1);
    const auto begin = std::find_if_not(clean.cbegin(), clean.cend(), isEdge);
    return clean.mid(begin - clean.cbegin());
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

Edit tagsChanged(const Highlight &highlight, const QStringList &tags, const QDateTime &now)
{
    Highlight after = highlight;
    after.tags = cleanTags(tags);
    after.modified = stamp(now);
    return {highlight, std::move(after)};
}

Edit spanChanged(const Highlight &highlight, const transcript::Transcript &transcript,
                 const transcript::Timings &timings, transcript::TokenSpan span, const QDateTime &now)
{
    Highlight after = highlight;
    after.span = span;
    if (transcript.contains(span))
        after.selectors = selectorsFor(transcript, timings, span);
    after.modified = stamp(now);
    return {highlight, std::move(after)};
}

Edit placed(const Highlight &highlight, const transcript::Transcript &transcript, const transcript::Timings &timings,
            transcript::TokenSpan span, const QDateTime &now)
{
    Edit edit = spanChanged(highlight, transcript, timings, span, now);
    edit.after->place = Place::Words;
    return edit;
}

QStringList cleanTags(const QStringList &tags)
{
    QStringList clean;
    for (const QString &tag : tags) {
        QString one = cleanTag(tag);
        if (!one.isEmpty() && !clean.contains(one, Qt::CaseInsensitive))
            clean += std::move(one);
    }
    // Not by locale: the same tags are the same list on every machine.
    std::sort(clean.begin(), clean.end(), [](const QString &a, const QString &b) {
        const int order = a.compare(b, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a < b;
    });
    return clean;
}

Highlight makeHighlight(EpisodeId episode, const transcript::Transcript &transcript, const transcript::Timings &timings,
                        transcript::TokenSpan span, Mark mark, const QDateTime &now)
{
    Highlight highlight = unplaced(episode, mark, now);
    highlight.span = span;
    if (transcript.contains(span))
        highlight.selectors = selectorsFor(transcript, timings, span);
    return highlight;
}

Highlight makeMoment(EpisodeId episode, const transcript::Transcript &transcript, const transcript::Timings &timings,
                     MediaTime time, Mark mark, const QDateTime &now)
{
    Highlight highlight = unplaced(episode, mark, now);
    highlight.place = Place::Moment;
    const transcript::TokenIndex heard = transcript::tokenBefore(timings, time);
    highlight.span = {heard, heard};
    if (transcript.contains(highlight.span))
        highlight.selectors = selectorsFor(transcript, timings, highlight.span);
    highlight.selectors.start = time;
    highlight.selectors.end = time;
    return highlight;
}

Highlight makeEpisodeNote(EpisodeId episode, const QDateTime &now)
{
    Highlight highlight = unplaced(episode, Mark::One, now);
    highlight.place = Place::Episode;
    highlight.span = {0, 0};
    return highlight;
}

bool comesBefore(const Highlight &a, const Highlight &b)
{
    return std::tie(a.span.first, a.span.last, a.selectors.start, a.created, a.id)
        < std::tie(b.span.first, b.span.last, b.selectors.start, b.created, b.id);
}

} // namespace earmark::notes
