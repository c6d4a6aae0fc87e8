// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/scroller.h"

#include <QAbstractScrollArea>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace earmark::ui {

Scroller::Scroller(QAbstractScrollArea *view) : QObject(view), m_view(view)
{
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &value) { m_view->verticalScrollBar()->setValue(value.toInt()); });
}

void Scroller::scrollTo(double y, Motion motion)
{
    constexpr int Milliseconds = 150;
    QScrollBar *bar = m_view->verticalScrollBar();
    const int goal = std::clamp(int(std::lround(y)), bar->minimum(), bar->maximum());
    if (motion == Motion::Smooth && goal == target())
        return;
    stop();
    const bool still = m_view->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, m_view) == 0;
    if (motion == Motion::AtOnce || still || !m_view->isVisible()) {
        bar->setValue(goal);
        return;
    }
    m_animation.setDuration(Milliseconds);
    m_animation.setStartValue(bar->value());
    m_animation.setEndValue(goal);
    m_animation.start();
}

void Scroller::stop()
{
    m_animation.stop();
}

int Scroller::target() const
{
    return m_animation.state() == QAbstractAnimation::Running ? m_animation.endValue().toInt()
                                                              : m_view->verticalScrollBar()->value();
}

} // namespace earmark::ui
