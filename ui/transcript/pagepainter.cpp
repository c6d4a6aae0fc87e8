// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/pagepainter.h"

#include "ui/theme/markline.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace earmark::ui {
namespace {

using transcript::TokenSpan;

// In em.
constexpr double LineThickness = 1.5 / 17;
constexpr double LineBelowBaseline = 2.6 / 17;
constexpr double LaneHeight = 3.4 / 17;
constexpr double FootHeight = 4.0 / 17;
constexpr double BarBeforeText = 1.0;
constexpr double NoteAfterText = 0.7;
constexpr double NoteSize = 0.62;
constexpr double HitRadius = 3.0 / 17;
constexpr double CorrectionBelow = 1.6 / 17;
constexpr double LinesOfHeading = 8; // that reach up from their paragraph, at most

bool intersects(TokenSpan span, const reading::Paragraph &paragraph)
{
    return span.overlaps(paragraph.span);
}

QRectF barRect(const Page &page, const QTextBlock &block, double top, double bottom)
{
    const double width = std::max(3.0, std::round(page.em * 3 / 17));
    const double away = std::round(page.em * BarBeforeText);
    const bool fromRight = block.textDirection() == Qt::RightToLeft;
    return QRectF(fromRight ? page.column.right() + away - width : page.column.left - away, top, width, bottom - top);
}

} // namespace

PagePainter::PagePainter(const QTextDocument &document, const Page &page, const Scene &scene)
    : m_document(document), m_page(page), m_scene(scene), m_geometry(document, page)
{
}

double PagePainter::thickness() const
{
    return std::max(1.5, m_page.em * LineThickness);
}

std::vector<LineBox> PagePainter::boxes(const QTextBlock &block, TokenSpan span) const
{
    return m_geometry.boxes(block, reading::rangeOf(m_scene.reading, span));
}

QRectF PagePainter::inkRect(const LineBox &box) const
{
    return QRectF(QPointF(box.band.left(), box.baseline - m_page.ascent),
                  QPointF(box.band.right(), box.baseline + m_page.descent));
}

void PagePainter::paint(QPainter &painter, const QRectF &clip) const
{
    // Underlines reach below their line, names above their paragraph.
    const double above = clip.top() - 2 * m_page.pitch;
    const double below = clip.bottom() + LinesOfHeading * m_page.pitch;
    for (QTextBlock block = m_geometry.blockAt(above); block.isValid(); block = block.next()) {
        if (m_geometry.blockRect(block).top() > below)
            break;
        if (!paragraphAt(m_scene.reading, block))
            continue;
        paintSentence(painter, block);
        paintMarkGrounds(painter, block);
        paintWords(painter, block);
        paintMarkLines(painter, block);
        paintHits(painter, block);
        paintCorrections(painter, block);
        paintHeading(painter, block);
        paintSpeaker(painter, block);
        paintVisited(painter, block);
        paintSigns(painter, block);
        paintTime(painter, block);
        paintRaw(painter, block);
    }
}

void PagePainter::paintSentence(QPainter &painter, const QTextBlock &block) const
{
    if (!m_scene.sentence || !intersects(*m_scene.sentence, *paragraphAt(m_scene.reading, block)))
        return;
    const auto lines = boxes(block, *m_scene.sentence);
    if (lines.empty())
        return;
    const double side = std::round(m_page.em * 3 / 17);
    for (const LineBox &line : lines)
        painter.fillRect(line.band.adjusted(-side, 0, side, 0), m_page.theme.sentenceGround);

    QColor bar = m_page.theme.accent;
    if (!m_scene.hasFocus)
        bar.setAlphaF(0.45F);
    painter.fillRect(barRect(m_page, block, lines.front().band.top(), lines.back().band.bottom()), bar);
}

void PagePainter::paintMarkGrounds(QPainter &painter, const QTextBlock &block) const
{
    const reading::Paragraph &paragraph = *paragraphAt(m_scene.reading, block);
    std::vector<const LaidMark *> here;
    for (const LaidMark &mark : marksAround(m_scene.marks, paragraph.span)) {
        if (mark.place == notes::Place::Words && intersects(mark.span, paragraph))
            here.push_back(&mark);
    }
    // The longest first, so that a mark within another is seen.
    std::stable_sort(here.begin(), here.end(),
                     [](const LaidMark *a, const LaidMark *b) { return a->span.count() > b->span.count(); });
    for (const LaidMark *mark : here) {
        for (const LineBox &line : boxes(block, mark->span))
            painter.fillRect(inkRect(line).adjusted(-1, 0, 1, 0), m_page.theme.mark(mark->mark).ground);
    }
}

