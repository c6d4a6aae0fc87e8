// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "playback/player.h"

#include <QObject>
#include <QPointer>

namespace earmark::ui {

class MessageBar;
class TimesDialog;
class TranscriptView;

// What a reader says of when words are heard: this word now, this stretch not at all.
class TimesFlow : public QObject
{
    Q_OBJECT

public:
    TimesFlow(playback::Player &player, TranscriptView &text, MessageBar &messages, QWidget *window);

    // Nothing below does anything without one.
    void setSession(library::EpisodeSession *session);

    // The word at the cursor is being heard now.
    void tap();
    // The stretch that is being repeated is not in the text; says how to choose one where there is none.
    // `keys`: those that begin and end it.
    void markStretch(const QString &keys);
    // What was said so far, to listen to it and to take it back.
    TimesDialog *showTimes();

private:
    void showFailure(const library::TimesChange &change, const Error &error);

    playback::Player &m_player;
    TranscriptView &m_text;
    MessageBar &m_messages;
    QWidget *m_window;
    QPointer<library::EpisodeSession> m_session; // gone before the next one is set
    QPointer<TimesDialog> m_dialog;
};

} // namespace earmark::ui
