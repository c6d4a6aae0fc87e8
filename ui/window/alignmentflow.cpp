// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/alignmentflow.h"

#include "library/episodesession.h"
#include "library/errortext.h"
#include "library/remarktext.h"
#include "ui/player/alignmentbar.h"
#include "ui/window/messagebar.h"

#include <QFileInfo>

#include <algorithm>

namespace earmark::ui {

using library::LibraryService;

AlignmentFlow::AlignmentFlow(LibraryService &service, AlignmentBar &bar, MessageBar &messages, QObject *parent)
    : QObject(parent), m_service(service), m_bar(bar), m_messages(messages)
{
    connect(&bar, &AlignmentBar::alignRequested, this, &AlignmentFlow::alignAgain);
    connect(&bar, &AlignmentBar::cancelRequested, this, &AlignmentFlow::cancel);
    connect(&service, &LibraryService::alignmentStarted, this, &AlignmentFlow::started);
    connect(&service, &LibraryService::alignmentFinished, this, &AlignmentFlow::finished);
    connect(&service, &LibraryService::alignmentFailed, this, &AlignmentFlow::failed);
    connect(&service, &LibraryService::alignmentProgressed, this, [this](EpisodeId id, double done) {
        if (isShown(id))
            m_bar.setProgress(done);
    });
}

void AlignmentFlow::setSession(const library::EpisodeSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_messages.clear(Topic::Alignment);
    if (session)
        connect(session, &library::EpisodeSession::audioChanged, this, &AlignmentFlow::refresh);
    // The session takes new times after this has heard that they are there.
    if (session)
        connect(session, &library::EpisodeSession::timingsChanged, this, &AlignmentFlow::refresh);
    if (session && !session->episode().audioPath.isEmpty()
        && transcript::needsAlignment(session->transcript(), session->timings()) && !m_refused.contains(session->id()))
        start(session->id());
    refresh();
}

void AlignmentFlow::alignAgain()
{
    if (!m_session || m_session->episode().audioPath.isEmpty())
        return;
    m_messages.clear(Topic::Alignment);
    start(m_session->id());
    refresh();
}

void AlignmentFlow::start(EpisodeId id)
{
    m_wanted.insert(id);
    m_refused.remove(id);
    m_service.align(id);
}

void AlignmentFlow::cancel()
{
    if (m_session)
        m_service.cancelAlignment(m_session->id());
}

void AlignmentFlow::started(EpisodeId id)
{
    m_wanted.insert(id);
    m_running.insert(id);
    refresh();
}

void AlignmentFlow::finished(EpisodeId id, const align::Alignment &alignment)
{
    m_wanted.remove(id);
    m_running.remove(id);
    refresh();
    if (!isShown(id))
        return;
    const QString audio = QFileInfo(m_session->episode().audioPath).fileName();
    if (const QString damage = library::damageText(alignment, audio); !damage.isEmpty())
        m_messages.post({Topic::Alignment, Message::Kind::Warning, damage, {}, {}});
}

void AlignmentFlow::failed(EpisodeId id, const Error &error)
{
    m_wanted.remove(id);
    m_running.remove(id);
    m_refused.insert(id);
    refresh();
    // That the audio is missing is said where it cannot be played.
    if (!isShown(id) || error.code == ErrorCode::Cancelled || error.code == ErrorCode::FileNotFound)
        return;
    Message message{Topic::Alignment, Message::Kind::Error,
                    tr("The words could not be matched to the sound; their times stay as they were. %1")
                        .arg(library::errorText(error)),
                    tr("Try again"), [this] { alignAgain(); }};
    m_messages.post(std::move(message));
}

void AlignmentFlow::refresh()
{
    using State = AlignmentBar::State;
    State state = State::Exact;
    if (m_session && !m_session->episode().audioPath.isEmpty()) {
        if (m_running.contains(m_session->id()))
            state = State::Aligning;
        else if (m_wanted.contains(m_session->id()))
            state = State::Waiting;
        else if (transcript::needsAlignment(m_session->transcript(), m_session->timings()))
            state = State::Estimated;
    }
    const auto isEstimated = [](const transcript::WordTiming &timing) {
        return timing.origin == transcript::TimingOrigin::Estimated;
    };
    m_bar.setState(state, m_session && !std::ranges::all_of(m_session->timings(), isEstimated));
}

bool AlignmentFlow::isShown(EpisodeId id) const
{
    return m_session && m_session->id() == id;
}

} // namespace earmark::ui
