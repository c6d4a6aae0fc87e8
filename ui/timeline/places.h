// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/chapters.h"
#include "audio/peaks.h"
#include "base/mediaspan.h"
#include "notes/highlight.h"
#include "transcript/timing.h"

#include <vector>

namespace earmark::ui {

// What a chapter is called; one without a title by its number, which is 1 for index 0.
[[nodiscard]] QString chapterName(const std::vector<audio::Chapter> &chapters, size_t index);

// Something that stands at a time of the episode.
struct Place {
    enum class Kind : quint8 {
        Chapter,
        Highlight,
        Moment,
        Cue,
        NotInText, // as it seems
        MarkedOut, // the reader says so
    };
    Kind kind = Kind::Chapter;
    MediaTime start{};
    MediaTime end{};
    QString text; // the chapter's name, the cue
    notes::Mark mark = notes::Mark::One;
    HighlightId highlight = {};

    bool operator==(const Place &) const = default;
};

// Of one kind each, ordered by their start. Highlights that stand nowhere in the text are left away; cues
// that follow each other are one.
[[nodiscard]] std::vector<Place> chapterPlaces(const std::vector<audio::Chapter> &chapters);
[[nodiscard]] std::vector<Place> highlightPlaces(const std::vector<notes::Highlight> &highlights,
                                                 const transcript::Timings &timings);
[[nodiscard]] std::vector<Place> cuePlaces(const transcript::Transcript &transcript,
                                           const transcript::Timings &timings);
// Two seconds and more of sound, pauses at either end taken off, where the text has neither word nor cue:
// an advertisement, an introduction. None while times are estimated from the words' lengths, nor where the reader has
// said it already.
[[nodiscard]] std::vector<Place> placesNotInText(const transcript::Timings &timings, const audio::Peaks &peaks,
                                                 const std::vector<MediaSpan> &markedOut = {});
[[nodiscard]] std::vector<Place> placesMarkedOut(const std::vector<MediaSpan> &spans);

// Where the words' times are estimated from their lengths, from the first of such words to the last.
[[nodiscard]] std::vector<MediaSpan> estimatedStretches(const transcript::Timings &timings);

// The narrowest place that is heard at `time`, those of `kind` only; nullptr where there is none. `reach`
// is how far beside a place still counts.
[[nodiscard]] const Place *placeAt(const std::vector<Place> &places, Place::Kind kind, MediaTime time,
                                   MediaTime reach = {});

} // namespace earmark::ui
