// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview_p.h"

#include "reading/withoutcues.h"
#include "ui/transcript/document.h"
#include "ui/transcript/movement.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace earmark::ui {

using transcript::TokenIndex;
using transcript::TokenSpan;

TranscriptView::Private::Private(TranscriptView *view) : q(view), scroller(new Scroller(view))
{
    constexpr std::chrono::milliseconds StepOfDragging{30};
    dragScroll.setInterval(StepOfDragging);
    QObject::connect(&dragScroll, &QTimer::timeout, view, [this] { scrollWhileDragging(); });
}

void TranscriptView::Private::connectSession()
{
    if (!session)
        return;
    const auto again = [this] { layMarksAgain(); };
    connect(session, &library::EpisodeSession::highlightAdded, q, again);
    connect(session, &library::EpisodeSession::highlightRemoved, q, again);
    connect(session, &library::EpisodeSession::highlightChanged, q, again);
    connect(session, &library::EpisodeSession::timingsChanged, q, [this] { takeTimings(); });
    connect(session, &library::EpisodeSession::readingChanged, q, [this] { takeReading(); });
}

reading::Reading TranscriptView::Private::shownReading() const
{
    if (!session)
        return {};
    return look.cues ? session->reading() : reading::withoutCues(session->reading(), session->transcript());
}

void TranscriptView::Private::takeTimings()
{
    const auto before = place();
    const auto selected = selectedTokens();
    reading = shownReading();
    showReading(before, selected, nullptr);
}

void TranscriptView::Private::takeReading()
{
    const auto before = place();
    const auto selected = selectedTokens();
    const reading::Reading old = std::exchange(reading, shownReading());
    showReading(before, selected, &old);
}

// Changes the document where it differs, where it shows `before` and the page stays as it is.
void TranscriptView::Private::showReading(const std::optional<Place> &place, std::optional<SelectedTokens> selected,
                                          const reading::Reading *before)
{
    if (cursor) {
        const auto shown = shownFrom(reading, *cursor);
        cursor = shown ? shown : shownBefore(reading, *cursor);
    }
    if (selected && !(isShown(reading, selected->anchor) && isShown(reading, selected->head)))
        selected.reset();
    layCorrections();
    if (lit)
        lit = litFor(*lit);
    const Column column = page.column;
    if (before)
        updatePage();
    if (before && page.column == column) {
        timed.reset();
        settingCaret = true;
        patchDocument(*q->document(), *before, reading, session->transcript(), page);
        settingCaret = false;
        putBack(selected, place);
        q->viewport()->update();
    } else {
        rebuild(place, selected);
    }
    Q_EMIT q->cursorMoved();
    findHitsAgain();
}

// The same words stand at other places of the text now; which was the current one is as before.
void TranscriptView::Private::findHitsAgain()
{
    if (search.phrase.isEmpty())
        return;
    const auto current = search.current;
    search.text.reset();
    findHits();
    if (current && *current < search.hits.size())
        search.current = current;
    Q_EMIT q->hitsChanged();
}

TokenIndex TranscriptView::Private::litFor(TokenIndex token) const
{
    const auto after = std::ranges::upper_bound(corrections, token, {}, &TokenSpan::first);
    if (isShown(reading, token) || after == corrections.begin() || !std::prev(after)->contains(token))
        return token;
    const auto shown = shownBefore(reading, token);
    return shown && std::prev(after)->contains(*shown) ? *shown : token;
}

void TranscriptView::Private::layCorrections()
{
    corrections.clear();
    if (!session)
        return;
    for (const transcript::Amendment &each : session->amendments()) {
        if (isCorrection(each))
            corrections.push_back(each.span);
    }
}

void TranscriptView::Private::takeTheme()
{
    // The view's own palette already has the theme's colours: ask whom it would inherit from.
    const QPalette source =
        q->parentWidget() && !q->isWindow() ? q->parentWidget()->palette() : QApplication::palette();
    const Theme fresh = themeFor(source, look.paper);
    if (fresh.ground == theme.ground && fresh.ink == theme.ink && fresh.accent == theme.accent)
        return;
    theme = fresh;
    QPalette palette;
    palette.setColor(QPalette::Base, theme.ground);
    palette.setColor(QPalette::Text, theme.ink);
    q->setPalette(palette);
    rebuild(place(), selectedTokens());
}

void TranscriptView::Private::updatePage()
{
    page = pageFor(theme, look, zoom, q->viewport()->width(), reading, widestTime(), q->viewport());
}

