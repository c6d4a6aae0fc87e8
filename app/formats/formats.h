// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "transcript/transcript.h"

#include <QStringList>

#include <vector>

namespace earmark::formats {

// Something in the file that could not be used. Line and column count from 1; 0 is unknown.
struct Warning {
    enum class Kind { MalformedTime, SegmentEndsBeforeStart, SegmentsOverlap, SegmentWithoutText, UnknownBlock };
    Kind kind = Kind::UnknownBlock;
    int line = 0;
    int column = 0;

    bool operator==(const Warning &) const = default;
};

struct ParsedTranscript {
    transcript::Transcript transcript;
    std::vector<Warning> warnings;
};

constexpr qint64 largestTranscript = 64 << 20; // bytes

// Reads a transcript in any format we know; the content decides, `fileName` is only a hint. What is
// faulty inside a structured file is left out and listed in the warnings. Errors: FileEmpty,
// NotATranscript (a picture, a PDF, a web page), TranscriptWithoutWords. The error's subject is
// `fileName`.
[[nodiscard]] Result<ParsedTranscript> parseTranscript(const QByteArray &bytes, const QString &fileName);

// The parsers behind it, over decoded text. Each takes the whole file.
// Plain text: a captioner's run-on, paragraphs, "Name:" turns.
[[nodiscard]] ParsedTranscript parsePlainText(const QString &text);
// W3C WebVTT, section 6 "Parsing"; voices become turns.
[[nodiscard]] ParsedTranscript parseWebVtt(const QString &text);
// SubRip as it is found: comma or dot, missing numbers, <i> and {\an8} tags.
[[nodiscard]] ParsedTranscript parseSubRip(const QString &text);

} // namespace earmark::formats
