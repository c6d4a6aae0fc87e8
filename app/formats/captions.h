// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/formats.h"
#include "formats/linereader.h"
#include "formats/piecelist.h"

#include <optional>

namespace earmark::formats {

// A caption's text without its tags, and where each character stands in the source.
struct PlainCaption {
    QString text;
    std::vector<qint32> sourceBegins;
    std::vector<qint32> sourceEnds;

    void add(QChar c, qint32 sourceBegin, qint32 sourceEnd);
};

// Decodes the character reference at the beginning of `text` ("&amp;", "&#39;"). Its length in
// `text`, 0 where there is none that we know.
struct CharacterReference {
    QString decoded;
    qsizetype length = 0;
};
[[nodiscard]] CharacterReference characterReferenceAt(QStringView text);

// Collects captions in the order of the file and makes a transcript of them.
class CaptionCollector
{
public:
    // The times of one caption; none where the file's are unusable.
    struct Times {
        MediaTime start{};
        MediaTime end{};
    };

    PieceList &pieces() { return m_pieces; }
    void warn(Warning::Kind kind, int line, int column = 0) { m_warnings.push_back({kind, line, column}); }

    // A time inside a caption, from which `first` is heard.
    struct Mark {
        transcript::TokenIndex first = 0;
        MediaTime time{};
    };

    // All pieces from `first` to the last appended one are the caption whose times stand in `line`.
    // Of the marks those that lie in it and rise divide it into segments.
    void finishCaption(transcript::TokenIndex first, std::optional<Times> times, int line,
                       std::vector<Mark> marks = {});

    [[nodiscard]] ParsedTranscript finish(transcript::SourceFormat format);

private:
    struct Caption {
        transcript::TokenSpan span;
        Times times;
        int line = 0;
        std::vector<Mark> marks;
    };

    void makeDisjoint();
    static void appendSegments(const Caption &caption, std::vector<transcript::Segment> &segments);
    void shareTimes(size_t first, size_t end);

    PieceList m_pieces;
    std::vector<Caption> m_captions;
    std::vector<Warning> m_warnings;
};

} // namespace earmark::formats
