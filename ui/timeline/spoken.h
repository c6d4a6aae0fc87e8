// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/reading.h"

namespace earmark::ui {

// What is said at a time, as it is shown in the text, on one line.
struct Spoken {
    QString before; // up to some sixty characters, whole words
    QString word;   // empty in a pause
    QString after;
    std::optional<transcript::TokenIndex> token; // the last that has begun; none without words
    bool isEstimated = false;                    // the time is worked out from the words' lengths

    bool operator==(const Spoken &) const = default;
};

[[nodiscard]] Spoken spokenAt(const reading::Reading &reading, const transcript::Timings &timings, MediaTime time);

} // namespace earmark::ui
