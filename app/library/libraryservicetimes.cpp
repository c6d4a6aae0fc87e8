// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/libraryservice_p.h"

// The part of LibraryService that takes what a reader says of the times.
namespace earmark::library {

namespace {

using SharedTask = std::shared_ptr<const ListeningTask>;

Result<SharedTask> changeStored(store::Store &store, EpisodeId id, const TimesChange &change, int edition)
{
    Result<ListeningTask> task = prepareListening(store, id);
    if (!task)
        return tl::unexpected(task.error());
    if (task->edition != edition)
        return failure(ErrorCode::TranscriptReplaced, QString::number(id.value));
    Result<KnownTimes> changed = changedAtOnce(task->transcript, std::move(task->known), task->duration, change);
    if (!changed)
        return tl::unexpected(changed.error());
    task->known = *std::move(changed);
    return store.replaceTimes(id, task->known.timings, task->known.notInText).map([&] {
        return std::make_shared<const ListeningTask>(*std::move(task));
    });
}

} // namespace

void LibraryService::changeTimes(EpisodeId id, const TimesChange &change, int edition)
{
    d->ask([id, change, edition](store::Store &store) { return changeStored(store, id, change, edition); },
           [this, id, change](const Result<SharedTask> &task) {
               if (task) {
                   d->answerChange(change, *task);
                   return;
               }
               Q_EMIT timesChangeFailed(id, change, task.error());
               d->settle(id);
           });
}

void LibraryService::cancelListening(EpisodeId id)
{
    if (const auto found = d->listenings.constFind(id); found != d->listenings.constEnd())
        found->cancel();
    d->listenings.remove(id);
}

// Behind the readings that are being made.
void LibraryService::Private::settle(EpisodeId id)
{
    afterQueue->add([this, id] { post([this, id] { Q_EMIT q->timesSettled(id); }); });
}

void LibraryService::Private::answerChange(const TimesChange &change, const SharedTask &task)
{
    const EpisodeId id = task->id;
    ++epochs[id];
    Q_EMIT q->notInTextRead(id, task->known.notInText);
    readAgain(id, {task, &task->transcript}, task->known.timings, task->duration);
    // What it had begun with is out of date.
    if (alignments.contains(id)) {
        q->cancelAlignment(id);
        q->align(id);
        settle(id);
    } else if (wantsListening(*task, change)) {
        listenTo(task, change);
    } else {
        settle(id);
    }
}

void LibraryService::Private::listenAnew(EpisodeId id, const TimesChange &change, int edition)
{
    askAlongside(
        [id](store::Store &store) -> Result<SharedTask> {
            return prepareListening(store, id).map(
                [](ListeningTask task) { return std::make_shared<const ListeningTask>(std::move(task)); });
        },
        [this, id, change, edition](const Result<SharedTask> &task) {
            if (task && (*task)->edition == edition && wantsListening(**task, change))
                listenTo(*task, change);
            else
                settle(id);
        });
}

void LibraryService::Private::listenTo(const SharedTask &task, const TimesChange &change)
{
    const CancelToken cancel = listenings[task->id]; // one for all that wait
    mediaQueue->add([this, task, change, cancel] {
        const Result<transcript::Timings> heard = listenAgain(*task, change, cancel);
        if (!heard || cancel.isCancelled()) {
            post([this, id = task->id, change, heard] {
                if (!heard && heard.error().code != ErrorCode::Cancelled)
                    Q_EMIT q->timesChangeFailed(id, change, heard.error());
                settle(id);
            });
            return;
        }
        const auto times = std::make_shared<const EpisodeTimes>(
            EpisodeTimes{*heard, task->duration, reading::divide(task->transcript, *heard, punctuation)});
        askAlongside(
            // False: something else changed the times meanwhile.
            [task, times](store::Store &store) -> Result<bool> {
                const Result<ListeningTask> now = prepareListening(store, task->id);
                if (!now)
                    return tl::unexpected(now.error());
                if (now->known != task->known || now->edition != task->edition)
                    return false;
                return store.replaceTimes(task->id, times->timings, task->known.notInText).map([] { return true; });
            },
            [this, task, times, change](const Result<bool> &stored) {
                const EpisodeId id = task->id;
                if (stored && !*stored) {
                    listenAnew(id, change, task->edition);
                    return;
                }
                if (stored) {
                    ++epochs[id];
                    Q_EMIT q->timesRead(id, times);
                } else {
                    Q_EMIT q->timesChangeFailed(id, change, stored.error());
                }
                settle(id);
            });
    });
}

} // namespace earmark::library
