// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/symbolicicon.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace earmark::ui {

namespace {

// All shapes are drawn on a field of 16 by 16 units.
void drawPlay(QPainter &painter)
{
    QPainterPath path;
    path.moveTo(4.5, 2.5);
    path.lineTo(13.5, 8);
    path.lineTo(4.5, 13.5);
    path.closeSubpath();
    painter.fillPath(path, painter.pen().brush());
}

void drawPause(QPainter &painter)
{
    painter.fillRect(QRectF(4, 3, 3, 10), painter.pen().brush());
    painter.fillRect(QRectF(9, 3, 3, 10), painter.pen().brush());
}

// An open circle with an arrow head where it begins; turned round for the way forward.
void drawBack(QPainter &painter)
{
    QPainterPath arc;
    arc.arcMoveTo(QRectF(2.5, 3, 11, 11), 120);
    arc.arcTo(QRectF(2.5, 3, 11, 11), 120, 285);
    painter.drawPath(arc);
    QPainterPath head;
    head.moveTo(7, 0.5);
    head.lineTo(3, 4);
    head.lineTo(7.4, 6.6);
    head.closeSubpath();
    painter.fillPath(head, painter.pen().brush());
}

void drawForward(QPainter &painter)
{
    painter.translate(16, 0);
    painter.scale(-1, 1);
    drawBack(painter);
}

// Lines of text with an arrow at the one being read.
void drawFollow(QPainter &painter)
{
    painter.drawLine(QPointF(7, 3.5), QPointF(14, 3.5));
    painter.drawLine(QPointF(7, 8), QPointF(14, 8));
    painter.drawLine(QPointF(7, 12.5), QPointF(12, 12.5));
    QPainterPath head;
    head.moveTo(1.5, 5.2);
    head.lineTo(5.3, 8);
    head.lineTo(1.5, 10.8);
    head.closeSubpath();
    painter.fillPath(head, painter.pen().brush());
}

void drawSpeaker(QPainter &painter)
{
    QPainterPath path;
    path.moveTo(1.5, 6);
    path.lineTo(4, 6);
    path.lineTo(7.5, 2.8);
    path.lineTo(7.5, 13.2);
    path.lineTo(4, 10);
    path.lineTo(1.5, 10);
    path.closeSubpath();
    painter.fillPath(path, painter.pen().brush());
}

void drawVolume(QPainter &painter)
{
    drawSpeaker(painter);
    painter.drawArc(QRectF(6.4, 5, 5, 6), -60 * 16, 120 * 16);
    painter.drawArc(QRectF(6, 2.6, 8.2, 10.8), -60 * 16, 120 * 16);
}

void drawVolumeOff(QPainter &painter)
{
    drawSpeaker(painter);
    painter.drawLine(QPointF(10, 6), QPointF(14, 10));
    painter.drawLine(QPointF(14, 6), QPointF(10, 10));
}

void drawClose(QPainter &painter)
{
    painter.drawLine(QPointF(4, 4), QPointF(12, 12));
    painter.drawLine(QPointF(12, 4), QPointF(4, 12));
}

void drawNote(QPainter &painter)
{
    painter.drawEllipse(QRectF(1.8, 1.8, 12.4, 12.4));
    painter.drawLine(QPointF(8, 7.2), QPointF(8, 11.4));
    painter.fillRect(QRectF(7.2, 4.2, 1.6, 1.6), painter.pen().brush());
}

void drawWarning(QPainter &painter)
{
    QPainterPath path;
    path.moveTo(8, 1.8);
    path.lineTo(14.8, 14);
    path.lineTo(1.2, 14);
    path.closeSubpath();
    painter.drawPath(path);
    painter.drawLine(QPointF(8, 6.4), QPointF(8, 9.8));
    painter.fillRect(QRectF(7.2, 11, 1.6, 1.6), painter.pen().brush());
}

void drawBook(QPainter &painter)
{
    QPainterPath path;
    path.moveTo(8, 3.6);
    path.cubicTo(6, 2.2, 3.5, 2, 1.5, 2.4);
    path.lineTo(1.5, 12.6);
    path.cubicTo(3.5, 12.2, 6, 12.4, 8, 13.8);
    path.cubicTo(10, 12.4, 12.5, 12.2, 14.5, 12.6);
    path.lineTo(14.5, 2.4);
    path.cubicTo(12.5, 2, 10, 2.2, 8, 3.6);
    path.lineTo(8, 13.8);
    painter.drawPath(path);
}

void draw(QPainter &painter, Symbol symbol)
{
    switch (symbol) {
    case Symbol::Play: return drawPlay(painter);
    case Symbol::Pause: return drawPause(painter);
    case Symbol::Back: return drawBack(painter);
    case Symbol::Forward: return drawForward(painter);
    case Symbol::Follow: return drawFollow(painter);
    case Symbol::Volume: return drawVolume(painter);
    case Symbol::VolumeOff: return drawVolumeOff(painter);
    case Symbol::Close: return drawClose(painter);
    case Symbol::Note: return drawNote(painter);
    case Symbol::Warning: return drawWarning(painter);
    case Symbol::Book: return drawBook(painter);
    }
}

class SymbolEngine : public QIconEngine
{
public:
    explicit SymbolEngine(Symbol symbol) : m_symbol(symbol) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        const QColor colour = mode == QIcon::Disabled ? palette.color(QPalette::Disabled, QPalette::ButtonText)
            : mode == QIcon::Selected                 ? palette.color(QPalette::HighlightedText)
                                                      : palette.color(QPalette::Active, QPalette::ButtonText);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 16.0, rect.height() / 16.0);
        painter->setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        draw(*painter, m_symbol);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new SymbolEngine(m_symbol); }

private:
    Symbol m_symbol;
};

} // namespace

QIcon symbolicIcon(Symbol symbol)
{
    return QIcon(new SymbolEngine(symbol));
}

} // namespace earmark::ui
