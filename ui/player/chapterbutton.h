// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/chapters.h"

#include <QToolButton>

#include <optional>

namespace earmark::ui {

class ChapterList;

// Shows which chapter is heard, as far as there is room, and lists them all. Hidden where there are none.
class ChapterButton : public QToolButton
{
    Q_OBJECT

public:
    explicit ChapterButton(QWidget *parent = nullptr);

    void setChapters(const std::vector<audio::Chapter> &chapters);
    void showPosition(MediaTime position); // called often
    void openList();

    [[nodiscard]] ChapterList *list() const { return m_list; }
    [[nodiscard]] QString shownTitle() const; // in full; empty between two chapters
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(earmark::MediaTime start);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<audio::Chapter> m_chapters;
    std::optional<size_t> m_current;
    ChapterList *m_list;
};

} // namespace earmark::ui
