// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Timeline that is painted over its picture.
#include "ui/timeline/timeline.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace earmark::ui {

void Timeline::paintOverlays(QPainter &painter) const
{
    const Theme &theme = m_scene.theme;
    const double unit = m_scene.unit;
    const double ratio = m_scene.ratio;
    const QRectF wave = m_scene.bands.wave;
    const double bottom = m_scene.bands.marks.bottom();
    paintMatched(painter);
    paintRemark(painter);
    if (const Place *place = visitedPlace(); place && m_pointing == Pointing::Place) {
        const double left = m_scene.scale.xOf(place->start);
        const double right = std::max(m_scene.scale.xOf(place->end), left + 4 * unit);
        painter.setPen(QPen(theme.ink, 1.5 * unit, Qt::DotLine));
        painter.drawRect(QRectF(left - unit, wave.top(), right - left + 2 * unit, bottom - wave.top()));
    }
    if (m_pointing == Pointing::Pointer && !m_scrub && canSeek()) {
        const double x = std::round(m_scene.scale.xOf(pointedTime()) * ratio) / ratio;
        painter.fillRect(QRectF(x, wave.top(), std::max(1.0, std::round(unit)), bottom - wave.top()), theme.quiet);
    }
    const double head = headX() / ratio;
    const bool isShown = head >= m_scene.scale.left - 0.5 && head <= m_scene.scale.right() + 0.5;
    if (m_sound == Sound::Ready && m_duration > MediaTime::zero() && isShown) {
        const double line = std::max(2 / ratio, std::round(2 * unit * ratio) / ratio);
        const double knob = 4 * unit;
        painter.fillRect(QRectF(head - line / 2, wave.top(), line, bottom - wave.top()), theme.ink);
        const QPointF corners[] = {
            {head - knob, wave.top()}, {head + knob, wave.top()}, {head, wave.top() + knob * 1.2}};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.ink);
        painter.drawPolygon(corners, int(std::size(corners)));
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    paintZoom(painter);
    painter.setBrush(Qt::NoBrush);
    const double line = hasFocus() ? std::max(2.0, std::round(2 * unit)) : 1.0;
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.rule, line, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2));
}

// A bar at the upper edge that grows over the dots of the times that are still estimated.
void Timeline::paintMatched(QPainter &painter) const
{
    const TimeScale &scale = m_scene.scale;
    if (!m_matched || scale.isEmpty())
        return;
    const QRectF edge = m_scene.bands.exactness;
    const double end =
        scale.xOf(MediaTime(std::llround(std::clamp(*m_matched, 0.0, 1.0) * double(m_duration.count()))));
    painter.fillRect(QRectF(scale.left, edge.top(), scale.width, std::max(1.0, edge.height() / 2)), m_scene.theme.rule);
    painter.fillRect(QRectF(scale.left, edge.top(), std::clamp(end - scale.left, 0.0, scale.width), edge.height()),
                     m_scene.theme.accent);
}

// What part of the whole is shown, where that is not all.
void Timeline::paintZoom(QPainter &painter) const
{
    const TimeScale &scale = m_scene.scale;
    if (m_duration <= MediaTime::zero() || scale.to - scale.from >= m_duration)
        return;
    const TimeScale whole{{}, m_duration, scale.left, scale.width};
    const double line = std::max(3.0, std::round(3 * m_scene.unit));
    const double left = whole.xOf(scale.from);
    const double width = std::max(whole.xOf(scale.to) - left, 2 * line);
    painter.fillRect(QRectF(scale.left, height() - line, scale.width, line), m_scene.theme.rule);
    painter.fillRect(QRectF(left, height() - line, width, line), m_scene.theme.quiet);
}

void Timeline::paintRemark(QPainter &painter) const
{
    const QRectF wave = m_scene.bands.wave;
    const double line = std::max(1.0, std::round(m_scene.unit));
    const double middle = std::round(wave.center().y());
    const TimeScale &scale = m_scene.scale;
    if (!m_peaks && m_duration > MediaTime::zero()) {
        painter.fillRect(QRectF(scale.left, middle, scale.width, line), m_scene.theme.rule);
        painter.fillRect(QRectF(scale.left, middle - line, scale.width * m_peaksDone.value_or(0), 3 * line),
                         m_scene.theme.quiet);
    }
    const QString text = remark();
    if (text.isEmpty())
        return;
    const QFontMetricsF metrics(font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, scale.width - 8 * m_scene.unit);
    QRectF area(0, 0, metrics.horizontalAdvance(shown) + 12 * m_scene.unit, metrics.height());
    area.moveCenter(QRectF(rect()).center());
    painter.fillRect(area, m_scene.theme.ground);
    painter.setPen(m_scene.theme.quiet);
    painter.setFont(font());
    painter.drawText(area, Qt::AlignCenter | Qt::TextSingleLine, shown);
}

} // namespace earmark::ui
