// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/timing.h"

#include <vector>

namespace earmark::test {

struct TimedText {
    transcript::Transcript transcript;
    transcript::Timings timings;
};

// The words of `text`, one each 400 ms, as a file would give them.
[[nodiscard]] TimedText timedText(const QString &text);

struct ChangeOptions {
    int words = 1000;
    double changed = 0.1; // part of the words replaced, left out, torn in two, or with one more before them
    unsigned seed = 1;
};

// A text in which some words are common and most are rare, as in speech, and the same once it was
// changed, with what became of each word. The audio is the same: words that stay keep their times.
struct ChangedText {
    TimedText before;
    TimedText after;
    std::vector<transcript::TokenIndex> survivors; // for each word before: its index after; -1: changed

    // Whether every surviving word of `span` is in `found`, and no other surviving one. Which
    // of two neighbours that are the same word survived is not asked.
    [[nodiscard]] bool isRightPlace(transcript::TokenSpan span, transcript::TokenSpan found) const;
};

[[nodiscard]] ChangedText changedText(const ChangeOptions &options);

} // namespace earmark::test
