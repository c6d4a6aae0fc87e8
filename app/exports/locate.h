// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/annotations.h"
#include "transcript/timing.h"
#include "transcript/transcript.h"

#include <tl/expected.hpp>

namespace earmark::exports {

// Why an annotation has no place.
enum class Unplaced {
    WithoutText, // it quotes nothing
    WithoutTime, // it has no media fragment
    TextNotFound,
    TimeDiffers, // its words are there, but heard at another time
    Ambiguous,   // more than one place fits
};

// A transcript's words as annotations are looked for in it: letters and digits only, whatever their case.
class WordIndex
{
public:
    // Both must outlive it.
    WordIndex(const transcript::Transcript &transcript, const transcript::Timings &timings);

    // The words that the annotation quotes, where they are heard at its time: within two seconds, or, where
    // times are only estimated, within ten or a twentieth of the episode. Of several such places the one whose
    // context is the annotation's, or the one heard at just its time.
    [[nodiscard]] tl::expected<transcript::TokenSpan, Unplaced> locate(const Annotation &annotation) const;

private:
    struct Place {
        transcript::TokenSpan span;
        qsizetype begin = 0; // in m_text
        qsizetype end = 0;
        MediaTime distance{};
    };

    [[nodiscard]] std::vector<Place> placesOf(const QString &words, MediaTime start) const;
    [[nodiscard]] bool isNear(const Place &place) const;
    [[nodiscard]] bool hasContext(const Place &place, const Annotation &annotation) const;

    const transcript::Transcript &m_transcript;
    const transcript::Timings &m_timings;
    QString m_text;                              // of all tokens, without spaces
    std::vector<transcript::TokenIndex> m_owner; // for each of its characters
};

} // namespace earmark::exports
