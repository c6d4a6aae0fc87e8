// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <functional>
#include <optional>

namespace earmark::library {

// Changes a highlight's note, tags and mark; `change` leaves all else as it is. Nothing is written where
// nothing changes. Errors: HighlightUnknown and Store::apply's.
[[nodiscard]] Result<notes::Highlight> changeHighlight(store::Store &store, HighlightId id,
                                                       const std::function<void(notes::Highlight &)> &change);

// Takes the note away. Of a note on the whole episode nothing is left then, unless it has tags; a highlight and
// a moment stay. Errors: as changeHighlight.
[[nodiscard]] Result<void> removeNote(store::Store &store, HighlightId id);

// A note on the episode as a whole, or on a moment of it. Errors: EpisodeUnknown, Store::apply's;
// SpanOutsideTranscript for a moment behind the end of the audio.
[[nodiscard]] Result<notes::Highlight> addNote(store::Store &store, EpisodeId id, std::optional<MediaTime> at,
                                               const QString &note);

} // namespace earmark::library
