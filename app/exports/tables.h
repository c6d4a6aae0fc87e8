// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/exported.h"

#include <QByteArray>

#include <vector>

namespace earmark::exports {

// CSV (RFC 4180) with the columns that Readwise imports: Highlight, Title, Author, URL, Note, Location,
// Date. Tags stand at the start of the note as ".tag"; the location is the second of the audio. What has
// no words of its own (a moment, a note on the episode) has its note as the highlight.
[[nodiscard]] QByteArray readwiseCsv(const std::vector<notes::ExportedEpisode> &episodes);

// Tab-separated notes for Anki's import, with its header lines: an identity (imported again, a note is
// updated), what was said, note, source and tags. HTML is escaped.
[[nodiscard]] QByteArray ankiNotes(const std::vector<notes::ExportedEpisode> &episodes);

} // namespace earmark::exports
