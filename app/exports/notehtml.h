// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QString>

namespace earmark::exports {

// A note as it reads: its Markdown (CommonMark with GitHub's tables, tasks and strikethrough, as in the
// window's preview) as HTML to stand in a page, in whole elements. HTML in the note is shown as the text
// it is, a picture becomes a link to it, and a link that may run something (javascript:, data:) only its
// words: the page loads and does nothing on its own. Links to times of `episode` get the attribute
// data-t, in seconds, as its words have.
[[nodiscard]] QString noteHtml(const QString &note, EpisodeId episode);

} // namespace earmark::exports
