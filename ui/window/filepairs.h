// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/import.h"

#include <QStringList>

#include <vector>

namespace earmark::ui {

enum class FileKind { Audio, Transcript };

// What a file seems to be, by its name and, where that says nothing, its first bytes. Only a guess:
// importing says what is wrong with a file that is neither.
// "*.mp3 *.m4a …", for a file dialog.
[[nodiscard]] QString audioPatterns();
[[nodiscard]] QString transcriptPatterns();
[[nodiscard]] FileKind kindOfFile(const QString &path);

struct FilePairs {
    std::vector<library::ImportRequest> pairs;
    QStringList audio;       // without a transcript
    QStringList transcripts; // without audio

    bool isComplete() const { return audio.isEmpty() && transcripts.isEmpty(); }
};

// Brings each audio file together with its transcript: those whose names agree but for their endings
// and the transcript's language, and a single audio file with a single transcript that remain.
[[nodiscard]] FilePairs pairFiles(const QStringList &paths);

} // namespace earmark::ui
