// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepicture.h"

#include "ui/theme/markline.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace earmark::ui {

namespace {

QColor blended(const QColor &colour, const QColor &ground, double share)
{
    const auto channel = [share](int a, int b) { return int(std::lround(b + (a - b) * share)); };
    return {channel(colour.red(), ground.red()), channel(colour.green(), ground.green()),
            channel(colour.blue(), ground.blue())};
}

class Picture
{
public:
    Picture(QPainter &painter, const TimelineScene &scene, Side side)
        : m_painter(painter), m_scene(scene), m_side(side), m_theme(scene.theme)
    {
    }

    void paint(const QRectF &whole)
    {
        m_painter.fillRect(whole, m_theme.ground);
        if (m_scene.scale.isEmpty())
            return; // without a length nothing has a place
        if (m_side == Side::Heard)
            m_painter.fillRect(across(m_scene.bands.wave), m_theme.sentenceGround);
        paintPlaces(Place::Kind::Cue);
        paintPlaces(Place::Kind::NotInText);
        if (m_scene.peaks)
            paintWave(*m_scene.peaks);
        paintPlaces(Place::Kind::MarkedOut);
        paintPlaces(Place::Kind::Chapter);
        paintHighlights();
        if (m_scene.loop)
            paintLoop(*m_scene.loop);
        paintEstimated();
        if (m_side == Side::Heard)
            paintRail();
    }

private:
    [[nodiscard]] QRectF across(const QRectF &band) const
    {
        return {m_scene.scale.left, band.top(), m_scene.scale.width, band.height()};
    }
    // On the device's own pixels, so that hairlines are sharp.
    [[nodiscard]] double sharp(double at) const { return std::round(at * m_scene.ratio) / m_scene.ratio; }
    [[nodiscard]] double devicePixel() const { return 1 / m_scene.ratio; }

    // As wide as the place lasts, at least `least`; empty where it is not shown.
    [[nodiscard]] QRectF extent(const Place &place, const QRectF &band, double least) const
    {
        const TimeScale &scale = m_scene.scale;
        const double left = std::max(sharp(scale.xOf(place.start)), scale.left);
        const double right = std::min(sharp(scale.xOf(place.end)), scale.right());
        if (place.end < scale.from || place.start > scale.to)
            return {};
        return {left, band.top(), std::max(right - left, least), band.height()};
    }

    // With the next one of the same kind, nullptr for the last.
    template <class Paint>
    void forEach(Place::Kind kind, Paint paint) const
    {
        const Place *last = nullptr;
        for (const Place &place : *m_scene.places) {
            if (place.kind != kind)
                continue;
            if (last)
                paint(*last, &place);
            last = &place;
        }
        if (last)
            paint(*last, nullptr);
    }

    void paintPlaces(Place::Kind kind)
    {
        forEach(kind, [&](const Place &place, const Place *next) {
            switch (kind) {
            case Place::Kind::Chapter: paintChapter(place, next); break;
            case Place::Kind::Cue: paintCue(place); break;
            case Place::Kind::NotInText: paintNotInText(place); break;
            case Place::Kind::MarkedOut: paintMarkedOut(place); break;
            case Place::Kind::Highlight:
            case Place::Kind::Moment: break;
            }
        });
    }

    [[nodiscard]] std::vector<bool> columnsNotInText(int count) const;
    void paintWave(const audio::Peaks &peaks);
    void paintCue(const Place &place);
    enum class Slope { Rising, Falling };
    void hatch(const QRectF &area, Slope slope, const QColor &colour);
    void paintNotInText(const Place &place);
    void paintMarkedOut(const Place &place);
    void paintChapter(const Place &place, const Place *next);
    void paintHighlights();
    void paintMoment(const Place &place);
    void paintLoop(const MediaSpan &loop);
    void paintEstimated();
    void paintRail();

