// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/audioinfo.h"
#include "base/error.h"
#include "formats/formats.h"

namespace earmark::library {

// An episode as it comes: what its two files hold.
struct EpisodeFiles {
    QString audioPath; // absolute; empty: a transcript alone
    QString transcriptPath;
    audio::AudioInfo audio;
    QByteArray transcriptBytes; // exactly as they stand in the file
    formats::ParsedTranscript parsed;
};

// Reads both files, in whichever order they are given; an empty `audioFile`: the transcript alone.
// Errors: those of readFile, parseTranscript and audio::probe; the subject is the path.
[[nodiscard]] Result<EpisodeFiles> readEpisodeFiles(const QString &audioFile, const QString &transcriptFile);

// The same with text from the clipboard, UTF-8, for the transcript; `name` tells it in messages. Errors:
// NothingToPaste for what is no transcript, or only a word or two; FileTooLarge; those of audio::probe.
[[nodiscard]] Result<EpisodeFiles> readPasted(const QString &audioFile, const QByteArray &text, const QString &name);

} // namespace earmark::library
