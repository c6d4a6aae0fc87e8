// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/reading.h"

namespace earmark::reading {

// The reading for who wants no cues: their tokens stay where they are and have an empty range. Sentences
// and paragraphs of nothing but cues go to the one after them, at the end to the one before. A transcript
// of cues alone is shown as it is. Linear.
[[nodiscard]] Reading withoutCues(const Reading &reading, const transcript::Transcript &transcript);

} // namespace earmark::reading
