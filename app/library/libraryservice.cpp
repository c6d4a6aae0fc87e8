// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/libraryservice.h"

#include "base/memory.h"
#include "library/libraryservice_p.h"
#include "library/sample.h"

#include <QMutexLocker>

#include <utility>

namespace earmark::library {

namespace {

constexpr transcript::TokenIndex longText = 20000;

} // namespace

LibraryService::LibraryService(QString libraryPath, QObject *parent, reading::PunctuationModel model)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(libraryPath), std::move(model)))
{
}

LibraryService::~LibraryService()
{
    for (const RunningAlignment &alignment : std::as_const(d->alignments))
        alignment.cancel.cancel();
    for (const CancelToken &listening : std::as_const(d->listenings))
        listening.cancel();
    d->closing.cancel();
    d->peaksCancel.cancel();
    d->soundalikesCancel.cancel();
    // In this order: these may still add database work, and that only what comes after it.
    d->mediaQueue.reset();
    d->sampleQueue.reset();
    d->fileQueue.reset();
    d->waveformQueue.reset();
    d->glossaryQueue.reset();
    // A connection is closed by the thread that opened it.
    d->databaseQueue->add([this] { d->database.close(); });
    d->databaseQueue.reset();
    d->afterQueue.reset();
}

QString LibraryService::libraryPath() const
{
    return d->path;
}

const reading::PunctuationModel &LibraryService::punctuation() const
{
    return d->punctuation;
}

void LibraryService::listEpisodes()
{
    d->ask(
        [this](store::Store &store) {
            Result<std::vector<store::Episode>> episodes = store.episodes();
            // A library that cannot even be opened has been announced.
            if (!episodes)
                d->post([this, error = episodes.error()] { Q_EMIT libraryFailed(error); });
            return episodes;
        },
        [this](const Result<std::vector<store::Episode>> &episodes) {
            if (episodes)
                Q_EMIT episodesListed(*episodes);
        });
}

void LibraryService::refreshIfChanged()
{
    if (std::exchange(d->refreshing, true))
        return;
    d->onDatabase([this] {
        const Result<bool> changed =
            d->openStore().and_then([this](store::Store *) { return d->database.wasChangedByOthers(); });
        d->post([this, changed = changed.value_or(false)] {
            d->refreshing = false;
            if (!changed)
                return;
            Q_EMIT libraryChanged();
            listEpisodes();
        });
    });
}

void LibraryService::openEpisode(EpisodeId id)
{
    d->closeBatches();
    d->onDatabase([this, id, epoch = d->epochs.value(id)] {
        Result<OpenEpisode> loaded =
            d->openStore().and_then([id](store::Store *store) { return loadEpisode(*store, id); });
        if (!loaded) {
            d->post([this, id, error = loaded.error()] { Q_EMIT openFailed(id, error); });
            return;
        }
        d->afterQueue->add([this, open = std::make_shared<OpenEpisode>(*std::move(loaded)), epoch] {
            if (!d->closing.isCancelled())
                d->showOpened(open, epoch);
        });
    });
}

// Judging the marks of hours of speech takes a third of a second. The text need not wait for it.
void LibraryService::Private::showOpened(const std::shared_ptr<OpenEpisode> &open, quint64 epoch)
{
    const bool isLong = !punctuation.isEmpty() && open->transcript.count() > longText;
    library::makeReading(*open, isLong ? reading::PunctuationModel() : punctuation);
    post([this, open] {
        Q_EMIT q->episodeOpened(open);
        describeAudio(*open);
    });
    if (!isLong) {
        returnFreedMemory();
        return;
    }
    const auto times = std::make_shared<const EpisodeTimes>(EpisodeTimes{
        open->timings, open->episode.duration, reading::divide(open->transcript, open->timings, punctuation)});
    returnFreedMemory();
    post([this, id = open->episode.id, times, epoch] {
        if (epoch == epochs.value(id))
            Q_EMIT q->timesRead(id, times);
    });
}

void LibraryService::Private::answerImport(const Result<Imported> &imported)
{
    if (imported)
        Q_EMIT q->episodeImported(*imported);
    else
        Q_EMIT q->importFailed(imported.error());
}

void LibraryService::importEpisode(const ImportRequest &request)
{
    d->fileQueue->add([this, request] {
        const auto material = std::make_shared<const Result<ImportMaterial>>(readImport(request));
        returnFreedMemory();
        d->askAlongside(
            [material](store::Store &store) {
                return material->and_then([&](const ImportMaterial &read) { return storeImport(store, read); });
            },
            [this](const Result<Imported> &imported) { d->answerImport(imported); });
    });
}

