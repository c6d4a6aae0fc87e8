// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/movement.h"
#include "ui/transcript/transcriptview_p.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace earmark::ui {

using transcript::TokenIndex;
using transcript::TokenSpan;

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    viewport()->update();
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    viewport()->update();
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    event->ignore();
    if (!d->hasText())
        return;
    if (event->matches(QKeySequence::Copy)) {
        copy();
        event->accept();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        event->accept();
    } else if (d->selectObjectByKey(*event) || d->selectByKey(*event) || d->scrollByKey(*event)
               || d->moveByKey(*event)) {
        event->accept();
    }
}

bool TranscriptView::Private::moveByKey(const QKeyEvent &event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    const auto token = q->cursorToken();
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (token)
            Q_EMIT q->tokenActivated(*token);
        return token.has_value();
    case Qt::Key_Escape: {
        const bool selected = q->hasTokenSelection();
        q->clearTokenSelection();
        onWord = onWord && !selected;
        visit(std::nullopt);
        return selected;
    }
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (token)
            moveTo(neighbour(*token, event.key()), Reach::Word);
        return true;
    default: return false;
    }
}

bool TranscriptView::Private::scrollByKey(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool ends = event.key() == Qt::Key_Home || event.key() == Qt::Key_End;
    if (modifiers != Qt::NoModifier && !(ends && modifiers == Qt::ControlModifier))
        return false;
    QScrollBar *bar = q->verticalScrollBar();
    switch (event.key()) {
    case Qt::Key_Up: bar->triggerAction(QScrollBar::SliderSingleStepSub); return true;
    case Qt::Key_Down: bar->triggerAction(QScrollBar::SliderSingleStepAdd); return true;
    case Qt::Key_PageUp: bar->triggerAction(QScrollBar::SliderPageStepSub); return true;
    case Qt::Key_PageDown: bar->triggerAction(QScrollBar::SliderPageStepAdd); return true;
    case Qt::Key_Home: bar->triggerAction(QScrollBar::SliderToMinimum); return true;
    case Qt::Key_End:
        static_cast<void>(q->document()->documentLayout()->documentSize()); // or the end is not yet known
        bar->triggerAction(QScrollBar::SliderToMaximum);
        return true;
    default: return false;
    }
}

std::optional<TokenIndex> TranscriptView::Private::neighbour(TokenIndex token, int key) const
{
    QTextCursor caret(q->document());
    caret.setPosition(reading.tokenRanges[size_t(token)].begin);
    const auto byCaret = [&](QTextCursor::MoveOperation operation) {
        caret.movePosition(operation);
        const auto there = reading::tokenAtPosition(reading, caret.position());
        return there && isShown(reading, *there) ? there : std::nullopt;
    };
    const bool fromRight = caret.block().textDirection() == Qt::RightToLeft;
    switch (key) {
    case Qt::Key_Left: return fromRight ? shownFrom(reading, token + 1) : shownBefore(reading, token);
    case Qt::Key_Right: return fromRight ? shownBefore(reading, token) : shownFrom(reading, token + 1);
    case Qt::Key_Up: return byCaret(QTextCursor::Up);
    case Qt::Key_Down: return byCaret(QTextCursor::Down);
    case Qt::Key_Home: return byCaret(QTextCursor::StartOfLine);
    case Qt::Key_End: return byCaret(QTextCursor::EndOfLine);
    default: return std::nullopt;
    }
}

bool TranscriptView::Private::selectByKey(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const auto token = q->cursorToken();
    if (!token || !(modifiers == Qt::ShiftModifier || (selecting && modifiers == Qt::NoModifier)))
        return false;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End: break;
    default: return false;
    }
    const auto selected = selectedTokens();
    const SelectedTokens from = selected.value_or(SelectedTokens{*token, *token});
    // The first step to either side takes the word at the cursor itself.
    const bool first = !selected && !selecting && (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right);
    const auto next = first ? std::optional(from.head) : neighbour(from.head, event.key());
    if (next) {
        select(from.anchor, *next);
        bringIntoView({*next, *next}, Where::WhereNeeded, Motion::Smooth);
    }
    return true;
}

