// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "library/libraryservice.h"
#include "playback/player.h"
#include "ui/transcript/transcriptview.h"

#include <QObject>
#include <QPointer>

namespace earmark::ui {

class ChangesDialog;
class MessageBar;

// What keys and menus change of the text: words, who speaks, headings. Nothing here does anything without a
// session.
class Amending : public QObject
{
    Q_OBJECT

public:
    Amending(library::LibraryService &service, playback::Player &player, TranscriptView &text, MessageBar &messages,
             QWidget *window);

    // nullptr: none. The session must outlive its being set.
    void setSession(library::EpisodeSession *session);

    // What is selected, else the word at the cursor, else its sentence.
    void correctWords();
    void askWhoSpeaks();
    // Of whoever speaks at the cursor, everywhere. `whoSpeaks`: the keys that say it of one place.
    void nameSpeaker(const QString &whoSpeaks);
    void joinParagraph();
    void writeHeading();
    // All that was changed, to look at, hear and take back.
    ChangesDialog *showChanges();

private:
    void take(TranscriptView::Field what, transcript::TokenSpan span, const QString &text);
    void showFailure(const transcript::AmendmentStep &step, const Error &error);

    playback::Player &m_player;
    TranscriptView &m_text;
    MessageBar &m_messages;
    QWidget *m_window;
    QPointer<library::EpisodeSession> m_session;
    QPointer<ChangesDialog> m_dialog;
};

} // namespace earmark::ui
