// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/annotations.h"
#include "exports/locate.h"
#include "notes/history.h"
#include "store/store.h"

#include <QMetaType>

namespace earmark::library {

// An annotation that was left out, and why.
struct LeftOut {
    enum class Reason {
        WithoutText,
        WithoutTime,
        TextNotFound,
        TimeDiffers,
        Ambiguous,
        HighlightUnknown, // a note whose highlight is not in the library
        ChangedSince,     // changed in the library too, since the file was written
    };
    QString label; // its words, else its note, shortened
    Reason reason = Reason::TextNotFound;

    bool operator==(const LeftOut &) const = default;
};

struct ImportedAnnotations {
    int added = 0;
    int changed = 0;   // highlights that were there, by what the file says of them
    int unchanged = 0; // that were there and are the same
    std::vector<LeftOut> leftOut;
    notes::Step edits; // as they were written
};

// A file's annotations (exports::readAnnotations); any thread. Errors: those of it and of readFile.
[[nodiscard]] Result<std::vector<exports::Annotation>> readAnnotationFile(const QString &file);

// Takes annotations into the library, those of an episode in one transaction. One that is there by its id is changed;
// any other is made where its words are found at its time, in `only`, else in the episode it links to, else in the one
// episode of the library that has them. Nothing is put anywhere else. After an error what was written of other episodes
// stays. Errors: EpisodeUnknown, Store::apply's.
[[nodiscard]] Result<ImportedAnnotations> takeAnnotations(store::Store &store,
                                                          const std::vector<exports::Annotation> &annotations,
                                                          std::optional<EpisodeId> only = std::nullopt);
// Both in a row.
[[nodiscard]] Result<ImportedAnnotations> importAnnotations(store::Store &store, const QString &file,
                                                            std::optional<EpisodeId> only = std::nullopt);

} // namespace earmark::library

Q_DECLARE_METATYPE(earmark::library::ImportedAnnotations)
