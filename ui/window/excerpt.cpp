// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/excerpt.h"

#include <QScopedValueRollback>

namespace earmark::ui {

using namespace std::chrono_literals;
using playback::Player;

Excerpt::Excerpt(Player &player, QObject *parent) : QObject(parent), m_player(player)
{
    m_poll.setInterval(20ms);
    m_poll.setTimerType(Qt::PreciseTimer);
    connect(&m_poll, &QTimer::timeout, this, &Excerpt::check);
    connect(&player, &Player::positionJumped, this, [this] {
        if (!m_jumping)
            m_poll.stop();
    });
    connect(&player, &Player::stateChanged, this, [this](Player::State state) {
        if (state != Player::State::Playing)
            m_poll.stop();
    });
}

void Excerpt::play(MediaTime start, MediaTime end)
{
    {
        const QScopedValueRollback jumping(m_jumping, true);
        if (!m_player.playFrom(start))
            return;
    }
    m_end = end;
    if (m_player.state() == Player::State::Playing)
        m_poll.start();
}

void Excerpt::check()
{
    if (m_player.position() < m_end)
        return;
    m_poll.stop();
    m_player.pause();
}

} // namespace earmark::ui
