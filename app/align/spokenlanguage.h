// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

namespace earmark::align {

// What a transcript is spoken in to compare it.
struct SpokenLanguage {
    QString code; // BCP 47 or an espeak-ng voice
    bool isGuess = false;

    bool operator==(const SpokenLanguage &) const = default;
};

constexpr QLatin1StringView fallbackLanguage("en-us");

// The language that most of the words are in, by Google's Compact Language Detector 2; BCP 47. Empty
// where the text is too short or too mixed to tell.
[[nodiscard]] QString guessLanguage(const transcript::Transcript &transcript);

// The language asked for, else the transcript's own, else a guess, else the fallback.
[[nodiscard]] SpokenLanguage spokenLanguage(const transcript::Transcript &transcript, const QString &asked);

} // namespace earmark::align
