// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of EpisodeSession that takes changes of the text back, in the one order of all that can be undone.
#include "library/episodesession_p.h"

#include <algorithm>

namespace earmark::library {

using transcript::AmendmentStep;

// A change by the reader, to be undone as one step.
bool EpisodeSession::Private::amend(const AmendmentStep &step)
{
    if (step.empty() || !amendments.make(step))
        return false;
    closeTimes();
    history.closeStep();
    amendmentsDone.push_back({step, history.done(), timesDone.size()});
    amendmentsUndone.clear();
    timesUndone.clear();
    Q_EMIT q->historyChanged();
    return true;
}

void EpisodeSession::Private::forgetAmendments(const AmendmentStep &step)
{
    const auto isThat = [&](const AmendmentsDone &done) {
        return done.step == step || done.step == transcript::inverse(step);
    };
    for (std::vector<AmendmentsDone> *steps : {&amendmentsDone, &amendmentsUndone}) {
        const auto found = std::find_if(steps->rbegin(), steps->rend(), isThat);
        if (found != steps->rend()) {
            steps->erase(std::next(found).base());
            break;
        }
    }
    Q_EMIT q->historyChanged();
}

bool EpisodeSession::Private::undoAmendments()
{
    // A change of the times that is not closed was made later.
    if (timesBefore && (timesPending > 0 || *timesBefore != known()))
        return false;
    while (!amendmentsDone.empty() && amendmentsDone.back().at >= history.done()
           && amendmentsDone.back().timesAt >= timesDone.size()) {
        AmendmentsDone last = std::move(amendmentsDone.back());
        amendmentsDone.pop_back();
        if (!amendments.make(transcript::inverse(last.step)))
            continue; // it no longer fits what is shown
        amendmentsUndone.push_back(std::move(last));
        Q_EMIT q->historyChanged();
        return true;
    }
    return false;
}

bool EpisodeSession::Private::redoAmendments()
{
    while (undosWanted == 0 && !amendmentsUndone.empty() && amendmentsUndone.back().at <= history.done()
           && amendmentsUndone.back().timesAt <= timesDone.size()) {
        AmendmentsDone next = std::move(amendmentsUndone.back());
        amendmentsUndone.pop_back();
        if (!amendments.make(next.step))
            continue;
        amendmentsDone.push_back(std::move(next));
        Q_EMIT q->historyChanged();
        return true;
    }
    return false;
}

} // namespace earmark::library