// Stacked, each with its own pattern and a foot where it begins and ends, so that marks that touch or
// nest are told apart without colour.
void PagePainter::paintMarkLines(QPainter &painter, const QTextBlock &block) const
{
    const reading::Paragraph &paragraph = *paragraphAt(m_scene.reading, block);
    const double foot = std::round(m_page.em * FootHeight);
    const double hair = std::max(1.0, std::round(thickness() * 0.7));
    for (const LaidMark &mark : marksAround(m_scene.marks, paragraph.span)) {
        const TokenSpan lined{mark.lined, mark.span.last};
        if (mark.place != notes::Place::Words || mark.lined > mark.span.last || !intersects(lined, paragraph))
            continue;
        const auto lines = boxes(block, lined);
        if (lines.empty())
            continue;
        const MarkStyle &style = m_page.theme.mark(mark.mark);
        const auto top = [&](const LineBox &line) {
            return std::round(line.baseline + m_page.em * (LineBelowBaseline + mark.lane * LaneHeight));
        };
        for (const LineBox &line : lines)
            drawMarkLine(painter, style, line.band.left(), line.band.right(), top(line), thickness());
        const bool fromRight = block.textDirection() == Qt::RightToLeft;
        const auto paintFoot = [&](const LineBox &line, bool right) {
            const double x = right ? std::round(line.band.right()) - hair : std::round(line.band.left());
            painter.fillRect(QRectF(x, top(line) + thickness() - foot, hair, foot), style.line);
        };
        if (paragraph.span.contains(lined.first))
            paintFoot(lines.front(), fromRight);
        if (paragraph.span.contains(mark.span.last))
            paintFoot(lines.back(), !fromRight);
    }
}

// The outline of the highlight that the reader visits, and a bar in the margin beside it.
void PagePainter::paintVisited(QPainter &painter, const QTextBlock &block) const
{
    if (!m_scene.visited)
        return;
    const reading::Paragraph &paragraph = *paragraphAt(m_scene.reading, block);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = m_page.em * HitRadius;
    QColor colour = m_page.theme.accent;
    if (!m_scene.hasFocus)
        colour.setAlphaF(0.6F);
    for (const LaidMark &mark : marksAround(m_scene.marks, paragraph.span)) {
        if (mark.id != *m_scene.visited || !intersects(mark.span, paragraph))
            continue;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 2));
        const double below = m_page.em * (LineBelowBaseline + mark.lane * LaneHeight) + 2 * thickness();
        for (const LineBox &line : boxes(block, mark.span)) {
            QRectF around = inkRect(line);
            around.setBottom(std::max(around.bottom(), line.baseline + below));
            painter.drawRoundedRect(around.adjusted(-3, -1, 3, 2), radius, radius);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void PagePainter::paintWords(QPainter &painter, const QTextBlock &block) const
{
    const reading::Paragraph &paragraph = *paragraphAt(m_scene.reading, block);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_scene.lit && intersects(m_scene.lit->span, paragraph)) {
        const double radius = m_page.em * 3 / 17;
        for (const LineBox &line : boxes(block, m_scene.lit->span)) {
            const QRectF ink = inkRect(line).adjusted(-2, 0, 2, 0);
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_scene.lit->isEstimated ? m_page.theme.estimatedWordGround : m_page.theme.wordGround);
            painter.drawRoundedRect(ink, radius, radius);
            MarkStyle style;
            style.line = m_page.theme.accent;
            style.pattern = m_scene.lit->isEstimated ? LinePattern::Dashed : LinePattern::Solid;
            const double height = std::round(thickness() * 1.4);
            drawMarkLine(painter, style, ink.left() + 2, ink.right() - 2, std::round(ink.bottom()) - 1, height);
        }
    }
    if (m_scene.word && m_scene.hasFocus && paragraph.span.contains(*m_scene.word)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_page.theme.accent, 1));
        for (const LineBox &line : boxes(block, {*m_scene.word, *m_scene.word}))
            painter.drawRoundedRect(QRectF(inkRect(line).toAlignedRect().adjusted(-2, 0, 1, 0)).translated(0.5, 0.5), 3,
                                    3);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

