// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of PagePainter that paints what stands around the paragraphs: headings, speakers, times.
#include "ui/transcript/pagepainter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace earmark::ui {

void PagePainter::paintHeading(QPainter &painter, const QTextBlock &block) const
{
    const reading::Paragraph &paragraph = *paragraphAt(m_scene.reading, block);
    if (paragraph.heading.isEmpty())
        return;
    const QRectF rect = headingRect(m_page, paragraph, m_geometry.lineAt(block.position()).band.top());
    painter.setFont(m_page.headingFont);
    painter.setPen(m_page.theme.ink);
    const bool fromRight = paragraph.heading.isRightToLeft();
    painter.drawText(rect, Qt::TextWordWrap | Qt::AlignBottom | (fromRight ? Qt::AlignRight : Qt::AlignLeft),
                     paragraph.heading);
}

void PagePainter::paintSpeaker(QPainter &painter, const QTextBlock &block) const
{
    const reading::Paragraph &paragraph = *paragraphAt(m_scene.reading, block);
    if (!paragraph.startsTurn || (paragraph.speaker.isEmpty() && !m_page.column.hangingNames))
        return;
    // Somebody else, nobody knows who.
    const QString name = paragraph.speaker.isEmpty() ? QString(QChar(0x2014)) : paragraph.speaker;
    const LineBox line = m_geometry.lineAt(block.position());
    const double baseline =
        m_page.column.hangingNames ? line.baseline : line.band.top() - QFontMetricsF(m_page.nameFont).descent();
    painter.setFont(m_page.nameFont);
    painter.setPen(m_page.theme.quiet);
    const QFontMetricsF metrics(m_page.nameFont, painter.device());
    const QString shown = metrics.elidedText(name, Qt::ElideRight, m_page.column.nameWidth + 1);
    double x = m_page.column.nameLeft;
    const double end = m_page.column.nameLeft + m_page.column.nameWidth;
    if (m_page.column.hangingNames ? m_page.column.mirrored : block.textDirection() == Qt::RightToLeft)
        x = end - metrics.horizontalAdvance(shown);
    painter.drawText(QPointF(x, baseline), shown);
}

// Of the line under the pointer, and of each paragraph where the reader wants them.
void PagePainter::paintTime(QPainter &painter, const QTextBlock &block) const
{
    const reading::Paragraph &paragraph = *paragraphAt(m_scene.reading, block);
    const bool isTimed = m_scene.timed && paragraph.span.contains(*m_scene.timed);
    const double away = std::round(m_page.em * TimeAfterText);
    const QFontMetricsF metrics(m_page.timeFont, painter.device());
    painter.setFont(m_page.timeFont);
    painter.setPen(m_page.theme.quiet);
    const auto draw = [&](const LineBox &line, const QString &time) {
        const double width = metrics.horizontalAdvance(time);
        const double x = m_page.column.mirrored ? m_page.column.left - away - width : m_page.column.right() + away;
        if (x >= 0 && x + width <= m_page.viewWidth) // else no room: the time is not cut off
            painter.drawText(QPointF(x, line.baseline), time);
    };
    LineBox timed;
    if (isTimed) {
        timed = m_geometry.lineAt(m_scene.reading.tokenRanges[size_t(*m_scene.timed)].begin);
        draw(timed, m_scene.time);
    }
    if (!m_page.times || !m_scene.timeOf)
        return;
    const LineBox first = m_geometry.lineAt(paragraph.range.begin);
    if (!isTimed || first.baseline != timed.baseline)
        draw(first, m_scene.timeOf(paragraph.span.first));
}

QRectF PagePainter::gutterRect(transcript::TokenIndex token, const QRectF &clip) const
{
    const LineBox line = m_geometry.lineAt(m_scene.reading.tokenRanges[size_t(token)].begin);
    if (m_page.column.mirrored)
        return QRectF(clip.left(), line.band.top(), m_page.column.left - clip.left(), line.band.height());
    return QRectF(m_page.column.right(), line.band.top(), clip.right() - m_page.column.right(), line.band.height());
}

} // namespace earmark::ui
