// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/framedlist.h"

#include <cmath>

namespace earmark::ui {

void FramedList::showEvent(QShowEvent *event)
{
    const double ratio = devicePixelRatio();
    const int gap = ratio == std::floor(ratio) ? 0 : 1;
    setViewportMargins(gap, gap, gap, gap);
    QListWidget::showEvent(event);
}

} // namespace earmark::ui
