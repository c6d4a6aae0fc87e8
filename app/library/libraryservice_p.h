// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/alignment.h"
#include "library/database.h"
#include "library/editbatch.h"
#include "library/jobqueue.h"
#include "library/libraryservice.h"

#include <QHash>
#include <QMutex>

#include <optional>
#include <type_traits>

namespace earmark::library {

struct WaitingPosition {
    QMutex mutex;
    std::optional<MediaTime> position; // none: written
};

struct RunningAlignment {
    quint64 request = 0;
    CancelToken cancel;
    bool started = false;
};

// What the library is asked for about a recording's outline.
struct PeaksTask {
    EpisodeId id;
    quint64 request = 0;
    CancelToken cancel;
    QString audioPath;
    QByteArray print;
};

struct Matched {
    std::shared_ptr<const EpisodeTimes> times;
    std::shared_ptr<const Result<align::Alignment>> alignment; // a value
};
using FoundTimes = Result<Matched>;

struct LibraryService::Private {
    Private(LibraryService *owner, QString path, reading::PunctuationModel model)
        : q(owner), path(std::move(path)), punctuation(std::move(model)), database(this->path)
    {
        databaseQueue.emplace(QStringLiteral("database"));
        mediaQueue.emplace(QStringLiteral("media"));
        sampleQueue.emplace(QStringLiteral("sample"));
        fileQueue.emplace(QStringLiteral("files"));
        afterQueue.emplace(QStringLiteral("after"));
        waveformQueue.emplace(QStringLiteral("waveform"));
        glossaryQueue.emplace(QStringLiteral("glossary"));
    }

    // Runs `answer` on the service's thread.
    void post(std::function<void()> answer) { QMetaObject::invokeMethod(q, std::move(answer), Qt::QueuedConnection); }

    void onDatabase(JobQueue::Job job)
    {
        databaseQueue->add([this, job = std::move(job)] {
            job();
            database.endTurn();
        });
    }

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
        onDatabase([this, work = std::move(work), answer = std::move(answer)] {
            using Outcome = std::invoke_result_t<Work, store::Store &>;
            const Result<store::Store *> store = openStore();
            Outcome outcome = store ? explained(work(**store)) : Outcome(tl::unexpected(store.error()));
            post([answer, outcome = std::move(outcome)] { answer(outcome); });
        });
    }

    Result<store::Store *> openStore()
    {
        Result<store::Store *> store = database.store();
        if (!store && !announcedFailure)
            post([this, error = store.error()] { Q_EMIT q->libraryFailed(error); });
        announcedFailure = !store;
        if (database.wasPutBack())
            post([this] { Q_EMIT q->libraryPutBack(path); });
        return store;
    }

    // A library that is open for reading because the disk is full is not read-only to a person.
    template <class Outcome>
    [[nodiscard]] Outcome explained(Outcome outcome) const
    {
        if (!outcome && outcome.error().code == ErrorCode::LibraryReadOnly && database.hindrance())
            outcome = Outcome(tl::unexpected(*database.hindrance()));
        return outcome;
    }

    // What is asked from now on must not be overtaken by edits made later.
    void closeBatches()
    {
        openBatches.clear();
        waitingPositions.clear();
    }

    void showOpened(const std::shared_ptr<OpenEpisode> &open, quint64 epoch);
    void answerEdits(const notes::Step &edits, const Result<void> &written);
    void exportAlongside(const QString &target,
                         const std::function<Result<exports::Written>(const store::Store &)> &work);
    void writeBatch(const std::shared_ptr<EditBatch> &batch);
    void runAlignment(const AlignmentTask &task, quint64 request, const CancelToken &cancel);
    void finishAlignment(EpisodeId id, quint64 request, const FoundTimes &outcome);
    void answerChange(const TimesChange &change, const std::shared_ptr<const ListeningTask> &task);
    void listenAnew(EpisodeId id, const TimesChange &change, int edition);
    void listenTo(const std::shared_ptr<const ListeningTask> &task, const TimesChange &change);
    void settle(EpisodeId id);
    void readAgain(EpisodeId id, const std::shared_ptr<const transcript::Transcript> &transcript,
                   const transcript::Timings &timings, MediaTime duration);
    void printPeaks(PeaksTask task);
    void findPeaks(const PeaksTask &task);
    void measurePeaks(const PeaksTask &task);
    void keepPeaks(const PeaksTask &task, const audio::Peaks &peaks);
    void answerRules(const Result<std::vector<glossary::Rule>> &rules);
    void changeDeclined(const std::function<Result<void>(store::Store &)> &change);
    void answerPeaks(const PeaksTask &task, const Result<audio::Peaks> &peaks);
    void describeAudio(const OpenEpisode &open);
    void keepDescription(EpisodeId id, const store::EpisodeAudio &described);
    void keepSeekIndex(EpisodeId id, const audio::SeekIndex &index);
    void answerImport(const Result<Imported> &imported);
    [[nodiscard]] bool isCurrent(EpisodeId id, quint64 request) const;

    LibraryService *q;
    const QString path;
    const reading::PunctuationModel punctuation;

    // The database thread's.
    Database database;
    bool announcedFailure = false;

    // The service's thread's.
    QHash<HighlightId, std::shared_ptr<EditBatch>> openBatches;
    QHash<EpisodeId, std::shared_ptr<WaitingPosition>> waitingPositions;
    QHash<EpisodeId, RunningAlignment> alignments;
    QHash<EpisodeId, CancelToken> listenings; // after changes of the times
    quint64 lastRequest = 0;
    quint64 peaksRequest = 0; // the one to be answered
    CancelToken peaksCancel;
    quint64 soundalikesRequest = 0; // likewise
    CancelToken soundalikesCancel;
    QHash<EpisodeId, quint64> epochs; // rise with new times, so that older ones are known as such
    bool refreshing = false;

    CancelToken closing;
    std::optional<JobQueue> databaseQueue;
    std::optional<JobQueue> mediaQueue;    // alignments
    std::optional<JobQueue> sampleQueue;   // the sample's speech, which must not wait for an alignment
    std::optional<JobQueue> fileQueue;     // what is brought to the library, from disks that may be slow
    std::optional<JobQueue> glossaryQueue; // may have to wait until an alignment has done speaking
    std::optional<JobQueue> waveformQueue; // outlines of recordings, which must not wait for an alignment
    std::optional<JobQueue> afterQueue;    // what is made of what the database thread has read
};

} // namespace earmark::library
