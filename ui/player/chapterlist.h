// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/chapters.h"

#include <QFrame>

#include <optional>

class QTreeWidget;
class QTreeWidgetItem;

namespace earmark::ui {

// All chapters with their times, over everything else until one is chosen, Escape is pressed or a place outside
// is clicked. Scrolls where they are more than fit the screen; typing goes to a title.
class ChapterList : public QFrame
{
    Q_OBJECT

public:
    explicit ChapterList(QWidget *parent);

    // Above `anchor`, which is as its parent has it. `current` is the one that is heard.
    void open(const std::vector<audio::Chapter> &chapters, std::optional<size_t> current, const QRect &anchor);
    [[nodiscard]] QTreeWidget *rows() const { return m_rows; }

Q_SIGNALS:
    void chosen(earmark::MediaTime start);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void fill(const std::vector<audio::Chapter> &chapters, std::optional<size_t> current);
    void place(const QRect &anchor);
    void choose(const QTreeWidgetItem *item);
    void follow(const QMouseEvent &moved);

    QTreeWidget *m_rows;
    QPoint m_pointer; // on the screen, when it was last looked at
};

} // namespace earmark::ui
