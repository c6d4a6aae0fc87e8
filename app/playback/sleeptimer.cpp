// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/sleeptimer.h"

#include <algorithm>
#include <utility>

namespace earmark::playback {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr auto interval = 50ms; // so that the fade has no steps
constexpr auto restoring = 500ms;

} // namespace

SleepTimer::SleepTimer(Player &player, QObject *parent) : QObject(parent), m_player(player)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &SleepTimer::tick);
    connect(&player, &Player::stateChanged, this, [this](Player::State state) {
        m_ticked = Clock::now();
        if (state == Player::State::Playing && m_until != Until::Off) {
            m_timer.start();
            return;
        }
        m_timer.stop();
        const bool isGone = state == Player::State::Empty || state == Player::State::Loading;
        if (isGone && m_until != Until::Off && m_until != Until::Time)
            cancel(); // it was about another file
    });
    // Whoever goes to another chapter means that one's end.
    connect(&player, &Player::positionJumped, this, [this](MediaTime position) {
        if (m_until == Until::ChapterEnd)
            m_end = m_endAfter(position);
    });
    connect(&player, &Player::finished, this, [this] {
        if (m_until == Until::ChapterEnd || m_until == Until::FileEnd)
            cancel();
    });
}

void SleepTimer::startFor(std::chrono::seconds time)
{
    m_asked = time;
    m_left = time;
    start(Until::Time);
}

void SleepTimer::startForChapter(EndAfter endAfter)
{
    m_endAfter = std::move(endAfter);
    start(Until::ChapterEnd);
}

void SleepTimer::startForFile()
{
    start(Until::FileEnd);
}

void SleepTimer::start(Until until)
{
    m_until = until;
    m_ticked = Clock::now();
    m_told = -1s;
    m_end = {};
    m_player.setAttenuation(1);
    if (m_player.state() == Player::State::Playing)
        m_timer.start();
    Q_EMIT changed();
}

void SleepTimer::cancel()
{
    m_timer.stop();
    m_player.setAttenuation(1);
    if (std::exchange(m_until, Until::Off) != Until::Off)
        Q_EMIT changed();
}

std::chrono::milliseconds SleepTimer::left() const
{
    if (m_until == Until::Off)
        return 0ms;
    if (m_until == Until::Time)
        return m_left;
    const MediaTime position = m_player.position();
    const MediaTime end = m_until == Until::ChapterEnd ? m_endAfter(position) : m_player.duration();
    return std::chrono::milliseconds(qint64(double(std::max(end - position, MediaTime(0)).count()) / m_player.speed()));
}

// Whether the chapter that was played just now has played out, however late this is asked.
bool SleepTimer::hasPassedTheEnd()
{
    const MediaTime position = m_player.position();
    const bool has = m_end > MediaTime(0) && position >= m_end && position - m_end < 2s;
    m_end = m_endAfter(position);
    return has;
}

void SleepTimer::tick()
{
    const auto now = Clock::now();
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(now - std::exchange(m_ticked, now));
    m_left = std::max(m_left - since, 0ms);
    const std::chrono::milliseconds left = this->left();
    // The file's own end needs no fading, and is told by finished().
    if (m_until != Until::FileEnd) {
        if (left <= interval || (m_until == Until::ChapterEnd && hasPassedTheEnd())) {
            sleep();
            return;
        }
        m_player.setAttenuation(std::min(1.0, double(left.count()) / double(std::chrono::milliseconds(fade).count())));
    }
    if (const auto seconds = std::chrono::ceil<std::chrono::seconds>(left); std::exchange(m_told, seconds) != seconds)
        Q_EMIT leftChanged();
}

void SleepTimer::sleep()
{
    m_player.pause();
    m_timer.stop();
    m_until = Until::Off;
    // What the device still has must not be louder than what came before.
    QTimer::singleShot(restoring, this, [this] {
        if (m_until == Until::Off)
            m_player.setAttenuation(1);
    });
    Q_EMIT changed();
    Q_EMIT slept();
}

} // namespace earmark::playback
