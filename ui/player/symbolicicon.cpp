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
void fill(QPainter &painter, const QPolygonF &shape)
{
    QPainterPath path;
    path.addPolygon(shape);
    painter.fillPath(path, painter.pen().brush());
}

void drawPlay(QPainter &painter)
{
    fill(painter, {{4.5, 2.5}, {13.5, 8}, {4.5, 13.5}});
}

void drawPause(QPainter &painter)
{
    fill(painter, QRectF(4, 3, 3, 10));
    fill(painter, QRectF(9, 3, 3, 10));
}

// An open circle with an arrow head where it begins; turned round for the way forward.
void drawBack(QPainter &painter)
{
    QPainterPath arc;
    arc.arcMoveTo(QRectF(2.5, 3, 11, 11), 120);
    arc.arcTo(QRectF(2.5, 3, 11, 11), 120, 285);
    painter.drawPath(arc);
    fill(painter, {{7, 0.5}, {3, 4}, {7.4, 6.6}});
}

void drawForward(QPainter &painter)
{
    painter.translate(16, 0);
    painter.scale(-1, 1);
    drawBack(painter);
}

// A track with an arrow head on each side.
void drawLoop(QPainter &painter)
{
    painter.drawPolyline(QPolygonF{{2.5, 8.5}, {2.5, 4.5}, {11, 4.5}});
    painter.drawPolyline(QPolygonF{{13.5, 7.5}, {13.5, 11.5}, {5, 11.5}});
    fill(painter, {{10.5, 1.6}, {14.2, 4.5}, {10.5, 7.4}});
    fill(painter, {{5.5, 8.6}, {1.8, 11.5}, {5.5, 14.4}});
}

// Lines of text with an arrow at the one being read.
void drawFollow(QPainter &painter)
{
    painter.drawLines(QList<QLineF>{{7, 3.5, 14, 3.5}, {7, 8, 14, 8}, {7, 12.5, 12, 12.5}});
    fill(painter, {{1.5, 5.2}, {5.3, 8}, {1.5, 10.8}});
}

void drawSpeaker(QPainter &painter)
{
    fill(painter, {{1.5, 6}, {4, 6}, {7.5, 2.8}, {7.5, 13.2}, {4, 10}, {1.5, 10}});
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
    painter.drawLines(QList<QLineF>{{10, 6, 14, 10}, {14, 6, 10, 10}});
}

void drawClose(QPainter &painter)
{
    painter.drawLines(QList<QLineF>{{4, 4, 12, 12}, {12, 4, 4, 12}});
}

void drawNote(QPainter &painter)
{
    painter.drawEllipse(QRectF(1.8, 1.8, 12.4, 12.4));
    painter.drawLine(QLineF(8, 7.2, 8, 11.4));
    fill(painter, QRectF(7.2, 4.2, 1.6, 1.6));
}

void drawWarning(QPainter &painter)
{
    painter.drawConvexPolygon(QPolygonF{{8, 1.8}, {14.8, 14}, {1.2, 14}});
    painter.drawLine(QLineF(8, 6.4, 8, 9.8));
    fill(painter, QRectF(7.2, 11, 1.6, 1.6));
}

struct Drawing {
    Symbol symbol;
    void (*draw)(QPainter &painter);
};

constexpr Drawing Drawings[]{
    {Symbol::Play, drawPlay},           {Symbol::Pause, drawPause},   {Symbol::Back, drawBack},
    {Symbol::Forward, drawForward},     {Symbol::Follow, drawFollow}, {Symbol::Volume, drawVolume},
    {Symbol::VolumeOff, drawVolumeOff}, {Symbol::Close, drawClose},   {Symbol::Note, drawNote},
    {Symbol::Warning, drawWarning},     {Symbol::Loop, drawLoop},
};

void draw(QPainter &painter, Symbol symbol)
{
    for (const Drawing &drawing : Drawings) {
        if (drawing.symbol == symbol)
            drawing.draw(painter);
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
