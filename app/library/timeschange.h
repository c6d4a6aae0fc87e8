// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/align.h"
#include "store/store.h"

#include <variant>

namespace earmark::library {

// What is known of when the words of an episode are heard.
struct KnownTimes {
    transcript::Timings timings;
    std::vector<MediaSpan> notInText; // ordered

    bool operator==(const KnownTimes &) const = default;
};

// What a reader says of it: this word is heard now.
using Tapped = transcript::Anchor;
// Of this word nothing is known any more.
struct Untapped {
    transcript::TokenIndex token = 0;
};
// This stretch of the audio is not in the text, an advertisement, say; or is in it after all.
struct MarkedOut {
    MediaSpan span;
};
struct MarkedIn {
    MediaSpan span;
};
// The times from one token on, and the stretches, as they were before and after a change; for undoing.
struct TimesStep {
    transcript::TokenIndex first = 0;
    transcript::Timings before;
    transcript::Timings after; // as many
    std::vector<MediaSpan> notInTextBefore;
    std::vector<MediaSpan> notInTextAfter;

    [[nodiscard]] bool isEmpty() const { return before.empty() && notInTextBefore == notInTextAfter; }
};
using TimesChange = std::variant<Tapped, Untapped, MarkedOut, MarkedIn, TimesStep>;

// Whether listening has found any word's time.
[[nodiscard]] bool isFoundByListening(const transcript::Timings &timings);

// What leads from one to the other: as little as possible.
[[nodiscard]] TimesStep stepBetween(const KnownTimes &before, const KnownTimes &after);
[[nodiscard]] TimesStep inverse(const TimesStep &step);

// The times after a change, without listening to the audio. A tapped word takes the words around it along:
// between it and the next one on either side whose time is sure (see align::stretchAround) they keep their
// proportions; where it agrees with the time that the file gives it, as align::statedTimes() says, few go along.
// One that is not tapped any more goes back to where the file has it, if it says so of this very word or
// nothing was found by listening, with the words around. Of the file's times, all behind an advertisement move
// by its length, up to the next tapped one; words among them that were found by listening go along, others
// wait for it. `duration`: of the audio; 0 where it is not known.
// Errors: AnchorOutside, AnchorsContradict (see align::checkAnchors; also a stretch in which a word was
// tapped), InvalidArgument, TimesChangedElsewhere (a step that does not fit what is there).
[[nodiscard]] Result<KnownTimes> changedAtOnce(const transcript::Transcript &transcript, KnownTimes known,
                                               MediaTime duration, const TimesChange &change);

// What listening needs from the library, as AlignmentTask.
struct ListeningTask {
    EpisodeId id;
    int edition = 0; // of the transcript, see store::Episode
    transcript::Transcript transcript;
    KnownTimes known;
    MediaTime duration{};
    QString audioPath; // empty: there is nothing to listen to
    QString language;
};
// Errors: EpisodeUnknown.
[[nodiscard]] Result<ListeningTask> prepareListening(const store::Store &store, EpisodeId id);

// Whether something is gained from listening after the change: it still stands, and there is audio that
// the words around can be matched to.
[[nodiscard]] bool wantsListening(const ListeningTask &task, const TimesChange &change);
// The times after the words around the change were matched to the sound again. Any thread. Errors:
// align::alignAround()'s and the like.
[[nodiscard]] Result<transcript::Timings> listenAgain(const ListeningTask &task, const TimesChange &change,
                                                      const CancelToken &cancel);

} // namespace earmark::library
