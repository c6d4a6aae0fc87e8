// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"

#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

namespace earmark::transcript {

// A token's place in the transcript, from 0. This is its identity: timings, highlights and
// corrections all point here. It equals the count of whitespace-separated pieces before it in the
// text of the source (cue text without its tags, for captions; captions that roll up or are doubled
// count once), so that a person with nothing but the file can name a token too.
using TokenIndex = qint32;

enum class TokenKind : quint8 {
    Word,
    Cue,     // "[Music]", and each piece of "[upbeat music]"
    Speaker, // the label of a turn written in the text: "ANNA:"; and a time written there: "[0:53]"
    Heading,
};

struct Token {
    TokenKind kind = TokenKind::Word;
    qint32 begin = 0;       // in Transcript::text, UTF-16 code units
    qint32 length = 0;      // at least 1
    qint32 sourceBegin = 0; // in the decoded source, UTF-16 code units; entities and tags included
    qint32 sourceLength = 0;

    bool operator==(const Token &) const = default;
};

// Inclusive at both ends, therefore never empty.
struct TokenSpan {
    TokenIndex first = 0;
    TokenIndex last = 0;

    [[nodiscard]] TokenIndex count() const { return last - first + 1; }
    [[nodiscard]] bool contains(TokenIndex token) const { return first <= token && token <= last; }
    [[nodiscard]] bool overlaps(TokenSpan other) const { return first <= other.last && other.first <= last; }
    bool operator==(const TokenSpan &) const = default;
};

// A stretch whose times the file itself gives: one caption, or a part of one between two timestamps.
struct Segment {
    TokenSpan span;
    MediaTime start{};
    MediaTime end{};

    bool operator==(const Segment &) const = default;
};

// Someone begins to speak at `first`. An empty speaker: it is known that another person speaks, not
// who.
struct Turn {
    TokenIndex first = 0;
    QString speaker;

    bool operator==(const Turn &) const = default;
};

// Their numbers are in libraries: new ones go to the end.
enum class SourceFormat : quint8 {
    PlainText,
    WebVtt,
    SubRip,
    Markdown,
    Otter,
    SubStationAlpha,
    Sbv,
    Lrc,
    Ttml,
    YouTubeSrv1,
    YouTubeSrv3,
    YouTubeJson3,
    PodcastJson,
    PodcastHtml,
    Whisper,
    WhisperCpp,
    Deepgram,
    AssemblyAi,
    Rev,
    AwsTranscribe,
    GoogleSpeech,
    Speechmatics,
    CueJson,
    WhisperText,
};
constexpr SourceFormat lastSourceFormat = SourceFormat::WhisperText;

// What the machine heard, cut into tokens. A value: parsers make it, nothing changes it.
struct Transcript {
    SourceFormat format = SourceFormat::PlainText;
    QString text;                            // the tokens' texts, a space between each two
    std::vector<Token> tokens;               // in the order of the source, or of time where it has another
    std::vector<Segment> segments;           // ordered, disjoint; empty for a file without times
    std::vector<Turn> turns;                 // ordered by token
    std::vector<TokenIndex> paragraphStarts; // where the source itself starts one; ordered
    QString language;                        // BCP 47 as the file states it; empty where it does not

    [[nodiscard]] TokenIndex count() const { return TokenIndex(tokens.size()); }
    [[nodiscard]] QStringView tokenText(TokenIndex token) const
    {
        const Token &t = tokens[size_t(token)];
        return QStringView(text).mid(t.begin, t.length);
    }
    // Whether `span` lies within the transcript and is not turned round.
    [[nodiscard]] bool contains(TokenSpan span) const
    {
        return span.first >= 0 && span.first <= span.last && span.last < count();
    }

    bool operator==(const Transcript &) const = default;
};

// The source exactly as it came. `sha256` is of `bytes`.
struct Source {
    QString fileName; // without its folder
    SourceFormat format = SourceFormat::PlainText;
    QByteArray bytes;
    QByteArray sha256; // 32 bytes

    bool operator==(const Source &) const = default;
};

} // namespace earmark::transcript

Q_DECLARE_METATYPE(earmark::transcript::TokenSpan)
