// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/libraryservice.h"

#include "audio/audioinfo.h"
#include "library/alignment.h"
#include "library/database.h"
#include "library/editbatch.h"
#include "library/jobqueue.h"
#include "library/sample.h"

#include <QFileInfo>
#include <QHash>
#include <QMutexLocker>

#include <atomic>
#include <optional>
#include <type_traits>

namespace earmark::library {

using namespace Qt::StringLiterals;

namespace {

struct WaitingPosition {
    QMutex mutex;
    std::optional<MediaTime> position; // none: written
};

struct RunningAlignment {
    quint64 request = 0;
    CancelToken cancel;
    bool started = false;
};

} // namespace

struct LibraryService::Private {
    Private(LibraryService *owner, QString path) : q(owner), path(std::move(path)), database(this->path)
    {
        databaseQueue.emplace(u"database"_s);
        mediaQueue.emplace(u"media"_s);
        fileQueue.emplace(u"files"_s);
    }

    // Runs `answer` on the service's thread.
    void post(std::function<void()> answer) { QMetaObject::invokeMethod(q, std::move(answer), Qt::QueuedConnection); }

    // `work(store)` on the database thread, then `answer(its result)` on the service's thread.
    template <class Work, class Answer>
    void ask(Work work, Answer answer)
    {
        closeBatches();
        askAlongside(std::move(work), std::move(answer));
    }

    template <class Work, class Answer>
    void askAlongside(Work work, Answer answer)
    {
        databaseQueue->add([this, work = std::move(work), answer = std::move(answer)] {
            using Outcome = std::invoke_result_t<Work, store::Store &>;
            const Result<store::Store *> store = openStore();
            Outcome outcome = store ? work(**store) : Outcome(tl::unexpected(store.error()));
            post([answer, outcome = std::move(outcome)] { answer(outcome); });
        });
    }

    Result<store::Store *> openStore()
    {
        Result<store::Store *> store = database.store();
        if (!store && !announcedFailure)
            post([this, error = store.error()] { Q_EMIT q->libraryFailed(error); });
        announcedFailure = !store;
        return store;
    }

    // What is asked from now on must not be overtaken by edits made later.
    void closeBatches()
    {
        openBatches.clear();
        waitingPositions.clear();
    }

    void writeBatch(const std::shared_ptr<EditBatch> &batch);
    void runAlignment(const AlignmentTask &task, quint64 request, const CancelToken &cancel);
    void finishAlignment(EpisodeId id, quint64 request, const Result<align::Alignment> &outcome);
    [[nodiscard]] bool isCurrent(EpisodeId id, quint64 request) const;

    LibraryService *q;
    const QString path;

    // The database thread's.
    Database database;
    bool announcedFailure = false;

    // The service's thread's.
    QHash<HighlightId, std::shared_ptr<EditBatch>> openBatches;
    QHash<EpisodeId, std::shared_ptr<WaitingPosition>> waitingPositions;
    QHash<EpisodeId, RunningAlignment> alignments;
    quint64 lastRequest = 0;

    CancelToken closing;
    std::optional<JobQueue> databaseQueue;
    std::optional<JobQueue> mediaQueue;
    std::optional<JobQueue> fileQueue; // reads what is brought to the library, from disks that may be slow
};

LibraryService::LibraryService(QString libraryPath, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(libraryPath)))
{
}

LibraryService::~LibraryService()
{
    for (const RunningAlignment &alignment : std::as_const(d->alignments))
        alignment.cancel.cancel();
    d->closing.cancel();
    // In this order: media and file work may still add database work, never the other way round.
    d->mediaQueue.reset();
    d->fileQueue.reset();
    // A connection is closed by the thread that opened it.
    d->databaseQueue->add([this] { d->database.close(); });
    d->databaseQueue.reset();
}

QString LibraryService::libraryPath() const
{
    return d->path;
}

void LibraryService::listEpisodes()
{
    d->ask([](store::Store &store) { return store.episodes(); },
           [this](const Result<std::vector<store::Episode>> &episodes) {
               if (episodes)
                   Q_EMIT episodesListed(*episodes);
               else
                   Q_EMIT libraryFailed(episodes.error());
           });
}

