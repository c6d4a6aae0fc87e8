// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/align.h"
#include "store/store.h"

namespace earmark::library {

// What an alignment needs from the library, so that it can run while others use the library.
struct AlignmentTask {
    EpisodeId id;
    transcript::Transcript transcript;
    QString audioPath;
    QString language;                             // empty: the transcript's own
    std::vector<transcript::Anchor> anchors = {}; // what the reader tapped
    std::vector<MediaSpan> notInText = {};        // and marked
};

// Whether the episode has audio, and its times are estimates. Errors: EpisodeUnknown.
[[nodiscard]] Result<bool> needsAlignment(const store::Store &store, EpisodeId id);

// Errors: EpisodeUnknown, AudioWithoutSound (an episode without audio).
[[nodiscard]] Result<AlignmentTask> prepareAlignment(const store::Store &store, EpisodeId id);

// Any thread. `options.language` is used where it is given, and so are its anchors. Errors: align::align's, and
// NotTheSameEpisode too where not a word was recognised.
[[nodiscard]] Result<align::Alignment> runAlignment(const AlignmentTask &task, align::Options options);

// Errors: Store::replaceTimings'.
[[nodiscard]] Result<void> storeAlignment(store::Store &store, EpisodeId id, const align::Alignment &alignment);

// The three in a row. A failure leaves the times as they were.
[[nodiscard]] Result<align::Alignment> alignEpisode(store::Store &store, EpisodeId id, const align::Options &options);

// The anchors in a file, as formats::parseAnchors reads them, ordered by token. `duration`: of the audio.
// Errors: those of readFile and parseAnchors, AnchorOutside; the subject names the line.
[[nodiscard]] Result<std::vector<transcript::Anchor>> readAnchors(const QString &path,
                                                                  const transcript::Transcript &transcript,
                                                                  MediaTime duration);

// Whether there is a voice for `language` (empty: yes). Errors: LanguageUnknown, SpeechUnavailable.
[[nodiscard]] Result<void> checkLanguage(const QString &language);

} // namespace earmark::library
