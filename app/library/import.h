// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/audioinfo.h"
#include "base/error.h"
#include "formats/formats.h"
#include "store/store.h"

#include <optional>

namespace earmark::library {

struct ImportRequest {
    QString audioFile; // empty: a transcript alone
    QString transcriptFile;
    // What was pasted instead of a file, as UTF-8; `transcriptFile` is only its name then.
    std::optional<QByteArray> pasted;
    QString title;    // empty: from the tags, else from the file's name or the first words pasted
    QString show;     // likewise
    QString language; // empty: what the transcript states
};

struct Imported {
    EpisodeId id;
    std::vector<formats::Warning> warnings;
    bool needsAlignment = false; // there is audio, and the file does not time each word
    bool audioMoved = false;     // the episode was there already, with its audio elsewhere
    int ruleHits = 0;            // places that rules of the glossary would correct
};

// What the two files of an episode hold, ready to be stored.
struct ImportMaterial {
    store::NewEpisode episode;
    audio::AudioInfo audio;
    std::vector<formats::Warning> warnings;
};

// Reads both files, given in either order. Any thread; as slow as the disk. Errors: those of readFile,
// parseTranscript and audio::probe; NothingToPaste for pasted text that is no transcript.
[[nodiscard]] Result<ImportMaterial> readImport(const ImportRequest &request);

// Stores the episode in one transaction with estimated times; the audio stays where it is. When the
// same transcript is there with audio that has moved since (it is gone, and the new one is as long; or
// both hold the same), that episode is told where its audio is now, and no second one is made. Errors:
// those of Store::insertEpisode and setAudio.
[[nodiscard]] Result<Imported> storeImport(store::Store &store, const ImportMaterial &material);

// The two in a row. Nothing is stored when either file cannot be used.
[[nodiscard]] Result<Imported> importEpisode(store::Store &store, const ImportRequest &request);

} // namespace earmark::library
