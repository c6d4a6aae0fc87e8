// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/task.h"
#include "transcript/timing.h"
#include "transcript/transcript.h"

namespace earmark::align {

struct Options {
    QString language; // BCP 47 or an espeak-ng voice; empty: the transcript's own, else English
    CancelToken cancel;
    Progress progress; // called from a working thread
    int threads = 2;   // at most; the result does not depend on it
};

struct Alignment {
    transcript::Timings timings; // one a token; Aligned where matched, else Interpolated; Estimated
                                 // after the end of a file that breaks off
    MediaTime duration{};        // of the audio, as decoded
    int damagedPackets = 0;
    bool truncated = false;
};

// Finds when each token of the transcript is spoken in the audio file, by synthesising the text
// warping it onto the recording (dynamic time warping over mel-frequency cepstra), and moving the words
// to where the recording's own sounds change (a hidden Markov model trained on it; sources in the
// headers). Same input, same output. A timing's confidence tells how far the two agree: of those of 0.8
// and more, 99 in 100 are right within 0.3 s. Errors: those of audio::Decoder::open, LanguageUnknown,
// SpeechUnavailable, TranscriptWithoutWords, AudioWithoutSound (shorter than 0.1 s),
// NotTheSameEpisode (50 words or more that are not what is spoken), Cancelled.
[[nodiscard]] Result<Alignment> align(const transcript::Transcript &transcript, const QString &audioFile,
                                      const Options &options);

} // namespace earmark::align