void LibraryService::importSample()
{
    d->sampleQueue->add([this] {
        const Result<SampleFiles> files = makeSample(sampleFolder(), d->closing);
        d->askAlongside(
            [files](store::Store &store) {
                return files.and_then([&](const SampleFiles &made) { return library::importSample(store, made); });
            },
            [this](const Result<Imported> &imported) { d->answerImport(imported); });
    });
}

void LibraryService::removeEpisode(EpisodeId id)
{
    cancelAlignment(id);
    d->ask([id](store::Store &store) { return store.removeEpisode(id); },
           [this, id](const Result<void> &removed) {
               if (removed)
                   Q_EMIT episodeRemoved(id);
               else
                   Q_EMIT removeFailed(id, removed.error());
           });
}

void LibraryService::savePosition(EpisodeId id, MediaTime position)
{
    std::shared_ptr<WaitingPosition> &waiting = d->waitingPositions[id];
    if (waiting) {
        const QMutexLocker lock(&waiting->mutex);
        if (waiting->position) {
            waiting->position = position;
            return;
        }
    }
    waiting = std::make_shared<WaitingPosition>();
    waiting->position = position;
    d->onDatabase([this, id, waiting = waiting] {
        std::optional<MediaTime> last;
        {
            const QMutexLocker lock(&waiting->mutex);
            last.swap(waiting->position);
        }
        const Result<void> saved =
            d->openStore().and_then([&](store::Store *store) { return store->savePosition(id, *last); });
        if (!saved)
            qWarning("The place in episode %lld was not saved: %s", static_cast<long long>(id.value),
                     errorName(saved.error().code));
    });
}

void LibraryService::Private::answerEdits(const notes::Step &edits, const Result<void> &written)
{
    post([this, edits, written] {
        for (const notes::Edit &edit : edits) {
            if (written)
                Q_EMIT q->editSaved(edit);
            else
                Q_EMIT q->editFailed(edit, written.error());
        }
    });
}

void LibraryService::Private::writeBatch(const std::shared_ptr<EditBatch> &batch)
{
    const notes::Step edits = batch->start();
    answerEdits(edits, explained(openStore().and_then([&](store::Store *store) {
                    return writeEdits(*store, edits, batch->edition());
                })));
}

void LibraryService::apply(const notes::Step &step, std::optional<int> edition)
{
    if (step.size() != 1) {
        // A later edit must not be written with those before the step.
        for (const notes::Edit &edit : step)
            d->openBatches.remove(edit.id());
        d->onDatabase([this, step, edition] {
            d->answerEdits(step, d->explained(d->openStore().and_then([&](store::Store *store) {
                return store->apply(step, edition);
            })));
        });
        return;
    }
    const notes::Edit &edit = step.front();
    std::shared_ptr<EditBatch> &batch = d->openBatches[edit.id()];
    if (batch && batch->append(edit))
        return;
    batch = std::make_shared<EditBatch>(edit, edition);
    d->onDatabase([this, batch = batch] { d->writeBatch(batch); });
}

void LibraryService::readHighlights(EpisodeId id)
{
    d->ask([id](store::Store &store) { return store.highlights(id); },
           [this, id](const Result<std::vector<notes::Highlight>> &highlights) {
               if (highlights)
                   Q_EMIT highlightsRead(id, *highlights);
               else
                   Q_EMIT readFailed(id, highlights.error());
           });
}

void LibraryService::reread(EpisodeId id)
{
    d->closeBatches();
    d->onDatabase([this, id, epoch = d->epochs.value(id)] {
        Result<OpenEpisode> loaded =
            d->openStore().and_then([id](store::Store *store) { return loadEpisode(*store, id); });
        if (!loaded) {
            d->post([this, id, error = loaded.error()] { Q_EMIT readFailed(id, error); });
            return;
        }
        const auto open = std::make_shared<OpenEpisode>(*std::move(loaded));
        // At once, so that they come in order with the answers to edits.
        d->post([this, id, episode = open->episode, highlights = open->highlights, chapters = open->chapters,
                 notInText = open->notInText, amendments = open->amendments, index = open->seekIndex] {
            Q_EMIT episodeRead(episode);
            Q_EMIT audioDescribed(id,
                                  {episode.audioPath, episode.duration, episode.audioBytes, chapters,
                                   index ? *index : audio::SeekIndex()});
            Q_EMIT notInTextRead(id, notInText);
            Q_EMIT amendmentsRead(id, amendments);
            Q_EMIT highlightsRead(id, highlights);
        });
        d->afterQueue->add([this, id, open, epoch] {
            if (d->closing.isCancelled())
                return;
            const auto times = std::make_shared<const EpisodeTimes>(
                EpisodeTimes{open->timings, open->episode.duration,
                             reading::divide(open->transcript, open->timings, d->punctuation)});
            d->post([this, id, times, epoch] {
                if (epoch == d->epochs.value(id))
                    Q_EMIT timesRead(id, times);
                else
                    reread(id);
            });
        });
    });
}

