// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the view in which words, names and headings are written on the page.
#include "ui/transcript/namefield.h"
#include "ui/transcript/transcriptview_p.h"
#include "ui/transcript/wordsfield.h"

#include <QFontMetricsF>
#include <QScrollBar>
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
        connect(d->words, &WordsField::everywhereWanted, this, [this, span] { Q_EMIT everywhereWanted(span); });
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
}

bool TranscriptView::isEditing() const
{
    return d->edited.has_value();
}

void TranscriptView::Private::enter(const QString &text)
{
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
    const size_t paragraph = reading::paragraphOf(reading, edited->span.first);
    const bool isAtStart = reading.paragraphs[paragraph].range.begin == range.begin;
    const LineBox line = geometry.lineAt(range.begin);
    const QFont font = isHeading ? page.headingFont : page.nameFont;
    QFont plain = font;
    plain.setCapitalization(QFont::MixedCase); // as it is typed
    name->setFont(plain);
    const double height = name->sizeHint().height();
    const bool hangs = !isHeading && page.column.hangingNames;
    QRectF place(page.column.left, line.band.top() - height, page.column.width, height);
    if (hangs) {
        const QFontMetricsF metrics(plain, name);
        const double width = std::max(page.column.nameWidth, leastName * page.em);
        const double right = page.column.left - page.em / 2;
        place = QRectF(std::max(right - width, 2.0), line.baseline - metrics.ascent() - (height - metrics.height()) / 2,
                       0, height);
        // Over the text only where there is no margin.
        place.setRight(std::max(right, place.left() + narrowestName * page.em));
    } else if (isHeading && isAtStart) {
        place.moveTop(line.band.top() - headingSpace(page, reading.paragraphs[paragraph]).above - height);
        if (!reading.paragraphs[paragraph].heading.isEmpty())
            place.moveTop(headingRect(page, reading.paragraphs[paragraph], line.band.top()).top());
    } else if (!isHeading) {
        place.setWidth(std::min(page.column.width, 2 * leastName * page.em));
    }
    name->setGeometry(place.translated(-scrolled).toAlignedRect());
}

} // namespace earmark::ui
