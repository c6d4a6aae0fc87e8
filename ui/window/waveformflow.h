// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/libraryservice.h"

#include <QObject>

namespace earmark::library {
class EpisodeSession;
}

namespace earmark::ui {

class Timeline;

// Has the outline of the open episode's sound read or measured for the timeline.
class WaveformFlow : public QObject
{
    Q_OBJECT

public:
    WaveformFlow(library::LibraryService &service, Timeline &timeline, QObject *parent = nullptr);

    // nullptr: none is open. The session must outlive its being set.
    void setSession(const library::EpisodeSession *session);

private:
    void ask();
    [[nodiscard]] bool isShown(EpisodeId id) const;

    library::LibraryService &m_service;
    Timeline &m_timeline;
    const library::EpisodeSession *m_session = nullptr;
};

} // namespace earmark::ui
