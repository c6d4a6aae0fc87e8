// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "library/libraryservice.h"
#include "library/screenamendments.h"
#include "library/screenhighlights.h"

#include <optional>

namespace earmark::library {

struct EpisodeSession::Private {
    Private(EpisodeSession *owner, std::shared_ptr<const OpenEpisode> opened, LibraryService &service,
            notes::History before)
        : q(owner), service(service), open(std::move(opened)), episode(open->episode), chapters(open->chapters),
          seekIndex(open->seekIndex), notInText(open->notInText), history(std::move(before)), reading(open->reading),
          amendments(episode.id, episode.edition, open->amendments, service),
          marks(episode.id, episode.edition, open->highlights, service)
    {
        if (open->division.traits.size() == open->transcript.tokens.size())
            return;
        retimed = std::make_shared<const EpisodeTimes>(EpisodeTimes{
            open->timings, episode.duration, reading::divide(open->transcript, open->timings, service.punctuation())});
        if (reading.tokenRanges.size() != open->transcript.tokens.size())
            reading = composed(amendments.all());
    }

    [[nodiscard]] const reading::Division &division() const { return retimed ? retimed->division : open->division; }
    [[nodiscard]] reading::Reading composed(const std::vector<transcript::Amendment> &with) const;

    void takeChapters(const std::vector<audio::Chapter> &read);
    void take(const std::shared_ptr<const EpisodeTimes> &times);

    bool make(const notes::Step &step);
    enum class Redone { Done, Stale, NotYet };
    Redone makeStep(const notes::Step &step);
    [[nodiscard]] std::vector<notes::Highlight> mergeable(const notes::Highlight &highlight) const;

    // A change of the times, and how many steps of the history had been made by then.
    struct TimesDone {
        TimesStep step;
        size_t at = 0;
        // Leads from and to times that are gone; what the reader said by it stands all the same.
        bool isOutOfDate = false;
    };
    void changeTimes(const TimesChange &change);
    void send(const TimesChange &change);
    void closeTimes();
    void settleTimes();
    void forgetTimes();
    void outdateTimes();
    bool resend(const TimesDone &change, const TimesStep &step);
    bool undoTimes();
    bool redoTimes();
    [[nodiscard]] KnownTimes known() const { return {q->timings(), notInText}; }

    // A step of amendments, and how many steps of the other two kinds had been made by then.
    struct AmendmentsDone {
        transcript::AmendmentStep step;
        size_t at = 0;
        size_t timesAt = 0;
    };
    void readAnew();
    void addCorrection(transcript::AmendmentStep &step, const reading::Reading &without,
                       const reading::Rewritten &wanted, RuleId rule) const;
    bool amend(const transcript::AmendmentStep &step);
    void forgetAmendments(const transcript::AmendmentStep &step);
    bool undoAmendments();
    bool redoAmendments();
    [[nodiscard]] reading::Reading readingWithout(const std::vector<transcript::Amendment> &left) const;
    [[nodiscard]] transcript::TokenIndex placeOf(transcript::TokenIndex token) const;
    [[nodiscard]] const transcript::Amendment *amendmentAt(
        transcript::TokenIndex token, std::initializer_list<transcript::AmendmentKind> kinds) const;

    EpisodeSession *q;
    LibraryService &service;
    std::shared_ptr<const OpenEpisode> open;
    store::Episode episode;
    std::vector<audio::Chapter> chapters;
    std::shared_ptr<const audio::SeekIndex> seekIndex;
    std::shared_ptr<const EpisodeTimes> retimed; // replaces what was opened; may be null
    std::vector<MediaSpan> notInText;
    notes::History history;
    std::vector<AmendmentsDone> amendmentsDone = {};
    std::vector<AmendmentsDone> amendmentsUndone = {};
    std::optional<KnownTimes> timesBefore; // the last change, which may still be going on
    size_t timesAt = 0;                    // and when it was made
    bool isTimesOutOfDate = false;         // and whether all words were matched anew since
    std::vector<TimesDone> timesDone;
    std::vector<TimesDone> timesUndone;
    int timesPending = 0;     // changes that are not settled
    int undosWanted = 0;      // then
    reading::Reading reading; // what is shown
    ScreenAmendments amendments;
    ScreenHighlights marks;
};

} // namespace earmark::library
