// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Searching within the text that is shown.
#include "ui/transcript/movement.h"
#include "ui/transcript/transcriptview_p.h"

#include <algorithm>

namespace earmark::ui {

using reading::TextRange;
using transcript::TokenIndex;
using transcript::TokenSpan;

void TranscriptView::search(const QString &phrase)
{
    Search &search = d->search;
    if (search.phrase.isEmpty())
        search.origin = cursorToken();
    search.phrase = phrase;
    d->findHits();
    if (!search.hits.empty())
        d->goToHit(d->hitFrom(d->positionOf(search.origin)));
    else if (search.origin && search.origin != cursorToken())
        d->goTo(*search.origin);
    viewport()->update();
    Q_EMIT hitsChanged();
}

void TranscriptView::endSearch()
{
    d->search = {};
    viewport()->update();
    Q_EMIT hitsChanged();
}

int TranscriptView::hitCount() const
{
    return int(d->search.hits.size());
}

std::optional<int> TranscriptView::currentHit() const
{
    return d->search.current ? std::optional(int(*d->search.current)) : std::nullopt;
}

std::optional<TokenSpan> TranscriptView::foundSpan() const
{
    return d->found;
}

void TranscriptView::nextHit()
{
    if (d->search.hits.empty())
        return;
    const auto here = d->hitAtCursor();
    d->goToHit(d->hitFrom(here ? d->search.hits[*here].begin + 1 : d->cursorPosition()));
    Q_EMIT hitsChanged();
}

void TranscriptView::previousHit()
{
    if (d->search.hits.empty())
        return;
    const auto here = d->hitAtCursor();
    d->goToHit(d->hitBefore(here ? d->search.hits[*here].begin : d->cursorPosition()));
    Q_EMIT hitsChanged();
}

qint32 TranscriptView::Private::positionOf(std::optional<TokenIndex> token) const
{
    return token ? reading.tokenRanges[size_t(*token)].begin : 0;
}

qint32 TranscriptView::Private::cursorPosition() const
{
    return positionOf(q->cursorToken());
}

std::optional<size_t> TranscriptView::Private::hitAtCursor() const
{
    const bool here =
        search.current && reading::tokenAtPosition(reading, search.hits[*search.current].begin) == q->cursorToken();
    return here ? search.current : std::nullopt;
}

void TranscriptView::Private::findHits()
{
    search.hits.clear();
    search.current.reset();
    if (!hasText() || search.phrase.isEmpty())
        return;
    if (!search.text)
        search.text.emplace(reading.text);
    search.hits = search.text->find(search.phrase);
}

size_t TranscriptView::Private::hitFrom(qint32 position) const
{
    const auto hit = std::lower_bound(search.hits.begin(), search.hits.end(), position,
                                      [](TextRange range, qint32 at) { return range.begin < at; });
    return hit == search.hits.end() ? 0 : size_t(hit - search.hits.begin());
}

size_t TranscriptView::Private::hitBefore(qint32 position) const
{
    const size_t after = hitFrom(position);
    const bool isPast = search.hits[after].begin < position; // round at the end
    const size_t before = isPast ? search.hits.size() : after;
    return before == 0 ? search.hits.size() - 1 : before - 1;
}

void TranscriptView::Private::goToHit(size_t hit)
{
    search.current = hit;
    const TextRange range = search.hits[hit];
    const auto token = reading::tokenAtPosition(reading, range.begin);
    if (!token || !isShown(reading, *token))
        return;
    goTo(*token);
    found = TokenSpan{*token, *reading::tokenAtPosition(reading, range.end - 1)};
}

void TranscriptView::Private::goTo(TokenIndex token)
{
    letGo();
    q->clearTokenSelection();
    placeCursor(token, Reach::Sentence);
    bringIntoView({token, token}, Where::WhereNeeded, Motion::Smooth);
    q->viewport()->update();
}

} // namespace earmark::ui
