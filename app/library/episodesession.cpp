// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/episodesession.h"

#include "library/episodesession_p.h"
#include "library/libraryservice.h"

#include <optional>

namespace earmark::library {

using notes::Edit;
using notes::Highlight;
using notes::Step;

namespace {

// Whether a step of the history can be made where `shown` stands. When it was last modified does not
// matter: typing and deleting again leaves nothing but that behind.
bool isSameHighlight(const std::optional<Highlight> &shown, const std::optional<Highlight> &expected)
{
    if (!shown || !expected)
        return !shown && !expected;
    Highlight same = *expected;
    same.modified = shown->modified;
    return *shown == same;
}

} // namespace

EpisodeSession::EpisodeSession(std::shared_ptr<const OpenEpisode> episode, LibraryService &service, QObject *parent,
                               notes::History history)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(episode), service, std::move(history)))
{
    d->history.closeStep();
    connect(&d->marks, &ScreenHighlights::added, this, &EpisodeSession::highlightAdded);
    connect(&d->marks, &ScreenHighlights::removed, this, &EpisodeSession::highlightRemoved);
    connect(&d->marks, &ScreenHighlights::changed, this, &EpisodeSession::highlightChanged);
    connect(&d->marks, &ScreenHighlights::saveFailed, this, &EpisodeSession::saveFailed);
    // Of marks and amendments, whichever comes last.
    const auto tellIfSaved = [this] {
        if (!hasUnsavedEdits())
            Q_EMIT allSaved();
    };
    connect(&d->marks, &ScreenHighlights::allSaved, this, tellIfSaved);
    connect(&d->amendments, &ScreenAmendments::allSaved, this, tellIfSaved);
    connect(&d->marks, &ScreenHighlights::takenBack, this, [this](const Edit &edit) {
        d->history.forget(edit);
        Q_EMIT historyChanged();
    });
    connect(&d->amendments, &ScreenAmendments::changed, this, [this] {
        d->readAnew();
        Q_EMIT amendmentsChanged();
    });
    connect(&d->amendments, &ScreenAmendments::takenBack, this,
            [this](const transcript::AmendmentStep &step) { d->forgetAmendments(step); });
    connect(&d->amendments, &ScreenAmendments::saveFailed, this, &EpisodeSession::amendmentsFailed);
    connect(&service, &LibraryService::timesRead, this,
            [this](EpisodeId id, const std::shared_ptr<const EpisodeTimes> &times) {
                if (id == this->id())
                    d->take(times);
            });
    connect(&service, &LibraryService::notInTextRead, this, [this](EpisodeId id, const std::vector<MediaSpan> &spans) {
        if (id != this->id() || spans == d->notInText)
            return;
        d->notInText = spans;
        Q_EMIT notInTextChanged();
        Q_EMIT historyChanged();
    });
    connect(&service, &LibraryService::timesChangeFailed, this,
            [this](EpisodeId id, const TimesChange &change, const Error &error) {
                if (id != this->id())
                    return;
                if (std::holds_alternative<TimesStep>(change))
                    d->forgetTimes();
                Q_EMIT timesChangeFailed(change, error);
            });
    connect(&service, &LibraryService::timesSettled, this, [this](EpisodeId id) {
        if (id == this->id())
            d->settleTimes();
    });
    connect(&service, &LibraryService::alignmentFinished, this, [this](EpisodeId id) {
        if (id == this->id())
            d->outdateTimes();
    });
    connect(&service, &LibraryService::audioSet, this, [this, &service](EpisodeId id, const AudioChange &change) {
        if (id != this->id())
            return;
        d->episode.audioPath = change.audioPath;
        d->episode.duration = change.duration;
        d->episode.audioBytes = change.bytes;
        d->seekIndex = std::make_shared<const audio::SeekIndex>(change.seekIndex);
        d->takeChapters(change.chapters);
        Q_EMIT audioChanged();
        if (change.timings != timings())
            service.makeReading(d->open, change.timings, change.duration);
    });
    connect(&service, &LibraryService::libraryChanged, this, [this, &service] { service.reread(this->id()); });
    connect(&service, &LibraryService::episodeRead, this, [this](const store::Episode &episode) {
        if (episode.id != this->id())
            return;
        if (episode.edition != d->episode.edition) {
            d->marks.end();
            d->amendments.end();
            Q_EMIT transcriptReplaced();
            return;
        }
        if (episode.audioPath == d->episode.audioPath)
            return;
        d->episode.audioPath = episode.audioPath;
        d->episode.duration = episode.duration;
        d->episode.audioBytes = episode.audioBytes;
        Q_EMIT audioChanged();
    });
    connect(&service, &LibraryService::audioDescribed, this, [this](EpisodeId id, const store::EpisodeAudio &audio) {
        if (id != this->id() || audio.path != d->episode.audioPath)
            return;
        d->episode.audioBytes = audio.bytes;
        d->seekIndex = std::make_shared<const audio::SeekIndex>(audio.seekIndex);
        d->takeChapters(audio.chapters);
    });
}

