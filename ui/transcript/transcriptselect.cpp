// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the cursor moves, what it selects and which highlights it visits.
#include "ui/transcript/movement.h"
#include "ui/transcript/transcriptview_p.h"

#include <QKeyEvent>

#include <algorithm>

namespace earmark::ui {

using transcript::TokenIndex;
using transcript::TokenSpan;

void TranscriptView::move(Unit unit, Way way, int count)
{
    const auto from = cursorToken();
    if (!from)
        return;
    if (d->selecting) {
        SelectedTokens selected = d->selectedTokens().value_or(SelectedTokens{*from, *from});
        for (int i = 0; i < count; ++i)
            selected.head = headMoved(d->reading, selected.anchor, selected.head, unit, way);
        d->moveHead(selected.head);
        return;
    }
    std::optional<TokenIndex> token;
    TokenIndex at = *from;
    // From a selection's end on, or from the sentence that the cursor stands for.
    if (way == Way::Forward && unit == Unit::Sentence)
        at = currentSpan()->last;
    for (int i = 0; i < count; ++i) {
        std::optional<TokenIndex> next;
        if (way == Way::Forward)
            next = nextStart(d->reading, at, unit);
        else if (unit == Unit::Sentence)
            next = ui::previousSentence(d->reading, at);
        else if (unit == Unit::Paragraph)
            next = ui::previousParagraph(d->reading, at);
        else
            next = previousStart(d->reading, at, unit);
        if (!next)
            break;
        token = next;
        at = *next;
    }
    d->moveTo(token, unit == Unit::Word ? Private::Reach::Word : Private::Reach::Sentence);
}

void TranscriptView::toStart()
{
    if (d->selecting && cursorToken())
        d->moveHead(shownFrom(d->reading, 0).value_or(0));
    else
        d->moveTo(firstSentence(d->reading), Private::Reach::Sentence);
}

void TranscriptView::toEnd()
{
    const auto last = shownBefore(d->reading, TokenIndex(d->reading.tokenRanges.size()));
    if (d->selecting && last)
        d->moveHead(*last);
    else
        d->moveTo(lastSentence(d->reading), Private::Reach::Sentence);
}

void TranscriptView::Private::moveHead(TokenIndex head)
{
    const auto token = q->cursorToken();
    if (!token)
        return;
    const SelectedTokens selected = selectedTokens().value_or(SelectedTokens{*token, *token});
    select(selected.anchor, head);
    bringIntoView({head, head}, Where::WhereNeeded, Motion::Smooth);
}

bool TranscriptView::isSelecting() const
{
    return d->selecting;
}

void TranscriptView::setSelecting(bool selecting, int words)
{
    const auto token = cursorToken();
    if (selecting == d->selecting || (selecting && !token))
        return;
    if (!selecting) {
        clearTokenSelection();
        return;
    }
    if (!hasTokenSelection()) {
        TokenIndex head = *token;
        for (int i = 1; i < words; ++i)
            head = nextEnd(d->reading, head, Unit::Word).value_or(head);
        d->select(*token, head);
    }
    d->selecting = true;
    Q_EMIT selectingChanged(true);
}

void TranscriptView::Private::endSelecting()
{
    if (!selecting)
        return;
    selecting = false;
    Q_EMIT q->selectingChanged(false);
}

void TranscriptView::selectWhole(Unit unit)
{
    const auto token = cursorToken();
    if (!token)
        return;
    const TokenSpan span = d->selection().value_or(TokenSpan{*token, *token});
    selectSpan({unitAt(d->reading, span.first, unit).first, unitAt(d->reading, span.last, unit).last});
}

void TranscriptView::selectSpan(TokenSpan span)
{
    const auto first = shownFrom(d->reading, span.first);
    const auto last = shownBefore(d->reading, span.last + 1);
    if (!first || !last || *first > *last)
        return;
    d->select(*first, *last);
    d->bringIntoView({*first, *last}, Private::Where::WhereNeeded, Motion::Smooth);
}

void TranscriptView::clearTokenSelection()
{
    d->endSelecting();
    if (!hasTokenSelection() || !d->cursor)
        return;
    const int position = d->reading.tokenRanges[size_t(*d->cursor)].begin;
    d->setCaret(position, position);
    Q_EMIT cursorMoved();
}

void TranscriptView::leaveSelection()
{
    clearTokenSelection();
    d->visit(std::nullopt);
}

std::optional<TokenSpan> TranscriptView::spanOf(int count) const
{
    const auto token = cursorToken();
    if (count <= 1 || hasTokenSelection() || !token)
        return currentSpan();
    return sentencesFrom(d->reading, *token, count);
}

// s, p, t and z while selecting are no commands but what is to be selected.
bool TranscriptView::Private::selectObjectByKey(const QKeyEvent &event)
{
    if (!selecting || (event.modifiers() & ~Qt::KeypadModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_S: q->selectWhole(Unit::Sentence); return true;
    case Qt::Key_P: q->selectWhole(Unit::Paragraph); return true;
    case Qt::Key_T: q->selectWhole(Unit::Turn); return true;
    case Qt::Key_Z: Q_EMIT q->recentWanted(); return true;
    default: return false;
    }
}

bool TranscriptView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && d->selecting) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = !(key->modifiers() & ~Qt::KeypadModifier);
        if (plain
            && (key->key() == Qt::Key_S || key->key() == Qt::Key_P || key->key() == Qt::Key_T
                || key->key() == Qt::Key_Z)) {
            event->accept();
            return true;
        }
    }
    return QTextEdit::event(event);
}

