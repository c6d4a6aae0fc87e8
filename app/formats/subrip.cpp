// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuebuilder.h"
#include "formats/entities.h"
#include "formats/linereader.h"
#include "formats/readers.h"
#include "formats/subriptime.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace earmark::formats {

namespace {

using namespace std::string_view_literals;

constexpr std::array knownTags{u"i"sv,  u"b"sv,  u"u"sv,      u"s"sv, u"font"sv, u"span"sv, u"c"sv,
                               u"br"sv, u"em"sv, u"strong"sv, u"v"sv, u"ruby"sv, u"rt"sv};

bool isKnownTag(QStringView name)
{
    return std::any_of(knownTags.begin(), knownTags.end(), [name](std::u16string_view known) {
        return name.compare(QStringView(known.data(), qsizetype(known.size())), Qt::CaseInsensitive) == 0;
    });
}

struct Markup {
    qsizetype length = 0; // 0: it is text
    bool breaksLine = false;
    std::optional<QString> voice; // speaks from here on; empty: nobody known
};

// "<i>", "</font>", "<font color="#fff">"; "<v Anna>", which WebVTT's voices become.
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
    Markup markup{end + 1, name.compare(u"br", Qt::CaseInsensitive) == 0, {}};
    if (name == u"v" && text[1] == u'/')
        markup.voice = QString();
    else if (name == u"v" && text[at].isSpace())
        markup.voice = withoutReferences(text.mid(at, end - at)).simplified();
    return markup;
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
    const bool simple = name.size() == 1 && QStringView(u"ibus").contains(name.front().toLower());
    return {style || simple ? end + 1 : 0, false, {}};
}

Markup markupAt(QStringView text)
{
    if (text.startsWith(u'<'))
        return tagAt(text);
    if (text.startsWith(u'{'))
        return braceAt(text);
    if (text.startsWith(u"\\N") || text.startsWith(u"\\h"))
        return {2, true, {}};
    return {};
}

bool isPlain(QChar c)
{
    return c != u'<' && c != u'{' && c != u'&' && c != u'\\';
}

void appendLine(CueBuilder &builder, QStringView source, const Line &line)
{
    for (qint32 at = line.begin; at < line.end;) {
        const qint32 plain = at;
        while (at < line.end && isPlain(source[at]))
            ++at;
        builder.addText(source.mid(plain, at - plain), plain);
        if (at == line.end)
            break;
        const QStringView rest = source.mid(at, line.end - at);
        if (const Markup markup = markupAt(rest); markup.length > 0) {
            if (markup.breaksLine)
                builder.addBreak(at);
            if (markup.voice)
                builder.setSpeaker(*markup.voice);
            at += qint32(markup.length);
        } else if (const CharacterReference reference = characterReferenceAt(rest); reference.length > 0) {
            builder.addWritten(reference.decoded, at, qint32(reference.length));
            at += qint32(reference.length);
        } else {
            builder.addText(rest.first(1), at);
            ++at;
        }
    }
    builder.addBreak(line.end);
}

class SubRipParser
{
public:
    explicit SubRipParser(QStringView source) : m_source(source) {}

    CueList read()
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
        return m_builder.finish();
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
        const QStringView id = takeNumber();
        if (id.isEmpty() && m_number > 0)
            ++m_number; // one that is missing counts
        finishCaption();
        m_id = id;
        m_inCaption = true;
        m_timesLine = line.number;
        m_times = times;
        if (!times)
            m_builder.warn(Warning::Kind::MalformedTime, line.number, 1);
    }

    // The caption's number stands above its times; it was collected as text of the one before.
    QStringView takeNumber()
    {
        if (m_text.empty())
            return {};
        bool isNumber = false;
        const int number = trimmedText(m_text.back()).toInt(&isNumber);
        const bool apart = m_text.size() == 1 ? !m_inCaption : trimmedText(m_text[m_text.size() - 2]).isEmpty();
        if (!isNumber || (!apart && number != m_number + 1 && m_text.size() > 1))
            return {};
        // The only line of a caption, glued to the next times, is its number if numbers are used.
        if (m_text.size() == 1 && m_inCaption && number != m_number + 1)
            return {};
        m_number = number;
        const QStringView text = trimmedText(m_text.back());
        m_text.pop_back();
        return text;
    }

    void finishCaption()
    {
        if (!m_inCaption) {
            for (const Line &line : m_text) {
                if (!trimmedText(line).isEmpty()) {
                    m_builder.warn(Warning::Kind::UnknownBlock, line.number, 1);
                    break;
                }
            }
            m_text.clear();
            return;
        }
        const auto start = m_times ? std::optional(m_times->start) : std::nullopt;
        const auto stop = m_times ? std::optional(m_times->end) : std::nullopt;
        m_builder.beginCue(start, stop, m_timesLine, m_id);
        for (const Line &line : m_text)
            appendLine(m_builder, m_source, line);
        m_builder.endCue();
        m_text.clear();
    }

    QStringView m_source;
    CueBuilder m_builder{transcript::SourceFormat::SubRip};
    std::vector<Line> m_text; // of the caption being read
    std::optional<SubRipTimes> m_times;
    QStringView m_id;
    int m_timesLine = 0;
    int m_number = 0;
    bool m_inCaption = false;
};

} // namespace

CueList readSubRip(const QString &text)
{
    return SubRipParser(text).read();
}

} // namespace earmark::formats
