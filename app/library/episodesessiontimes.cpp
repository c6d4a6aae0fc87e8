// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of EpisodeSession that takes what the reader says of the times.
#include "library/episodesession_p.h"

#include <algorithm>
#include <utility>

namespace earmark::library {

using transcript::TokenIndex;

const std::vector<MediaSpan> &EpisodeSession::notInText() const
{
    return d->notInText;
}

void EpisodeSession::tap(TokenIndex token, MediaTime time)
{
    if (token >= 0 && token < transcript().count())
        d->changeTimes(Tapped{token, time});
}

void EpisodeSession::untap(TokenIndex token)
{
    d->changeTimes(Untapped{token});
}

void EpisodeSession::markNotInText(const MediaSpan &span)
{
    d->changeTimes(MarkedOut{span});
}

void EpisodeSession::markInText(const MediaSpan &span)
{
    d->changeTimes(MarkedIn{span});
}

void EpisodeSession::Private::changeTimes(const TimesChange &change)
{
    closeTimes();
    timesBefore = known();
    timesAt = history.done();
    timesUndone.clear();
    amendmentsUndone.clear();
    send(change);
}

void EpisodeSession::Private::send(const TimesChange &change)
{
    ++timesPending;
    service.changeTimes(episode.id, change, episode.edition);
    Q_EMIT q->historyChanged();
}

// What the last change did: listening went on in the background.
void EpisodeSession::Private::closeTimes()
{
    if (!timesBefore)
        return;
    TimesStep step = stepBetween(*timesBefore, known());
    timesBefore.reset();
    if (!step.isEmpty())
        timesDone.push_back({std::move(step), timesAt});
}

// They lead from and to times that are gone.
void EpisodeSession::Private::forgetTimes()
{
    timesBefore.reset();
    timesDone.clear();
    timesUndone.clear();
    Q_EMIT q->historyChanged();
}

void EpisodeSession::Private::settleTimes()
{
    timesPending = std::max(0, timesPending - 1);
    if (timesPending > 0)
        return;
    for (int wanted = std::exchange(undosWanted, 0); wanted > 0; --wanted)
        q->undo();
    Q_EMIT q->historyChanged();
}

bool EpisodeSession::Private::undoTimes()
{
    // What it has done is not known yet.
    if (timesBefore && timesPending > 0 && timesAt >= history.done()) {
        ++undosWanted;
        service.cancelListening(episode.id);
        return true;
    }
    closeTimes();
    if (timesDone.empty() || timesDone.back().at < history.done())
        return false;
    timesUndone.push_back(std::move(timesDone.back()));
    timesDone.pop_back();
    send(inverse(timesUndone.back().step));
    return true;
}

bool EpisodeSession::Private::redoTimes()
{
    if (undosWanted > 0) {
        --undosWanted;
        return true;
    }
    if (timesUndone.empty() || timesUndone.back().at > history.done())
        return false;
    timesDone.push_back(std::move(timesUndone.back()));
    timesUndone.pop_back();
    send(timesDone.back().step);
    return true;
}

} // namespace earmark::library
