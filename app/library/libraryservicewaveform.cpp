// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/libraryservice_p.h"
#include "library/waveform.h"

#include <utility>

// The part of LibraryService that is about the outlines of recordings.
namespace earmark::library {

void LibraryService::readPeaks(EpisodeId id)
{
    cancelPeaks();
    const PeaksTask task{id, d->peaksRequest, d->peaksCancel, {}, {}};
    d->askAlongside([id](store::Store &store) { return store.episode(id); },
                    [this, task](const Result<store::Episode> &episode) {
                        PeaksTask next = task;
                        if (!episode)
                            d->answerPeaks(task, tl::unexpected(episode.error()));
                        else if (episode->audioPath.isEmpty())
                            d->answerPeaks(task, failure(ErrorCode::AudioWithoutSound, episode->title));
                        else {
                            next.audioPath = episode->audioPath;
                            d->waveformQueue->add([this, next] { d->printPeaks(next); });
                        }
                    });
}

void LibraryService::cancelPeaks()
{
    d->peaksCancel.cancel();
    d->peaksCancel = {};
    d->peaksRequest = ++d->lastRequest;
}

// On the waveform thread.
void LibraryService::Private::printPeaks(PeaksTask task)
{
    if (task.cancel.isCancelled())
        return;
    const Result<QByteArray> print = audioPrint(task.audioPath);
    task.print = print.value_or(QByteArray());
    post([this, task, print] {
        if (print)
            findPeaks(task);
        else
            answerPeaks(task, tl::unexpected(print.error()));
    });
}

void LibraryService::Private::findPeaks(const PeaksTask &task)
{
    struct Found {
        std::optional<QByteArray> levels;
        bool isNoted = false; // as this episode's
    };
    askAlongside(
        [task](store::Store &store) {
            return store.peaks(task.print).and_then([&](const std::optional<QByteArray> &levels) {
                return store.peaksPrint(task.id).map([&](const QByteArray &print) {
                    return Found{levels, print == task.print};
                });
            });
        },
        [this, task](const Result<Found> &found) {
            // What the library cannot tell is measured.
            if (!found || !found->levels) {
                waveformQueue->add([this, task] { measurePeaks(task); });
                return;
            }
            const audio::Peaks peaks{*found->levels};
            if (!found->isNoted)
                keepPeaks(task, peaks);
            answerPeaks(task, peaks);
        });
}

// On the waveform thread.
void LibraryService::Private::measurePeaks(const PeaksTask &task)
{
    constexpr int steps = 200; // more than a picture shows
    const auto tell = [this, task, last = -1](double done) mutable {
        if (std::exchange(last, int(done * steps)) == int(done * steps))
            return;
        post([this, task, done] {
            if (task.request == peaksRequest)
                Q_EMIT q->peaksProgressed(task.id, done);
        });
    };
    const Result<audio::Peaks> peaks = audio::computePeaks(task.audioPath, task.cancel, tell);
    post([this, task, peaks] {
        if (peaks)
            keepPeaks(task, *peaks);
        answerPeaks(task, peaks);
    });
}

// Nobody waits for it: what could not be stored is measured again next time.
void LibraryService::Private::keepPeaks(const PeaksTask &task, const audio::Peaks &peaks)
{
    askAlongside([task, peaks](store::Store &store) { return store.storePeaks(task.id, task.print, peaks.levels); },
                 [task](const Result<void> &stored) {
                     if (!stored)
                         qWarning("The outline of episode %lld was not stored: %s",
                                  static_cast<long long>(task.id.value), errorName(stored.error().code));
                 });
}

void LibraryService::Private::answerPeaks(const PeaksTask &task, const Result<audio::Peaks> &peaks)
{
    if (task.request != peaksRequest)
        return;
    if (peaks)
        Q_EMIT q->peaksRead(task.id, std::make_shared<const audio::Peaks>(*peaks));
    else
        Q_EMIT q->peaksFailed(task.id, peaks.error());
}

} // namespace earmark::library
