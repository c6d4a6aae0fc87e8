// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "exports/document.h"

#include <QByteArray>

#include <vector>

namespace earmark::exports {

// Regions in a Markdown file lie between two comments that readers of Markdown hide:
//   <!-- earmark:begin 12/quote/7d0c… 3f2a9c… -->
//   <!-- earmark:end -->
// and in front matter between two comments of YAML, "# earmark:begin …" and "# earmark:end". The last word
// is a hash of what Earmark wrote between them, so that an edit is noticed.

// A stretch of a file, whole lines. Outside of regions: the reader's own.
struct FilePiece {
    QByteArray region;  // name; empty: the reader's own
    QByteArray hash;    // as it stands there
    QByteArray bytes;   // all of it, the comments of a region included
    QByteArray inner;   // of a region: the bytes between its comments
    QByteArray content; // of a region: the same with "\n" ends, without the blank line at either end
    bool inFrontMatter = false;

    [[nodiscard]] bool isRegion() const { return !region.isEmpty(); }
    // By somebody else than Earmark.
    [[nodiscard]] bool isEdited() const;
};

struct MarkedFile {
    std::vector<FilePiece> pieces; // in order; together they are the file
    bool hasFrontMatter = false;
    int brokenMarks = 0; // begun and not ended, or the other way round: the reader's own text now
};

// The hash of what a region holds, as it stands in its comment.
[[nodiscard]] QByteArray contentHash(const QByteArray &content);

[[nodiscard]] MarkedFile readRegions(const QByteArray &file);

// A new file with the document, its regions between comments.
[[nodiscard]] QByteArray markedBytes(const Document &document);

// What became of a file.
struct Merged {
    QByteArray bytes;
    int kept = 0;                 // regions that the reader had edited: the edits stand beside what is new
    int brokenMarks = 0;          // as MarkedFile
    bool wasForeign = false;      // it held no region: the document was appended
    bool frontMatterKept = false; // it had a front matter without a region: left as it was
};

// Writes the regions of a document into a file that is there. What is not within regions of this document's
// prefix stays byte for byte, line ends, byte-order mark and a missing last line end included. Regions
// that are new go behind the one before them; those that are in the document no more go. A region that was
// edited becomes text of the reader's, with the new region behind it; in front matter it stays, and what is
// new follows as comments. A note that was typed under a highlight, and that the document has as well,
// becomes the region of that note.
[[nodiscard]] Merged mergeDocument(const QByteArray &file, const Document &document);

} // namespace earmark::exports
