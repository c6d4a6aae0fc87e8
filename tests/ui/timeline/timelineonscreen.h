// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/libraryservice.h"
#include "ui/timeline/timeline.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace earmark::ui {

// A timeline with its sound in a window that has room above it, for each test function a new one.
class TimelineOnScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

protected:
    void show(library::OpenEpisode episode, int width);
    // Where a time is, at this share of the height.
    [[nodiscard]] QPoint at(MediaTime time, double share) const;

    QTemporaryDir m_folder;
    library::LibraryService m_service{m_folder.filePath(QStringLiteral("library.db"))};
    std::unique_ptr<library::EpisodeSession> m_session;
    std::unique_ptr<QWidget> m_window;
    Timeline *m_timeline = nullptr;
};

} // namespace earmark::ui
