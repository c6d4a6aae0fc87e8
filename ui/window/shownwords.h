// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"

namespace earmark::ui {

// The words of the span as they are shown, with what was corrected, on one line; of tokens outside the transcript
// nothing.
[[nodiscard]] QString shownWords(const library::EpisodeSession &session, transcript::TokenSpan span);
// What is shown of this token, and which tokens with it: the whole of a number that is torn in the source; where
// a correction left nothing of this token, the whole correction; the source's word where nothing is shown at all.
struct ShownWord {
    QString text;
    transcript::TokenSpan span;
};
[[nodiscard]] ShownWord shownWord(const library::EpisodeSession &session, transcript::TokenIndex token);

} // namespace earmark::ui
