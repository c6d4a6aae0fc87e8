// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of EpisodeSession that takes what the reader says of the times.
#include "library/episodesession_p.h"
#include "library/sayings.h"

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
    const bool isOutOfDate = std::exchange(isTimesOutOfDate, false);
    if (isOutOfDate ? !sayings(step).empty() : !step.isEmpty())
        timesDone.push_back({std::move(step), timesAt, isOutOfDate});
}

// They lead from and to times that are gone, and what was said is not known.
void EpisodeSession::Private::forgetTimes()
{
    timesBefore.reset();
    isTimesOutOfDate = false;
    timesDone.clear();
    timesUndone.clear();
    Q_EMIT q->historyChanged();
}

// All words have other times now, but what was said of them was kept.
void EpisodeSession::Private::outdateTimes()
{
    for (std::vector<TimesDone> *changes : {&timesDone, &timesUndone}) {
        for (TimesDone &change : *changes)
            change.isOutOfDate = true;
    }
    isTimesOutOfDate = timesBefore.has_value();
    if (timesPending == 0)
        closeTimes();
    Q_EMIT q->historyChanged();
}

void EpisodeSession::Private::settleTimes()
{
    timesPending = std::max(0, timesPending - 1);
    if (timesPending > 0)
        return;
    if (isTimesOutOfDate)
        closeTimes();
    for (int wanted = std::exchange(undosWanted, 0); wanted > 0; --wanted)
        q->undo();
    Q_EMIT q->historyChanged();
}

// `step` is the change's or its inverse. False: nothing was said by it.
bool EpisodeSession::Private::resend(const TimesDone &change, const TimesStep &step)
{
    if (!change.isOutOfDate) {
        send(step);
        return true;
    }
    // The words around are listened to again, so that no other step fits exactly what is there then.
    outdateTimes();
    const std::vector<TimesChange> changes = sayings(step);
    for (const TimesChange &said : changes)
        send(said);
    return !changes.empty();
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
    const TimesDone last = timesUndone.back();
    if (!resend(last, inverse(last.step)))
        q->undo();
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
    const TimesDone next = timesDone.back();
    if (!resend(next, next.step))
        q->redo();
    return true;
}

} // namespace earmark::library
