// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/webvttfile.h"

#include "formats/subriptime.h"

#include <algorithm>

namespace earmark::formats {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView signature = u"WEBVTT";

// The specification's ASCII whitespace: no vertical tab.
bool isAsciiWhitespace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\f' || c == u'\r';
}

class TimesParser
{
public:
    explicit TimesParser(QStringView line) : m_line(line) {}

    void skipWhitespace()
    {
        while (m_at < m_line.size() && isAsciiWhitespace(m_line[m_at]))
            ++m_at;
    }

    bool skip(QStringView expected)
    {
        if (!m_line.mid(m_at).startsWith(expected))
            return false;
        m_at += expected.size();
        return true;
    }

    [[nodiscard]] bool isAtEnd() const { return m_at == m_line.size(); }

    // "Collect a WebVTT timestamp".
    std::optional<MediaTime> timestamp()
    {
        const Digits first = digits();
        bool hours = first.count != 2 || first.value > 59;
        if (first.count == 0 || !skip(u":"))
            return std::nullopt;
        Digits second = digits();
        if (second.count != 2)
            return std::nullopt;
        Digits third = second;
        hours = hours || (m_at < m_line.size() && m_line[m_at] == u':');
        if (hours) {
            if (!skip(u":"))
                return std::nullopt;
            third = digits();
        } else {
            second = first;
        }
        if (third.count != 2 || !skip(u"."))
            return std::nullopt;
        const Digits fraction = digits();
        if (fraction.count != 3 || second.value > 59 || third.value > 59)
            return std::nullopt;
        const qint64 seconds = ((hours ? first.value : 0) * 60 + second.value) * 60 + third.value;
        return MediaTime(seconds * 1000 + fraction.value);
    }

private:
    struct Digits {
        qint64 value = 0;
        qsizetype count = 0;
    };

    Digits digits()
    {
        // Hours have no upper bound in the specification; beyond a thousand centuries they stay there.
        constexpr qint64 largest = 999'999'999;
        Digits result;
        for (; m_at < m_line.size() && m_line[m_at] >= u'0' && m_line[m_at] <= u'9'; ++m_at, ++result.count)
            result.value = std::min(largest, result.value * 10 + (m_line[m_at].unicode() - u'0'));
        return result;
    }

    QStringView m_line;
    qsizetype m_at = 0;
};

// A block of `keyword` alone on its first line, trailing whitespace aside.
bool isBlock(QStringView buffer, QStringView keyword)
{
    return buffer.startsWith(keyword) && buffer.mid(keyword.size()).trimmed().isEmpty();
}

bool isComment(QStringView buffer)
{
    return buffer.startsWith(u"NOTE") && (buffer.size() == 4 || isAsciiWhitespace(buffer[4]));
}

// Whether a line with an arrow was meant to be times, and not text, a comment or a style sheet.
bool areMeantAsTimes(QStringView line)
{
    const auto begin = std::find_if_not(line.begin(), line.end(), isAsciiWhitespace);
    const QStringView rest = line.mid(begin - line.begin());
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return !rest.isEmpty() && (isDigit(rest[0]) || (rest[0] == u'-' && rest.size() > 1 && isDigit(rest[1])));
}

} // namespace

bool hasWebVttSignature(QStringView text)
{
    return text.startsWith(signature) && (text.size() == signature.size() || isAsciiWhitespace(text[signature.size()]));
}

std::optional<MediaTime> parseWebVttTimestamp(QStringView text)
{
    TimesParser parser(text);
    const std::optional<MediaTime> time = parser.timestamp();
    return parser.isAtEnd() ? time : std::nullopt;
}

std::optional<CueTimes> parseWebVttTimes(QStringView line)
{
    TimesParser parser(line);
    parser.skipWhitespace();
    const std::optional<MediaTime> start = parser.timestamp();
    if (!start)
        return std::nullopt;
    parser.skipWhitespace();
    if (!parser.skip(u"-->"))
        return std::nullopt;
    parser.skipWhitespace();
    const std::optional<MediaTime> end = parser.timestamp();
    return end ? std::optional<CueTimes>({*start, *end}) : std::nullopt;
}

void WebVttFile::parse()
{
    if (!hasWebVttSignature(m_text))
        return;
    (void)m_lines.next();
    if (m_lines.atEnd())
        return;
    if (m_lines.atEmptyLine())
        (void)m_lines.next();
    else
        parseBlock(true);
    while (!m_lines.atEnd()) {
        if (m_lines.atEmptyLine())
            (void)m_lines.next();
        else
            parseBlock(false);
    }
}

// "Collect a WebVTT block". The buffer is kept as its place in the source, so that it needs no copy.
void WebVttFile::parseBlock(bool inHeader)
{
    QStringView buffer;
    std::optional<WebVttCue> cue;
    bool seenArrow = false;
    LineReader back = m_lines;
    int firstLine = 0;
    for (int count = 1;; ++count) {
        const Line line = m_lines.next();
        const QStringView text = m_lines.textOf(line);
        if (count == 1)
            firstLine = line.number;
        const bool isText = m_reading == Reading::Lenient && cue && !areMeantAsTimes(text);
        if (!isText && text.contains(u"-->")) {
            if (inHeader || count > 2 || seenArrow) {
                m_lines = back;
                break;
            }
            seenArrow = true;
            back = m_lines;
            cue = cueOf(line, buffer);
            if (cue)
                buffer = {};
        } else if (text.isEmpty()) {
            break;
        } else {
            if (cue && buffer.isNull())
                cue->textBegin = line.begin;
            if (cue)
                cue->textEnd = line.end;
            const qsizetype begin = buffer.isNull() ? line.begin : buffer.data() - m_text.data();
            buffer = m_text.mid(begin, line.end - begin);
            back = m_lines;
        }
        if (m_lines.atEnd())
            break;
    }
    if (cue)
        m_cues.push_back(std::move(*cue));
    else if (!seenArrow)
        endBlock(inHeader, buffer, firstLine);
}

std::optional<WebVttCue> WebVttFile::cueOf(const Line &line, QStringView id)
{
    const QStringView text = m_lines.textOf(line);
    WebVttCue cue{id.toString(), {}, {}, line.end, line.end, line.number};
    if (const std::optional<CueTimes> times = parseWebVttTimes(text)) {
        cue.start = times->start;
        cue.end = times->end;
        return cue;
    }
    if (m_reading == Reading::Lenient) {
        if (isComment(text) || isComment(id) || isBlock(id, u"STYLE") || isBlock(id, u"REGION"))
            return std::nullopt;
        // "0.860 --> 7.380", "0:00:05,12 --> 0:00:07,0": nobody is helped by losing them.
        if (const std::optional<SubRipTimes> times = parseSubRipTimes(text)) {
            cue.start = times->start;
            cue.end = times->end;
            return cue;
        }
    }
    m_warnings.push_back({Warning::Kind::MalformedTime, line.number, 1});
    return m_reading == Reading::Lenient ? std::optional(cue) : std::nullopt;
}

void WebVttFile::endBlock(bool inHeader, QStringView buffer, int line)
{
    LineReader lines(buffer);
    const QStringView first = lines.textOf(lines.next());
    if (inHeader) {
        for (LineReader header(buffer); !header.atEnd();) {
            const QStringView text = header.textOf(header.next());
            if (text.startsWith(u"Language:"))
                m_language = text.mid(9).trimmed().toString();
        }
    } else if (!isComment(first) && !isBlock(first, u"STYLE") && !isBlock(first, u"REGION")) {
        m_warnings.push_back({Warning::Kind::UnknownBlock, line, 1});
    }
}

} // namespace earmark::formats
