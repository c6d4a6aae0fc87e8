// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "notes/highlight.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace earmark::exports {

// What a file says about a place in an episode. Not said: nullopt, or empty.
struct Annotation {
    HighlightId id;                   // stable: the same annotation gets the same one each time
    std::optional<EpisodeId> episode; // by its link
    QString exact;
    QString prefix;
    QString suffix;
    std::optional<MediaTime> start;
    std::optional<MediaTime> end;
    bool isMoment = false;
    std::optional<QString> note;
    std::optional<QStringList> tags;
    std::optional<notes::Mark> mark;
    QDateTime modified;
    QByteArray writtenHash; // of Markdown: of the note as Earmark had written it; empty for JSON

    bool operator==(const Annotation &) const = default;
};

// The annotations of a file: of JSON-LD of the W3C Web Annotation Data Model (a collection, a page, a list
// or a single one; what is no annotation in it is passed over, and so are the headings that Earmark writes), or, of
// Markdown that Earmark wrote, the notes that were changed since and those that were typed right under a highlight
// without one, up to the next heading or rule. Errors: NotAnnotations, about `name`.
[[nodiscard]] Result<std::vector<Annotation>> readAnnotations(const QByteArray &bytes, const QString &name);

// Whether a region with this hash holds the note as it is.
[[nodiscard]] bool wasWrittenAs(const QString &note, const QByteArray &hash);

} // namespace earmark::exports
