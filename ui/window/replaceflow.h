// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/libraryservice.h"

#include <QObject>

class QWidget;

namespace earmark::ui {

class MessageBar;

// Another transcript for the open episode, and what became of its highlights.
class ReplaceFlow : public QObject
{
    Q_OBJECT

public:
    ReplaceFlow(library::LibraryService &service, MessageBar &messages, QWidget *window);

    // Asks for the file.
    void choose(EpisodeId id);
    void replace(EpisodeId id, const QString &path);

Q_SIGNALS:
    // What is open of the episode is out of date.
    void replaced(earmark::EpisodeId id);
    void alignmentUseful(earmark::EpisodeId id);

private:
    void finish(const library::Replaced &replaced);
    void fail(EpisodeId id, const Error &error);

    library::LibraryService &m_service;
    MessageBar &m_messages;
    QWidget *m_window;
};

} // namespace earmark::ui
