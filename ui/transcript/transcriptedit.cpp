// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the view in which words, names and headings are written on the page.
#include "ui/transcript/document.h"
#include "ui/transcript/namefield.h"
#include "ui/transcript/transcriptview_p.h"
#include "ui/transcript/wordsfield.h"

#include <QFontMetricsF>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <cmath>
#include <utility>

namespace earmark::ui {

using transcript::TokenIndex;
using transcript::TokenSpan;

namespace {

constexpr double leastName = 9; // em
constexpr double narrowestName = 5;

// In the margin, where names hang; over the text only where there is no margin.
QRectF besideText(const Page &page, const LineBox &line, const QFontMetricsF &metrics, double height)
{
    const double width = std::max(page.column.nameWidth, leastName * page.em);
    const double least = narrowestName * page.em;
    const double away = page.em / 2;
    const double top = line.baseline - metrics.ascent() - (height - metrics.height()) / 2;
    if (page.column.mirrored) {
        const double left = page.column.right() + away;
        const double right = std::min(left + width, page.viewWidth - 2);
        return {QPointF(std::min(left, right - least), top), QPointF(right, top + height)};
    }
    const double right = page.column.left - away;
    const double left = std::max(right - width, 2.0);
    return {QPointF(left, top), QPointF(std::max(right, left + least), top + height)};
}

// From where the word begins on, as far as the column reaches.
QRectF aboveWord(const Page &page, QPointF word, bool fromRight, double height)
{
    const double width = std::min(page.column.width, 2 * leastName * page.em);
    const double left = std::clamp(fromRight ? word.x() - width : word.x(), page.column.left,
                                   std::max(page.column.left, page.column.right() - width));
    return {left, word.y() - height, width, height};
}

QRectF aboveParagraph(const Page &page, const reading::Paragraph &paragraph, const LineBox &line, double height)
{
    QRectF place(page.column.left, line.band.top() - headingSpace(page, paragraph).above - height, page.column.width,
                 height);
    if (!paragraph.heading.isEmpty())
        place.moveTop(headingRect(page, paragraph, line.band.top()).top());
    return place;
}

} // namespace

void TranscriptView::edit(Field what, TokenSpan span, const QString &text, const QStringList &choices)
{
    if (!d->hasText() || !d->session->transcript().contains(span))
        return;
    d->saveField();
    d->letGo();
    d->endSelecting();
    d->bringIntoView(span, Private::Where::WhereNeeded, Motion::AtOnce);
    d->edited = Editing{what, span};
    if (what == Field::Words) {
        d->words = new WordsField(viewport());
        connect(d->words, &WordsField::entered, this, [this](const QString &words) { d->enter(words); });
        connect(d->words, &WordsField::everywhereWanted, this,
                [this, span](const QString &typed) { Q_EMIT everywhereWanted(span, typed); });
        connect(d->words, &WordsField::left, this, [this] { d->leaveField(); });
        const reading::TextRange range = reading::rangeOf(d->reading, span);
        QTextCursor words(document());
        words.setPosition(range.begin);
        words.setPosition(range.end, QTextCursor::KeepAnchor);
        d->words->write(text, words);
    } else {
        d->name = new NameField(viewport());
        d->name->setAccessibleName(what == Field::Heading ? tr("Heading") : tr("Who speaks"));
        d->name->setPlaceholderText(what == Field::Heading ? tr("Heading") : tr("Who speaks?"));
        connect(d->name, &NameField::entered, this, [this](const QString &name) { d->enter(name); });
        connect(d->name, &NameField::left, this, [this] { d->leaveField(); });
    }
    d->placeField();
    if (d->name)
        d->name->write(text, choices);
    viewport()->update(); // the place is marked
}

bool TranscriptView::isEditing() const
{
    return d->edited.has_value();
}

void TranscriptView::Private::enter(const QString &text)
{
    makeRoomForField(0);
    if (const auto done = std::exchange(edited, std::nullopt))
        Q_EMIT q->entered(done->what, done->span, text);
}

// What is being written is entered where something else begins.
void TranscriptView::Private::saveField()
{
    if (words)
        words->save();
    if (name)
        name->save();
    leaveField();
}

void TranscriptView::Private::leaveField()
{
    makeRoomForField(0);
    edited.reset();
    for (QWidget *field : {static_cast<QWidget *>(words.data()), static_cast<QWidget *>(name.data())}) {
        if (!field)
            continue;
        field->disconnect(q);
        if (field->hasFocus())
            q->setFocus(Qt::OtherFocusReason);
        field->hide();
        field->deleteLater();
    }
    words = nullptr;
    name = nullptr;
    q->viewport()->update();
}

// Above the paragraph that begins at what is being edited, so that the field hides none of the one before.
void TranscriptView::Private::makeRoomForField(double height)
{
    if (!edited || edited->what == Field::Words || !hasText())
        return;
    const reading::Paragraph &paragraph = reading.paragraphs[reading::paragraphOf(reading, edited->span.first)];
    if (paragraph.range.begin != reading::rangeOf(reading, edited->span).begin)
        return;
    const bool isHeading = edited->what == Field::Heading;
    const HeadingSpace space = headingSpace(page, paragraph);
    const bool hangs = !isHeading && page.column.hangingNames;
    settingCaret = true;
    setRoomAbove(*q->document(), paragraph, page,
                 hangs ? 0 : std::max(0.0, height - (isHeading ? space.height : space.above)));
    settingCaret = false;
}

// Over what is being edited, wherever that is now.
void TranscriptView::Private::placeField()
{
    if (!edited || !hasText())
        return;
    const QPointF scrolled(0, q->verticalScrollBar()->value());
    const TextGeometry geometry(*q->document(), page);
    const reading::TextRange range = reading::rangeOf(reading, edited->span);
    if (words) {
        std::vector<LineBox> boxes;
        for (QTextBlock block = q->document()->findBlock(range.begin); block.isValid() && block.position() < range.end;
             block = block.next()) {
            for (LineBox box : geometry.boxes(block, range)) {
                box.band.translate(-scrolled);
                boxes.push_back(box);
            }
        }
        words->lieOver(boxes, geometry.caretAt(range.begin) - scrolled, page);
        return;
    }
    if (!name)
        return;
    const bool isHeading = edited->what == Field::Heading;
    QFont plain = isHeading ? page.headingFont : page.nameFont;
    plain.setCapitalization(QFont::MixedCase); // as it is typed
    name->setFont(plain);
    const double height = name->sizeHint().height();
    makeRoomForField(height);
    name->setChoicesAbove(!page.column.hangingNames);
    const reading::Paragraph &paragraph = reading.paragraphs[reading::paragraphOf(reading, edited->span.first)];
    const bool fromRight = q->document()->findBlock(range.begin).textDirection() == Qt::RightToLeft;
    const LineBox line = geometry.lineAt(range.begin);
    QRectF place(page.column.left, line.band.top() - height, page.column.width, height);
    if (!isHeading && page.column.hangingNames)
        place = besideText(page, line, QFontMetricsF(plain, name), height);
    else if (!isHeading)
        place = aboveWord(page, geometry.caretAt(range.begin), fromRight, height);
    else if (paragraph.range.begin == range.begin)
        place = aboveParagraph(page, paragraph, line, height);
    name->setGeometry(place.translated(-scrolled).toAlignedRect());
}

} // namespace earmark::ui