std::optional<HighlightId> TranscriptView::highlightAtCursor() const
{
    if (d->visited)
        return d->visited;
    const auto token = cursorToken();
    if (!token)
        return std::nullopt;
    TokenSpan span{*token, *token};
    if (!hasTokenSelection() && !d->onWord)
        span = TokenSpan{*token, d->sentence()->last};
    const LaidMark *mark = innermost(d->marks, span);
    return mark ? std::optional(mark->id) : std::nullopt;
}

std::optional<HighlightId> TranscriptView::highlightAround(TokenSpan span) const
{
    std::optional<LaidMark> smallest;
    for (const LaidMark &mark : marksAround(d->marks, span)) {
        const bool holds =
            mark.place == notes::Place::Words && mark.span.contains(span.first) && mark.span.contains(span.last);
        if (holds && (!smallest || mark.span.count() <= smallest->span.count()))
            smallest = mark;
    }
    return smallest ? std::optional(smallest->id) : std::nullopt;
}

std::optional<HighlightId> TranscriptView::highlightAroundCursor() const
{
    const auto token = cursorToken();
    if (!token)
        return std::nullopt;
    return highlightAround(d->onWord ? TokenSpan{*token, *token} : unitAt(d->reading, *token, Unit::Sentence));
}

std::optional<HighlightId> TranscriptView::visitedHighlight() const
{
    return d->visited;
}

void TranscriptView::visit(HighlightId id)
{
    d->visit(id);
}

void TranscriptView::Private::visit(std::optional<HighlightId> id)
{
    if (visited == id)
        return;
    visited = id;
    q->viewport()->update();
}

void TranscriptView::showHighlight(HighlightId id)
{
    const auto mark = std::find_if(d->marks.begin(), d->marks.end(), [id](const LaidMark &m) { return m.id == id; });
    if (mark == d->marks.end())
        return;
    showToken(mark->span.first);
    d->visit(id);
    Q_EMIT cursorMoved();
}

void TranscriptView::visitHighlight(Way way, int count)
{
    const auto token = cursorToken();
    if (!token || d->marks.empty())
        return;
    const std::vector<LaidMark> &marks = d->marks;
    const auto visited =
        std::find_if(marks.begin(), marks.end(), [this](const LaidMark &m) { return m.id == d->visited; });
    const auto size = std::ptrdiff_t(marks.size());
    std::ptrdiff_t at = visited - marks.begin();
    if (visited == marks.end()) {
        // The first that begins at the cursor or after it, or the last before it.
        at = std::partition_point(marks.begin(), marks.end(), [&](const LaidMark &m) { return m.span.first < *token; })
            - marks.begin();
        at += way == Way::Forward ? count - 1 : -count;
    } else {
        at += way == Way::Forward ? count : -count;
    }
    at = std::clamp<std::ptrdiff_t>(at, 0, size - 1);
    const LaidMark mark = marks[size_t(at)];
    d->moveTo(shownFrom(d->reading, mark.span.first), Private::Reach::Word);
    d->visit(mark.id);
    Q_EMIT cursorMoved();
}

} // namespace earmark::ui
