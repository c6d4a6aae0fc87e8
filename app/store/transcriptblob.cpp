// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/transcriptblob.h"

#include "store/blob.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace earmark::store {

using namespace transcript;

namespace {

// Layout, all little-endian: nine quint32 (Field), then the columns in this order:
//   text, char16; language, char16
//   tokens: kind quint8; begin, length, sourceBegin, sourceLength qint32 each
//   segments: first, last qint32; start, end qint64, milliseconds
//   turns: first qint32; length of the speaker's name quint32; the names, char16, one after the other
//   paragraph starts: qint32
constexpr quint32 currentVersion = 1;
enum Field : size_t {
    Version,
    Format,
    TextUnits,
    LanguageUnits,
    TokenCount,
    SegmentCount,
    TurnCount,
    SpeakerUnits,
    ParagraphCount,
    FieldCount
};
using Fields = std::array<quint32, FieldCount>;

constexpr qint64 tokenBytes = 1 + 4 * 4;
constexpr qint64 segmentBytes = 2 * 4 + 2 * 8;
constexpr qint64 turnBytes = 2 * 4;
constexpr qint64 paragraphBytes = 4;

qint64 sizeOf(const Fields &fields)
{
    const auto count = [&](Field field) { return qint64(fields[field]); };
    return FieldCount * 4 + 2 * (count(TextUnits) + count(LanguageUnits) + count(SpeakerUnits))
        + tokenBytes * count(TokenCount) + segmentBytes * count(SegmentCount) + turnBytes * count(TurnCount)
        + paragraphBytes * count(ParagraphCount);
}

bool tokensAreSound(const Transcript &transcript)
{
    const qint64 textEnd = transcript.text.size();
    qint64 end = 0;
    for (const Token &token : transcript.tokens) {
        if (token.kind > TokenKind::Heading || token.begin < end || token.length < 1 || token.sourceBegin < 0
            || token.sourceLength < 0)
            return false;
        end = qint64(token.begin) + token.length;
        if (end > textEnd)
            return false;
    }
    return true;
}

bool segmentsAreSound(const Transcript &transcript)
{
    TokenIndex next = 0;
    for (const Segment &segment : transcript.segments) {
        if (!transcript.contains(segment.span) || segment.span.first < next || segment.end < segment.start)
            return false;
        next = segment.span.last + 1;
    }
    return true;
}

bool placesAreSound(const Transcript &transcript)
{
    TokenIndex last = 0;
    for (const Turn &turn : transcript.turns) {
        if (turn.first < last || turn.first >= transcript.count())
            return false;
        last = turn.first;
    }
    last = 0;
    for (const TokenIndex first : transcript.paragraphStarts) {
        if (first < last || first >= transcript.count())
            return false;
        last = first;
    }
    return true;
}

void readTokens(BlobReader &reader, std::vector<Token> &tokens)
{
    reader.column<quint8>(tokens, [](Token &t, quint8 kind) { t.kind = TokenKind(kind); });
    reader.column<qint32>(tokens, [](Token &t, qint32 begin) { t.begin = begin; });
    reader.column<qint32>(tokens, [](Token &t, qint32 length) { t.length = length; });
    reader.column<qint32>(tokens, [](Token &t, qint32 begin) { t.sourceBegin = begin; });
    reader.column<qint32>(tokens, [](Token &t, qint32 length) { t.sourceLength = length; });
}

void readSegments(BlobReader &reader, std::vector<Segment> &segments)
{
    reader.column<qint32>(segments, [](Segment &s, qint32 first) { s.span.first = first; });
    reader.column<qint32>(segments, [](Segment &s, qint32 last) { s.span.last = last; });
    reader.column<qint64>(segments, [](Segment &s, qint64 start) { s.start = MediaTime(start); });
    reader.column<qint64>(segments, [](Segment &s, qint64 end) { s.end = MediaTime(end); });
}

bool readTurns(BlobReader &reader, std::vector<Turn> &turns, quint32 speakerUnits)
{
    std::vector<quint32> lengths(turns.size());
    reader.column<qint32>(turns, [](Turn &t, qint32 first) { t.first = first; });
    reader.column<quint32>(lengths, [](quint32 &length, quint32 units) { length = units; });
    if (std::accumulate(lengths.begin(), lengths.end(), quint64(0)) != speakerUnits)
        return false;
    for (size_t i = 0; i < turns.size(); ++i)
        turns[i].speaker = reader.text(qsizetype(lengths[i]));
    return true;
}

} // namespace

