// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/libraryservice.h"

#include <QObject>

class QWidget;

namespace earmark::ui {

class MessageBar;

// Where an episode's audio is now, when it has been moved or was never there: asks for it, has it
// taken, says what came of it.
class AudioFlow : public QObject
{
    Q_OBJECT

public:
    AudioFlow(library::LibraryService &service, MessageBar &messages, QWidget *window);

    // `known` is where the audio is thought to be; may be empty.
    void chooseFor(EpisodeId id, const QString &known);
    void setAudio(EpisodeId id, const QString &path);

Q_SIGNALS:
    // The episode's times are estimates, and its audio can better them.
    void alignmentUseful(earmark::EpisodeId id);

private:
    void finish(EpisodeId id, const library::AudioChange &change);
    void fail(EpisodeId id, const Error &error);

    library::LibraryService &m_service;
    MessageBar &m_messages;
    QWidget *m_window;
};

} // namespace earmark::ui
