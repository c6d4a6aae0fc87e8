// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/entities.h"
#include "formats/readers.h"
#include "formats/ttmltime.h"
#include "formats/xmlsource.h"

namespace earmark::formats {

using namespace Qt::StringLiterals;

namespace {

// A time container and what holds inside it.
struct Element {
    std::optional<MediaTime> begin;
    std::optional<MediaTime> end;
    QString agent;
    XmlSpace space = XmlSpace::Collapse;
    qint32 textBegin = 0; // in the builder, where it is a timed span
    // Children follow each other, the next one from here on; nullopt: all begin where this does.
    std::optional<MediaTime> reached;
    bool isTimedSpan = false;
    bool isCue = false;
};

class TtmlReader
{
public:
    explicit TtmlReader(const QString &text)
        : m_source(text), m_places(m_source.source()), m_builder(transcript::SourceFormat::Ttml, m_source.source())
    {
    }

    CueList read()
    {
        m_elements.emplace_back();
        while (m_source.readNext()) {
            const QXmlStreamReader &xml = m_source.xml();
            if (xml.isStartElement())
                startElement();
            else if (xml.isEndElement())
                endElement();
            else if (xml.isCharacters() && m_inCue)
                addXmlText(m_builder, m_source.source(), m_source.begin(), m_source.end(), m_elements.back().space);
        }
        // What a broken file gave so far is kept.
        if (m_inCue)
            m_builder.endCue();
        if (const std::optional<Warning> fault = m_source.fault())
            m_builder.warn(fault->kind, fault->line, fault->column);
        return m_builder.finish();
    }

private:
    void startElement();
    void endElement();
    void takeRates();
    void takeAgent();
    void startCue(Element &element);
    void startSpan(Element &element);
    [[nodiscard]] std::optional<MediaTime> timeOf(QStringView attribute);
    void takeTimes(Element &element, const Element &parent);
    void skip();

