// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/episodesession.h"

#include "library/libraryservice.h"

#include <QHash>
#include <QTimer>

#include <algorithm>
#include <deque>

namespace earmark::library {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using notes::Edit;
using notes::Highlight;
using transcript::TokenSpan;

namespace {

constexpr auto retryInterval = 5s;

// A highlight whose screen state is not known to be on the disk. It is born by an edit and dies when
// the library has confirmed what is shown, or what is shown went back to what the library holds.
struct Unconfirmed {
    enum class State {
        Saving,    // edits are on their way; after a refusal no more are sent until all are answered
        Rereading, // refused because the library holds something else: asked what
        Kept,      // refused, and shown nevertheless because it carries words typed by the reader
    };
    State state = State::Saving;
    std::optional<Highlight> disk; // what the library holds, as far as it has told
    std::deque<Edit> sent;         // unanswered, in order
    std::vector<Edit> refused;
    std::optional<Error> error;         // the first since the last time all was well
    std::optional<ErrorCode> announced; // told by saveFailed already
};

bool isConflict(const Error &error)
{
    return error.code == ErrorCode::HighlightChangedElsewhere || error.code == ErrorCode::HighlightUnknown;
}

// Whether `shown` holds words of the reader that the library lacks.
bool carriesUnsavedWords(const std::optional<Highlight> &shown, const std::optional<Highlight> &disk)
{
    return shown && !shown->note.isEmpty() && (!disk || disk->note != shown->note);
}

// Both notes, where two windows wrote into the same one; `base` is what both began with.
QString mergedNote(const QString &base, const QString &theirs, const QString &ours)
{
    if (theirs == base || theirs.isEmpty() || ours.contains(theirs))
        return ours;
    return theirs.contains(ours) ? theirs : theirs + u"\n\n"_s + ours;
}

} // namespace

struct EpisodeSession::Private {
    Private(EpisodeSession *owner, std::shared_ptr<const OpenEpisode> opened, LibraryService &library)
        : q(owner), open(std::move(opened)), service(library), episode(open->episode), highlights(open->highlights)
    {
        std::sort(highlights.begin(), highlights.end(), notes::comesBefore);
        if (open->reading.tokenRanges.size() != open->transcript.tokens.size())
            retime(open->timings);
    }

    void retime(const transcript::Timings &timings)
    {
        retimed = Retimed{timings, reading::read(open->transcript, timings)};
    }

    [[nodiscard]] std::optional<Highlight> shown(HighlightId id) const
    {
        const Highlight *found = q->find(id);
        return found ? std::optional(*found) : std::nullopt;
    }

    void show(HighlightId id, const std::optional<Highlight> &wanted);
    void make(const Edit &edit);
    void send(Unconfirmed &track, const Edit &edit);
    void answered(const Edit &edit, const std::optional<Error> &error);
    void settle(HighlightId id);
    void resolve(HighlightId id);
    void takeBack(HighlightId id);
    void announce(HighlightId id, const Error &error, const Edit &edit);
    void confirm(HighlightId id);
    void synchronise(const std::vector<Highlight> &library);
    void resolveConflict(HighlightId id, const std::optional<Highlight> &library);
    void rereadFailed();

    struct Retimed {
        transcript::Timings timings;
        reading::Reading reading;
    };

    EpisodeSession *q;
    std::shared_ptr<const OpenEpisode> open;
    LibraryService &service;
    store::Episode episode;
    std::optional<Retimed> retimed; // replaces what was opened
    std::vector<Highlight> highlights;
    notes::History history;
    QHash<HighlightId, Unconfirmed> tracks;
    QTimer retry;
};

EpisodeSession::EpisodeSession(std::shared_ptr<const OpenEpisode> episode, LibraryService &service, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(episode), service))
{
    d->retry.setSingleShot(true);
    d->retry.setInterval(retryInterval);
    connect(&d->retry, &QTimer::timeout, this, &EpisodeSession::retryUnsaved);
    connect(&service, &LibraryService::editSaved, this, [this](const Edit &edit) { d->answered(edit, std::nullopt); });
    connect(&service, &LibraryService::editFailed, this,
            [this](const Edit &edit, const Error &error) { d->answered(edit, error); });
    connect(&service, &LibraryService::highlightsRead, this,
            [this](EpisodeId id, const std::vector<Highlight> &highlights) {
                if (id == this->id())
                    d->synchronise(highlights);
            });
    connect(&service, &LibraryService::readFailed, this, [this](EpisodeId id) {
        if (id == this->id())
            d->rereadFailed();
    });
    connect(&service, &LibraryService::alignmentFinished, this,
            [this](EpisodeId id, const transcript::Timings &timings, MediaTime duration) {
                if (id != this->id() || timings.size() != transcript().tokens.size())
                    return;
                d->episode.duration = duration;
                d->retime(timings);
                Q_EMIT timingsChanged();
            });
}

