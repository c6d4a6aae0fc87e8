// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QWidget>

class QAction;
class QLabel;
class QListView;

namespace earmark::ui {

class EpisodeModel;

// The list of episodes at the window's left.
class LibraryPane : public QWidget
{
    Q_OBJECT

public:
    // `remove` is offered for the episode under the pointer.
    LibraryPane(EpisodeModel &model, QAction *remove, QWidget *parent = nullptr);

    [[nodiscard]] QListView *list() const { return m_list; }
    // Shows which episode is open, without opening it again.
    void setCurrent(EpisodeId id);
    // Says that there may be episodes, until some are listed.
    void setUnusable();
    [[nodiscard]] EpisodeId current() const;

Q_SIGNALS:
    void episodeChosen(earmark::EpisodeId id);

private:
    void updateEmpty();

    EpisodeModel &m_model;
    QListView *m_list;
    QLabel *m_empty;
};

} // namespace earmark::ui