void LibraryService::openEpisode(EpisodeId id)
{
    d->ask(
        [id](store::Store &store) {
            return library::openEpisode(store, id).map(
                [](OpenEpisode &&open) { return std::make_shared<const OpenEpisode>(std::move(open)); });
        },
        [this, id](const Result<std::shared_ptr<const OpenEpisode>> &open) {
            if (open)
                Q_EMIT episodeOpened(*open);
            else
                Q_EMIT openFailed(id, open.error());
        });
}

void LibraryService::importEpisode(const ImportRequest &request)
{
    d->ask([request](store::Store &store) { return library::importEpisode(store, request); },
           [this](const Result<Imported> &imported) {
               if (imported)
                   Q_EMIT episodeImported(*imported);
               else
                   Q_EMIT importFailed(imported.error());
           });
}

void LibraryService::importSample()
{
    d->mediaQueue->add([this] {
        const Result<SampleFiles> files = makeSample(sampleFolder(), d->closing);
        d->askAlongside(
            [files](store::Store &store) {
                return files.and_then([&](const SampleFiles &made) { return library::importSample(store, made); });
            },
            [this](const Result<Imported> &imported) {
                if (imported)
                    Q_EMIT episodeImported(*imported);
                else
                    Q_EMIT importFailed(imported.error());
            });
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

void LibraryService::setAudio(EpisodeId id, const QString &path)
{
    d->fileQueue->add([this, id, path = QFileInfo(path).absoluteFilePath()] {
        const Result<audio::AudioInfo> audio = audio::probe(path);
        d->askAlongside(
            [id, path, audio](store::Store &store) {
                return audio.and_then(
                    [&](const audio::AudioInfo &info) { return library::setAudio(store, id, path, info); });
            },
            [this, id](const Result<AudioChange> &change) {
                if (!change) {
                    Q_EMIT setAudioFailed(id, change.error());
                    return;
                }
                cancelAlignment(id);
                Q_EMIT audioSet(id, *change);
            });
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
    d->databaseQueue->add([this, id, waiting = waiting] {
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

void LibraryService::Private::writeBatch(const std::shared_ptr<EditBatch> &batch)
{
    std::vector<notes::Edit> edits = batch->start();
    const Result<void> written = openStore().and_then([&](store::Store *store) { return writeEdits(*store, edits); });
    post([this, edits = std::move(edits), written] {
        for (const notes::Edit &edit : edits) {
            if (written)
                Q_EMIT q->editSaved(edit);
            else
                Q_EMIT q->editFailed(edit, written.error());
        }
    });
}

void LibraryService::apply(const notes::Edit &edit)
{
    std::shared_ptr<EditBatch> &batch = d->openBatches[edit.id()];
    if (batch && batch->append(edit))
        return;
    batch = std::make_shared<EditBatch>(edit);
    d->databaseQueue->add([this, batch = batch] { d->writeBatch(batch); });
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

void LibraryService::exportMarkdown(EpisodeId id, const QString &path)
{
    d->ask([id, path](store::Store &store) { return library::exportMarkdown(store, id, path); },
           [this, path](const Result<void> &written) {
               if (written)
                   Q_EMIT exportFinished(path);
               else
                   Q_EMIT exportFailed(path, written.error());
           });
}

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
    askAlongside(
        [id, outcome, cancel](store::Store &store) -> Result<void> {
            if (!*outcome)
                return tl::unexpected(outcome->error());
            if (cancel.isCancelled())
                return failure(ErrorCode::Cancelled);
            return storeAlignment(store, id, **outcome);
        },
        [this, id, request, outcome](const Result<void> &stored) {
            finishAlignment(id, request, stored ? *outcome : Result<align::Alignment>(tl::unexpected(stored.error())));
        });
}

void LibraryService::Private::finishAlignment(EpisodeId id, quint64 request, const Result<align::Alignment> &outcome)
{
    if (!isCurrent(id, request))
        return; // of a request that was given up or made anew
    alignments.remove(id);
    if (outcome)
        Q_EMIT q->alignmentFinished(id, outcome->timings, outcome->duration);
    else
        Q_EMIT q->alignmentFailed(id, outcome.error());
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
