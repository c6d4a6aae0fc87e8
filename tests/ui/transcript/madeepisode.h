// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

#include <QList>

namespace earmark::made {

struct Paragraph {
    QString speaker; // becomes a label token, which the reading does not show
    QString text;    // words between single spaces; a word in brackets is a cue
};

// An episode with a reading put together by hand: a sentence ends with ".", "?" or "!", a cue is one
// by itself, every token lasts 300 ms.
[[nodiscard]] library::OpenEpisode episode(const QList<Paragraph> &paragraphs);

// `words` words in paragraphs of 60, of two speakers taking turns.
[[nodiscard]] library::OpenEpisode longEpisode(int words);

} // namespace earmark::made
