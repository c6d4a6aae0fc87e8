// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/follower.h"

#include "transcript/timing.h"
#include "ui/transcript/transcriptview.h"

#include <QLoggingCategory>

#include <chrono>
#include <utility>

namespace earmark::ui {

namespace {

using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcFollow, "earmark.follow", QtInfoMsg)

constexpr auto interval = 16ms; // a frame of a 60 Hz screen

} // namespace

Follower::Follower(const playback::Player &player, TranscriptView &view, QObject *parent)
    : QObject(parent), m_player(player), m_view(view)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &Follower::tick);
    connect(&player, &playback::Player::stateChanged, this, &Follower::updateTimer);
    connect(&player, &playback::Player::positionJumped, this, &Follower::tick);
}

void Follower::setSession(const library::EpisodeSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_lit.reset();
    m_told.reset();
    if (session)
        connect(session, &library::EpisodeSession::timingsChanged, this, &Follower::tick);
}

void Follower::setWatched(bool watched)
{
    m_watched = watched;
    updateTimer();
}

void Follower::updateTimer()
{
    if (m_watched && m_player.state() == playback::Player::State::Playing) {
        m_timer.start();
    } else {
        m_timer.stop();
        tick();
    }
}

void Follower::tick()
{
    if (!m_session)
        return;
    using State = playback::Player::State;
    const State state = m_player.state();
    if (state != State::Playing && state != State::Paused) {
        light(std::nullopt, {});
        return;
    }
    const MediaTime position = m_player.position();
    light(heardAt(position), position);
    Q_EMIT positionShown(position);
}

// A pause within what is lit as one belongs to it.
std::optional<transcript::TokenIndex> Follower::heardAt(MediaTime position) const
{
    const auto token = transcript::tokenAt(m_session->timings(), position);
    const auto span = m_view.litSpan();
    if (token || !span)
        return token;
    const transcript::TokenIndex before = transcript::tokenBefore(m_session->timings(), position);
    return span->first <= before && before < span->last ? std::optional(before) : std::nullopt;
}

void Follower::light(std::optional<transcript::TokenIndex> token, MediaTime position)
{
    if (token == m_lit)
        return;
    m_lit = token;
    m_view.setLitToken(token);
    const auto span = m_view.litSpan();
    const auto told = span && span->count() > 1 ? span->first : token;
    if (std::exchange(m_told, told) != told && lcFollow().isDebugEnabled()) {
        const std::chrono::nanoseconds now = std::chrono::steady_clock::now().time_since_epoch();
        qCDebug(lcFollow).noquote().nospace()
            << "lit " << told.value_or(-1) << ' ' << qint64(position.count()) << ' ' << qint64(now.count());
    }
}

} // namespace earmark::ui
