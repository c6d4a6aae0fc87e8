// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/markline.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace earmark::ui {
namespace {

void drawDashes(QPainter &painter, const QColor &colour, const QRectF &line, double dash, double gap)
{
    for (double x = line.left(); x < line.right(); x += dash + gap)
        painter.fillRect(QRectF(x, line.top(), std::min(dash, line.right() - x), line.height()), colour);
}

void drawDots(QPainter &painter, const QColor &colour, const QRectF &line, double diameter)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (double x = line.left(); x + diameter <= line.right() + 0.5; x += 2 * diameter)
        painter.drawEllipse(QRectF(x, line.top(), diameter, diameter));
}

void drawWave(QPainter &painter, const QColor &colour, const QRectF &line, double thickness)
{
    const double quarter = thickness * 1.5;
    const double middle = line.top() + thickness;
    const double swing = thickness * 2; // of the control points: the curve itself reaches half of it
    QPainterPath path(QPointF(line.left(), middle));
    double direction = -1;
    for (double x = line.left(); x < line.right(); x += 2 * quarter) {
        path.quadTo(x + quarter, middle + direction * swing, x + 2 * quarter, middle);
        direction = -direction;
    }
    painter.save();
    painter.setClipRect(line.adjusted(0, -thickness, 0, 3 * thickness), Qt::IntersectClip);
    painter.strokePath(path, QPen(colour, thickness * 0.85));
    painter.restore();
}

} // namespace

double markLineHeight(double thickness)
{
    return thickness * 2;
}

void drawMarkLine(QPainter &painter, const MarkStyle &style, double left, double right, double top, double thickness)
{
    const QRectF line(left, top, right - left, thickness);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (style.pattern) {
    case LinePattern::Solid: painter.fillRect(line, style.line); break;
    case LinePattern::Dashed: drawDashes(painter, style.line, line, 4 * thickness, 2.5 * thickness); break;
    case LinePattern::Dotted: drawDots(painter, style.line, line, thickness * 1.2); break;
    case LinePattern::Double: {
        const double hair = thickness * 0.6;
        painter.fillRect(QRectF(left, top, right - left, hair), style.line);
        painter.fillRect(QRectF(left, top + 2 * thickness - hair, right - left, hair), style.line);
        break;
    }
    case LinePattern::Wavy: drawWave(painter, style.line, line, thickness); break;
    }
    painter.restore();
}

} // namespace earmark::ui
