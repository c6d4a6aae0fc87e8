// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/dropoverlay.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace earmark::ui {

DropOverlay::DropOverlay(QWidget *pane) : QWidget(pane)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    pane->installEventFilter(this);
    hide();
}

void DropOverlay::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    update();
}

bool DropOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parent())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void DropOverlay::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setGeometry(parentWidget()->rect());
    raise();
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    const Theme theme = themeFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = theme.ground;
    veil.setAlphaF(0.85F);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(theme.accent, 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(12, 12, -12, -12), 8, 8);
    painter.setPen(theme.ink);
    painter.setFont(readingFont(1.2));
    painter.drawText(rect().adjusted(32, 32, -32, -32), Qt::AlignCenter | Qt::TextWordWrap, m_text);
}

} // namespace earmark::ui
