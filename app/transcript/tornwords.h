// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

#include <QSet>

namespace earmark::transcript {

// What else tells that two tokens are one: the word before them, and the word after them.
struct TornContext {
    QStringView earlier;
    QStringView before;
    QStringView token;
    QStringView next;
};

// "20" and "25" of a year, where what stands before can only be followed by one: "in 20 25".
[[nodiscard]] bool isTornYear(const TornContext &context);

// "10:" and "30", where it can only be the time of day: "10: 30 a.m.", "at 10: 30".
[[nodiscard]] bool isTornClock(const TornContext &context);

// "open-" and "Source", "20-" and "year", "twenty-" and "five". `compounds` are those that the transcript
// has whole, by their letters with the hyphen, in lower case.
[[nodiscard]] bool isTornCompound(const TornContext &context, const QSet<QString> &compounds);
[[nodiscard]] QSet<QString> compoundsOf(const Transcript &transcript);

// "a." and "m.", "U." and "S.", and the third of "U. S. A.".
[[nodiscard]] bool isTornAbbreviation(const TornContext &context);

// The token without punctuation and closing quotes at its end.
[[nodiscard]] QStringView withoutTrailing(QStringView token);

} // namespace earmark::transcript
