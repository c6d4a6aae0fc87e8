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
std::optional<Error> endlessWord(const Transcript &transcript, const QString &fileName)
{
    constexpr qint32 longest = 10000; // UTF-16 code units
    constexpr qint32 longestUnspaced = 100000;
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        const QStringView text = transcript.tokenText(i);
        if (text.size() <= longest)
            continue;
        const bool spaced = std::none_of(text.begin(), text.end(), [](QChar c) { return c >= QChar(0x0e00); });
        if (spaced)
            return Error{ErrorCode::NotATranscript, fileName, u"a word without end"_s};
        if (text.size() > longestUnspaced)
            return Error{ErrorCode::WordTooLong, fileName, u"%1 characters"_s.arg(text.size())};
    }
    return std::nullopt;
}

// What a file holds, cut by its format: a list of cues, or plain text's transcript.
struct Content {
    std::optional<CueList> cues;
    std::optional<ParsedTranscript> text;
};

// Neither for what cannot be read as this format.
Content contentOf(const QString &text, SourceFormat format, CueTextForm form)
{
    switch (format) {
    case SourceFormat::WebVtt: return {readWebVtt(text, form), {}};
    case SourceFormat::SubRip: return {readSubRip(text), {}};
    case SourceFormat::SubStationAlpha: return {readSubStationAlpha(text), {}};
    case SourceFormat::Sbv: return {readSbv(text), {}};
    case SourceFormat::Lrc: return {readLrc(text), {}};
    case SourceFormat::WhisperText: return {readWhisperText(text), {}};
    case SourceFormat::Ttml: return {readTtml(text), {}};
    case SourceFormat::YouTubeSrv1: return {readSrv1(text), {}};
    case SourceFormat::YouTubeSrv3: return {readSrv3(text), {}};
    case SourceFormat::PodcastHtml: return {readPodcastHtml(text), {}};
    case SourceFormat::PlainText:
    case SourceFormat::Markdown:
    case SourceFormat::Otter: return {{}, parsePlainText(text)};
    default: return {readJson(text, format), {}};
    }
}

Result<QString> decode(const QByteArray &bytes, const QString &fileName, const ReadOptions &options)
{
    if (bytes.isEmpty())
        return failure(ErrorCode::FileEmpty, fileName);
    if (const QString foreign = foreignBytes(bytes); !foreign.isEmpty())
        return failure(ErrorCode::NotATranscript, fileName, foreign);
    return decodeText(bytes, fileName, options.encoding);
}

bool beginsXml(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    for (const QStringView begin : {u"<?xml", u"<tt", u"<transcript", u"<timedtext", u"<!--"}) {
        if (trimmed.startsWith(begin))
            return true;
    }
    return false;
}

// By the content. Raw cues are WebVTT's: a file of that name is read as the specification says, which
// gives none where the signature is not quite right.
std::optional<SourceFormat> formatOf(const QString &text, const QString &fileName, CueTextForm form)
{
    if (form == CueTextForm::Raw && fileName.endsWith(u".vtt", Qt::CaseInsensitive))
        return SourceFormat::WebVtt;
    if (beginsPodcastHtml(text))
        return SourceFormat::PodcastHtml;
    if (const auto xml = beginsXml(text) ? sniffXml(text) : std::nullopt)
        return xml;
    return foreignText(text).isEmpty() && !beginsXml(text) ? std::optional(sniffFormat(text)) : std::nullopt;
}

tl::unexpected<Error> refused(const QString &text, const QString &fileName)
{
    const QString foreign = foreignText(text);
    return failure(ErrorCode::NotATranscript, fileName,
                   foreign.isEmpty() ? u"JSON or XML of something else"_s : foreign);
}

Result<Content> cut(const QString &text, const QString &fileName, const ReadOptions &options)
{
    Content content;
    if (!options.format && beginsJson(text))
        content.cues = readJson(text);
    else if (const auto format = options.format ? options.format : formatOf(text, fileName, options.form))
        content = contentOf(text, *format, options.form);
    if (content.cues || content.text)
        return content;
    return refused(text, fileName);
}

} // namespace

Result<QByteArray> readTranscriptFile(const QString &path, qint64 limit, const ReadOptions &options)
{
    constexpr qint64 enough = 4 << 20; // bytes, of all that any format is told by
    Result<QByteArray> head = readBeginning(path, enough);
    if (!head || head->size() < std::min(enough, limit))
        return head;
    const Result<QString> text = decode(*head, path, options);
    if (!text)
        return tl::unexpected(text.error());
    if (!options.format && !beginsJson(*text) && !formatOf(*text, path, options.form))
        return refused(*text, path);
    return readFile(path, limit);
}

Result<ParsedTranscript> parseTranscript(const QByteArray &bytes, const QString &fileName, const ReadOptions &options)
{
    if (bytes.size() > largestTranscript)
        return failure(ErrorCode::FileTooLarge, fileName, u"%1 bytes"_s.arg(bytes.size()));
    const Result<QString> text = decode(bytes, fileName, options);
    if (!text)
        return tl::unexpected(text.error());
    Result<Content> content = cut(*text, fileName, options);
    if (!content)
        return tl::unexpected(content.error());
    ParsedTranscript parsed = content->cues ? transcriptOf(*std::move(content->cues)) : *std::move(content->text);
    if (const auto endless = endlessWord(parsed.transcript, fileName))
        return tl::unexpected(*endless);
    if (!hasWords(parsed.transcript))
        return failure(ErrorCode::TranscriptWithoutWords, fileName);
    return parsed;
}

Result<CueList> readCues(QByteArray bytes, const QString &fileName, const ReadOptions &options)
{
    if (bytes.size() > largestFile)
        return failure(ErrorCode::FileTooLarge, fileName, u"%1 bytes"_s.arg(bytes.size()));
    const Result<QString> text = decode(bytes, fileName, options);
    if (!text)
        return tl::unexpected(text.error());
    bytes.clear();
    Result<Content> content = cut(*text, fileName, options);
    if (!content)
        return tl::unexpected(content.error());
    if (content->text) {
        if (!hasWords(content->text->transcript))
            return failure(ErrorCode::TranscriptWithoutWords, fileName);
        return cuesOf(content->text->transcript);
    }
    CueList list = *std::move(content->cues);
    if (options.form == CueTextForm::Readable)
        takeLabels(list);
    std::stable_sort(list.warnings.begin(), list.warnings.end(),
                     [](const Warning &a, const Warning &b) { return a.line < b.line; });
    return list;
}

ParsedTranscript parseWebVtt(const QString &text)
{
    return transcriptOf(readWebVtt(text));
}

ParsedTranscript parseSubRip(const QString &text)
{
    return transcriptOf(readSubRip(text));
}

} // namespace earmark::formats
