// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "formats/formats.h"
#include "store/store.h"

namespace earmark::library {

struct ImportRequest {
    QString audioFile; // empty: a transcript alone
    QString transcriptFile;
    QString title;    // empty: from the tags, else from the file's name
    QString show;     // likewise
    QString language; // empty: what the transcript states
};

struct Imported {
    EpisodeId id;
    std::vector<formats::Warning> warnings;
    bool needsAlignment = false; // there is audio, and the file gives no times
};

// Reads both files, then stores the episode in one transaction with estimated times; nothing is
// stored when either file cannot be used. The audio stays where it is. Errors: those of readFile,
// parseTranscript, audio::probe, Store::insertEpisode. The two files may be given in either order.
[[nodiscard]] Result<Imported> importEpisode(store::Store &store, const ImportRequest &request);

} // namespace earmark::library
