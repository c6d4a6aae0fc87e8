// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/highlightdelegate.h"

#include "ui/notes/highlightmodel.h"
#include "ui/theme/markline.h"
#include "ui/theme/selection.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

constexpr int padding = 10; // pixels around a card's content
constexpr int stripe = 12;  // from the card's left edge to its text, beyond the padding
constexpr int gap = 4;      // between quote, note and time
constexpr int quoteLines = 3;
constexpr int noteLines = 2;
constexpr int footLines = 2;

struct Fonts {
    QFont quote;
    QFont note;
    QFont time;
};

Fonts fontsFor(const QFont &base)
{
    Fonts fonts{readingFont(1.0), base, base};
    fonts.quote.setPointSizeF(base.pointSizeF() * 1.05);
    fonts.time.setPointSizeF(base.pointSizeF() * 0.9);
    return fonts;
}

// Lays `text` out over at most `lines` lines, the last one with an ellipsis where more follows.
// Paints it when there is a painter; returns its height.
int layOut(QPainter *painter, const QString &text, const QFont &font, QPoint origin, int width, int lines)
{
    const QFontMetrics metrics(font);
    QTextLayout layout(text, font);
    layout.beginLayout();
    int height = 0;
    for (int n = 0; n < lines; ++n) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        const bool cut = n == lines - 1 && line.textStart() + line.textLength() < text.size();
        if (painter) {
            const QPointF place(origin.x(), origin.y() + height);
            if (cut) {
                const QString rest = metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, width);
                painter->setFont(font);
                painter->drawText(place + QPointF(0, line.ascent()), rest);
            } else {
                line.draw(painter, place);
            }
        }
        height += int(line.height());
    }
    layout.endLayout();
    return height;
}

// The place, what the mark means, the tags.
QString footOf(const QModelIndex &index)
{
    QStringList parts{index.data(HighlightModel::WhereRole).toString(),
                      index.data(HighlightModel::MarkNameRole).toString()};
    parts.removeAll(QString());
    QStringList tags = index.data(HighlightModel::TagsRole).toStringList();
    for (QString &tag : tags)
        tag.prepend(u'#');
    if (!tags.isEmpty())
        parts += tags.join(u' ');
    return parts.join(u" · "_s);
}

QString oneLine(const QString &note)
{
    return note.simplified();
}

int textWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return qMax(60, width - 2 * padding - stripe);
}

// The mark's line, standing upright at the left of `place`.
void paintStripe(QPainter *painter, const MarkStyle &style, const QRect &place)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(place.left() + 4, place.top());
    painter->rotate(90);
    drawMarkLine(*painter, style, 0, place.height(), 0, 3);
    painter->restore();
}

} // namespace

void HighlightDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    item.text.clear();
    quietUnlessFocused(item);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const Theme theme = themeFor(item.palette);
    const auto mark = notes::Mark(index.data(HighlightModel::MarkRole).toInt());
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QColor ink = item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? ink : theme.quiet;
    const Fonts fonts = fontsFor(item.font);
    const int width = textWidth(item);

    painter->save();
    MarkStyle markStyle = theme.mark(mark);
    if (selected && item.widget && item.widget->hasFocus())
        markStyle.line = ink;
    paintStripe(painter, markStyle, item.rect.adjusted(padding - 3, padding, 0, -padding));

    QPoint place(item.rect.left() + padding + stripe, item.rect.top() + padding);
    painter->setPen(ink);
    const QString quote = index.data(HighlightModel::QuoteRole).toString();
    place.ry() += layOut(painter, quote, fonts.quote, place, width, quoteLines) + gap;
    const QString note = oneLine(index.data(HighlightModel::NoteRole).toString());
    if (!note.isEmpty())
        place.ry() += layOut(painter, note, fonts.note, place, width, noteLines) + gap;
    painter->setPen(quiet);
    layOut(painter, footOf(index), fonts.time, place, width, footLines);
    if (!selected) {
        painter->setPen(theme.rule);
        painter->drawLine(item.rect.left() + padding, item.rect.bottom(), item.rect.right() - padding,
                          item.rect.bottom());
    }
    painter->restore();
}

QSize HighlightDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = textWidth(option);
    if (width != m_width || option.font != m_font) {
        m_heights.clear();
        m_width = width;
        m_font = option.font;
    }
    const auto id = index.data(HighlightModel::IdRole).value<HighlightId>();
    const auto known = m_heights.constFind(id);
    if (known != m_heights.constEnd())
        return {120, *known};
    const Fonts fonts = fontsFor(option.font);
    int height = layOut(nullptr, index.data(HighlightModel::QuoteRole).toString(), fonts.quote, {}, width, quoteLines);
    if (const QString note = oneLine(index.data(HighlightModel::NoteRole).toString()); !note.isEmpty())
        height += gap + layOut(nullptr, note, fonts.note, {}, width, noteLines);
    if (const QString foot = footOf(index); !foot.isEmpty())
        height += gap + layOut(nullptr, foot, fonts.time, {}, width, footLines);
    height += 2 * padding;
    m_heights.insert(id, height);
    return {120, height};
}

void HighlightDelegate::forget(HighlightId id)
{
    m_heights.remove(id);
}

void HighlightDelegate::forgetAll()
{
    m_heights.clear();
}

} // namespace earmark::ui
