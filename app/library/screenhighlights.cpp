// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/screenhighlights.h"

#include "library/libraryservice.h"

#include <QHash>
#include <QTimer>

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

namespace earmark::library {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using notes::Edit;
using notes::Highlight;
using notes::Step;

namespace {

constexpr auto retryInterval = 5s;

// A highlight whose screen state is not known to be on the disk. It is born by an edit and dies when
// the library has confirmed what is shown, or what is shown went back to what the library holds.
struct Unconfirmed {
    enum class State {
        Saving,    // edits are on their way; after a refusal no more are sent until all are answered
        Rereading, // refused because the library holds something else: asked what
        Kept,      // refused, and shown nevertheless because it carries words that the reader typed or
                   // is about to type
    };
    State state = State::Saving;
    std::optional<Highlight> disk; // what the library holds, as far as it has told
    std::deque<Edit> sent;         // unanswered, in order
    bool typed = false;            // any edit since was one of its own, not one of a step of several
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

struct ScreenHighlights::Private {
    Private(ScreenHighlights *owner, EpisodeId id, int edition, std::vector<Highlight> saved, LibraryService &library)
        : q(owner), episode(id), edition(edition), service(library), highlights(std::move(saved))
    {
        std::sort(highlights.begin(), highlights.end(), notes::comesBefore);
        timer.setSingleShot(true);
        timer.setInterval(retryInterval);
    }

    [[nodiscard]] std::optional<Highlight> shown(HighlightId id) const
    {
        const Highlight *found = q->find(id);
        return found ? std::optional(*found) : std::nullopt;
    }

    // Whether taking `id` back to what the library holds would take words away. A step of several edits
    // writes no words that the library has not in another note.
    [[nodiscard]] bool mustStay(HighlightId id) const
    {
        const Unconfirmed track = tracks.value(id);
        const std::optional<Highlight> now = shown(id);
        return (track.typed && carriesUnsavedWords(now, track.disk)) || (now && id == writing);
    }

    // Whether edits of this highlight can be sent at once.
    [[nodiscard]] bool isReady(HighlightId id) const
    {
        const auto track = tracks.constFind(id);
        return track == tracks.constEnd() || (track->state == Unconfirmed::State::Saving && !track->error);
    }

    Unconfirmed &trackOf(const Edit &edit);
    void show(HighlightId id, const std::optional<Highlight> &wanted);
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