EpisodeSession::~EpisodeSession()
{
    // The last try: nobody is left to hear the answer, but the library may have become writable.
    for (auto track = d->tracks.cbegin(); track != d->tracks.cend(); ++track) {
        if (track->error)
            d->service.apply({track->disk, d->shown(track.key())});
    }
}

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
    return d->highlights;
}

const Highlight *EpisodeSession::find(HighlightId id) const
{
    const auto found = std::find_if(d->highlights.begin(), d->highlights.end(),
                                    [id](const Highlight &highlight) { return highlight.id == id; });
    return found == d->highlights.end() ? nullptr : &*found;
}

bool EpisodeSession::canUndo() const
{
    return d->history.canUndo();
}

bool EpisodeSession::canRedo() const
{
    return d->history.canRedo();
}

bool EpisodeSession::hasUnsavedEdits() const
{
    return !d->tracks.isEmpty();
}

bool EpisodeSession::isUnsaved(HighlightId id) const
{
    const auto track = d->tracks.constFind(id);
    return track != d->tracks.constEnd() && track->announced;
}

HighlightId EpisodeSession::toggleHighlight(TokenSpan span, notes::Mark mark)
{
    if (!transcript().contains(span))
        return {};
    const auto same = std::find_if(d->highlights.begin(), d->highlights.end(),
                                   [&](const Highlight &highlight) { return highlight.span == span; });
    if (same != d->highlights.end()) {
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
    const Edit edit = notes::added(highlight);
    d->history.push(edit);
    d->make(edit);
    return highlight.id;
}

void EpisodeSession::removeHighlight(HighlightId id)
{
    const Highlight *highlight = find(id);
    if (!highlight)
        return;
    const Edit edit = notes::removed(*highlight);
    d->history.push(edit);
    d->make(edit);
}

void EpisodeSession::setNote(HighlightId id, const QString &note)
{
    const Highlight *highlight = find(id);
    if (!highlight || highlight->note == note)
        return;
    const Edit edit = notes::noteChanged(*highlight, note, QDateTime::currentDateTimeUtc());
    d->history.push(edit);
    d->make(edit);
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
    const Edit edit = notes::markChanged(*highlight, mark, QDateTime::currentDateTimeUtc());
    d->history.push(edit);
    d->make(edit);
}

void EpisodeSession::undo()
{
    while (const std::optional<Edit> edit = d->history.undo()) {
        if (d->shown(edit->id()) == edit->before) {
            d->make(*edit);
            return;
        }
        d->history.forget(edit->inverse());
    }
    Q_EMIT historyChanged();
}

void EpisodeSession::redo()
{
    while (const std::optional<Edit> edit = d->history.redo()) {
        if (d->shown(edit->id()) == edit->before) {
            d->make(*edit);
            return;
        }
        d->history.forget(*edit);
    }
    Q_EMIT historyChanged();
}

void EpisodeSession::retryUnsaved()
{
    for (auto track = d->tracks.begin(); track != d->tracks.end(); ++track) {
        if (track->state == Unconfirmed::State::Kept)
            d->send(*track, {track->disk, d->shown(track.key())});
    }
}

// Makes the screen show `wanted` in place of the highlight `id`.
void EpisodeSession::Private::show(HighlightId id, const std::optional<Highlight> &wanted)
{
    const auto place = std::find_if(highlights.begin(), highlights.end(),
                                    [id](const Highlight &highlight) { return highlight.id == id; });
    const bool there = place != highlights.end();
    if (there && wanted && place->span == wanted->span) {
        *place = *wanted;
        Q_EMIT q->highlightChanged(*wanted);
        return;
    }
    if (there) {
        highlights.erase(place);
        Q_EMIT q->highlightRemoved(id);
    }
    if (wanted) {
        highlights.insert(std::upper_bound(highlights.begin(), highlights.end(), *wanted, notes::comesBefore), *wanted);
        Q_EMIT q->highlightAdded(*wanted);
    }
}

// A change by the reader: shown at once, then saved.
void EpisodeSession::Private::make(const Edit &edit)
{
    const HighlightId id = edit.id();
    if (!tracks.contains(id)) {
        Unconfirmed fresh;
        fresh.disk = edit.before;
        tracks.insert(id, fresh);
    }
    // On its way before the screen tells anybody, who might edit in turn.
    Unconfirmed &track = tracks[id];
    if (track.state == Unconfirmed::State::Saving && !track.error)
        send(track, edit);
    show(id, edit.after);
    q->retryUnsaved();
    Q_EMIT q->historyChanged();
}

void EpisodeSession::Private::send(Unconfirmed &track, const Edit &edit)
{
    track.state = Unconfirmed::State::Saving;
    track.error.reset();
    track.sent.push_back(edit);
    service.apply(edit);
}

void EpisodeSession::Private::answered(const Edit &edit, const std::optional<Error> &error)
{
    const auto track = tracks.find(edit.id());
    // Another session's, where two windows show the same episode.
    if (track == tracks.end() || track->sent.empty() || track->sent.front() != edit)
        return;
    track->sent.pop_front();
    if (!error) {
        track->disk = edit.after;
    } else {
        track->refused.push_back(edit);
        if (!track->error)
            track->error = error;
    }
    if (track->sent.empty())
        settle(edit.id());
}

// All that was sent for this highlight has been answered.
void EpisodeSession::Private::settle(HighlightId id)
{
    Unconfirmed &track = tracks[id];
    if (!track.error) {
        confirm(id);
    } else if (isConflict(*track.error)) {
        track.state = Unconfirmed::State::Rereading;
        service.readHighlights(q->id());
    } else {
        resolve(id);
    }
}

// The library refused, and `disk` is what it holds.
void EpisodeSession::Private::resolve(HighlightId id)
{
    Unconfirmed &track = tracks[id];
    const std::optional<Highlight> now = shown(id);
    if (now == track.disk) {
        confirm(id);
    } else if (carriesUnsavedWords(now, track.disk)) {
        track.state = Unconfirmed::State::Kept;
        retry.start();
        announce(id, *track.error, {track.disk, now});
    } else {
        takeBack(id);
    }
}

void EpisodeSession::Private::takeBack(HighlightId id)
{
    const Unconfirmed track = tracks.take(id);
    const std::optional<Highlight> now = shown(id);
    for (const Edit &edit : track.refused)
        history.forget(edit);
    show(id, track.disk);
    Q_EMIT q->historyChanged();
    Q_EMIT q->saveFailed({track.disk, now}, *track.error);
    if (tracks.isEmpty())
        Q_EMIT q->allSaved();
}

void EpisodeSession::Private::announce(HighlightId id, const Error &error, const Edit &edit)
{
    const auto track = tracks.find(id);
    if (track == tracks.end() || (track->announced && *track->announced == error.code))
        return;
    track->announced = error.code;
    Q_EMIT q->saveFailed(edit, error);
}

void EpisodeSession::Private::confirm(HighlightId id)
{
    tracks.remove(id);
    if (tracks.isEmpty())
        Q_EMIT q->allSaved();
}

// What the library holds, read after a conflict. Highlights with edits on their way are left alone:
// those edits were sent after this was read.
void EpisodeSession::Private::synchronise(const std::vector<Highlight> &library)
{
    QHash<HighlightId, Highlight> held;
    for (const Highlight &highlight : library)
        held.insert(highlight.id, highlight);
    QList<HighlightId> ids = tracks.keys();
    for (const Highlight &highlight : highlights)
        ids.append(highlight.id);
    ids += held.keys();
    for (const HighlightId id : std::as_const(ids)) {
        const auto found = held.constFind(id);
        const std::optional<Highlight> wanted = found == held.constEnd() ? std::nullopt : std::optional(*found);
        const auto track = tracks.constFind(id);
        if (track == tracks.constEnd()) {
            if (shown(id) != wanted)
                show(id, wanted);
        } else if (track->state == Unconfirmed::State::Rereading) {
            resolveConflict(id, wanted);
        }
    }
}

void EpisodeSession::Private::resolveConflict(HighlightId id, const std::optional<Highlight> &library)
{
    Unconfirmed &track = tracks[id];
    const QString base = track.disk ? track.disk->note : QString();
    track.disk = library;
    const std::optional<Highlight> now = shown(id);
    if (!carriesUnsavedWords(now, library)) {
        if (now == library)
            confirm(id);
        else
            takeBack(id);
        return;
    }
    Highlight both = *now;
    if (library)
        both.note = mergedNote(base, library->note, now->note);
    const Error error = *track.error;
    send(track, {library, both});
    if (both != *now)
        show(id, both);
    announce(id, error, {library, both});
}

// Without knowing what the library holds, words typed are kept, and the rest goes back to what it was.
void EpisodeSession::Private::rereadFailed()
{
    const QList<HighlightId> ids = tracks.keys();
    for (const HighlightId id : ids) {
        if (tracks.value(id).state == Unconfirmed::State::Rereading)
            resolve(id);
    }
}

} // namespace earmark::library
