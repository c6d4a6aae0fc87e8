// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/align.h"
#include "library/libraryservice.h"

#include <QObject>
#include <QSet>

namespace earmark::library {
class EpisodeSession;
}

namespace earmark::ui {

class AlignmentBar;
class MessageBar;

// Has the open episode's words matched to its sound when that has not been done, and shows how far
// that is.
class AlignmentFlow : public QObject
{
    Q_OBJECT

public:
    AlignmentFlow(library::LibraryService &service, AlignmentBar &bar, MessageBar &messages, QObject *parent = nullptr);

    // nullptr: none is open. The session must outlive its being set.
    void setSession(const library::EpisodeSession *session);
    // As the reader asks, whatever the times are like.
    void alignAgain();

private:
    void start(EpisodeId id);
    void cancel();
    void started(EpisodeId id);
    void finished(EpisodeId id, const align::Alignment &alignment);
    void failed(EpisodeId id, const Error &error);
    void refresh();
    [[nodiscard]] bool isShown(EpisodeId id) const;

    library::LibraryService &m_service;
    AlignmentBar &m_bar;
    MessageBar &m_messages;
    const library::EpisodeSession *m_session = nullptr;
    QSet<EpisodeId> m_wanted; // asked for, not answered yet
    QSet<EpisodeId> m_running;
    QSet<EpisodeId> m_refused; // cancelled or failed; not tried again unasked
};

} // namespace earmark::ui