EpisodeSession::~EpisodeSession() = default;

EpisodeId EpisodeSession::id() const
{
    return d->episode.id;
}

const store::Episode &EpisodeSession::episode() const
{
    return d->episode;
}

const transcript::Transcript &EpisodeSession::transcript() const
{
    return d->open->transcript;
}

const transcript::Timings &EpisodeSession::timings() const
{
    return d->retimed ? d->retimed->timings : d->open->timings;
}

const reading::Reading &EpisodeSession::reading() const
{
    return d->reading;
}

const std::vector<audio::Chapter> &EpisodeSession::chapters() const
{
    return d->chapters;
}

const std::shared_ptr<const audio::SeekIndex> &EpisodeSession::seekIndex() const
{
    return d->seekIndex;
}

MediaTime EpisodeSession::lastPosition() const
{
    return d->open->position;
}

const std::vector<Highlight> &EpisodeSession::highlights() const
{
    return d->marks.all();
}

const Highlight *EpisodeSession::find(HighlightId id) const
{
    return d->marks.find(id);
}

bool EpisodeSession::canUndo() const
{
    return d->history.canUndo() || !d->timesDone.empty() || !d->amendmentsDone.empty()
        || (d->timesBefore && (d->timesPending > 0 || *d->timesBefore != d->known()));
}

bool EpisodeSession::canRedo() const
{
    return d->history.canRedo() || !d->timesUndone.empty() || !d->amendmentsUndone.empty() || d->undosWanted > 0;
}

const notes::History &EpisodeSession::history() const
{
    return d->history;
}

bool EpisodeSession::hasUnsavedEdits() const
{
    return d->marks.hasUnsavedEdits() || d->amendments.isSaving();
}

bool EpisodeSession::isUnsaved(HighlightId id) const
{
    return d->marks.isUnsaved(id);
}

void EpisodeSession::Private::takeChapters(const std::vector<audio::Chapter> &read)
{
    if (chapters == read)
        return;
    chapters = read;
    readAnew();
    Q_EMIT q->chaptersChanged();
}

void EpisodeSession::Private::take(const std::shared_ptr<const EpisodeTimes> &times)
{
    if (times->timings.size() != open->transcript.tokens.size())
        return;
    episode.duration = times->duration;
    if (times->timings == q->timings() && times->division == division())
        return;
    retimed = times;
    reading = composed(amendments.all());
    Q_EMIT q->timingsChanged();
}

void EpisodeSession::undo()
{
    using Redone = Private::Redone;
    if (d->undoAmendments() || d->undoTimes())
        return;
    while (const std::optional<Step> step = d->history.undo()) {
        const Redone redone = d->makeStep(*step);
        if (redone == Redone::Done)
            return;
        if (redone == Redone::NotYet) {
            static_cast<void>(d->history.redo()); // stays to be undone
            return;
        }
        d->history.forget(step->front());
    }
    Q_EMIT historyChanged();
}

void EpisodeSession::redo()
{
    using Redone = Private::Redone;
    if (d->redoAmendments() || d->redoTimes())
        return;
    while (const std::optional<Step> step = d->history.redo()) {
        const Redone redone = d->makeStep(*step);
        if (redone == Redone::Done)
            return;
        if (redone == Redone::NotYet) {
            static_cast<void>(d->history.undo());
            return;
        }
        d->history.forget(step->front());
    }
    Q_EMIT historyChanged();
}

void EpisodeSession::retryUnsaved()
{
    d->marks.retry();
}

// A change by the reader, to be undone as one step. False, and nothing is done, while what it is about
// waits for the disk.
bool EpisodeSession::Private::make(const Step &step)
{
    history.push(step);
    timesUndone.clear();
    amendmentsUndone.clear();
    if (!marks.make(step)) {
        history.forget(step.front());
        return false;
    }
    Q_EMIT q->historyChanged();
    return true;
}

EpisodeSession::Private::Redone EpisodeSession::Private::makeStep(const Step &step)
{
    Step now;
    for (const Edit &edit : step) {
        const Highlight *found = q->find(edit.id());
        const std::optional<Highlight> shown = found ? std::optional(*found) : std::nullopt;
        if (!isSameHighlight(shown, edit.before))
            return Redone::Stale;
        now.push_back({shown, edit.after});
    }
    if (!marks.make(now))
        return Redone::NotYet;
    Q_EMIT q->historyChanged();
    return Redone::Done;
}

} // namespace earmark::library