    ScreenHighlights *q;
    EpisodeId episode;
    int edition;
    bool ended = false;
    LibraryService &service;
    std::vector<Highlight> highlights;
    QHash<HighlightId, Unconfirmed> tracks;
    HighlightId writing;
    QTimer timer;
};

ScreenHighlights::ScreenHighlights(EpisodeId episode, int edition, std::vector<Highlight> saved,
                                   LibraryService &service)
    : d(std::make_unique<Private>(this, episode, edition, std::move(saved), service))
{
    connect(&d->timer, &QTimer::timeout, this, &ScreenHighlights::retry);
    connect(&service, &LibraryService::editSaved, this, [this](const Edit &edit) { d->answered(edit, std::nullopt); });
    connect(&service, &LibraryService::editFailed, this,
            [this](const Edit &edit, const Error &error) { d->answered(edit, error); });
    connect(&service, &LibraryService::highlightsRead, this,
            [this](EpisodeId id, const std::vector<Highlight> &highlights) {
                if (id == d->episode && !d->ended)
                    d->synchronise(highlights);
            });
    connect(&service, &LibraryService::readFailed, this, [this](EpisodeId id) {
        if (id == d->episode)
            d->rereadFailed();
    });
}

ScreenHighlights::~ScreenHighlights()
{
    // The last try: nobody is left to hear the answer, but the library may have become writable.
    for (auto track = d->tracks.cbegin(); track != d->tracks.cend(); ++track) {
        if (track->error)
            d->service.apply(Edit{track->disk, d->shown(track.key())}, d->edition);
    }
}

const std::vector<Highlight> &ScreenHighlights::all() const
{
    return d->highlights;
}

const Highlight *ScreenHighlights::find(HighlightId id) const
{
    const auto found = std::find_if(d->highlights.begin(), d->highlights.end(),
                                    [id](const Highlight &highlight) { return highlight.id == id; });
    return found == d->highlights.end() ? nullptr : &*found;
}

bool ScreenHighlights::hasUnsavedEdits() const
{
    return !d->tracks.isEmpty();
}

bool ScreenHighlights::isUnsaved(HighlightId id) const
{
    const auto track = d->tracks.constFind(id);
    return track != d->tracks.constEnd() && track->announced;
}

bool ScreenHighlights::make(const Step &step)
{
    const bool ready = std::all_of(step.begin(), step.end(), [&](const Edit &edit) { return d->isReady(edit.id()); });
    if (step.size() > 1 && !ready) {
        retry();
        return false;
    }
    // On their way before the screen tells anybody, who might edit in turn.
    for (const Edit &edit : step) {
        Unconfirmed &track = d->trackOf(edit);
        track.typed = track.typed || step.size() == 1;
        if (ready)
            track.sent.push_back(edit);
    }
    if (ready)
        d->service.apply(step, d->edition);
    for (const Edit &edit : step)
        d->show(edit.id(), edit.after);
    retry();
    return true;
}

void ScreenHighlights::setWriting(HighlightId id)
{
    const HighlightId left = std::exchange(d->writing, id);
    const auto track = d->tracks.constFind(left);
    if (left != id && track != d->tracks.constEnd() && track->state == Unconfirmed::State::Kept && !d->mustStay(left))
        d->takeBack(left);
}

void ScreenHighlights::end()
{
    d->ended = true;
}

void ScreenHighlights::retry()
{
    const QList<HighlightId> ids = d->tracks.keys();
    for (const HighlightId id : ids) {
        Unconfirmed &track = d->tracks[id];
        if (track.state != Unconfirmed::State::Kept)
            continue;
        const std::optional<Highlight> now = d->shown(id);
        if (now == track.disk)
            d->confirm(id); // the reader took it back
        else
            d->send(track, {track.disk, now});
    }
}

Unconfirmed &ScreenHighlights::Private::trackOf(const Edit &edit)
{
    const HighlightId id = edit.id();
    if (!tracks.contains(id)) {
        Unconfirmed fresh;
        fresh.disk = edit.before;
        tracks.insert(id, fresh);
    }
    return tracks[id];
}

// Makes the screen show `wanted` in place of the highlight `id`.
void ScreenHighlights::Private::show(HighlightId id, const std::optional<Highlight> &wanted)
{
    const auto place = std::find_if(highlights.begin(), highlights.end(),
                                    [id](const Highlight &highlight) { return highlight.id == id; });
    const bool there = place != highlights.end();
    if (there && wanted && place->span == wanted->span) {
        *place = *wanted;
        Q_EMIT q->changed(*wanted);
        return;
    }
    if (there)
        highlights.erase(place);
    if (wanted)
        highlights.insert(std::upper_bound(highlights.begin(), highlights.end(), *wanted, notes::comesBefore), *wanted);
    if (there && wanted)
        Q_EMIT q->changed(*wanted);
    else if (there)
        Q_EMIT q->removed(id);
    else if (wanted)
        Q_EMIT q->added(*wanted);
}

void ScreenHighlights::Private::send(Unconfirmed &track, const Edit &edit)
{
    track.state = Unconfirmed::State::Saving;
    track.error.reset();
    track.sent.push_back(edit);
    service.apply(Step{edit}, edition);
}

void ScreenHighlights::Private::answered(const Edit &edit, const std::optional<Error> &error)
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
void ScreenHighlights::Private::settle(HighlightId id)
{
    Unconfirmed &track = tracks[id];
    if (!track.error) {
        confirm(id);
    } else if (isConflict(*track.error)) {
        track.state = Unconfirmed::State::Rereading;
        service.readHighlights(episode);
    } else {
        resolve(id);
    }
}

// The library refused, and `disk` is what it holds.
void ScreenHighlights::Private::resolve(HighlightId id)
{
    Unconfirmed &track = tracks[id];
    const std::optional<Highlight> now = shown(id);
    if (now == track.disk) {
        confirm(id);
    } else if (mustStay(id)) {
        track.state = Unconfirmed::State::Kept;
        timer.start();
        announce(id, *track.error, {track.disk, now});
    } else {
        takeBack(id);
    }
}

void ScreenHighlights::Private::takeBack(HighlightId id)
{
    const Unconfirmed track = tracks.take(id);
    const std::optional<Highlight> now = shown(id);
    for (const Edit &edit : track.refused)
        Q_EMIT q->takenBack(edit);
    show(id, track.disk);
    // Not allSaved: nothing waits any more, but something was lost, and that is what is to be told.
    Q_EMIT q->saveFailed({track.disk, now}, *track.error);
}

void ScreenHighlights::Private::announce(HighlightId id, const Error &error, const Edit &edit)
{
    const auto track = tracks.find(id);
    if (track == tracks.end() || (track->announced && *track->announced == error.code))
        return;
    track->announced = error.code;
    Q_EMIT q->saveFailed(edit, error);
}

void ScreenHighlights::Private::confirm(HighlightId id)
{
    tracks.remove(id);
    if (tracks.isEmpty())
        Q_EMIT q->allSaved();
}

// What the library holds, read after a conflict. Highlights with edits on their way are left alone:
// those edits were sent after this was read.
void ScreenHighlights::Private::synchronise(const std::vector<Highlight> &library)
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

void ScreenHighlights::Private::resolveConflict(HighlightId id, const std::optional<Highlight> &library)
{
    Unconfirmed &track = tracks[id];
    const QString base = track.disk ? track.disk->note : QString();
    track.disk = library;
    const std::optional<Highlight> now = shown(id);
    if (!track.typed || !carriesUnsavedWords(now, library)) {
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
void ScreenHighlights::Private::rereadFailed()
{
    const QList<HighlightId> ids = tracks.keys();
    for (const HighlightId id : ids) {
        if (tracks.value(id).state == Unconfirmed::State::Rereading)
            resolve(id);
    }
}

} // namespace earmark::library
