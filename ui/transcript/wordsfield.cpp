// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/wordsfield.h"

#include "ui/transcript/typing.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace earmark::ui {

namespace {

// Beside the column, so that the caret is seen before the first letter.
constexpr int beside = 3;

} // namespace

WordsField::WordsField(QWidget *page) : QTextEdit(page)
{
    setFrameShape(QFrame::NoFrame);
    setAcceptRichText(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    setAccessibleName(tr("Words being corrected"));
    setAccessibleDescription(tr("Enter saves, Escape leaves the words as they were"));
    document()->setDocumentMargin(0);
    hide();
    connect(this, &QTextEdit::textChanged, this, [this] { grow(); });
}

void WordsField::lieOver(const std::vector<LineBox> &words, QPointF caret, const Page &page)
{
    const QPoint corner(int(std::floor(page.column.left)) - beside,
                        int(std::floor(words.empty() ? caret.y() : words.front().band.top())));
    m_ground = page.theme.ground;
    m_line = page.theme.accent;
    m_pitch = page.pitch;
    m_covered.clear();
    for (const LineBox &box : words)
        m_covered.push_back(box.band.translated(-corner));
    QPalette colours = palette();
    colours.setColor(QPalette::Base, Qt::transparent);
    colours.setColor(QPalette::Text, page.theme.ink);
    setPalette(colours);
    document()->setDefaultFont(page.font);

    QTextBlockFormat format;
    format.setLineHeight(page.pitch, QTextBlockFormat::MinimumHeight);
    const bool fromRight = document()->firstBlock().textDirection() == Qt::RightToLeft;
    const double begin = fromRight ? page.column.right() - caret.x() : caret.x() - page.column.left;
    format.setTextIndent(std::max(begin, 0.0));
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);

    QTextFrameFormat frame = document()->rootFrame()->frameFormat();
    const double fraction = page.column.left - std::floor(page.column.left);
    frame.setLeftMargin(beside + fraction);
    frame.setRightMargin(beside);
    document()->rootFrame()->setFrameFormat(frame);
    move(corner);
    resize(int(std::ceil(page.column.width + fraction)) + 2 * beside, height());
    grow();
}

void WordsField::write(const QString &text, const QTextCursor &words)
{
    m_before = text;
    setPlainText(text);
    if (words.selectedText() == text)
        setAs(words);
    selectAll();
    m_isOpen = true;
    show();
    setFocus(Qt::OtherFocusReason);
}

// Letters of another shape would need other room, and cover what follows.
void WordsField::setAs(const QTextCursor &words)
{
    QTextCursor here(document());
    const int begin = words.selectionStart();
    for (auto piece = words.document()->findBlock(begin).begin(); !piece.atEnd(); ++piece) {
        const QTextFragment fragment = piece.fragment();
        const int from = std::max(fragment.position(), begin);
        const int to = std::min(fragment.position() + fragment.length(), words.selectionEnd());
        if (from >= to)
            continue;
        here.setPosition(from - begin);
        here.setPosition(to - begin, QTextCursor::KeepAnchor);
        here.mergeCharFormat(fragment.charFormat());
    }
}

void WordsField::grow()
{
    double bottom = document()->size().height();
    for (const QRectF &box : m_covered)
        bottom = std::max(bottom, box.bottom());
    resize(width(), int(std::ceil(bottom)) + 2);
    viewport()->update();
}

bool WordsField::event(QEvent *event)
{
    if (takesForTyping(*event))
        return true;
    return QTextEdit::event(event);
}

void WordsField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: end(true, event->modifiers() & Qt::ControlModifier ? Then::Everywhere : Then::Leave); return;
    case Qt::Key_Escape: end(false); return;
    default: QTextEdit::keyPressEvent(event);
    }
}

void WordsField::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    const bool comesBack = event->reason() == Qt::ActiveWindowFocusReason || event->reason() == Qt::PopupFocusReason
        || event->reason() == Qt::MenuBarFocusReason;
    if (!comesBack)
        end(true);
}

void WordsField::end(bool save, Then then)
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    const QString text = toPlainText().simplified();
    if (save && text != m_before)
        Q_EMIT entered(text);
    if (then == Then::Everywhere)
        Q_EMIT everywhereWanted(text);
    Q_EMIT left();
}

// The ground of what stood there and of what is written now, with a line below it; then the letters.
void WordsField::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        std::vector<QRectF> lines = m_covered;
        const QTextBlock block = document()->firstBlock();
        const QPointF origin = document()->documentLayout()->blockBoundingRect(block).topLeft();
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            QRectF used = line.naturalTextRect().translated(origin);
            used.setHeight(std::max(used.height(), m_pitch));
            lines.push_back(used);
        }
        for (const QRectF &line : lines)
            painter.fillRect(line.adjusted(-1, 0, 2, 0), m_ground);
        for (const QRectF &line : lines)
            painter.fillRect(QRectF(line.left() - 1, std::round(line.bottom()) - 2, line.width() + 3, 2), m_line);
    }
    QTextEdit::paintEvent(event);
}

} // namespace earmark::ui
