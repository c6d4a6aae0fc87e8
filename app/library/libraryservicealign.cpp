// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memory.h"
#include "library/libraryservice_p.h"

#include <atomic>

// The part of LibraryService that matches words to the sound.
namespace earmark::library {

bool LibraryService::Private::isCurrent(EpisodeId id, quint64 request) const
{
    const auto found = alignments.find(id);
    return found != alignments.end() && found->request == request;
}

void LibraryService::align(EpisodeId id)
{
    const auto found = d->alignments.constFind(id);
    if (found != d->alignments.constEnd() && !found->cancel.isCancelled())
        return;
    const RunningAlignment alignment{++d->lastRequest, {}, false};
    d->alignments.insert(id, alignment);
    d->ask([id](store::Store &store) { return prepareAlignment(store, id); },
           [this, id, request = alignment.request, cancel = alignment.cancel](const Result<AlignmentTask> &task) {
               if (!task)
                   d->finishAlignment(id, request, tl::unexpected(task.error()));
               else if (d->isCurrent(id, request))
                   d->mediaQueue->add(
                       [this, task = *task, request, cancel] { d->runAlignment(task, request, cancel); });
           });
}

// On the media thread.
void LibraryService::Private::runAlignment(const AlignmentTask &task, quint64 request, const CancelToken &cancel)
{
    const EpisodeId id = task.id;
    if (cancel.isCancelled()) {
        post([this, id, request] { finishAlignment(id, request, failure(ErrorCode::Cancelled)); });
        return;
    }
    post([this, id, request] {
        if (isCurrent(id, request)) {
            alignments[id].started = true;
            Q_EMIT q->alignmentStarted(id);
        }
    });
    align::Options options;
    options.cancel = cancel;
    // A window has no use for more than a thousand steps.
    options.progress = [this, id, request, last = std::make_shared<std::atomic_int>(-1)](double done) {
        const int step = int(done * 1000);
        if (last->exchange(step) == step)
            return;
        post([this, id, request, done] {
            if (isCurrent(id, request))
                Q_EMIT q->alignmentProgressed(id, done);
        });
    };
    const auto outcome = std::make_shared<const Result<align::Alignment>>(library::runAlignment(task, options));
    // Made here, where time does not matter, for the window to take over at once.
    const FoundTimes found = outcome->map([&](const align::Alignment &alignment) {
        const EpisodeTimes times{alignment.timings, alignment.duration,
                                 reading::divide(task.transcript, alignment.timings, punctuation)};
        return Matched{std::make_shared<const EpisodeTimes>(times), outcome};
    });
    returnFreedMemory();
    askAlongside(
        [id, outcome, cancel](store::Store &store) -> Result<void> {
            if (!*outcome)
                return tl::unexpected(outcome->error());
            if (cancel.isCancelled())
                return failure(ErrorCode::Cancelled);
            return storeAlignment(store, id, **outcome);
        },
        [this, id, request, found](const Result<void> &stored) {
            finishAlignment(id, request, stored ? found : FoundTimes(tl::unexpected(stored.error())));
        });
}

void LibraryService::Private::finishAlignment(EpisodeId id, quint64 request, const FoundTimes &outcome)
{
    if (outcome)
        ++epochs[id]; // stored, even if nobody waits for them any more
    if (!isCurrent(id, request))
        return; // of a request that was given up or made anew
    alignments.remove(id);
    if (!outcome) {
        Q_EMIT q->alignmentFailed(id, outcome.error());
        return;
    }
    Q_EMIT q->timesRead(id, outcome->times);
    Q_EMIT q->alignmentFinished(id, outcome->alignment->value());
}

void LibraryService::cancelAlignment(EpisodeId id)
{
    const auto found = d->alignments.constFind(id);
    if (found == d->alignments.constEnd())
        return;
    found->cancel.cancel();
    // One that waits would otherwise be reported only after the one that runs.
    if (!found->started)
        d->post(
            [this, id, request = found->request] { d->finishAlignment(id, request, failure(ErrorCode::Cancelled)); });
}

} // namespace earmark::library
