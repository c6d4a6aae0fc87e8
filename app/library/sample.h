// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "library/import.h"

namespace earmark::library {

// The project's own episode, to try everything on: a conversation of two voices, spoken by espeak-ng
// the first time it is asked for, with the captions that a machine could have made of it.
struct SampleFiles {
    QString audioFile;
    QString transcriptFile;
};

// $XDG_DATA_HOME/earmark/sample
[[nodiscard]] QString sampleFolder();

// Makes what is not there yet, which takes a few seconds; each file whole or not at all. Any thread.
// Errors: SpeechUnavailable, LanguageUnknown, DiskFull, WriteFailed, Cancelled.
[[nodiscard]] Result<SampleFiles> makeSample(const QString &folder, const CancelToken &cancel = {});

// Imports the sample, or finds the one that was imported before. Errors: importEpisode's.
[[nodiscard]] Result<Imported> importSample(store::Store &store, const SampleFiles &files);

} // namespace earmark::library
