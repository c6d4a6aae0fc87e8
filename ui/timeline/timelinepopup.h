// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/spoken.h"

#include <QWidget>

namespace earmark::ui {

// Above the timeline: a time, what stands there, and the words that are said, the one just said in the
// middle, where the pointer is. Part of the window rather than a window of its own, and always of one size:
// so it moves without flicker on every desktop.
class TimelinePopup : public QWidget
{
    Q_OBJECT

public:
    struct Content {
        QString time;
        QString title; // the chapter, the cue, the mark
        Spoken spoken;

        bool operator==(const Content &) const = default;
    };

    // `window` is where it is shown.
    explicit TimelinePopup(QWidget *window);

    // With its middle at `x` and its lower edge at `bottom`, in the window's coordinates; inside the window.
    void showAt(int x, int bottom, const Content &content);
    [[nodiscard]] const Content &content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintWords(QPainter &painter, const QRectF &line) const;

    Content m_content;
};

} // namespace earmark::ui
