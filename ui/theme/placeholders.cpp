// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/placeholders.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>

namespace earmark::ui {

namespace {

void takeColour()
{
    QPalette palette = QApplication::palette(); // holds only what was set; the rest stays the desktop's
    const QColor quiet = themeFor(palette).quiet;
    if (palette.color(QPalette::PlaceholderText) == quiet)
        return;
    palette.setColor(QPalette::PlaceholderText, quiet);
    QApplication::setPalette(palette);
}

class Watcher : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationPaletteChange && watched == parent())
            takeColour();
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void keepPlaceholdersLegible(QApplication &application)
{
    application.installEventFilter(new Watcher(&application));
    takeColour();
}

} // namespace earmark::ui
