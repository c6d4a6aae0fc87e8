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
               if (task)
                   d->answerChange(change, *task);
               else
                   Q_EMIT timesChangeFailed(id, change, task.error());
           });
}

void LibraryService::Private::answerChange(const TimesChange &change, const SharedTask &task)
{
    const EpisodeId id = task->id;
    const quint64 epoch = ++epochs[id];
    Q_EMIT q->notInTextRead(id, task->known.notInText);
    afterQueue->add([this, id, task, epoch] {
        if (closing.isCancelled())
            return;
        const auto times = std::make_shared<const EpisodeTimes>(EpisodeTimes{
            task->known.timings, task->duration, reading::read(task->transcript, task->known.timings, punctuation)});
        post([this, id, times, epoch] {
            if (epoch == epochs.value(id))
                Q_EMIT q->timesRead(id, times);
        });
    });
    // What it had begun with is out of date.
    if (alignments.contains(id)) {
        q->cancelAlignment(id);
        q->align(id);
    } else if (wantsListening(*task, change)) {
        listenTo(task, change);
    }
}

void LibraryService::Private::listen(EpisodeId id, const TimesChange &change, int edition)
{
    askAlongside(
        [id](store::Store &store) -> Result<SharedTask> {
            return prepareListening(store, id).map(
                [](ListeningTask task) { return std::make_shared<const ListeningTask>(std::move(task)); });
        },
        [this, change, edition](const Result<SharedTask> &task) {
            if (task && (*task)->edition == edition && wantsListening(**task, change))
                listenTo(*task, change);
        });
}

void LibraryService::Private::listenTo(const SharedTask &task, const TimesChange &change)
{
    mediaQueue->add([this, task, change] {
        const Result<transcript::Timings> heard = listenAgain(*task, change, closing);
        if (!heard) {
            post([this, id = task->id, change, error = heard.error()] {
                if (error.code != ErrorCode::Cancelled)
                    Q_EMIT q->timesChangeFailed(id, change, error);
            });
            return;
        }
        const auto times = std::make_shared<const EpisodeTimes>(
            EpisodeTimes{*heard, task->duration, reading::read(task->transcript, *heard, punctuation)});
        askAlongside(
            // False: something else changed the times meanwhile.
            [task, times](store::Store &store) -> Result<bool> {
                const Result<transcript::Timings> stored = store.timings(task->id);
                if (!stored)
                    return tl::unexpected(stored.error());
                const auto notInText = store.notInText(task->id);
                if (!notInText)
                    return tl::unexpected(notInText.error());
                if (*stored != task->known.timings || *notInText != task->known.notInText)
                    return false;
                return store.replaceTimes(task->id, times->timings, *notInText).map([] { return true; });
            },
            [this, task, times, change](const Result<bool> &stored) {
                if (!stored)
                    Q_EMIT q->timesChangeFailed(task->id, change, stored.error());
                else if (*stored)
                    tellTimes(task->id, times);
                else
                    listen(task->id, change, task->edition);
            });
    });
}

void LibraryService::Private::tellTimes(EpisodeId id, const std::shared_ptr<const EpisodeTimes> &times)
{
    ++epochs[id];
    Q_EMIT q->timesRead(id, times);
}

} // namespace earmark::library
