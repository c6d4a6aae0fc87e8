// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/waveformflow.h"

#include "library/episodesession.h"
#include "ui/timeline/timeline.h"

namespace earmark::ui {

using library::LibraryService;

WaveformFlow::WaveformFlow(LibraryService &service, Timeline &timeline, QObject *parent)
    : QObject(parent), m_service(service), m_timeline(timeline)
{
    connect(&service, &LibraryService::peaksProgressed, this, [this](EpisodeId id, double done) {
        if (isShown(id))
            m_timeline.setPeaksProgress(done);
    });
    connect(&service, &LibraryService::peaksRead, this,
            [this](EpisodeId id, const std::shared_ptr<const audio::Peaks> &peaks) {
                if (isShown(id))
                    m_timeline.setPeaks(peaks);
            });
    // What is wrong with the audio is said where it is to be played.
    connect(&service, &LibraryService::peaksFailed, this, [this](EpisodeId id, const Error &) {
        if (isShown(id))
            m_timeline.setPeaks(nullptr);
    });
}

void WaveformFlow::setSession(const library::EpisodeSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session)
        connect(session, &library::EpisodeSession::audioChanged, this, &WaveformFlow::ask);
    ask();
}

void WaveformFlow::ask()
{
    m_timeline.setPeaks(nullptr);
    if (m_session && !m_session->episode().audioPath.isEmpty())
        m_service.readPeaks(m_session->id());
    else
        m_service.cancelPeaks();
}

bool WaveformFlow::isShown(EpisodeId id) const
{
    return m_session && m_session->id() == id;
}

} // namespace earmark::ui
