// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exporter.h"
#include "library/library.h"
#include "notes/exported.h"

#include <QSet>

#include <optional>

namespace earmark::library {

// The episode and its highlights as an exporter wants them: quotes as a person would write them,
// speakers, times from the timings of today.
[[nodiscard]] notes::ExportedEpisode exported(const OpenEpisode &open);

// What is exported, how, and where to.
struct ExportRequest {
    exports::Format format = exports::Format::Markdown;
    QString templateName;                  // of Markdown: a preset or a file; empty: "plain"
    QString path;                          // a file; for all episodes also a folder, with a file for each
    std::optional<QSet<HighlightId>> only; // none: all of the episode's highlights
    exports::RegionMarks marks = exports::RegionMarks::Written; // in what goes to a pipe
};

// As for a pipe; without a path. Errors: those of Template::load.
[[nodiscard]] Result<QByteArray> exportedBytes(const OpenEpisode &episode, const ExportRequest &request);

// Writes an opened episode of the library `libraryPath`, but not over that library or the episode's audio. An
// existing Markdown file keeps what the reader wrote in it (exports::mergeDocument); any other file is
// replaced. Whole or not at all. Errors: those of Template::load and writeFileAtomically, OutputIsInput,
// NotMarkdown for an existing file that is none.
[[nodiscard]] Result<exports::Written> writeExport(const OpenEpisode &episode, const QString &libraryPath,
                                                   const ExportRequest &request);
// The same from the store. Errors: openEpisode's too.
[[nodiscard]] Result<exports::Written> exportEpisode(const store::Store &store, EpisodeId id,
                                                     const ExportRequest &request,
                                                     const reading::PunctuationModel &model = {});
// All episodes that have highlights: a file each in the folder `request.path` (made where it is missing),
// named after their titles; or, where the format holds many and that path is no folder and does not end
// with "/", one file. What was written before an error stays written.
[[nodiscard]] Result<exports::Written> exportAll(const store::Store &store, const ExportRequest &request,
                                                 const reading::PunctuationModel &model = {});
// One episode into the folder, under the name that exportAll gives it.
[[nodiscard]] Result<exports::Written> exportInto(const store::Store &store, EpisodeId id, const ExportRequest &request,
                                                  const reading::PunctuationModel &model = {});
// Each episode that has highlights.
[[nodiscard]] Result<std::vector<notes::ExportedEpisode>> exportedAll(const store::Store &store,
                                                                      const reading::PunctuationModel &model = {});

// A title as the name of a file on any system, without an ending; "notes" where nothing of it is left.
[[nodiscard]] QString fileNameOf(const QString &title);

} // namespace earmark::library