void TranscriptView::Private::rebuild(const std::optional<Place> &place, const std::optional<SelectedTokens> &selected)
{
    updatePage();
    timed.reset();
    // The document that Qt made at first is deleted by Qt, ours by us.
    QTextDocument *old = q->document()->parent() == q ? q->document() : nullptr;
    auto document = hasText() ? makeDocument(reading, session->transcript(), page) : std::make_unique<QTextDocument>();
    if (hasText())
        setColumn(*document, page, q->viewport()->width());
    document->setParent(q);
    settingCaret = true;
    q->setDocument(document.release());
    settingCaret = false;
    if (old)
        old->deleteLater(); // a child of the view, whose children are just being shown, perhaps
    q->verticalScrollBar()->setSingleStep(int(page.pitch));
    putBack(selected, place);
}

// After the document has changed: the selection or else the cursor, the line that is read, the open field.
void TranscriptView::Private::putBack(std::optional<SelectedTokens> selected, const std::optional<Place> &place)
{
    if (selected)
        setCaret(*selected);
    else if (cursor)
        setCaret(reading.tokenRanges[size_t(*cursor)].begin, reading.tokenRanges[size_t(*cursor)].begin);
    restore(place);
    placeField();
}

std::optional<Place> TranscriptView::Private::place() const
{
    const int scrolled = q->verticalScrollBar()->value();
    if (kept && kept->scrolled == scrolled)
        return kept;
    if (!hasText() || scrolled == 0)
        return std::nullopt;
    const int position =
        q->document()->documentLayout()->hitTest(QPointF(page.column.left, scrolled + page.pitch / 2), Qt::FuzzyHit);
    const auto token = reading::tokenAtPosition(reading, std::max(position, 0));
    if (!token)
        return std::nullopt;
    const LineBox line = TextGeometry(*q->document(), page).lineAt(reading.tokenRanges[size_t(*token)].begin);
    return Place{*token, line.band.top() - scrolled, scrolled};
}

void TranscriptView::Private::restore(const std::optional<Place> &place)
{
    kept.reset();
    if (following && lit) {
        follow(Motion::AtOnce);
        return;
    }
    if (!place || !hasText()) {
        q->verticalScrollBar()->setValue(0);
        return;
    }
    const LineBox line = TextGeometry(*q->document(), page).lineAt(reading.tokenRanges[size_t(place->token)].begin);
    bringIntoView({place->token, place->token}, Where::WhereNeeded, Motion::AtOnce);
    scroller->scrollTo(line.band.top() - place->below, Motion::AtOnce);
    kept = place;
    kept->scrolled = q->verticalScrollBar()->value();
}

void TranscriptView::Private::layMarksAgain()
{
    auto fresh = session ? layMarks(session->highlights()) : std::vector<LaidMark>{};
    fresh.swap(marks);
    const auto changed = differences(fresh, marks);
    if (visited && !(session && session->find(*visited)))
        visited.reset();
    if (!changed || !hasText()) {
        q->viewport()->update();
        return;
    }
    const Scene now = scene();
    const PagePainter painter(*q->document(), page, now);
    for (const TokenSpan span : *changed)
        updateRect(painter.sentenceRect(span, visible())); // with the signs beside it
}

Scene TranscriptView::Private::scene() const
{
    Scene scene{reading,     marks,          {},     {},
                heard(),     q->hasFocus(),  timed,  timed ? timeText(*timed) : QString(),
                search.hits, search.current, visited};
    if (page.corrections)
        scene.corrections = corrections;
    if (session)
        scene.timeOf = [this](TokenIndex token) { return timeText(token); };
    if (!q->hasTokenSelection())
        scene.sentence = sentence();
    if (onWord)
        scene.word = cursor;
    if (edited && (edited->what == Field::Speaker || edited->what == Field::Heading)) {
        scene.word = edited->span.first; // where it will stand
        scene.hasFocus = true;
    }
    if (look.raw && session)
        scene.raw = &session->transcript();
    return scene;
}

QRectF TranscriptView::Private::visible() const
{
    return QRectF(q->viewport()->rect()).translated(0, q->verticalScrollBar()->value());
}

void TranscriptView::Private::updateRect(const QRectF &inDocument)
{
    if (!inDocument.isNull())
        q->viewport()->update(inDocument.translated(0, -q->verticalScrollBar()->value()).toAlignedRect());
}

std::optional<TokenSpan> TranscriptView::Private::sentence() const
{
    if (!cursor || !hasText())
        return std::nullopt;
    return reading.sentences[reading::sentenceOf(reading, *cursor)];
}