bool isSound(const Transcript &transcript)
{
    return transcript.format <= lastSourceFormat && tokensAreSound(transcript) && segmentsAreSound(transcript)
        && placesAreSound(transcript);
}

QByteArray encodeTranscript(const Transcript &transcript)
{
    quint32 speakerUnits = 0;
    for (const Turn &turn : transcript.turns)
        speakerUnits += quint32(turn.speaker.size());
    const Fields fields{currentVersion,
                        quint32(transcript.format),
                        quint32(transcript.text.size()),
                        quint32(transcript.language.size()),
                        quint32(transcript.tokens.size()),
                        quint32(transcript.segments.size()),
                        quint32(transcript.turns.size()),
                        speakerUnits,
                        quint32(transcript.paragraphStarts.size())};
    BlobWriter writer(sizeOf(fields));
    writer.column<quint32>(fields, [](quint32 field) { return field; });
    writer.text(transcript.text);
    writer.text(transcript.language);
    writer.column<quint8>(transcript.tokens, [](const Token &t) { return t.kind; });
    writer.column<qint32>(transcript.tokens, [](const Token &t) { return t.begin; });
    writer.column<qint32>(transcript.tokens, [](const Token &t) { return t.length; });
    writer.column<qint32>(transcript.tokens, [](const Token &t) { return t.sourceBegin; });
    writer.column<qint32>(transcript.tokens, [](const Token &t) { return t.sourceLength; });
    writer.column<qint32>(transcript.segments, [](const Segment &s) { return s.span.first; });
    writer.column<qint32>(transcript.segments, [](const Segment &s) { return s.span.last; });
    writer.column<qint64>(transcript.segments, [](const Segment &s) { return s.start.count(); });
    writer.column<qint64>(transcript.segments, [](const Segment &s) { return s.end.count(); });
    writer.column<qint32>(transcript.turns, [](const Turn &t) { return t.first; });
    writer.column<quint32>(transcript.turns, [](const Turn &t) { return t.speaker.size(); });
    for (const Turn &turn : transcript.turns)
        writer.text(turn.speaker);
    writer.column<qint32>(transcript.paragraphStarts, [](TokenIndex first) { return first; });
    return writer.take();
}

std::optional<Transcript> decodeTranscript(QByteArrayView blob)
{
    BlobReader reader(blob);
    Fields fields{};
    if (reader.remaining() < qint64(FieldCount * 4))
        return std::nullopt;
    reader.column<quint32>(fields, [](quint32 &field, quint32 value) { field = value; });
    if (fields[Version] != currentVersion || fields[Format] > quint32(lastSourceFormat)
        || sizeOf(fields) != qint64(blob.size()))
        return std::nullopt;
    Transcript transcript;
    transcript.format = SourceFormat(fields[Format]);
    transcript.text = reader.text(qsizetype(fields[TextUnits]));
    transcript.language = reader.text(qsizetype(fields[LanguageUnits]));
    transcript.tokens.resize(fields[TokenCount]);
    readTokens(reader, transcript.tokens);
    transcript.segments.resize(fields[SegmentCount]);
    readSegments(reader, transcript.segments);
    transcript.turns.resize(fields[TurnCount]);
    if (!readTurns(reader, transcript.turns, fields[SpeakerUnits]))
        return std::nullopt;
    transcript.paragraphStarts.resize(fields[ParagraphCount]);
    reader.column<qint32>(transcript.paragraphStarts, [](TokenIndex &start, qint32 first) { start = first; });
    if (!isSound(transcript))
        return std::nullopt;
    return transcript;
}

} // namespace earmark::store
