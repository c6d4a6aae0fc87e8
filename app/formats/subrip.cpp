// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/captions.h"
#include "formats/subriptime.h"

#include <QSet>

namespace earmark::formats {

using namespace Qt::StringLiterals;
using transcript::TokenIndex;

namespace {

bool isKnownTag(QStringView name)
{
    static const QSet<QString> names{u"i"_s,  u"b"_s,  u"u"_s,      u"s"_s, u"font"_s, u"span"_s, u"c"_s,
                                     u"br"_s, u"em"_s, u"strong"_s, u"v"_s, u"ruby"_s, u"rt"_s};
    return names.contains(name.toString().toLower());
}

struct Markup {
    qsizetype length = 0; // 0: it is text
    bool breaksLine = false;
};

// "<i>", "</font>", "<font color="#fff">".
Markup tagAt(QStringView text)
{
    constexpr qsizetype longest = 200;
    const qsizetype end = text.first(std::min(longest, text.size())).indexOf(u'>');
    if (end < 2)
        return {};
    qsizetype at = text[1] == u'/' ? 2 : 1;
    const qsizetype begin = at;
    while (at < end && text[at].isLetter())
        ++at;
    const bool ended = at == end || text[at].isSpace() || text[at] == u'/' || text[at] == u'.';
    const QStringView name = text.mid(begin, at - begin);
    if (!ended || !isKnownTag(name))
        return {};
    return {end + 1, name.compare(u"br", Qt::CaseInsensitive) == 0};
}

// "{\an8}" from SubStation, "{y:i}" from MicroDVD, "{i}".
Markup braceAt(QStringView text)
{
    constexpr qsizetype longest = 80;
    const qsizetype end = text.first(std::min(longest, text.size())).indexOf(u'}');
    if (end < 2)
        return {};
    const QStringView inside = text.mid(1, end - 1);
    const bool style = inside.startsWith(u'\\') || (inside.size() > 2 && inside[1] == u':' && inside[0].isLetter());
    const QStringView name = inside.startsWith(u'/') ? inside.mid(1) : inside;
    const bool simple = name.size() == 1 && u"ibus"_s.contains(name.front().toLower());
    return {style || simple ? end + 1 : 0, false};
}

Markup markupAt(QStringView text)
{
    if (text.startsWith(u'<'))
        return tagAt(text);
    if (text.startsWith(u'{'))
        return braceAt(text);
    if (text.startsWith(u"\\N") || text.startsWith(u"\\h"))
        return {2, true};
    return {};
}

void appendLine(PlainCaption &plain, QStringView source, const Line &line)
{
    for (qint32 at = line.begin; at < line.end;) {
        const QStringView rest = source.mid(at, line.end - at);
        const Markup markup = markupAt(rest);
        if (markup.length > 0) {
            const qint32 next = at + qint32(markup.length);
            if (markup.breaksLine)
                plain.add(u'\n', at, next);
            at = next;
            continue;
        }
        const CharacterReference reference = characterReferenceAt(rest);
        const qint32 next = at + qint32(std::max<qsizetype>(1, reference.length));
        if (reference.length > 0) {
            for (const QChar c : reference.decoded)
                plain.add(c, at, next);
        } else {
            plain.add(source[at], at, next);
        }
        at = next;
    }
    plain.add(u'\n', line.end, line.end);
}

class SubRipParser
{
public:
    explicit SubRipParser(QStringView source) : m_source(source) {}

    ParsedTranscript parse()
    {
        LineReader lines(m_source);
        while (!lines.atEnd()) {
            const Line line = lines.next();
            const QStringView text = lines.textOf(line);
            const std::optional<SubRipTimes> times = text.contains(u'>') ? parseSubRipTimes(text) : std::nullopt;
            if (times || looksLikeTimes(text))
                startCaption(line, times);
            else
                m_text.push_back(line);
        }
        finishCaption();
        return m_captions.finish(transcript::SourceFormat::SubRip);
    }

private:
    // A time that cannot be read still begins a caption: its words are kept, without a time.
    static bool looksLikeTimes(QStringView text)
    {
        const QStringView trimmed = text.trimmed();
        return !trimmed.isEmpty() && trimmed.front().isDigit() && trimmed.contains(u':') && trimmed.contains(u"-->");
    }

    QStringView trimmedText(const Line &line) const
    {
        return m_source.mid(line.begin, line.end - line.begin).trimmed();
    }

    void startCaption(const Line &line, const std::optional<SubRipTimes> &times)
    {
        takeNumber();
        finishCaption();
        m_inCaption = true;
        m_timesLine = line.number;
        m_times = times;
        if (!times)
            m_captions.warn(Warning::Kind::MalformedTime, line.number, 1);
    }

    // The caption's number stands above its times; it was collected as text of the one before.
    void takeNumber()
    {
        if (m_text.empty())
            return;
        bool isNumber = false;
        const int number = trimmedText(m_text.back()).toInt(&isNumber);
        const bool apart = m_text.size() == 1 ? !m_inCaption : trimmedText(m_text[m_text.size() - 2]).isEmpty();
        if (!isNumber || (!apart && number != m_number + 1 && m_text.size() > 1))
            return;
        // The only line of a caption, glued to the next times, is its number if numbers are used.
        if (m_text.size() == 1 && m_inCaption && number != m_number + 1)
            return;
        m_number = number;
        m_text.pop_back();
    }

    void finishCaption()
    {
        if (!m_inCaption) {
            for (const Line &line : m_text) {
                if (!trimmedText(line).isEmpty()) {
                    m_captions.warn(Warning::Kind::UnknownBlock, line.number, 1);
                    break;
                }
            }
            m_text.clear();
            return;
        }
        PlainCaption plain;
        for (const Line &line : m_text)
            appendLine(plain, m_source, line);
        m_text.clear();
        const TokenIndex first = m_captions.pieces().count();
        m_captions.pieces().appendMapped(plain.text, plain.sourceBegins, plain.sourceEnds);
        const auto times =
            m_times ? std::optional(CaptionCollector::Times{m_times->start, m_times->end}) : std::nullopt;
        m_captions.finishCaption(first, times, m_timesLine);
    }

    QStringView m_source;
    CaptionCollector m_captions;
    std::vector<Line> m_text; // of the caption being read
    std::optional<SubRipTimes> m_times;
    int m_timesLine = 0;
    int m_number = 0;
    bool m_inCaption = false;
};

} // namespace

ParsedTranscript parseSubRip(const QString &text)
{
    return SubRipParser(text).parse();
}

} // namespace earmark::formats
