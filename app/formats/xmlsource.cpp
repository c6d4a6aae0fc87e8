// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/xmlsource.h"

#include "formats/entities.h"

#include <algorithm>

namespace earmark::formats {

namespace {

class HtmlEntities : public QXmlStreamEntityResolver
{
public:
    QString resolveUndeclaredEntity(const QString &name) override
    {
        const QString written = u'&' + name + u';';
        const CharacterReference reference = characterReferenceAt(written);
        return reference.length == written.size() ? reference.decoded : QString(QChar::ReplacementCharacter);
    }
};

void addDecoded(CueBuilder &builder, QStringView text, qint32 place, qint32 length, XmlSpace space)
{
    const bool isSpace = text.size() == 1 && text[0].isSpace() && text[0] != QChar::Nbsp;
    if (isSpace && space == XmlSpace::Preserve && (text[0] == u'\n' || text[0] == u'\r'))
        builder.addBreak(place);
    else if (!isSpace)
        builder.addWritten(text, place, length);
    else if (builder.hasText() && !builder.endsInSpace())
        builder.addWritten(u" ", place, length);
}

// "AT&T", "a < b": marks that begin nothing.
bool isLoose(QStringView rest)
{
    constexpr qsizetype longest = 32; // of an entity's name
    const QChar next = rest.size() > 1 ? rest[1] : QChar(u' ');
    if (rest[0] == u'<')
        return !next.isLetter() && !QStringView(u"_:/!?").contains(next);
    const QStringView name = rest.mid(1, longest);
    const auto end = std::find_if_not(
        name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber() || QStringView(u"#_:.-").contains(c); });
    return end == name.begin() || end == name.end() || *end != u';';
}

// A part of the source, each loose mark in it replaced by its wide form, so that the rest of the file is
// not lost for one. Places stay as they are; the text is taken from the source.
QString repaired(QStringView source, qint32 begin, qint32 end)
{
    QString text = source.mid(begin, end - begin).toString();
    const auto isMark = [](QChar c) { return c == u'<' || c == u'&'; };
    for (auto at = text.begin(); (at = std::find_if(at, text.end(), isMark)) != text.end(); ++at) {
        if (isLoose(source.mid(begin + (at - text.begin()))))
            *at = *at == u'<' ? QChar(0xff1c) : QChar(0xff06);
    }
    return text;
}

qint32 leadingSpace(QStringView source)
{
    const auto begin = std::find_if_not(source.begin(), source.end(), [](QChar c) { return c.isSpace(); });
    return qint32(begin - source.begin());
}

constexpr QStringView cdataBegin = u"<![CDATA[";
constexpr QStringView cdataEnd = u"]]>";

} // namespace

XmlSource::XmlSource(const QString &source)
    : m_source(source), m_offset(leadingSpace(source)), m_entities(std::make_unique<HtmlEntities>()), m_fed(m_offset),
      m_end(m_offset)
{
    m_xml.setEntityResolver(m_entities.get());
}

XmlSource::~XmlSource() = default;

// In parts: the reader keeps all that it is given, in two encodings.
void XmlSource::feed(qint32 part)
{
    auto end = qint32(std::min<qsizetype>(m_source.size(), qsizetype(m_fed) + part));
    if (end < m_source.size() && m_source[end].isLowSurrogate())
        ++end;
    m_xml.addData(repaired(m_source, m_fed, end));
    m_fed = end;
}

bool XmlSource::readNext()
{
    m_begin = m_end;
    QXmlStreamReader::TokenType token = m_xml.readNext();
    // What is longer than its part is read anew with the next one, which therefore doubles.
    constexpr qint32 shortest = 1 << 20; // UTF-16 code units
    for (qint32 part = shortest;
         m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError && m_fed < m_source.size();
         part = std::min(part, qint32(m_source.size())) * 2) {
        feed(part);
        token = m_xml.readNext();
    }
    m_end = qint32(std::min<qint64>(m_offset + m_xml.characterOffset(), m_source.size()));
    // The reader has to see what follows text to know that it ended.
    if (token == QXmlStreamReader::Characters && m_end > m_begin && m_source[m_end - 1] == u'<')
        --m_end;
    constexpr int deepest = 200;
    m_depth += token == QXmlStreamReader::StartElement ? 1 : token == QXmlStreamReader::EndElement ? -1 : 0;
    if (m_depth > deepest) {
        m_xml.raiseError();
        return false;
    }
    return token != QXmlStreamReader::EndDocument && token != QXmlStreamReader::Invalid;
}

QString XmlSource::attribute(QStringView name) const
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() == name)
            return attribute.value().toString();
    }
    return {};
}

std::optional<Warning> XmlSource::fault()
{
    if (!m_xml.hasError())
        return std::nullopt;
    return PlaceCounter(m_source).warningAt(Warning::Kind::BrokenSyntax, m_end);
}

void addXmlText(CueBuilder &builder, QStringView source, qint32 begin, qint32 end, XmlSpace space, bool escapedTwice)
{
    bool inCdata = false;
    for (qint32 at = begin; at < end;) {
        const QStringView rest = source.mid(at, end - at);
        if (rest.startsWith(inCdata ? cdataEnd : cdataBegin)) {
            at += qint32((inCdata ? cdataEnd : cdataBegin).size());
            inCdata = !inCdata;
            continue;
        }
        const QChar c = rest.front();
        if (c == u'&' && !inCdata) {
            CharacterReference reference = characterReferenceAt(rest);
            if (reference.length > 0 && escapedTwice && reference.decoded == u"&") {
                const QString again = u'&' + rest.mid(reference.length, 16).toString();
                const CharacterReference inner = characterReferenceAt(again);
                if (inner.length > 0)
                    reference = {inner.decoded, reference.length + inner.length - 1};
            }
            const auto length = qint32(std::max<qsizetype>(1, reference.length));
            addDecoded(builder, reference.length > 0 ? QStringView(reference.decoded) : rest.first(1), at, length,
                       space);
            at += length;
        } else if (c.isSpace() && c != QChar::Nbsp) {
            addDecoded(builder, rest.first(1), at, 1, space);
            ++at;
        } else {
            qint32 plain = at;
            while (plain < end && source[plain] != u'&' && source[plain] != u'<' && source[plain] != u']'
                   && !source[plain].isSpace())
                ++plain;
            plain = std::max(plain, at + 1);
            builder.addText(source.mid(at, plain - at), at);
            at = plain;
        }
    }
}

} // namespace earmark::formats
