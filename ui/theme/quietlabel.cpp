// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/quietlabel.h"

#include "ui/theme/theme.h"

#include <QEvent>

namespace earmark::ui {

QuietLabel::QuietLabel(QWidget *parent) : QLabel(parent)
{
    applyTheme();
}

void QuietLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

void QuietLabel::applyTheme()
{
    const QColor quiet = themeFor(parentWidget() ? parentWidget()->palette() : palette()).quiet;
    if (palette().color(QPalette::WindowText) == quiet)
        return;
    QPalette own; // all else stays the desktop's
    own.setColor(QPalette::WindowText, quiet);
    setPalette(own);
}

} // namespace earmark::ui
