// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/formats.h"
#include "library/library.h"

#include <QMetaType>

namespace earmark::library {

// A transcript that is to take the place of an episode's.
struct NewTranscript {
    transcript::Source source;
    transcript::Transcript transcript;
    std::vector<formats::Warning> warnings;
};

// What came of it.
struct Replaced {
    EpisodeId id;
    int found = 0;          // highlights on words that stand in the new transcript, too, also those lost before
    int lost = 0;           // those that do not, for the reader to place
    int amended = 0;        // corrections, turns and headings whose words stand in the new transcript, too
    int amendmentsLost = 0; // those that are kept without a place, newly
    int anchors = 0;        // words whose times were tapped, and that stand in the new transcript, too
    int anchorsLost = 0;    // those that do not, or where the time does not fit any more
    std::vector<formats::Warning> warnings;
    bool needsAlignment = false; // there is audio, and the file does not time each word
};

// Any thread. Errors: readFile's, parseTranscript's.
[[nodiscard]] Result<NewTranscript> readNewTranscript(const QString &path);

// What is to be written for `episode` as it stands in the library: where its highlights go, see
// notes::reanchored(); those that had lost their words are looked for again, word by word and at their
// time. Times are the file's, behind the stretches that are known not to be in the text; where it has none,
// words that stayed keep the times they had. Tapped words that stayed keep theirs. Amendments go as reamended() says.
// Needs no store, any thread.
[[nodiscard]] store::Replacement planReplacement(const OpenEpisode &episode, const NewTranscript &fresh,
                                                 const QDateTime &now);
[[nodiscard]] Replaced outcomeOf(const OpenEpisode &episode, const NewTranscript &fresh,
                                 const store::Replacement &replacement);

// All in a row. Errors: SameTranscript, where the source is what the episode has; those of the above, of
// loadEpisode and of Store::replaceTranscript.
[[nodiscard]] Result<Replaced> replaceTranscript(store::Store &store, EpisodeId id, const QString &path);
[[nodiscard]] Result<Replaced> replaceTranscript(store::Store &store, EpisodeId id, const NewTranscript &fresh);

} // namespace earmark::library

Q_DECLARE_METATYPE(earmark::library::Replaced)
