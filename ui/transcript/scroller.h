// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariantAnimation>

class QAbstractScrollArea;

namespace earmark::ui {

enum class Motion { AtOnce, Smooth };

// Moves a view up and down: at once, or within 150 ms where the desktop wants motion at all.
class Scroller : public QObject
{
    Q_OBJECT

public:
    explicit Scroller(QAbstractScrollArea *view);

    void scrollTo(double y, Motion motion);
    void stop();
    // Where the view will come to rest.
    [[nodiscard]] int target() const;

private:
    QAbstractScrollArea *m_view;
    QVariantAnimation m_animation;
};

} // namespace earmark::ui
