// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "exports/template.h"
#include "notes/exported.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace earmark::exports {

enum class Format { Markdown, Html, WebAnnotation, Csv, Anki };

// The names that people type ("markdown", "html", "jsonld", "csv", "anki"), and the endings of their files.
[[nodiscard]] QStringList formatNames();
[[nodiscard]] std::optional<Format> formatOf(const QString &name);
[[nodiscard]] QString nameOf(Format format);
[[nodiscard]] QString endingOf(Format format); // "md", "html", "jsonld", "csv", "txt"
// Whether several episodes fit into one file.
[[nodiscard]] bool holdsMany(Format format);

// Whether Markdown says where its regions are (regions.h). Without, it cannot be brought up to date.
enum class RegionMarks { Written, LeftOut };

// How an export is written.
struct Options {
    Format format = Format::Markdown;
    std::optional<Template> markdown; // of Markdown; none: the plain one
    QString folder;                   // where the file goes, for paths relative to it; may be empty
    RegionMarks marks = RegionMarks::LeftOut;
};

// The bytes of a new file, as for a pipe. Errors: those of Template::render.
[[nodiscard]] Result<QByteArray> exportBytes(const std::vector<notes::ExportedEpisode> &episodes,
                                             const Options &options);

// What there is to tell about a file that was there before.
struct FileRemark {
    QString path;
    int kept = 0;         // edits within regions, which stand beside what is new
    int brokenMarks = 0;  // of regions, which therefore count as the reader's own text
    bool foreign = false; // without a region: what was in it stays, the export is appended
    bool frontMatterKept = false;

    [[nodiscard]] bool isEmpty() const { return kept == 0 && brokenMarks == 0 && !foreign && !frontMatterKept; }
};

// Files that were written.
struct Written {
    QStringList files;
    std::vector<FileRemark> remarks; // of those about which there is something to tell

    void add(const Written &other);
};

// Writes the file, whole or not at all. A Markdown file that is there keeps what is not Earmark's (see
// mergeDocument); any other is replaced. Errors: writeFileAtomically's, Template::render's; readFile's, and
// NotMarkdown for a file that is there and is no text in UTF-8 or ASCII.
[[nodiscard]] Result<Written> writeFile(const QString &path, const std::vector<notes::ExportedEpisode> &episodes,
                                        Options options);

} // namespace earmark::exports
