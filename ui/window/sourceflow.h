// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/libraryservice.h"

#include <QObject>

namespace earmark::library {
class EpisodeSession;
}

namespace earmark::ui {

class SourcePane;
class TranscriptView;

// Brings an episode's source to its pane while that is wanted, and keeps the same words selected and lit
// there and in the text. Both follow the sound, or neither.
class SourceFlow : public QObject
{
    Q_OBJECT

public:
    SourceFlow(library::LibraryService &service, SourcePane &pane, TranscriptView &text, QObject *parent);

    void setSession(library::EpisodeSession *session); // must outlive its being set
    // The pane is seen, or no more.
    void setShown(bool shown);
    // Goes to the first place that could not be read, as soon as the source is there.
    void showFirstWarning();

private:
    void fetch();
    void take(EpisodeId id, const std::shared_ptr<const library::EpisodeSource> &source);
    void markInSource();
    void lightInSource();

    library::LibraryService &m_service;
    SourcePane &m_pane;
    TranscriptView &m_text;
    library::EpisodeSession *m_session = nullptr;
    bool m_shown = false;
    bool m_fetching = false;
    bool m_warningWanted = false;
    bool m_fromSource = false; // the text's cursor is being moved by the source's
};

} // namespace earmark::ui
