// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "formats/readers.h"

#include <optional>

namespace earmark::formats {

constexpr qint64 largestTranscript = 64 << 20; // bytes of a transcript that becomes an episode
constexpr qint64 largestFile = 256 << 20;      // bytes of a file that is converted

// How to read a file, where the reader knows better than the file.
struct ReadOptions {
    QByteArray encoding;                            // "windows-1252"; empty: found
    std::optional<transcript::SourceFormat> format; // nullopt: found
    CueTextForm form = CueTextForm::Readable;
};

// The bytes of a file for parseTranscript or readCues. One that is no transcript, by its beginning, is
// refused without reading the rest, however large it is. Errors: readFile's and NotATranscript.
[[nodiscard]] Result<QByteArray> readTranscriptFile(const QString &path, qint64 limit, const ReadOptions &options = {});

// Reads a transcript in any format we know; the content decides, `fileName` is only a hint. What is
// faulty inside a structured file is left out and listed in the warnings. Errors: FileEmpty,
// FileTooLarge, EncodingUnknown, NotATranscript (a picture, a PDF, a web page),
// WordTooLong (of a script without spaces), TranscriptWithoutWords. The error's subject is `fileName`, or the encoding.
[[nodiscard]] Result<ParsedTranscript> parseTranscript(const QByteArray &bytes, const QString &fileName,
                                                       const ReadOptions &options = {});

// The same as cues, for files of up to largestFile: as the file divides the text, or by paragraphs and
// turns where it does not. Labels written in the text become speakers.
[[nodiscard]] Result<CueList> readCues(QByteArray bytes, const QString &fileName, const ReadOptions &options = {});

// The parsers behind it, over decoded text. Each takes the whole file.
// Plain text: a captioner's run-on, paragraphs, "Name:" turns.
[[nodiscard]] ParsedTranscript parsePlainText(const QString &text);
[[nodiscard]] ParsedTranscript parseWebVtt(const QString &text);
[[nodiscard]] ParsedTranscript parseSubRip(const QString &text);

} // namespace earmark::formats
