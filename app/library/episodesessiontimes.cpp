// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of EpisodeSession that takes what the reader says of the times.
#include "library/episodesession_p.h"

namespace earmark::library {

using transcript::AudioSpan;
using transcript::TokenIndex;

const std::vector<AudioSpan> &EpisodeSession::notInText() const
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

void EpisodeSession::markNotInText(const AudioSpan &span)
{
    d->changeTimes(MarkedOut{span});
}

void EpisodeSession::markInText(const AudioSpan &span)
{
    d->changeTimes(MarkedIn{span});
}

void EpisodeSession::Private::changeTimes(const TimesChange &change)
{
    closeTimes();
    timesBefore = known();
    timesAt = history.done();
    timesUndone.clear();
    service.changeTimes(episode.id, change, episode.edition);
}

// What the last change did is known when the next thing is done: listening goes on in the background.
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

bool EpisodeSession::Private::undoTimes()
{
    closeTimes();
    if (timesDone.empty() || timesDone.back().at < history.done())
        return false;
    timesUndone.push_back(std::move(timesDone.back()));
    timesDone.pop_back();
    service.changeTimes(episode.id, inverse(timesUndone.back().step), episode.edition);
    Q_EMIT q->historyChanged();
    return true;
}

bool EpisodeSession::Private::redoTimes()
{
    if (timesUndone.empty() || timesUndone.back().at > history.done())
        return false;
    timesDone.push_back(std::move(timesUndone.back()));
    timesUndone.pop_back();
    service.changeTimes(episode.id, timesDone.back().step, episode.edition);
    Q_EMIT q->historyChanged();
    return true;
}

} // namespace earmark::library
