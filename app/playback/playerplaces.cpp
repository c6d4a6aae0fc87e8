// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Player that goes to other places of the file, and back.
#include "playback/player_p.h"

#include <algorithm>
#include <utility>

namespace earmark::playback {

namespace {

// Seeks this close to each other are one way to one place.
constexpr auto together = std::chrono::milliseconds(1000);

} // namespace

// Asked for by the listener or undone by him: what was heard goes on until the new place is.
void Player::Private::goTo(MediaTime position)
{
    MediaTime target = std::max(position, MediaTime(0));
    if (duration > MediaTime(0) && !isGuessed)
        target = std::min(target, duration);
    wasPaused = false;
    jumpTo(target, state == State::Playing ? Former::HeardOn : Former::Dropped);
    Q_EMIT q->positionJumped(target);
}

void Player::Private::rememberPlace()
{
    constexpr size_t most = 100;
    const auto now = Clock::now();
    const bool isOneMore = now - std::exchange(lastSeek, now) < together && !placesBefore.empty();
    if (isOneMore)
        return;
    placesBefore.push_back(q->position());
    if (placesBefore.size() > most)
        placesBefore.erase(placesBefore.begin());
    if (placesBefore.size() == 1)
        Q_EMIT q->canUndoSeekChanged(true);
}

bool Player::Private::isAtEnd() const
{
    return atEnd || (duration > MediaTime(0) && !isGuessed && q->position() >= duration);
}

void Player::seek(MediaTime position)
{
    if (d->state == State::Empty || d->state == State::Failed)
        return;
    if (d->loop && (position < d->loop->start || position >= d->loop->end))
        setLoop(std::nullopt);
    d->placeWhenLoaded.reset();
    d->rememberPlace();
    d->goTo(position);
}

bool Player::playFrom(MediaTime position)
{
    switch (d->state) {
    case State::Empty:
    case State::Failed: return false;
    case State::Loading:
        d->playWhenLoaded = true;
        d->placeWhenLoaded = position;
        return true;
    case State::Paused:
    case State::Playing: break;
    }
    if (endsBefore(position)) {
        Q_EMIT endedBefore(position);
        return false;
    }
    seek(position);
    play();
    return true;
}

bool Player::endsBefore(MediaTime position) const
{
    if (d->duration <= MediaTime(0) || d->isGuessed)
        return false;
    return position > std::max(d->duration - DecodeAhead::shortestLoop, MediaTime(0));
}

void Player::undoSeek()
{
    if (!canUndoSeek() || d->state == State::Empty || d->state == State::Failed)
        return;
    const MediaTime place = d->placesBefore.back();
    d->placesBefore.pop_back();
    d->lastSeek = {};
    if (d->loop && (place < d->loop->start || place >= d->loop->end))
        setLoop(std::nullopt);
    d->goTo(place);
    if (!canUndoSeek())
        Q_EMIT canUndoSeekChanged(false);
}

bool Player::canUndoSeek() const
{
    return !d->placesBefore.empty();
}

} // namespace earmark::playback