    QPainter &m_painter;
    const TimelineScene &m_scene;
    Side m_side;
    const Theme &m_theme;
};

std::vector<bool> Picture::columnsNotInText(int count) const
{
    std::vector<bool> columns(size_t(count), false);
    const auto columnOf = [&](MediaTime time) {
        return std::clamp(int((m_scene.scale.xOf(time) - m_scene.scale.left) * m_scene.ratio), 0, count);
    };
    for (const Place::Kind kind : {Place::Kind::NotInText, Place::Kind::MarkedOut}) {
        forEach(kind, [&](const Place &place, const Place *) {
            std::fill(columns.begin() + columnOf(place.start), columns.begin() + columnOf(place.end), true);
        });
    }
    return columns;
}

// One column for each pixel of the device: the loudest in a softer colour, the mean in the full one, but
// for what is not in the text. Where it is silent, dots.
void Picture::paintWave(const audio::Peaks &peaks)
{
    const QRectF band = m_scene.bands.wave;
    const TimeScale &scale = m_scene.scale;
    const int count = int(std::round(scale.width * m_scene.ratio));
    const std::vector<audio::PeakColumn> columns = audio::columnsOf(peaks, scale.from, scale.to, count);
    const std::vector<bool> notInText = columnsNotInText(count);
    const quint8 loudest = audio::loudLevel(peaks);
    const quint8 silent = audio::silenceLevel(peaks);
    const QColor core = m_side == Side::Heard ? m_theme.accent : m_theme.quiet;
    const QColor outer =
        blended(core, m_side == Side::Heard ? m_theme.sentenceGround : m_theme.ground, m_theme.dark ? 0.5 : 0.45);
    const double middle = sharp(band.center().y());
    const double half = band.height() / 2 - m_scene.unit;
    const auto fill = [&](int column, double height, const QColor &colour) {
        const double from = std::max(devicePixel(), sharp(height * half));
        m_painter.fillRect(QRectF(scale.left + column * devicePixel(), middle - from, devicePixel(), 2 * from), colour);
    };
    const double end = scale.xOf(peaks.duration());
    const int dot = std::max(1, int(std::round(m_scene.unit * m_scene.ratio)));
    for (int i = 0; i < count && scale.left + i * devicePixel() < end; ++i) {
        const audio::PeakColumn column = columns[size_t(i)];
        if (column.peak < silent) {
            if (i / dot % 4 == 0)
                m_painter.fillRect(QRectF(scale.left + i * devicePixel(), middle, devicePixel(), dot * devicePixel()),
                                   core);
            continue;
        }
        fill(i, heightOf(column.peak, loudest), outer);
        if (!notInText[size_t(i)])
            fill(i, heightOf(column.mean, loudest), core);
    }
}

void Picture::hatch(const QRectF &area, Slope slope, const QColor &colour)
{
    const double step = 5 * m_scene.unit;
    const double top = slope == Slope::Rising ? area.top() : area.bottom();
    const double bottom = slope == Slope::Rising ? area.bottom() : area.top();
    m_painter.save();
    m_painter.setClipRect(area, Qt::IntersectClip);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(colour, m_scene.unit));
    const double first = std::floor((area.left() - area.height()) / step) * step;
    for (double x = first; x < area.right(); x += step)
        m_painter.drawLine(QPointF(x, bottom), QPointF(x + area.height(), top));
    m_painter.restore();
}

void Picture::paintCue(const Place &place)
{
    const QRectF area = extent(place, m_scene.bands.wave, 2 * m_scene.unit);
    if (!area.isEmpty())
        hatch(area, Slope::Rising, blended(m_theme.quiet, m_theme.ground, 0.5));
}

