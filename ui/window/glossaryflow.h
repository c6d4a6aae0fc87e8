// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "library/libraryservice.h"
#include "playback/player.h"

#include <QObject>
#include <QPointer>

namespace earmark::ui {

class Excerpt;
class GlossaryDialog;
class MessageBar;
class TranscriptView;

// Words that are misheard again and again: the rules of the glossary, and where they would correct something.
class GlossaryFlow : public QObject
{
    Q_OBJECT

public:
    GlossaryFlow(library::LibraryService &service, playback::Player &player, TranscriptView &text, MessageBar &messages,
                 QWidget *window);

    // Nothing below does anything without one.
    void setSession(library::EpisodeSession *session);
    // The list of what the rules find, and of what sounds like a term.
    GlossaryDialog *show();
    // A rule of the correction at the cursor, or for the words that are selected, found or visited.
    GlossaryDialog *correctEverywhere();
    // The same for these words, over which `typed` was written: as a whole where they were chosen, of a whole
    // sentence the first words that differ.
    GlossaryDialog *correctEverywhere(transcript::TokenSpan span, const QString &typed);
    // An episode that was just imported has words that rules know: offers to show them.
    void offer(EpisodeId id, int hits);

private:
    GlossaryDialog *propose(const QString &heard, const QString &meant);
    void makeDialog();
    void compare();
    void play(transcript::TokenSpan span);
    void tellFailure(const Error &error);

    library::LibraryService &m_service;
    Excerpt *m_excerpt;
    TranscriptView &m_text;
    MessageBar &m_messages;
    QWidget *m_window;
    QPointer<library::EpisodeSession> m_session; // gone before the next one is set
    QPointer<GlossaryDialog> m_dialog;
    std::vector<glossary::Rule> m_rules;
    EpisodeId m_offered; // shown as soon as it is open
};

} // namespace earmark::ui
