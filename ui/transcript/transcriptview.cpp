// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/transcriptview.h"

#include "ui/transcript/document.h"
#include "ui/transcript/movement.h"
#include "ui/transcript/transcriptview_p.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QMimeData>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>
#include <QTextDocument>

#include <algorithm>

namespace earmark::ui {

using transcript::TokenIndex;
using transcript::TokenSpan;

TranscriptView::TranscriptView(QWidget *parent) : QTextEdit(parent), d(std::make_unique<Private>(this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAcceptDrops(false);
    viewport()->setAcceptDrops(false); // files dropped on the text are the window's
    setCursorWidth(0);                 // the sentence's bar shows the place
    setAccessibleName(tr("Transcript"));
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        if (verticalScrollBar()->sliderPosition() != verticalScrollBar()->value()) {
            d->scroller->stop();
            d->letGo();
        }
    });
    viewport()->setMouseTracking(true);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { d->showTimeAt(std::nullopt); });
    // Behind the view's own moving of what lies on it.
    connect(
        verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { d->placeField(); }, Qt::QueuedConnection);
    connect(this, &TranscriptView::cursorMoved, this, [this] { d->describe(); });
    connect(this, &QTextEdit::selectionChanged, this, [this] { d->snapForeignSelection(); });
    d->takeTheme();
}

TranscriptView::~TranscriptView()
{
    // The base class still changes its cursor while it goes.
    disconnect(this, nullptr, this, nullptr);
}

void TranscriptView::setSession(library::EpisodeSession *session)
{
    d->saveField();
    if (d->session)
        disconnect(d->session, nullptr, this, nullptr);
    const bool hadSelection = hasTokenSelection();
    d->scroller->stop();
    d->session = session;
    d->cursor.reset();
    d->onWord = false;
    d->endSelecting();
    d->visited.reset();
    d->found.reset();
    d->lit.reset();
    d->timed.reset();
    d->drag = {};
    if (hadSelection)
        d->setCaret(0, 0);
    d->reading = d->shownReading();
    d->search = {};
    d->layCorrections();
    d->cursor = firstSentence(d->reading);
    d->rebuild(std::nullopt, std::nullopt);
    d->layMarksAgain();
    d->connectSession();
    Q_EMIT cursorMoved();
    Q_EMIT hitsChanged();
}

std::optional<TokenSpan> TranscriptView::currentSpan() const
{
    const auto selected = d->selection();
    return selected ? selected : d->sentence();
}

bool TranscriptView::hasTokenSelection() const
{
    return d->selection().has_value();
}

QString TranscriptView::selectedWords() const
{
    const auto selected = d->selection();
    const auto range = selected ? reading::rangeOf(d->reading, *selected) : reading::TextRange{};
    return d->reading.text.mid(range.begin, range.end - range.begin).simplified();
}

std::optional<TokenIndex> TranscriptView::cursorToken() const
{
    const auto selected = d->selection();
    return selected ? selected->first : d->cursor;
}

bool TranscriptView::visitsWords() const
{
    return d->onWord;
}

void TranscriptView::setLitToken(std::optional<TokenIndex> token)
{
    if (token && (*token < 0 || size_t(*token) >= d->reading.tokenRanges.size()))
        token.reset();
    if (token)
        token = d->litFor(*token);
    if (token == d->lit)
        return;
    const auto old = d->heard();
    d->lit = token;
    const Scene scene = d->scene();
    const PagePainter painter(*document(), d->page, scene);
    if (scene.lit != old) {
        for (const auto &changed : {old, scene.lit}) {
            if (changed)
                d->updateRect(painter.tokensRect(changed->span, d->visible()));
        }
    }
    if (token && d->following)
        d->follow(Motion::Smooth);
    Q_EMIT litTokenChanged();
}

std::optional<TokenIndex> TranscriptView::litToken() const
{
    return d->lit;
}

std::optional<TokenSpan> TranscriptView::litSpan() const
{
    const auto heard = d->heard();
    return heard ? std::optional(heard->span) : std::nullopt;
}

bool TranscriptView::isFollowing() const
{
    return d->following;
}

void TranscriptView::setFollowing(bool following)
{
    if (following != d->following) {
        d->following = following;
        Q_EMIT followingChanged(following);
    }
    if (d->following)
        d->follow(Motion::Smooth);
}

