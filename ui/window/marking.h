// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "library/libraryservice.h"
#include "ui/transcript/movement.h"
#include "ui/window/excerpt.h"

#include <QObject>

#include <functional>
#include <optional>

namespace earmark::ui {

class NotesPane;
class TranscriptView;

// What keys and menus do to highlights, moments and notes, and how the text and the notes go with each
// other: one shows what is chosen in the other. Nothing here does anything without a session.
//
// What is selected becomes a highlight of its own. Without a selection it is the highlight that is
// visited; else the one of just the cursor's sentence; else the smallest that holds the cursor's sentence,
// or its word where the cursor goes by words; else the sentence becomes one.
class Marking : public QObject
{
    Q_OBJECT

public:
    // `place`: where reading and listening is.
    Marking(library::LibraryService &service, playback::Player &player, TranscriptView &text, NotesPane &notes,
            std::function<MediaTime()> place, QObject *parent = nullptr);

    // nullptr: none. The session must outlive its being set.
    void setSession(library::EpisodeSession *session);

    // Highlights, or takes away the highlight that is there.
    void toggle(int sentences);
    // The same with this mark; a highlight with another mark gets this one.
    void mark(notes::Mark mark, int sentences);
    void markRecent();
    void selectRecent();
    void annotate();
    void annotateEpisode();
    void editTags();
    void bookmark();
    // The place in the audio as a link in the note that is being written.
    void insertTime();
    void moveEdge(Edge edge, Unit unit, Way way, int count);
    // Puts the lost highlight that is chosen in the notes, else the first one, on the words meant.
    void place();
    void split();
    void merge();
    void play();
    void play(HighlightId id);

    // The notes go along with what is heard.
    void showHeard(MediaTime position);

private:
    [[nodiscard]] const notes::Highlight *target(int sentences) const;
    [[nodiscard]] std::optional<HighlightId> targetForWords() const;
    [[nodiscard]] HighlightId highlightForWords();
    [[nodiscard]] std::optional<transcript::TokenSpan> recent() const;
    void chooseAtCursor();
    void done(HighlightId id);
    void show(HighlightId id);
    [[nodiscard]] const notes::Highlight *lost() const;

    library::LibraryService &m_service;
    playback::Player &m_player;
    TranscriptView &m_text;
    NotesPane &m_notes;
    std::function<MediaTime()> m_place;
    Excerpt m_excerpt;
    library::EpisodeSession *m_session = nullptr;
    notes::Mark m_mark = notes::Mark::One; // used last
    std::optional<HighlightId> m_heard;
};

} // namespace earmark::ui
