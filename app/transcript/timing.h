// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediaspan.h"
#include "transcript/anchor.h"
#include "transcript/transcript.h"

#include <optional>
#include <vector>

namespace earmark::transcript {

enum class TimingOrigin : quint8 {
    Estimated,    // from the lengths of words alone; shown as such
    Interpolated, // between two places that are known
    Given,        // by the transcript's file
    Aligned,      // matched to the sound
    Tapped,       // by the reader's ear
};

struct WordTiming {
    MediaTime start{};
    MediaTime end{};      // not before start
    float confidence = 0; // 0 to 1
    TimingOrigin origin = TimingOrigin::Estimated;

    bool operator==(const WordTiming &) const = default;
};

// One for each token, starts never falling. Cues and labels have times too: the gap they stand in.
using Timings = std::vector<WordTiming>;

// Times without having heard the audio: inside the segments the file gives, by the words' lengths;
// elsewhere spread over `duration`. A duration of zero means that there is no audio: 150 words a
// minute. Words inside a segment are Interpolated, a word that has one for itself is Given, all
// others are Estimated.
[[nodiscard]] Timings estimateTimings(const Transcript &transcript, MediaTime duration);

// The token that is being heard at `at`: the last one that began, as long as it lasts and into the
// pause after it for at most half a second. None before the first word and in longer pauses.
[[nodiscard]] std::optional<TokenIndex> tokenAt(const Timings &timings, MediaTime at);

// The last token that has begun at `at`, however long ago; the first one where none has.
[[nodiscard]] TokenIndex tokenBefore(const Timings &timings, MediaTime at);

// From the first token's start to the last one's end: tokens whose times are out of order cannot turn it round.
[[nodiscard]] MediaSpan timeOf(TokenSpan span, const Timings &timings);

// The tokens whose times were tapped, with these.
[[nodiscard]] std::vector<Anchor> tappedWords(const Timings &timings);

// Whether any token's time is known better than from word lengths.
[[nodiscard]] bool hasKnownTimes(const Timings &timings);

// Whether there is something to gain from listening to the audio: the file does not give every word a
// time of its own, and nothing has found any by listening.
[[nodiscard]] bool needsAlignment(const Transcript &transcript, const Timings &timings);

} // namespace earmark::transcript
