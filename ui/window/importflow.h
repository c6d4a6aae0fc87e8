// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/libraryservice.h"

#include <QObject>

class QWidget;

namespace earmark::ui {

class ImportBar;
class MessageBar;
struct ClipContent;

// From files on a disk to an episode in the library: asks for them, has them imported, says what
// could not be read in them.
class ImportFlow : public QObject
{
    Q_OBJECT

public:
    ImportFlow(library::LibraryService &service, ImportBar &bar, MessageBar &messages, QWidget *window);

    void chooseFiles();
    void addFiles(const QStringList &paths);
    // What was copied or dropped: files, or the text of a transcript, which becomes an episode with the
    // audio that waits, if one does.
    void addContent(const ClipContent &content);
    void importSample();

Q_SIGNALS:
    // It is in the library now.
    void imported(earmark::EpisodeId id);
    // Rules of the glossary would correct so many places of it.
    void ruleHitsFound(earmark::EpisodeId id, int hits);
    // The reader wants to see what could not be read in its file.
    void warningsWanted(earmark::EpisodeId id);

private:
    void sayUnusable(ErrorCode code, const QString &path);
    void import(const library::ImportRequest &request);
    void finish(const library::Imported &imported);
    void fail(const Error &error);

    library::LibraryService &m_service;
    ImportBar &m_bar;
    MessageBar &m_messages;
    QWidget *m_window;
    QString m_folder; // where files were chosen last
};

} // namespace earmark::ui
