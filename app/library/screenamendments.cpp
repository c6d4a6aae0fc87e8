// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/screenamendments.h"

#include "library/libraryservice.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace earmark::library {

using transcript::Amendment;
using transcript::AmendmentEdit;
using transcript::AmendmentStep;

struct ScreenAmendments::Private {
    void answered(const AmendmentStep &step, const std::optional<Error> &error);
    void settle();
    void show(std::vector<Amendment> wanted);
    void synchronise(const std::vector<Amendment> &library);

    ScreenAmendments *q;
    EpisodeId episode;
    int edition;
    LibraryService &service;
    std::vector<Amendment> shown;
    std::vector<Amendment> disk;    // what the library holds, as far as it has told
    std::deque<AmendmentStep> sent; // unanswered
    std::vector<AmendmentStep> refused = {};
    std::optional<Error> error = {}; // the first since all was well
    bool isOutOfDate = false;        // somebody else wrote while steps were on their way
    bool ended = false;
};

ScreenAmendments::ScreenAmendments(EpisodeId episode, int edition, std::vector<Amendment> saved,
                                   LibraryService &service)
    : d(std::make_unique<Private>(Private{this, episode, edition, service, saved, std::move(saved), {}}))
{
    connect(&service, &LibraryService::amendmentsSaved, this, [this](EpisodeId id, const AmendmentStep &step) {
        if (id == d->episode)
            d->answered(step, std::nullopt);
    });
    connect(&service, &LibraryService::amendmentsFailed, this,
            [this](EpisodeId id, const AmendmentStep &step, const Error &error) {
                if (id == d->episode)
                    d->answered(step, error);
            });
    connect(&service, &LibraryService::amendmentsRead, this,
            [this](EpisodeId id, const std::vector<Amendment> &amendments) {
                if (id == d->episode && !d->ended)
                    d->synchronise(amendments);
            });
}

ScreenAmendments::~ScreenAmendments() = default;

const std::vector<Amendment> &ScreenAmendments::all() const
{
    return d->shown;
}

const Amendment *ScreenAmendments::find(AmendmentId id) const
{
    const auto found = std::ranges::find(d->shown, id, &Amendment::id);
    return found == d->shown.end() ? nullptr : &*found;
}

bool ScreenAmendments::isSaving() const
{
    return !d->sent.empty();
}

bool ScreenAmendments::make(const AmendmentStep &step)
{
    std::optional<std::vector<Amendment>> after = transcript::afterStep(d->shown, step);
    if (!after)
        return false;
    for (const AmendmentEdit &edit : step) {
        const auto isInTheWay = [&](const Amendment &other) { return transcript::excludes(other, *edit.after); };
        if (edit.after && std::ranges::any_of(*after, isInTheWay))
            return false;
    }
    d->sent.push_back(step);
    d->service.apply(d->episode, step, d->edition);
    d->show(*std::move(after));
    return true;
}

void ScreenAmendments::end()
{
    d->ended = true;
}

void ScreenAmendments::Private::show(std::vector<Amendment> wanted)
{
    if (wanted == shown)
        return;
    shown = std::move(wanted);
    Q_EMIT q->changed();
}

void ScreenAmendments::Private::answered(const AmendmentStep &step, const std::optional<Error> &failed)
{
    // Another session's, where two windows show the same episode.
    if (sent.empty() || sent.front() != step)
        return;
    sent.pop_front();
    if (!failed) {
        if (auto after = transcript::afterStep(disk, step))
            disk = *std::move(after);
    } else {
        refused.push_back(step);
        if (!error)
            error = failed;
    }
    if (sent.empty())
        settle();
}

void ScreenAmendments::Private::settle()
{
    if (error) {
        isOutOfDate = isOutOfDate || error->code == ErrorCode::AmendmentChangedElsewhere;
        const std::vector<AmendmentStep> steps = std::exchange(refused, {});
        const Error first = *std::exchange(error, std::nullopt);
        show(disk);
        for (auto step = steps.rbegin(); step != steps.rend(); ++step)
            Q_EMIT q->takenBack(*step);
        Q_EMIT q->saveFailed(steps.front(), first);
    } else {
        Q_EMIT q->allSaved();
    }
    if (std::exchange(isOutOfDate, false) && !ended)
        service.readAmendments(episode);
}

// Read before the steps on their way were written, it is not what the library will hold.
void ScreenAmendments::Private::synchronise(const std::vector<Amendment> &library)
{
    if (!sent.empty()) {
        isOutOfDate = true;
        return;
    }
    disk = library;
    show(library);
}

} // namespace earmark::library
