// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/episodesession.h"

#include "library/libraryservice.h"
#include "library/screenhighlights.h"

#include <algorithm>
#include <optional>

namespace earmark::library {

using notes::Edit;
using notes::Highlight;
using notes::Step;
using transcript::TokenSpan;

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

struct EpisodeSession::Private {
    Private(EpisodeSession *owner, std::shared_ptr<const OpenEpisode> opened, LibraryService &service,
            notes::History before)
        : q(owner), open(std::move(opened)), episode(open->episode), history(std::move(before)),
          marks(episode.id, open->highlights, service)
    {
        if (open->reading.tokenRanges.size() != open->transcript.tokens.size())
            retime(open->timings, episode.duration, service.punctuation());
    }

    void retime(const transcript::Timings &timings, MediaTime duration, const reading::PunctuationModel &model)
    {
        retimed = std::make_shared<const EpisodeTimes>(
            EpisodeTimes{timings, duration, reading::read(open->transcript, timings, model)});
    }

    void take(const std::shared_ptr<const EpisodeTimes> &times);

    bool make(const Step &step);
    enum class Redone { Done, Stale, NotYet };
    Redone makeStep(const Step &step);

    EpisodeSession *q;
    std::shared_ptr<const OpenEpisode> open;
    store::Episode episode;
    std::shared_ptr<const EpisodeTimes> retimed; // replaces what was opened; may be null
    notes::History history;
    ScreenHighlights marks;
};

EpisodeSession::EpisodeSession(std::shared_ptr<const OpenEpisode> episode, LibraryService &service, QObject *parent,
                               notes::History history)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(episode), service, std::move(history)))
{
    d->history.closeStep();
    connect(&d->marks, &ScreenHighlights::added, this, &EpisodeSession::highlightAdded);
    connect(&d->marks, &ScreenHighlights::removed, this, &EpisodeSession::highlightRemoved);
    connect(&d->marks, &ScreenHighlights::changed, this, &EpisodeSession::highlightChanged);
    connect(&d->marks, &ScreenHighlights::saveFailed, this, &EpisodeSession::saveFailed);
    connect(&d->marks, &ScreenHighlights::allSaved, this, &EpisodeSession::allSaved);
    connect(&d->marks, &ScreenHighlights::takenBack, this, [this](const Edit &edit) {
        d->history.forget(edit);
        Q_EMIT historyChanged();
    });
    connect(&service, &LibraryService::timesRead, this,
            [this](EpisodeId id, const std::shared_ptr<const EpisodeTimes> &times) {
                if (id == this->id())
                    d->take(times);
            });
    connect(&service, &LibraryService::audioSet, this, [this, &service](EpisodeId id, const AudioChange &change) {
        if (id != this->id())
            return;
        d->episode.audioPath = change.audioPath;
        d->episode.duration = change.duration;
        Q_EMIT audioChanged();
        if (change.timings != timings())
            service.makeReading(d->open, change.timings, change.duration);
    });
    connect(&service, &LibraryService::libraryChanged, this, [this, &service] { service.reread(this->id()); });
    connect(&service, &LibraryService::episodeRead, this, [this](const store::Episode &episode) {
        if (episode.id != this->id() || episode.audioPath == d->episode.audioPath)
            return;
        d->episode.audioPath = episode.audioPath;
        d->episode.duration = episode.duration;
        Q_EMIT audioChanged();
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
    return d->retimed ? d->retimed->reading : d->open->reading;
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
    return d->history.canUndo();
}

bool EpisodeSession::canRedo() const
{
    return d->history.canRedo();
}

const notes::History &EpisodeSession::history() const
{
    return d->history;
}

bool EpisodeSession::hasUnsavedEdits() const
{
    return d->marks.hasUnsavedEdits();
}

bool EpisodeSession::isUnsaved(HighlightId id) const
{
    return d->marks.isUnsaved(id);
}

void EpisodeSession::Private::take(const std::shared_ptr<const EpisodeTimes> &times)
{
    if (times->timings.size() != open->transcript.tokens.size())
        return;
    episode.duration = times->duration;
    if (times->timings == q->timings() && times->reading == q->reading())
        return;
    retimed = times;
    Q_EMIT q->timingsChanged();
}

HighlightId EpisodeSession::toggleHighlight(TokenSpan span, notes::Mark mark)
{
    if (!transcript().contains(span))
        return {};
    const auto same = std::find_if(highlights().begin(), highlights().end(),
                                   [&](const Highlight &highlight) { return highlight.span == span; });
    if (same != highlights().end()) {
        const HighlightId id = same->id;
        if (same->mark != mark) {
            setMark(id, mark);
            return id;
        }
        removeHighlight(id);
        return {};
    }
    const Highlight highlight =
        notes::makeHighlight(id(), transcript(), timings(), span, mark, QDateTime::currentDateTimeUtc());
    d->make({notes::added(highlight)});
    return highlight.id;
}

void EpisodeSession::removeHighlight(HighlightId id)
{
    const Highlight *highlight = find(id);
    if (!highlight)
        return;
    d->make({notes::removed(*highlight)});
}

void EpisodeSession::setNote(HighlightId id, const QString &note)
{
    const Highlight *highlight = find(id);
    if (!highlight || highlight->note == note)
        return;
    d->make({notes::noteChanged(*highlight, note, QDateTime::currentDateTimeUtc())});
}

void EpisodeSession::setWriting(HighlightId id)
{
    d->marks.setWriting(id);
}

void EpisodeSession::closeNoteStep()
{
    d->history.closeStep();
}

void EpisodeSession::setMark(HighlightId id, notes::Mark mark)
{
    const Highlight *highlight = find(id);
    if (!highlight || highlight->mark == mark)
        return;
    d->make({notes::markChanged(*highlight, mark, QDateTime::currentDateTimeUtc())});
}

void EpisodeSession::undo()
{
    using Redone = Private::Redone;
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
