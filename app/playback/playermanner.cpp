// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Player that says in what manner a file is heard: how fast, which stretch again and again, with
// which silences.
#include "playback/player_p.h"

#include <algorithm>
#include <utility>

namespace earmark::playback {

void Player::Private::tellManner()
{
    decoder->setManner(manner());
}

void Player::setLoop(std::optional<Loop> loop)
{
    if (d->state != State::Paused && d->state != State::Playing)
        loop.reset();
    if (loop) {
        loop->start = std::max(loop->start, MediaTime(0));
        loop->end = d->duration > MediaTime(0) ? std::min(loop->end, d->duration) : loop->end;
        if (loop->end - loop->start < DecodeAhead::shortestLoop)
            loop.reset();
    }
    if (loop == d->loop)
        return;
    d->loop = loop;
    d->watchLaps();
    Q_EMIT loopChanged(loop);
    const MediaTime place = position();
    if (loop && (place < loop->start || place >= loop->end)) {
        d->rememberPlace();
        d->goTo(loop->start);
    } else if (!d->atEnd) {
        d->tellManner();
    }
}

void Player::Private::watchLaps()
{
    if (!loop || state != State::Playing) {
        lapTimer.stop();
    } else if (!lapTimer.isActive()) {
        lapTold = clock.lapAt(Clock::now());
        lapTimer.start();
    }
}

void Player::Private::tellLap()
{
    const int lap = clock.lapAt(Clock::now());
    if (std::exchange(lapTold, lap) < lap)
        Q_EMIT q->lapBegan(q->position());
}

std::optional<Player::Loop> Player::loop() const
{
    return d->loop;
}

void Player::setSpeed(double speed)
{
    if (std::isnan(speed))
        return;
    const double clamped = std::clamp(speed, slowest, fastest);
    if (clamped == d->speed)
        return;
    d->speed = clamped;
    if (!d->atEnd)
        d->tellManner();
    Q_EMIT speedChanged(clamped);
}

void Player::setSilence(Silence silence)
{
    if (std::exchange(d->silence, silence) != silence && !d->atEnd)
        d->tellManner();
}

Player::Silence Player::silence() const
{
    return d->silence;
}

MediaTime Player::timeMissing() const
{
    return d->timeOf(double(d->queue.missingFrames() - d->missingBefore));
}

MediaTime Player::timeSaved() const
{
    return d->timeOf(std::max(0.0, d->queue.savedFrames() - d->savedBefore));
}

} // namespace earmark::playback
