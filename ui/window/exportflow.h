// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/libraryservice.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

class QSettings;
class QWidget;

namespace earmark::library {
class EpisodeSession;
}

namespace earmark::ui {

class ExportDialog;
class MessageBar;

// Exports what the reader asks for, and, where the settings say so, each episode a moment after its
// highlights have changed; says what came of it. What waits is exported at the latest when this goes.
class ExportFlow : public QObject
{
    Q_OBJECT

public:
    ExportFlow(library::LibraryService &service, QSettings &settings, MessageBar &messages, QWidget *window);
    ~ExportFlow() override;

    // Asks what and where. `session`: the open episode, nullptr where none is; `shown`: the highlights of it
    // that the notes pane shows. The dialog closes itself.
    ExportDialog *ask(const library::EpisodeSession *session, const QSet<HighlightId> &shown);
    // An episode as Markdown in the layout used last.
    void exportEpisode(EpisodeId id, const QString &path);

private:
    struct Job {
        EpisodeId episode; // invalid: all
        library::ExportRequest request;
    };

    void start(const Job &job);
    void takeEdit(const notes::Edit &edit);
    void exportChanged();
    void finished(const QString &path, const exports::Written &written);
    void failed(const QString &path, const Error &error);

    library::LibraryService &m_service;
    QSettings &m_settings;
    MessageBar &m_messages;
    QWidget *m_window;
    QHash<QString, Job> m_asked;    // by path: to be tried again
    QSet<EpisodeId> m_changed;      // to be exported by itself
    QHash<QString, int> m_byItself; // under way, by folder
    QTimer m_delay;
};

} // namespace earmark::ui