std::optional<Hit> TranscriptView::Private::hitAt(QPoint inViewport) const
{
    if (!hasText())
        return std::nullopt;
    const QPointF at = QPointF(inViewport) + QPointF(0, q->verticalScrollBar()->value());
    const int position = q->document()->documentLayout()->hitTest(at, Qt::FuzzyHit);
    auto token = reading::tokenAtPosition(reading, std::max(position, 0));
    if (token && !isShown(reading, *token))
        token = shownFrom(reading, *token);
    if (!token)
        return std::nullopt;
    Hit hit{*token, false};
    const TextGeometry geometry(*q->document(), page);
    const auto range = reading.tokenRanges[size_t(*token)];
    const double reach = page.em / 2; // spaces between words belong to them
    for (const LineBox &line : geometry.boxes(q->document()->findBlock(range.begin), range))
        hit.onText = hit.onText || line.band.adjusted(-reach, 0, reach, 0).contains(at);
    return hit;
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        d->showTimeAt(std::nullopt);
    if (event->type() == QEvent::ToolTip)
        return d->showTip(*static_cast<QHelpEvent *>(event));
    return QTextEdit::viewportEvent(event);
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    const auto hit = d->hitAt(event->position().toPoint());
    if (!hit)
        return;
    const TokenSpan word{hit->token, hit->token};
    if (event->button() == Qt::RightButton) {
        const auto selected = d->selection();
        if (hit->onText && !(selected && selected->contains(hit->token))) {
            const auto visited = d->visited;
            clearTokenSelection();
            d->placeCursor(hit->token, Private::Reach::Sentence);
            // The menu is about the highlight that was pointed at; of several, the one that was chosen.
            const std::vector<HighlightId> there = highlightsOver(word);
            if (visited && std::ranges::find(there, *visited) != there.end())
                d->visit(visited);
            else if (const auto smallest = highlightAround(word))
                d->visit(smallest);
        }
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    const bool third = d->sinceDoubleClick.isValid()
        && d->sinceDoubleClick.elapsed() < QApplication::doubleClickInterval()
        && (event->position().toPoint() - d->drag.from).manhattanLength() < QApplication::startDragDistance();
    const QPoint at = event->position().toPoint();
    d->sinceDoubleClick.invalidate();
    if (third) {
        const TokenSpan sentence = d->reading.sentences[reading::sentenceOf(d->reading, hit->token)];
        d->drag = {sentence, Drag::Unit::Sentences, true, hit->onText, at, at};
        d->dragTo(at);
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier) {
        const TokenIndex cursor = d->cursor.value_or(hit->token);
        const TokenIndex anchor = d->selectedTokens().value_or(SelectedTokens{cursor, cursor}).anchor;
        d->drag = {TokenSpan{anchor, anchor}, Drag::Unit::Words, true, hit->onText, at, at};
        d->dragTo(at);
        return;
    }
    clearTokenSelection();
    d->drag = {word, Drag::Unit::Words, false, hit->onText, at, at};
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
    if (event->buttons() == Qt::NoButton)
        d->showTimeAt(event->position().toPoint().y());
    if (!d->drag.origin || !(event->buttons() & Qt::LeftButton))
        return;
    const QPoint at = event->position().toPoint();
    if (!d->drag.moved && (at - d->drag.from).manhattanLength() < QApplication::startDragDistance())
        return;
    d->drag.moved = true;
    d->dragTo(at);
    if (viewport()->rect().contains(at))
        d->dragScroll.stop();
    else if (!d->dragScroll.isActive())
        d->dragScroll.start();
}

void TranscriptView::Private::dragTo(QPoint inViewport)
{
    drag.at = inViewport;
    const auto hit = hitAt(inViewport);
    if (!hit || !drag.origin)
        return;
    TokenSpan over{hit->token, hit->token};
    if (drag.unit == Drag::Unit::Sentences)
        over = reading.sentences[reading::sentenceOf(reading, hit->token)];
    const bool backwards = over.first < drag.origin->first;
    const auto anchor =
        backwards ? shownBefore(reading, drag.origin->last + 1) : shownFrom(reading, drag.origin->first);
    const auto head = backwards ? shownFrom(reading, over.first) : shownBefore(reading, over.last + 1);
    if (anchor && head)
        select(*anchor, *head);
}

void TranscriptView::Private::scrollWhileDragging()
{
    const QRect inside = q->viewport()->rect();
    const int beyond = drag.at.y() < inside.top() ? drag.at.y() - inside.top()
        : drag.at.y() > inside.bottom()           ? drag.at.y() - inside.bottom()
                                                  : 0;
    QScrollBar *bar = q->verticalScrollBar();
    bar->setValue(bar->value() + std::clamp(beyond / 2, -int(page.pitch), int(page.pitch)));
    dragTo(drag.at);
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() != Qt::LeftButton || !d->drag.origin)
        return;
    d->dragScroll.stop();
    const Drag done = d->drag;
    d->drag.origin.reset();
    if (done.moved) {
        QClipboard *clipboard = QGuiApplication::clipboard();
        if (clipboard->supportsSelection() && hasTokenSelection())
            clipboard->setMimeData(createMimeDataFromSelection(), QClipboard::Selection);
        return;
    }
    if (!done.onText)
        return;
    d->placeCursor(done.origin->first, Private::Reach::Sentence);
    Q_EMIT tokenActivated(done.origin->first);
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
    const QPoint at = event->position().toPoint();
    const auto hit = d->hitAt(at);
    if (event->button() != Qt::LeftButton || !hit || !hit->onText)
        return;
    d->drag = {TokenSpan{hit->token, hit->token}, Drag::Unit::Words, true, true, at, at};
    d->dragTo(at);
    d->sinceDoubleClick.start();
}

void TranscriptView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        constexpr double Step = 1.1; // a notch of the wheel, 120 eighths of a degree
        setZoom(d->zoom * std::pow(Step, event->angleDelta().y() / 120.0));
        event->accept();
        return;
    }
    QTextEdit::wheelEvent(event);
}

} // namespace earmark::ui
