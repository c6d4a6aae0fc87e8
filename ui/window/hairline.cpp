// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/hairline.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace earmark::ui {

Hairline::Hairline(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(2);
    hide();
}

void Hairline::setShare(double share)
{
    const int before = int(m_share * width());
    m_share = std::clamp(share, 0.0, 1.0);
    if (int(m_share * width()) != before)
        update();
}

void Hairline::paintEvent(QPaintEvent *)
{
    const Theme theme = themeFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.ground);
    painter.fillRect(QRectF(0, 0, m_share * width(), height()), theme.accent);
}

} // namespace earmark::ui