// A frame with teeth, in which the wave is hollow: no stretch of the text belongs here.
void Picture::paintNotInText(const Place &place)
{
    const QRectF area = extent(place, m_scene.bands.wave, 2 * m_scene.unit);
    if (area.isEmpty())
        return;
    const QColor colour = blended(m_theme.quiet, m_theme.ground, 0.5);
    const double line = std::max(devicePixel(), sharp(m_scene.unit));
    const double tick = sharp(area.height() * 0.18);
    for (double x = area.left(); x < area.right(); x += sharp(4 * m_scene.unit)) {
        m_painter.fillRect(QRectF(x, area.top(), line, tick), colour);
        m_painter.fillRect(QRectF(x, area.bottom() - tick, line, tick), colour);
    }
    m_painter.fillRect(QRectF(area.left(), area.top(), line, area.height()), m_theme.quiet);
    m_painter.fillRect(QRectF(area.right() - line, area.top(), line, area.height()), m_theme.quiet);
}

// The same in a closed frame, struck through the other way than a cue is hatched.
void Picture::paintMarkedOut(const Place &place)
{
    const QRectF area = extent(place, m_scene.bands.wave, 3 * m_scene.unit);
    if (area.isEmpty())
        return;
    hatch(area, Slope::Falling, m_theme.quiet);
    const double line = std::max(devicePixel(), sharp(m_scene.unit));
    m_painter.fillRect(QRectF(area.left(), area.top(), area.width(), line), m_theme.quiet);
    m_painter.fillRect(QRectF(area.left(), area.bottom() - line, area.width(), line), m_theme.quiet);
    m_painter.fillRect(QRectF(area.left(), area.top(), line, area.height()), m_theme.quiet);
    m_painter.fillRect(QRectF(area.right() - line, area.top(), line, area.height()), m_theme.quiet);
}

void Picture::paintChapter(const Place &place, const Place *next)
{
    const TimeScale &scale = m_scene.scale;
    if (place.start > scale.to || (next && next->start < scale.from))
        return;
    const QRectF titles = m_scene.bands.titles;
    const double x = sharp(std::max(scale.xOf(place.start), scale.left));
    const double line = std::max(devicePixel(), sharp(m_scene.unit));
    if (place.start >= scale.from) {
        const double top = titles.isEmpty() ? m_scene.bands.wave.top() : titles.top();
        m_painter.fillRect(QRectF(x, top, line, m_scene.bands.wave.bottom() - top), m_theme.quiet);
    }
    if (titles.isEmpty())
        return;
    const double end = next ? std::min(scale.xOf(next->start), scale.right()) : scale.right();
    const double gap = 4 * m_scene.unit;
    const QRectF room(x + line + gap, titles.top(), end - x - line - 2 * gap, titles.height());
    const QFontMetricsF metrics(m_scene.titleFont);
    // Two letters and an ellipsis help nobody.
    const double least = std::min(metrics.averageCharWidth() * 5, metrics.horizontalAdvance(place.text));
    if (room.width() < least)
        return;
    m_painter.setFont(m_scene.titleFont);
    m_painter.setPen(m_theme.quiet);
    m_painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                       metrics.elidedText(place.text, Qt::ElideRight, room.width()));
}

// The long ones first, so that a short one within is seen.
void Picture::paintHighlights()
{
    const QRectF band = m_scene.bands.marks;
    const double thickness = std::max(2 * m_scene.unit, 2 * devicePixel());
    std::vector<const Place *> shown;
    forEach(Place::Kind::Highlight, [&](const Place &place, const Place *) { shown.push_back(&place); });
    std::ranges::stable_sort(shown, std::ranges::greater(),
                             [](const Place *place) { return place->end - place->start; });
    for (const Place *place : shown) {
        const QRectF area = extent(*place, band, 3 * m_scene.unit);
        if (area.isEmpty())
            continue;
        const MarkStyle &style = m_theme.mark(place->mark);
        m_painter.fillRect(area, style.ground);
        const double top = sharp(area.bottom() - markLineHeight(thickness));
        m_painter.save();
        m_painter.setClipRect(area, Qt::IntersectClip);
        drawMarkLine(m_painter, style, area.left(), area.right(), top, thickness);
        m_painter.restore();
    }
    forEach(Place::Kind::Moment, [&](const Place &place, const Place *) { paintMoment(place); });
}