std::optional<SelectedTokens> TranscriptView::Private::selectedTokens() const
{
    const QTextCursor caret = q->textCursor();
    if (!hasText() || !caret.hasSelection())
        return std::nullopt;
    const TokenIndex first = reading::tokenAtPosition(reading, caret.selectionStart()).value_or(0);
    const TokenIndex last = reading::tokenAtPosition(reading, caret.selectionEnd() - 1).value_or(first);
    return caret.anchor() <= caret.position() ? SelectedTokens{first, last} : SelectedTokens{last, first};
}

std::optional<TokenSpan> TranscriptView::Private::selection() const
{
    const auto selected = selectedTokens();
    if (!selected)
        return std::nullopt;
    return TokenSpan{std::min(selected->anchor, selected->head), std::max(selected->anchor, selected->head)};
}

void TranscriptView::Private::setCaret(int anchor, int position)
{
    // Qt scrolls to where it thinks the caret should be seen; the place is ours to choose.
    const int scrolled = q->verticalScrollBar()->value();
    settingCaret = true;
    QTextCursor caret(q->document());
    caret.setPosition(anchor);
    caret.setPosition(position, QTextCursor::KeepAnchor);
    q->setTextCursor(caret);
    settingCaret = false;
    q->verticalScrollBar()->setValue(scrolled);
}

void TranscriptView::Private::setCaret(SelectedTokens selected)
{
    const auto from = reading.tokenRanges[size_t(selected.anchor)];
    const auto to = reading.tokenRanges[size_t(selected.head)];
    if (selected.anchor <= selected.head)
        setCaret(from.begin, to.end);
    else
        setCaret(from.end, to.begin);
}

void TranscriptView::Private::placeCursor(TokenIndex token, Reach reach)
{
    const bool moved = cursor != token || onWord != (reach == Reach::Word) || visited;
    endSelecting();
    visited.reset();
    found.reset();
    cursor = token;
    onWord = reach == Reach::Word;
    const int position = reading.tokenRanges[size_t(token)].begin;
    setCaret(position, position);
    if (moved) {
        q->viewport()->update();
        Q_EMIT q->cursorMoved();
    }
}

void TranscriptView::Private::select(TokenIndex anchor, TokenIndex head)
{
    cursor = std::min(anchor, head);
    visited.reset();
    found.reset();
    onWord = true;
    setCaret({anchor, head});
    q->viewport()->update();
    letGo();
    Q_EMIT q->cursorMoved();
}

void TranscriptView::Private::snapForeignSelection()
{
    const auto selected = selectedTokens();
    if (!settingCaret && selected && isShown(reading, selected->anchor) && isShown(reading, selected->head))
        select(selected->anchor, selected->head);
}

void TranscriptView::Private::moveTo(std::optional<TokenIndex> token, Reach reach)
{
    if (!token)
        return;
    letGo();
    placeCursor(*token, reach);
    const TokenSpan span = reach == Reach::Word ? TokenSpan{*token, *token} : *sentence();
    bringIntoView(span, Where::WhereNeeded, Motion::Smooth);
}

void TranscriptView::Private::letGo()
{
    if (!following)
        return;
    following = false;
    Q_EMIT q->followingChanged(false);
}

void TranscriptView::Private::follow(Motion motion)
{
    if (!lit || !hasText())
        return;
    const auto shown = shownFrom(reading, *lit);
    if (!shown)
        return;
    if (!selection()) {
        const auto start = shownFrom(reading, reading.sentences[reading::sentenceOf(reading, *shown)].first);
        if (start && (!cursor || reading::sentenceOf(reading, *cursor) != reading::sentenceOf(reading, *shown)))
            placeCursor(*start, Reach::Sentence);
    }
    bringIntoView({*shown, *shown}, Where::UpperThird, motion);
}

void TranscriptView::Private::bringIntoView(TokenSpan span, Where where, Motion motion)
{
    constexpr double Third = 0.28; // of the view's height, to the line's upper edge
    const auto range = reading::rangeOf(reading, span);
    const TextGeometry geometry(*q->document(), page);
    const LineBox first = geometry.lineAt(range.begin);
    const double height = q->viewport()->height();
    if (where == Where::WhereNeeded) {
        const LineBox last = geometry.lineAt(std::max(range.begin, range.end - 1));
        const double margin = std::min(2 * page.pitch, height / 6);
        const int at = scroller->target();
        if (first.band.top() - margin >= at && last.band.bottom() + margin <= at + height)
            return;
    }
    // The scroll bar knows only what has been laid out, and Qt does that little by little.
    const double goal = first.band.top() - height * Third;
    if (goal > q->verticalScrollBar()->maximum())
        static_cast<void>(q->document()->documentLayout()->documentSize());
    scroller->scrollTo(goal, motion);
}

} // namespace earmark::ui
