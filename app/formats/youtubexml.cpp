// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/readers.h"
#include "formats/xmlsource.h"

#include <algorithm>
#include <cmath>

namespace earmark::formats {

using namespace Qt::StringLiterals;

namespace {

std::optional<MediaTime> timeOf(const QString &text, double unit)
{
    bool ok = false;
    const double value = text.toDouble(&ok) * unit;
    constexpr double longest = 1e12; // milliseconds
    return ok && value >= 0 && value < longest ? std::optional(MediaTime(std::llround(value))) : std::nullopt;
}

// Text of a <p> in srv3: of one <s>, or of none.
struct Part {
    qint32 begin = 0;
    qint32 end = 0;
    std::optional<MediaTime> offset; // from the beginning of the <p>
};

struct Paragraph {
    qint32 place = 0;
    std::optional<MediaTime> start;
    std::optional<MediaTime> stop;
    std::vector<Part> parts;
    bool isHeard = false; // by a machine, word by word
};

class Srv3Reader
{
public:
    explicit Srv3Reader(const QString &text)
        : m_source(text), m_builder(transcript::SourceFormat::YouTubeSrv3, m_source.source())
    {
    }

    CueList read()
    {
        while (m_source.readNext()) {
            const QXmlStreamReader &xml = m_source.xml();
            if (xml.isStartElement() && xml.name() == u"p")
                startParagraph();
            else if (xml.isStartElement() && xml.name() == u"s")
                m_offset = m_source.attribute(u"t");
            else if (xml.isEndElement() && xml.name() == u"s")
                m_offset.clear();
            else if (xml.isEndElement() && xml.name() == u"p")
                endParagraph();
            else if ((xml.isCharacters() || (xml.isStartElement() && xml.name() == u"br")) && m_inParagraph)
                addPart();
        }
        finishLast({});
        if (const std::optional<Warning> fault = m_source.fault())
            m_builder.warn(fault->kind, fault->line, fault->column);
        return m_builder.finish();
    }

private:
    void startParagraph()
    {
        m_fresh = {};
        m_fresh.place = m_source.begin();
        m_fresh.start = timeOf(m_source.attribute(u"t"), 1);
        if (const auto duration = timeOf(m_source.attribute(u"d"), 1); duration && m_fresh.start)
            m_fresh.stop = *m_fresh.start + *duration;
        m_inParagraph = true;
    }

    void addPart()
    {
        Part part{m_source.begin(), m_source.end(), {}};
        if (!m_offset.isEmpty()) {
            part.offset = timeOf(m_offset, 1);
            m_fresh.isHeard = true;
        }
        m_fresh.parts.push_back(part);
    }

    // Paragraphs with nothing but a line feed only move the lines up.
    void endParagraph()
    {
        m_inParagraph = false;
        const bool hasText = std::any_of(m_fresh.parts.begin(), m_fresh.parts.end(), [this](const Part &part) {
            return !m_source.source().mid(part.begin, part.end - part.begin).trimmed().isEmpty();
        });
        if (!hasText)
            return;
        finishLast(m_fresh.start);
        m_last = std::move(m_fresh);
        m_fresh = {};
    }

    // A heard line stays on the screen while the next one is heard.
    void finishLast(std::optional<MediaTime> next)
    {
        if (m_last.parts.empty())
            return;
        std::optional<MediaTime> stop = m_last.stop;
        if (m_last.isHeard && stop && next && m_last.start && *next > *m_last.start)
            stop = std::min(*stop, *next);
        m_builder.beginCueAt(m_last.place, m_last.start, stop);
        for (const Part &part : m_last.parts) {
            if (part.offset && m_last.start)
                m_builder.addMark(std::min(*m_last.start + *part.offset, stop.value_or(MediaTime::max())));
            if (m_source.source()[part.begin] == u'<')
                m_builder.addBreak(part.begin);
            else
                addXmlText(m_builder, m_source.source(), part.begin, part.end, XmlSpace::Preserve);
        }
        m_builder.endCue();
        m_last = {};
    }

    XmlSource m_source;
    CueBuilder m_builder;
    Paragraph m_fresh;
    Paragraph m_last;
    QString m_offset;
    bool m_inParagraph = false;
};

// "&lt;i&gt;", "&amp;lt;/font&amp;gt;": a tag that is escaped once or twice; 0 for anything else.
qsizetype escapedTagLength(QStringView rest)
{
    constexpr qsizetype longest = 120;
    rest = rest.first(std::min(longest, rest.size()));
    const auto skipped = [](QStringView text, QStringView once, QStringView twice) {
        return text.startsWith(once) ? once.size() : text.startsWith(twice) ? twice.size() : 0;
    };
    const qsizetype open = skipped(rest, u"&lt;", u"&amp;lt;");
    if (open == 0)
        return 0;
    qsizetype at = open + (rest.mid(open).startsWith(u'/') ? 1 : 0);
    const qsizetype nameBegin = at;
    while (at < rest.size() && rest[at].isLetter())
        ++at;
    const QStringView name = rest.mid(nameBegin, at - nameBegin);
    if (name != u"i" && name != u"b" && name != u"u" && name != u"font")
        return 0;
    for (; at < rest.size(); ++at) {
        if (const qsizetype close = skipped(rest.mid(at), u"&gt;", u"&amp;gt;"); close > 0)
            return at + close;
        if (skipped(rest.mid(at), u"&lt;", u"&amp;lt;") > 0)
            return 0;
    }
    return 0;
}

void addSrv1Text(CueBuilder &builder, QStringView source, qint32 begin, qint32 end)
{
    qint32 plain = begin;
    for (qint32 at = begin; at < end; ++at) {
        const qsizetype tag = source[at] == u'&' ? escapedTagLength(source.mid(at, end - at)) : 0;
        if (tag == 0)
            continue;
        addXmlText(builder, source, plain, at, XmlSpace::Preserve, true);
        plain = at + qint32(tag);
        at = plain - 1;
    }
    addXmlText(builder, source, plain, end, XmlSpace::Preserve, true);
}

} // namespace

CueList readSrv3(const QString &text)
{
    return Srv3Reader(text).read();
}

CueList readSrv1(const QString &text)
{
    XmlSource source(text);
    CueBuilder builder(transcript::SourceFormat::YouTubeSrv1, source.source());
    bool inText = false;
    while (source.readNext()) {
        const QXmlStreamReader &xml = source.xml();
        if (xml.isStartElement() && xml.name() == u"text") {
            // The second version counts milliseconds and has shorter names.
            const bool isSecond = source.attribute(u"start").isEmpty();
            const auto start = timeOf(source.attribute(isSecond ? u"t" : u"start"), isSecond ? 1 : 1000);
            const auto duration = timeOf(source.attribute(isSecond ? u"d" : u"dur"), isSecond ? 1 : 1000);
            const auto stop = start && duration ? std::optional(*start + *duration) : std::nullopt;
            builder.beginCueAt(source.begin(), start, stop);
            inText = true;
        } else if (xml.isEndElement() && inText && xml.name() == u"text") {
            builder.endCue();
            inText = false;
        } else if (xml.isCharacters() && inText) {
            addSrv1Text(builder, source.source(), source.begin(), source.end());
        }
    }
    if (inText)
        builder.endCue();
    if (const std::optional<Warning> fault = source.fault())
        builder.warn(fault->kind, fault->line, fault->column);
    return builder.finish();
}

} // namespace earmark::formats
