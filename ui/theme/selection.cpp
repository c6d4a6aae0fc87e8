// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/selection.h"

#include "ui/theme/theme.h"

#include <QStyleOptionViewItem>
#include <QWidget>

namespace earmark::ui {

void quietUnlessFocused(QStyleOptionViewItem &item)
{
    if (!item.widget || item.widget->hasFocus())
        return;
    const QColor text = item.palette.color(QPalette::WindowText);
    QColor ground = themeFor(item.palette).accent;
    ground.setAlphaF(0.14F);
    item.palette.setColor(QPalette::Highlight, ground);
    item.palette.setColor(QPalette::HighlightedText, text);
}

} // namespace earmark::ui