double TranscriptView::zoom() const
{
    return d->zoom;
}

void TranscriptView::setZoom(double zoom)
{
    zoom = std::clamp(zoom, 0.5, 3.0);
    if (qFuzzyCompare(zoom, d->zoom))
        return;
    const auto place = d->place();
    d->zoom = zoom;
    d->rebuild(place, d->selectedTokens());
    Q_EMIT zoomChanged(zoom);
}

const TextLook &TranscriptView::look() const
{
    return d->look;
}

void TranscriptView::setLook(const TextLook &look)
{
    if (look == d->look)
        return;
    const auto place = d->place();
    const auto selected = d->selectedTokens();
    const bool isOtherPaper = look.paper != d->look.paper;
    const bool isOtherText = look.cues != d->look.cues;
    d->look = look;
    if (isOtherPaper)
        d->takeTheme();
    if (isOtherText && d->session)
        d->takeTimings();
    else
        d->rebuild(place, selected);
}

void TranscriptView::showToken(TokenIndex token)
{
    const auto shown = shownFrom(d->reading, token);
    const auto nearest = shown ? shown : shownBefore(d->reading, token);
    if (!nearest)
        return;
    const size_t sentence = reading::sentenceOf(d->reading, *nearest);
    if (d->lit && reading::sentenceOf(d->reading, *d->lit) != sentence)
        d->letGo();
    clearTokenSelection();
    d->placeCursor(*nearest, Private::Reach::Sentence);
    d->bringIntoView({*nearest, *nearest}, Private::Where::UpperThird, Motion::AtOnce);
}

void TranscriptView::showWord(TokenIndex token)
{
    const auto shown = shownFrom(d->reading, token);
    const auto nearest = shown ? shown : shownBefore(d->reading, token);
    if (!nearest)
        return;
    d->select(*nearest, *nearest);
    d->bringIntoView({*nearest, *nearest}, Private::Where::UpperThird, Motion::AtOnce);
}

void TranscriptView::paintEvent(QPaintEvent *event)
{
    if (!d->hasText())
        return;
    QPainter painter(viewport());
    const QPointF scrolled(0, verticalScrollBar()->value());
    painter.setClipRegion(event->region());
    painter.translate(-scrolled);
    const QRectF clip = QRectF(event->rect()).translated(scrolled);
    const Scene scene = d->scene();
    PagePainter(*document(), d->page, scene).paint(painter, clip);

    // As the base class would, but without its text cursor: the sentence's bar shows the place.
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = palette();
    context.clip = clip;
    if (textCursor().hasSelection()) {
        const auto group = hasFocus() ? QPalette::Active : QPalette::Inactive;
        QAbstractTextDocumentLayout::Selection selection;
        selection.cursor = textCursor();
        selection.format.setBackground(palette().brush(group, QPalette::Highlight));
        selection.format.setForeground(palette().brush(group, QPalette::HighlightedText));
        context.selections.append(selection);
    }
    document()->documentLayout()->draw(&painter, context);
}

void TranscriptView::resizeEvent(QResizeEvent *event)
{
    if (!d->hasText()) {
        QTextEdit::resizeEvent(event);
        return;
    }
    const auto place = d->place();
    const bool wereHanging = d->page.column.hangingNames;
    const double before = d->page.column.width;
    d->updatePage();
    const bool headingsBreakAnew = std::ranges::any_of(
        d->reading.paragraphs, [](const reading::Paragraph &paragraph) { return !paragraph.heading.isEmpty(); });
    if (d->page.column.hangingNames != wereHanging || (headingsBreakAnew && d->page.column.width != before)) {
        QTextEdit::resizeEvent(event);
        d->rebuild(place, d->selectedTokens());
        return;
    }
    setColumn(*document(), d->page, viewport()->width());
    QTextEdit::resizeEvent(event);
    d->restore(place);
    d->placeField();
}

void TranscriptView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::ApplicationPaletteChange:
    case QEvent::StyleChange:
    case QEvent::ThemeChange:
    case QEvent::ParentChange: d->takeTheme(); break;
    default: break;
    }
}

QMimeData *TranscriptView::createMimeDataFromSelection() const
{
    const auto span = d->selection();
    auto mime = std::make_unique<QMimeData>();
    if (span)
        mime->setText(reading::quote(d->reading, d->session->transcript(), *span));
    return mime.release();
}

} // namespace earmark::ui
