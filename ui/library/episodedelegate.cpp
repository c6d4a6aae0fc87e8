// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/episodedelegate.h"

#include "ui/library/episodemodel.h"
#include "ui/theme/selection.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

namespace earmark::ui {

namespace {

constexpr int padding = 10; // pixels at each side
constexpr int gap = 2;      // between the lines

QFont detailFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

} // namespace

void EpisodeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    item.text.clear();
    quietUnlessFocused(item);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QColor ink = item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? ink : themeFor(item.palette).quiet;
    const QRect content = item.rect.adjusted(padding, padding - 2, -padding, -(padding - 2));
    const QFont small = detailFont(item.font);
    const QFontMetrics large(item.font);
    const QFontMetrics detail(small);

    painter->save();
    painter->setPen(ink);
    painter->setFont(item.font);
    const QRect titleLine(content.left(), content.top(), content.width(), large.height());
    painter->drawText(titleLine, Qt::AlignVCenter,
                      large.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, content.width()));
    painter->setPen(quiet);
    painter->setFont(small);
    const QRect detailLine(content.left(), titleLine.bottom() + 1 + gap, content.width(), detail.height());
    painter->drawText(
        detailLine, Qt::AlignVCenter,
        detail.elidedText(index.data(EpisodeModel::DetailRole).toString(), Qt::ElideRight, content.width()));
    painter->restore();
}

QSize EpisodeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(option.font).height() + gap + QFontMetrics(detailFont(option.font)).height();
    return {120, lines + 2 * (padding - 2)};
}

} // namespace earmark::ui
