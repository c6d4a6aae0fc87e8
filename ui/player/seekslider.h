// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace earmark::ui {

// A slider over milliseconds that jumps to where it is clicked and can be dragged on from there.
// valueChanged comes once a drag has ended; sliderMoved while it lasts.
class SeekSlider : public QSlider
{
    Q_OBJECT

public:
    explicit SeekSlider(QWidget *parent = nullptr);

protected:
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] int valueAt(int x) const;
};

} // namespace earmark::ui
