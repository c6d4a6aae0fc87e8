// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formats.h"

#include "base/textfile.h"
#include "formats/sniff.h"

#include <algorithm>

namespace earmark::formats {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

bool hasWords(const Transcript &transcript)
{
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        if (transcript.tokens[size_t(i)].kind != TokenKind::Word)
            continue;
        const QStringView text = transcript.tokenText(i);
        if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); }))
            return true;
    }
    return false;
}

// A script without spaces may make a word of a whole speech; they begin with Thai in Unicode. Nobody
// writes longer ones, and no window lays them out in good time.
bool hasEndlessWord(const Transcript &transcript)
{
    constexpr qint32 longest = 10000; // UTF-16 code units
    constexpr qint32 longestUnspaced = 100000;
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        const QStringView text = transcript.tokenText(i);
        if (text.size() <= longest)
            continue;
        const bool spaced = std::none_of(text.begin(), text.end(), [](QChar c) { return c >= QChar(0x0e00); });
        if (spaced || text.size() > longestUnspaced)
            return true;
    }
    return false;
}

ParsedTranscript parse(const QString &text)
{
    switch (sniffFormat(text)) {
    case SourceFormat::WebVtt: return parseWebVtt(text);
    case SourceFormat::SubRip: return parseSubRip(text);
    case SourceFormat::PlainText: break;
    }
    return parsePlainText(text);
}

} // namespace

Result<ParsedTranscript> parseTranscript(const QByteArray &bytes, const QString &fileName)
{
    if (bytes.isEmpty())
        return failure(ErrorCode::FileEmpty, fileName);
    if (bytes.size() > largestTranscript)
        return failure(ErrorCode::FileTooLarge, fileName, u"%1 bytes"_s.arg(bytes.size()));
    if (const QString foreign = foreignBytes(bytes); !foreign.isEmpty())
        return failure(ErrorCode::NotATranscript, fileName, foreign);
    const Result<QString> text = decodeText(bytes, fileName);
    if (!text)
        return tl::unexpected(text.error());
    if (const QString foreign = foreignText(*text); !foreign.isEmpty())
        return failure(ErrorCode::NotATranscript, fileName, foreign);
    ParsedTranscript parsed = parse(*text);
    if (hasEndlessWord(parsed.transcript))
        return failure(ErrorCode::NotATranscript, fileName, u"a word without end"_s);
    if (!hasWords(parsed.transcript))
        return failure(ErrorCode::TranscriptWithoutWords, fileName);
    return parsed;
}

} // namespace earmark::formats
