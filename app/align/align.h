// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/mediaspan.h"
#include "base/task.h"
#include "transcript/anchor.h"
#include "transcript/timing.h"
#include "transcript/transcript.h"

namespace earmark::align {

struct Options {
    QString language = {}; // BCP 47 or an espeak-ng voice; empty: the transcript's own, else guessed
    CancelToken cancel = {};
    Progress progress = {};                       // called from a working thread
    int threads = 2;                              // at most; the result does not depend on it
    std::vector<transcript::Anchor> anchors = {}; // ordered by token; kept to exactly
    // Of these it is known that no word of the text is in them: the file's times count without them.
    std::vector<MediaSpan> notInText = {};
};

struct Alignment {
    // One a token: Tapped at anchors, Given for words that have times of their own in the file, Aligned
    // where matched, else Interpolated; Estimated after the end of a file that breaks off.
    transcript::Timings timings = {};
    MediaTime duration{}; // of the audio, as decoded
    int damagedPackets = 0;
    bool truncated = false;
    QString language = {}; // that the text was spoken in to compare it
    // What one of the two has and the other has not; ordered. Music and advertisements are sound
    // without text, whether a cue like "[Music]" stands there or not. Pauses are neither.
    std::vector<MediaSpan> soundWithoutText = {};
    std::vector<transcript::TokenSpan> textWithoutSound = {};
};

// Finds when each token of the transcript is spoken in the audio file, by synthesising the text
// warping it onto the recording (dynamic time warping over mel-frequency cepstra), and moving the words
// to where the recording's own sounds change (a hidden Markov model trained on it; sources in the
// headers). Same input, same output. A timing's confidence tells how far the two agree: of those of 0.8
// and more, 99 in 100 are right within 0.3 s.
// Where the transcript has segments with times, their words are looked for in these and up to 0.75 s
// beyond; a segment of one word keeps its times, and where each word has one, the audio is not heard. Around
// anchors that contradict the file it counts for nothing, see statedTimes() in fileclock.h.
// Errors: those of audio::Decoder::open, LanguageUnknown, SpeechUnavailable, TranscriptWithoutWords,
// AudioWithoutSound (shorter than 0.1 s), AudioWithoutSpeech, NotTheSameEpisode (40 words or more that are
// not what is spoken), AnchorOutside and AnchorsContradict (subject: the anchor's token; also for one in a span
// of `notInText`), InvalidArgument for such a span that ends before it begins or is not in the audio, Cancelled.
[[nodiscard]] Result<Alignment> align(const transcript::Transcript &transcript, const QString &audioFile,
                                      const Options &options);

// The times after a reader has said where one token is heard. What lies between the tokens next to it
// whose times are sure is matched again with the anchor: those tapped, and a minute or more away those
// that were given, or aligned with a confidence of 0.8. All else stays as it is, byte for byte. A few
// minutes of audio take less than a second. `options.anchors` are not used. Errors: those of align(),
// and InvalidArgument where there is not one timing for each token.
[[nodiscard]] Result<transcript::Timings> alignAround(const transcript::Anchor &anchor,
                                                      const transcript::Transcript &transcript,
                                                      const transcript::Timings &timings, const QString &audioFile,
                                                      const Options &options);

// The times after a reader has said that a span of the audio is not in the text: an advertisement that
// was put in later, say. The words that had been found there are matched again with those around, up to
// the sure ones that alignAround() goes to; without any, nothing changes. `options.notInText` holds the
// spans already known. Errors: those of alignAround(); AnchorsContradict (subject: the token) for a span
// in which a word was tapped, InvalidArgument for one that ends before it begins.
[[nodiscard]] Result<transcript::Timings> alignOutside(const MediaSpan &span, const transcript::Transcript &transcript,
                                                       const transcript::Timings &timings, const QString &audioFile,
                                                       const Options &options);

// The times after something that was known about these tokens was taken back: they are matched again
// with those around them, up to the sure ones that alignAround() goes to. Errors: those of alignAround();
// InvalidArgument for tokens that are none of the transcript's.
[[nodiscard]] Result<transcript::Timings> alignAgain(transcript::TokenSpan span,
                                                     const transcript::Transcript &transcript,
                                                     const transcript::Timings &timings, const QString &audioFile,
                                                     const Options &options);

} // namespace earmark::align