// Outlined, so that they are told from marks and from the word being spoken without colour; the current
// one has a thick outline and a ground.
void PagePainter::paintHits(QPainter &painter, const QTextBlock &block) const
{
    const int end = block.position() + block.length();
    auto hit = std::lower_bound(m_scene.hits.begin(), m_scene.hits.end(), block.position(),
                                [](reading::TextRange range, int at) { return range.end <= at; });
    if (hit == m_scene.hits.end() || hit->begin >= end)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = m_page.em * HitRadius;
    for (; hit != m_scene.hits.end() && hit->begin < end; ++hit) {
        const bool current = m_scene.hit == size_t(hit - m_scene.hits.begin());
        painter.setBrush(current ? QBrush(m_page.theme.wordGround) : QBrush(Qt::NoBrush));
        painter.setPen(QPen(current ? m_page.theme.accent : m_page.theme.quiet, current ? 2 : 1));
        for (const LineBox &line : m_geometry.boxes(block, *hit))
            painter.drawRoundedRect(QRectF(inkRect(line).toAlignedRect().adjusted(-2, 0, 1, 0)).translated(0.5, 0.5),
                                    radius, radius);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

// Dots close below the words, finer than any mark's.
void PagePainter::paintCorrections(QPainter &painter, const QTextBlock &block) const
{
    const reading::Paragraph &paragraph = *paragraphAt(m_scene.reading, block);
    auto span = std::ranges::lower_bound(m_scene.corrections, paragraph.span.first, {}, &TokenSpan::last);
    const double dot = std::max(1.0, std::round(m_page.em / 17));
    for (; span != m_scene.corrections.end() && span->first <= paragraph.span.last; ++span) {
        for (const LineBox &line : boxes(block, *span)) {
            const double y = std::round(line.baseline + m_page.em * CorrectionBelow);
            for (double x = std::round(line.band.left()); x < line.band.right(); x += 3 * dot)
                painter.fillRect(QRectF(x, y, dot, dot), m_page.theme.quiet);
        }
    }
}

namespace {

// A sheet with two lines of writing: there is a note.
void paintSheet(QPainter &painter, const QRectF &place, const MarkStyle &style, const QColor &ground)
{
    const double size = place.width();
    painter.fillRect(place, style.line);
    for (const double y : {0.3, 0.6})
        painter.fillRect(QRectF(place.left() + size * 0.2, std::round(place.top() + size * y),
                                size * (y < 0.5 ? 0.6 : 0.4), std::max(1.0, std::round(size * 0.1))),
                         ground);
}

// A plus: one more mark begins here than there is room for below the line.
void paintPlus(QPainter &painter, const QRectF &place, const MarkStyle &style)
{
    const double stroke = std::max(2.0, std::round(place.width() * 0.2));
    const double middle = std::round((place.width() - stroke) / 2);
    painter.fillRect(QRectF(place.left() + middle, place.top(), stroke, place.height()), style.line);
    painter.fillRect(QRectF(place.left(), place.top() + middle, place.width(), stroke), style.line);
}

// A pennant: a moment is marked here.
void paintPennant(QPainter &painter, const QRectF &place, const MarkStyle &style)
{
    const double size = place.width();
    const double staff = std::max(1.0, std::round(size * 0.15));
    painter.fillRect(QRectF(place.left(), place.top(), staff, place.height()), style.line);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.line);
    const double x = place.left() + staff;
    painter.drawPolygon(QPolygonF({QPointF(x, place.top()), QPointF(place.right(), place.top() + size * 0.3),
                                   QPointF(x, place.top() + size * 0.6)}));
    painter.restore();
}

} // namespace

void PagePainter::paintSigns(QPainter &painter, const QTextBlock &block) const
{
    const reading::Paragraph &paragraph = *paragraphAt(m_scene.reading, block);
    const double size = std::round(m_page.em * NoteSize);
    const double step = std::round(size * 1.4);
    const bool fromRight = block.textDirection() == Qt::RightToLeft;
    double lastBaseline = -1;
    int onLine = 0;
    for (const LaidMark &mark : marksAround(m_scene.marks, paragraph.span)) {
        const bool moment = mark.place == notes::Place::Moment;
        if (!(mark.hasNote || moment || mark.isCrowded()) || !paragraph.span.contains(mark.span.first))
            continue;
        const int begin = m_scene.reading.tokenRanges[size_t(mark.span.first)].begin;
        const double baseline = m_geometry.lineAt(begin).baseline;
        onLine = baseline == lastBaseline ? onLine : 0;
        lastBaseline = baseline;
        const auto place = [&] {
            const double away = std::round(m_page.em * NoteAfterText) + onLine++ * step;
            return QRectF(fromRight ? m_page.column.left - away - size : m_page.column.right() + away,
                          std::round(baseline - size), size, size);
        };
        const MarkStyle &style = m_page.theme.mark(mark.mark);
        if (moment)
            paintPennant(painter, place(), style);
        if (mark.isCrowded())
            paintPlus(painter, place(), style);
        if (mark.hasNote)
            paintSheet(painter, place(), style, m_page.theme.ground);
    }
}

QRectF PagePainter::tokensRect(TokenSpan span, const QRectF &clip) const
{
    QRectF rect;
    const reading::TextRange range = reading::rangeOf(m_scene.reading, span);
    for (QTextBlock block =
             std::max(m_geometry.blockAt(clip.top()), m_document.findBlock(range.begin),
                      [](const QTextBlock &a, const QTextBlock &b) { return a.position() < b.position(); });
         block.isValid() && block.position() < range.end && m_geometry.blockRect(block).top() <= clip.bottom();
         block = block.next()) {
        for (const LineBox &line : m_geometry.boxes(block, range))
            rect |= line.band;
    }
    // Rounded ground and outline at the sides, underlines below.
    return rect.isNull() ? rect : rect.adjusted(-4, -4, 4, m_page.pitch / 3);
}

QRectF PagePainter::sentenceRect(TokenSpan sentence, const QRectF &clip) const
{
    QRectF rect = tokensRect(sentence, clip);
    if (!rect.isNull()) {
        rect.setLeft(clip.left());
        rect.setRight(clip.right());
    }
    return rect;
}

} // namespace earmark::ui
