// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"
#include "notes/history.h"
#include "reading/reading.h"

#include <QObject>

#include <memory>

namespace earmark::library {

class LibraryService;

// The episode being read: its text, its marks as they stand on the screen, and what can be undone.
// Every change shows at once and is sent to the library; one that could not be saved is taken back
// and announced by saveFailed. Lives on the window's thread.
class EpisodeSession : public QObject
{
    Q_OBJECT

public:
    EpisodeSession(std::shared_ptr<const OpenEpisode> episode, LibraryService &service, QObject *parent = nullptr);
    ~EpisodeSession() override;

    [[nodiscard]] EpisodeId id() const;
    [[nodiscard]] const store::Episode &episode() const;
    [[nodiscard]] const transcript::Transcript &transcript() const;
    [[nodiscard]] const transcript::Timings &timings() const;
    [[nodiscard]] const reading::Reading &reading() const;
    [[nodiscard]] MediaTime lastPosition() const; // where it was left
    [[nodiscard]] const std::vector<notes::Highlight> &highlights() const; // in the order of the text
    [[nodiscard]] const notes::Highlight *find(HighlightId id) const; // nullptr: not there (any more)
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] bool hasUnsavedEdits() const;

    // The highlight's id; marking the same span with the same mark again removes it (then invalid).
    HighlightId toggleHighlight(transcript::TokenSpan span, notes::Mark mark);
    void removeHighlight(HighlightId id);
    void setNote(HighlightId id, const QString &note);
    // Typing in a note after this is an undo step of its own.
    void closeNoteStep();
    void setMark(HighlightId id, notes::Mark mark);
    void undo();
    void redo();

Q_SIGNALS:
    void highlightAdded(const earmark::notes::Highlight &highlight);
    void highlightRemoved(earmark::HighlightId id);
    void highlightChanged(const earmark::notes::Highlight &highlight);
    void historyChanged();
    // `edit` was taken back on the screen.
    void saveFailed(const earmark::notes::Edit &edit, const earmark::Error &error);
    void allSaved();
    // New times, and with them a new reading: sentences and paragraphs may have moved.
    void timingsChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace earmark::library
