// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineaccessible.h"

#include "ui/timeline/timeline.h"

#include <QAccessibleWidget>

#include <cmath>

namespace earmark::ui {

namespace {

constexpr double millisecondsPerSecond = 1000;

class TimelineAccessible : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit TimelineAccessible(Timeline *timeline)
        : QAccessibleWidget(timeline, QAccessible::Slider), m_timeline(*timeline)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        // Readers that pass over a slider's text tell its description all the same; what the widget is described
        // by is how its keys are used.
        switch (kind) {
        case QAccessible::Value:
        case QAccessible::Description: return m_timeline.valueText();
        case QAccessible::Help: return m_timeline.accessibleDescription();
        default: return QAccessibleWidget::text(kind);
        }
    }

    [[nodiscard]] QVariant currentValue() const override { return secondsOf(m_timeline.position()); }
    [[nodiscard]] QVariant maximumValue() const override { return secondsOf(m_timeline.duration()); }
    [[nodiscard]] QVariant minimumValue() const override { return 0.0; }
    [[nodiscard]] QVariant minimumStepSize() const override { return 1.0; }
    void setCurrentValue(const QVariant &value) override
    {
        m_timeline.seekTo(MediaTime(std::llround(value.toDouble() * millisecondsPerSecond)));
    }

private:
    static double secondsOf(MediaTime time) { return double(time.count()) / millisecondsPerSecond; }

    Timeline &m_timeline;
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *timeline = qobject_cast<Timeline *>(object);
    return timeline ? new TimelineAccessible(timeline) : nullptr;
}

} // namespace

void installTimelineAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(&makeAccessible);
        return true;
    }();
    static_cast<void>(installed);
}

} // namespace earmark::ui
