// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace earmark::ui {

// A list whose frame is whole at every scale. Where a pixel of the screen is a fraction of one of Qt's, the
// viewport is rounded outwards, over the frame at every second place; so it keeps a pixel away there.
class FramedList : public QListWidget
{
    Q_OBJECT

public:
    using QListWidget::QListWidget;

protected:
    void showEvent(QShowEvent *event) override;
};

} // namespace earmark::ui
