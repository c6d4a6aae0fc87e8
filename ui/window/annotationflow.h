// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/libraryservice.h"

#include <QObject>

class QWidget;

namespace earmark::ui {

class MessageBar;

// Annotations of a file into the library, and what became of them.
class AnnotationFlow : public QObject
{
    Q_OBJECT

public:
    AnnotationFlow(library::LibraryService &service, MessageBar &messages, QWidget *window);

    // Asks for the file.
    void choose();

private:
    void finish(const library::ImportedAnnotations &imported);
    void fail(const Error &error);

    library::LibraryService &m_service;
    MessageBar &m_messages;
    QWidget *m_window;
};

} // namespace earmark::ui
