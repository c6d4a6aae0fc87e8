// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "notes/history.h"

#include <QObject>

#include <memory>
#include <vector>

namespace earmark::library {

class LibraryService;

// An episode's highlights as they stand on the screen, and their way to the disk: what can be saved
// is, what cannot is taken back or kept as episodesession.h promises. Lives on the window's thread.
class ScreenHighlights : public QObject
{
    Q_OBJECT

public:
    // `edition` of the transcript on the screen.
    ScreenHighlights(EpisodeId episode, int edition, std::vector<notes::Highlight> saved, LibraryService &service);
    ~ScreenHighlights() override;

    [[nodiscard]] const std::vector<notes::Highlight> &all() const; // in the order of the text
    [[nodiscard]] const notes::Highlight *find(HighlightId id) const;
    [[nodiscard]] bool hasUnsavedEdits() const;
    [[nodiscard]] bool isUnsaved(HighlightId id) const;

    // Shows the changes and sends them on their way. Each edit's `before` is what is shown now, and no
    // two are of the same highlight. Several are written together or not at all, and taken back
    // together; false, with nothing done, while one of their highlights waits for the disk to take what
    // it refused, because they could not be kept together then.
    bool make(const notes::Step &step);
    // The highlight whose note is being written stays on the screen, though nothing may have been typed
    // yet; invalid: none is.
    void setWriting(HighlightId id);
    // From now on the library holds another edition of the transcript: what it tells of highlights is not
    // about what is on the screen.
    void end();
    // Sends what was refused and kept once more.
    void retry();

Q_SIGNALS:
    void added(const earmark::notes::Highlight &highlight);
    void removed(earmark::HighlightId id);
    void changed(const earmark::notes::Highlight &highlight);
    // Follows `added`, `removed` or `changed` of the taking back, once for each edit refused.
    void takenBack(const earmark::notes::Edit &edit);
    // As EpisodeSession's.
    void saveFailed(const earmark::notes::Edit &edit, const earmark::Error &error);
    void allSaved();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace earmark::library
