// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

namespace earmark::reading {

// Leaves no paragraph without anything to show: what is not shown (a label of a turn in which nothing is
// said) goes to the paragraph that follows, or at the end to the one before. `isShown(i)` and `isStart(i)`
// tell whether token `i` is shown and begins a paragraph; `clear(i)` takes every border at `i` away.
template <class IsShown, class IsStart, class Clear>
void dropEmptyParagraphs(transcript::TokenIndex count, IsShown isShown, IsStart isStart, Clear clear)
{
    using transcript::TokenIndex;
    for (TokenIndex i = count - 1; i > 0 && !isShown(i); --i)
        clear(i);
    for (TokenIndex i = 0; i < count; ++i) {
        if (!isStart(i) || isShown(i))
            continue;
        TokenIndex next = i;
        while (next < count && !isShown(next)) {
            if (next > i)
                clear(next);
            ++next;
        }
        if (next < count)
            clear(next);
        i = next;
    }
}

} // namespace earmark::reading
