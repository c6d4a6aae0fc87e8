// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of EpisodeSession that changes highlights.
#include "library/episodesession_p.h"

#include <algorithm>
#include <optional>

namespace earmark::library {

using namespace Qt::StringLiterals;
using notes::Edit;
using notes::Highlight;
using notes::Place;
using notes::Step;
using transcript::TokenSpan;

const Highlight *EpisodeSession::highlightOf(TokenSpan span) const
{
    const auto same = std::find_if(highlights().begin(), highlights().end(), [&](const Highlight &highlight) {
        return highlight.place == Place::Words && highlight.span == span;
    });
    return same == highlights().end() ? nullptr : &*same;
}

HighlightId EpisodeSession::toggleHighlight(TokenSpan span, notes::Mark mark)
{
    if (!transcript().contains(span))
        return {};
    if (const Highlight *same = highlightOf(span)) {
        const HighlightId id = same->id;
        if (same->mark != mark) {
            setMark(id, mark);
            return id;
        }
        removeHighlight(id);
        return {};
    }
    const Highlight highlight =
        notes::makeHighlight(id(), transcript(), timings(), span, mark, QDateTime::currentDateTimeUtc());
    d->make({notes::added(highlight)});
    return highlight.id;
}

void EpisodeSession::removeHighlight(HighlightId id)
{
    const Highlight *highlight = find(id);
    if (!highlight)
        return;
    d->make({notes::removed(*highlight)});
}

void EpisodeSession::setNote(HighlightId id, const QString &note)
{
    const Highlight *highlight = find(id);
    if (!highlight || highlight->note == note)
        return;
    d->make({notes::noteChanged(*highlight, note, QDateTime::currentDateTimeUtc())});
}

void EpisodeSession::setWriting(HighlightId id)
{
    d->marks.setWriting(id);
}

void EpisodeSession::closeNoteStep()
{
    d->history.closeStep();
}

void EpisodeSession::setMark(HighlightId id, notes::Mark mark)
{
    const Highlight *highlight = find(id);
    if (!highlight || highlight->mark == mark)
        return;
    d->make({notes::markChanged(*highlight, mark, QDateTime::currentDateTimeUtc())});
}

void EpisodeSession::setTags(HighlightId id, const QStringList &tags)
{
    const Highlight *highlight = find(id);
    if (!highlight || highlight->tags == notes::cleanTags(tags))
        return;
    d->make({notes::tagsChanged(*highlight, tags, QDateTime::currentDateTimeUtc())});
}

void EpisodeSession::setSpan(HighlightId id, TokenSpan span)
{
    const Highlight *highlight = find(id);
    if (!highlight || !transcript().contains(span))
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (highlight->place == Place::Lost)
        d->make({notes::placed(*highlight, transcript(), timings(), span, now)});
    else if (highlight->place == Place::Words && highlight->span != span)
        d->make({notes::spanChanged(*highlight, transcript(), timings(), span, now)});
}

HighlightId EpisodeSession::bookmark(MediaTime time, notes::Mark mark)
{
    if (transcript().tokens.empty())
        return {};
    const Highlight moment =
        notes::makeMoment(id(), transcript(), timings(), time, mark, QDateTime::currentDateTimeUtc());
    const auto same = std::find_if(highlights().begin(), highlights().end(), [&](const Highlight &highlight) {
        return highlight.place == Place::Moment && highlight.span == moment.span;
    });
    if (same != highlights().end())
        return same->id;
    return d->make({notes::added(moment)}) ? moment.id : HighlightId{};
}

HighlightId EpisodeSession::episodeNote()
{
    const auto there = std::find_if(highlights().begin(), highlights().end(),
                                    [](const Highlight &highlight) { return highlight.place == Place::Episode; });
    if (there != highlights().end())
        return there->id;
    if (transcript().tokens.empty())
        return {};
    const Highlight made = notes::makeEpisodeNote(id(), QDateTime::currentDateTimeUtc());
    return d->make({notes::added(made)}) ? made.id : HighlightId{};
}

HighlightId EpisodeSession::split(HighlightId id, transcript::TokenIndex at)
{
    const Highlight *whole = find(id);
    if (!whole || whole->place != Place::Words || at <= whole->span.first || at > whole->span.last)
        return {};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Highlight second =
        notes::makeHighlight(this->id(), transcript(), timings(), {at, whole->span.last}, whole->mark, now);
    second.tags = whole->tags;
    const Edit first = notes::spanChanged(*whole, transcript(), timings(), {whole->span.first, at - 1}, now);
    return d->make({first, notes::added(second)}) ? second.id : HighlightId{};
}

HighlightId EpisodeSession::merge(HighlightId id)
{
    const Highlight *chosen = find(id);
    if (!chosen || chosen->place != Place::Words)
        return {};
    const std::vector<Highlight> parts = d->mergeable(*chosen);
    if (parts.size() < 2)
        return {};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Highlight whole = parts.front();
    whole.mark = chosen->mark;
    TokenSpan span = whole.span;
    QStringList texts;
    for (const Highlight &part : parts) {
        span = {std::min(span.first, part.span.first), std::max(span.last, part.span.last)};
        whole.tags += part.tags;
        if (!part.note.trimmed().isEmpty())
            texts += part.note;
    }
    whole.tags = notes::cleanTags(whole.tags);
    whole.note = texts.join(u"\n\n"_s);
    Step step{{parts.front(), notes::spanChanged(whole, transcript(), timings(), span, now).after}};
    for (size_t i = 1; i < parts.size(); ++i)
        step.push_back(notes::removed(parts[i]));
    return d->make(step) ? whole.id : HighlightId{};
}

// What merging `highlight` takes together, in the order of the text: itself and what overlaps it, or else
// the next one.
std::vector<Highlight> EpisodeSession::Private::mergeable(const Highlight &highlight) const
{
    std::vector<Highlight> parts;
    std::optional<Highlight> next;
    for (const Highlight &other : q->highlights()) {
        if (other.place != Place::Words)
            continue;
        if (other.span.overlaps(highlight.span))
            parts.push_back(other);
        else if (other.span.first > highlight.span.last && !next)
            next = other;
    }
    if (parts.size() == 1 && next)
        parts.push_back(*next);
    return parts;
}

} // namespace earmark::library