// A pennant.
void Picture::paintMoment(const Place &place)
{
    if (place.start < m_scene.scale.from || place.start > m_scene.scale.to)
        return;
    const QRectF band = m_scene.bands.marks;
    const double x = sharp(m_scene.scale.xOf(place.start));
    const double line = std::max(devicePixel(), sharp(m_scene.unit));
    const QColor colour = m_theme.mark(place.mark).line;
    m_painter.fillRect(QRectF(x, band.top(), line, band.height()), colour);
    const QPointF corners[] = {{x, band.top()},
                               {x + 6 * m_scene.unit, band.top() + band.height() * 0.3},
                               {x, band.top() + band.height() * 0.6}};
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    m_painter.drawPolygon(corners, int(std::size(corners)));
    m_painter.restore();
}

void Picture::paintLoop(const MediaSpan &loop)
{
    const QRectF area = extent({Place::Kind::Cue, loop.start, loop.end, {}}, m_scene.bands.wave, 4 * m_scene.unit);
    if (area.isEmpty())
        return;
    const double line = sharp(2 * m_scene.unit);
    const double hook = 5 * m_scene.unit;
    for (const double y : {area.top(), area.bottom() - line}) {
        m_painter.fillRect(QRectF(area.left(), y, std::min(hook, area.width() / 2), line), m_theme.ink);
        m_painter.fillRect(
            QRectF(area.right() - std::min(hook, area.width() / 2), y, std::min(hook, area.width() / 2), line),
            m_theme.ink);
    }
    m_painter.fillRect(QRectF(area.left(), area.top(), line, area.height()), m_theme.ink);
    m_painter.fillRect(QRectF(area.right() - line, area.top(), line, area.height()), m_theme.ink);
}

// Dots, as under an estimated word.
void Picture::paintEstimated()
{
    const double dot = sharp(2 * m_scene.unit);
    for (const MediaSpan &span : m_scene.estimated) {
        const QRectF area = extent({Place::Kind::Cue, span.start, span.end, {}}, m_scene.bands.exactness, dot);
        for (double x = area.left(); x < area.right(); x += 2 * dot)
            m_painter.fillRect(QRectF(x, area.top(), std::min(dot, area.right() - x), area.height()), m_theme.quiet);
    }
}

void Picture::paintRail()
{
    const QRectF wave = across(m_scene.bands.wave);
    const double line = sharp(2 * m_scene.unit);
    m_painter.fillRect(QRectF(wave.left(), wave.bottom() - line, wave.width(), line), m_theme.accent);
}

} // namespace

TimelineBands bandsFor(QSizeF size, double unit, double titleHeight)
{
    const bool isLow = size.height() < 36 * unit;
    const double marks = std::round((isLow ? 6 : 9) * unit);
    const double frame = std::round((isLow ? 1 : 3) * unit);
    const double top = frame + titleHeight;
    const double bottom = size.height() - frame;
    TimelineBands bands;
    bands.exactness = QRectF(0, 1, size.width(), std::max(1.0, frame - 1));
    if (titleHeight > 0)
        bands.titles = QRectF(0, frame, size.width(), titleHeight);
    bands.wave = QRectF(0, top, size.width(), bottom - marks - std::round(unit) - top);
    bands.marks = QRectF(0, bottom - marks, size.width(), marks);
    return bands;
}

QPixmap timelinePicture(const TimelineScene &scene, QSize size, Side side)
{
    QPixmap pixmap((QSizeF(size) * scene.ratio).toSize());
    pixmap.setDevicePixelRatio(scene.ratio);
    QPainter painter(&pixmap);
    Picture(painter, scene, side).paint(QRectF(QPointF(), QSizeF(size)));
    return pixmap;
}

double heightOf(quint8 level, quint8 loudest)
{
    return loudest == 0 ? 0 : std::pow(std::min(1.0, double(level) / loudest), 1.5);
}

} // namespace earmark::ui
