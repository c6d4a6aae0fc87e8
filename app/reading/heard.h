// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/reading.h"
#include "transcript/timing.h"

namespace earmark::reading {

// What of the text is heard at a moment.
struct Heard {
    TokenSpan span;
    bool isEstimated = false; // that it is this one

    bool operator==(const Heard &) const = default;
};

// What is heard while `token` is, by its time, as exactly as that is known: the word; but where the file times no more
// than the stretch around it, and nobody has listened yet, that stretch. Of one that is longer than a caption, the
// sentence, which is an estimate. `timings` are those of `transcript`, `token` is one of them.
[[nodiscard]] Heard heardWith(const Reading &reading, const transcript::Transcript &transcript,
                              const transcript::Timings &timings, TokenIndex token);

} // namespace earmark::reading