void LibraryService::makeReading(const std::shared_ptr<const OpenEpisode> &episode, const transcript::Timings &timings,
                                 MediaTime duration)
{
    d->readAgain(episode->episode.id, {episode, &episode->transcript}, timings, duration);
}

// Told unless the times have changed again by then.
void LibraryService::Private::readAgain(EpisodeId id, const std::shared_ptr<const transcript::Transcript> &transcript,
                                        const transcript::Timings &timings, MediaTime duration)
{
    afterQueue->add([this, id, transcript, timings, duration, epoch = epochs.value(id)] {
        if (closing.isCancelled())
            return;
        const auto times = std::make_shared<const EpisodeTimes>(
            EpisodeTimes{timings, duration, reading::divide(*transcript, timings, punctuation)});
        post([this, id, times, epoch] {
            if (epoch == epochs.value(id))
                Q_EMIT q->timesRead(id, times);
        });
    });
}

void LibraryService::readSource(EpisodeId id)
{
    d->onDatabase([this, id] {
        const auto stored = std::make_shared<const Result<transcript::Source>>(
            d->openStore().and_then([id](store::Store *store) { return store->source(id); }));
        d->afterQueue->add([this, id, stored] {
            if (d->closing.isCancelled())
                return;
            Result<EpisodeSource> source = stored->and_then(&readable);
            if (!source) {
                d->post([this, id, error = source.error()] { Q_EMIT sourceFailed(id, error); });
                return;
            }
            const auto shared = std::make_shared<const EpisodeSource>(*std::move(source));
            d->post([this, id, shared] { Q_EMIT sourceRead(id, shared); });
        });
    });
}

void LibraryService::exportEpisode(EpisodeId id, const ExportRequest &request)
{
    const auto answer = [this, path = request.path](const Result<exports::Written> &written) {
        if (written)
            Q_EMIT exportFinished(path, *written);
        else
            Q_EMIT exportFailed(path, written.error());
    };
    d->closeBatches();
    d->onDatabase([this, id, request, answer] {
        const auto loaded = std::make_shared<Result<OpenEpisode>>(
            d->openStore().and_then([id](store::Store *store) { return loadEpisode(*store, id); }));
        d->afterQueue->add([this, loaded, request, answer] {
            const Result<exports::Written> written = loaded->and_then([&](OpenEpisode &open) {
                library::makeReading(open, d->punctuation);
                return writeExport(open, d->path, request);
            });
            d->post([answer, written] { answer(written); });
        });
    });
}

void LibraryService::exportAll(const ExportRequest &request)
{
    d->exportAlongside(request.path, [this, request](const store::Store &store) {
        return library::exportAll(store, request, d->punctuation);
    });
}

void LibraryService::exportInto(EpisodeId id, const ExportRequest &request)
{
    d->exportAlongside(request.path, [this, id, request](const store::Store &store) {
        return library::exportInto(store, id, request, d->punctuation);
    });
}

// With a connection of its own, since reading many episodes takes long. What was asked before is on the
// disk by then.
void LibraryService::Private::exportAlongside(const QString &target,
                                              const std::function<Result<exports::Written>(const store::Store &)> &work)
{
    closeBatches();
    onDatabase([this, target, work] {
        const Result<void> usable = openStore().map([](store::Store *) {});
        afterQueue->add([this, target, work, usable] {
            const Result<exports::Written> written =
                usable.and_then([&] { return store::Store::open(path, store::Store::Access::ReadOnly); })
                    .and_then([&](const std::unique_ptr<store::Store> &own) { return work(*own); });
            post([this, target, written] {
                if (written)
                    Q_EMIT q->exportFinished(target, *written);
                else
                    Q_EMIT q->exportFailed(target, written.error());
            });
        });
    });
}

} // namespace earmark::library
