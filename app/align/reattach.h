// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/wordtimings.h"

namespace earmark::align {

// Moves words that were found alone, with sound that is not in the text around them, to the nearer
// neighbour: an advertisement resembles some word or other. One or two words move over 3 s and more,
// up to ten over 10 s and more if their places are doubtful.
// `cueBefore` as in WarpSettings; words are not moved over a cue. They keep their lengths and become
// unsure.
void reattachIsolated(std::vector<std::optional<WordSpan>> &spans, const std::vector<float> &activity,
                      const std::vector<bool> &cueBefore);

} // namespace earmark::align