    XmlSource m_source;
    PlaceCounter m_places;
    CueBuilder m_builder;
    TtmlRates m_rates;
    QHash<QString, QString> m_agents; // names by id
    std::vector<Element> m_elements;
    bool m_inCue = false;
    bool m_inBody = false;
    bool m_isAbsolute = false; // Apple's times inside a paragraph count from the beginning of the file
};

void TtmlReader::takeRates()
{
    const auto rate = [this](QStringView name) { return m_source.attribute(name).toDouble(); };
    const double frames = rate(u"frameRate");
    const double subFrames = rate(u"subFrameRate");
    const double ticks = rate(u"tickRate");
    if (frames > 0)
        m_rates.frameRate = frames;
    const QString multiplier = m_source.attribute(u"frameRateMultiplier").replace(u':', u' ').simplified();
    const double numerator = multiplier.section(u' ', 0, 0).toDouble();
    const double denominator = multiplier.contains(u' ') ? multiplier.section(u' ', 1, 1).toDouble() : 1;
    if (subFrames > 0)
        m_rates.subFrameRate = subFrames;
    if (ticks > 0)
        m_rates.tickRate = ticks;
    else if (frames > 0)
        m_rates.tickRate = frames * m_rates.subFrameRate;
    if (numerator > 0 && denominator > 0)
        m_rates.frameRate *= numerator / denominator;
    m_builder.setLanguage(m_source.attribute(u"lang"));
    for (const QXmlStreamNamespaceDeclaration &space : m_source.xml().namespaceDeclarations())
        m_isAbsolute = m_isAbsolute || space.namespaceUri().contains(u"apple.com/"_s);
}

// <ttm:agent xml:id="a1"><ttm:name>Anna</ttm:name></ttm:agent>
void TtmlReader::takeAgent()
{
    const QString id = m_source.attribute(u"id");
    QString name;
    for (int depth = 1; depth > 0 && m_source.readNext();) {
        const QXmlStreamReader &xml = m_source.xml();
        depth += xml.isStartElement() ? 1 : xml.isEndElement() ? -1 : 0;
        if (xml.isCharacters() && name.isEmpty())
            name =
                withoutReferences(m_source.source().mid(m_source.begin(), m_source.end() - m_source.begin())).trimmed();
    }
    m_agents.insert(id, name.isEmpty() ? id : name);
}

void TtmlReader::skip()
{
    for (int depth = 1; depth > 0 && m_source.readNext();)
        depth += m_source.xml().isStartElement() ? 1 : m_source.xml().isEndElement() ? -1 : 0;
}

std::optional<MediaTime> TtmlReader::timeOf(QStringView attribute)
{
    const QString text = m_source.attribute(attribute);
    if (text.isEmpty())
        return std::nullopt;
    const std::optional<MediaTime> time = parseTtmlTime(text, m_rates);
    if (!time) {
        const Warning here = m_places.warningAt(Warning::Kind::MalformedTime, m_source.begin());
        m_builder.warn(here.kind, here.line, here.column);
    }
    return time;
}

// Times count from where the parent begins. Some writers count from the beginning of the file all the
// same: when only that lies within the parent, it is meant.
void TtmlReader::takeTimes(Element &element, const Element &parent)
{
    std::optional<MediaTime> begin = timeOf(u"begin");
    std::optional<MediaTime> end = timeOf(u"end");
    if (const std::optional<MediaTime> duration = timeOf(u"dur"); !end && duration)
        end = begin.value_or(MediaTime{}) + *duration;
    const MediaTime offset = parent.reached.value_or(parent.begin.value_or(MediaTime{}));
    const bool fits = !parent.end || !end || *end + offset <= *parent.end;
    const bool fitsAbsolute = begin && *begin >= offset && parent.end && end && *end <= *parent.end;
    if (!m_isAbsolute && (fits || !fitsAbsolute)) {
        if (begin)
            *begin += offset;
        if (end)
            *end += offset;
    }
    if (!begin && !m_source.attribute(u"begin").isEmpty())
        return; // a time that is none
    // Without a beginning of its own it begins with its parent, or after what is before it.
    const bool isTimed = parent.reached || (end && !m_isAbsolute);
    element.begin = begin ? begin : isTimed ? std::optional(offset) : parent.begin;
    element.end = end ? end : parent.end;
}

void TtmlReader::startCue(Element &element)
{
    m_inCue = true;
    element.isCue = true;
    m_builder.beginCueAt(m_source.begin(), element.begin, element.end, m_source.attribute(u"id"));
    m_builder.setSpeaker(m_agents.value(element.agent, element.agent));
}

void TtmlReader::startSpan(Element &element)
{
    const bool isWord = m_source.attribute(u"unit") == u"word";
    if (isWord && m_builder.hasText() && !m_builder.endsInSpace())
        m_builder.addWritten(u" ", m_source.begin(), 1);
    element.isTimedSpan = !m_source.attribute(u"begin").isEmpty();
    element.textBegin = m_builder.textSize();
    if (const QString agent = m_source.attribute(u"agent"); !agent.isEmpty())
        m_builder.setSpeaker(m_agents.value(agent, agent));
}

void TtmlReader::startElement()
{
    const QStringView name = m_source.xml().name();
    if (name == u"agent")
        return takeAgent();
    // Titles and descriptions are not shown, and of ruby only the base is read.
    const QString ruby = m_source.attribute(u"ruby");
    const bool isMetadata = m_source.xml().namespaceUri().endsWith(u"#metadata") || (m_inBody && name == u"metadata");
    m_inBody = m_inBody || name == u"body";
    if (isMetadata || ruby == u"text" || ruby == u"textContainer")
        return skip();
    if (name == u"tt")
        takeRates();
    if (name == u"br" && m_inCue) {
        if (m_elements.back().space == XmlSpace::Collapse)
            m_builder.trimLine();
        m_builder.addBreak(m_source.begin());
    }
    const Element parent = m_elements.back();
    Element element;
    element.space = parent.space;
    if (const QString space = m_source.attribute(u"space"); !space.isEmpty())
        element.space = space == u"preserve" ? XmlSpace::Preserve : XmlSpace::Collapse;
    element.agent = m_source.attribute(u"agent");
    if (element.agent.isEmpty())
        element.agent = parent.agent;
    takeTimes(element, parent);
    if (parent.reached && element.end)
        m_elements.back().reached = element.end;
    if (m_source.attribute(u"timeContainer") == u"seq")
        element.reached = element.begin.value_or(MediaTime{});
    if (name == u"p" && !m_inCue)
        startCue(element);
    else if (name == u"span" && m_inCue)
        startSpan(element);
    m_elements.push_back(element);
}

void TtmlReader::endElement()
{
    if (m_elements.size() < 2)
        return;
    const Element element = m_elements.back();
    m_elements.pop_back();
    if (element.isTimedSpan && element.begin && element.end && m_builder.textSize() > element.textBegin) {
        const QStringView added = m_builder.textFrom(element.textBegin);
        const QStringView text = added.trimmed();
        const qint32 begin = element.textBegin + qint32(text.data() - added.data());
        // Timed words lie in the timed sentence.
        if (!text.isEmpty() && !m_builder.hasWordAfter(element.textBegin))
            m_builder.addWord(begin, begin + qint32(text.size()), *element.begin, *element.end);
    }
    if (!element.isCue)
        return;
    m_builder.timeByWords();
    m_builder.endCue();
    m_inCue = false;
}

} // namespace

CueList readTtml(const QString &text)
{
    return TtmlReader(text).read();
}

} // namespace earmark::formats
