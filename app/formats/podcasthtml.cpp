// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clocktime.h"
#include "formats/entities.h"
#include "formats/readers.h"
#include "formats/xmlsource.h"

#include <algorithm>

namespace earmark::formats {

namespace {

// Pages are no XML: tags are left open, attributes unquoted. Tags are all that matters here.
struct Tag {
    QStringView name;
    qint32 begin = 0; // "<"
    qint32 end = 0;   // after ">"
    bool closes = false;
};

class TagReader
{
public:
    explicit TagReader(QStringView text) : m_text(text) {}

    // The next tag; comments and declarations have no name. nullopt at the end.
    std::optional<Tag> next()
    {
        for (;;) {
            const qsizetype begin = m_text.indexOf(u'<', m_at);
            if (begin < 0 || begin + 1 >= m_text.size())
                return std::nullopt;
            m_at = begin + 1;
            const bool isComment = m_text.mid(begin).startsWith(u"<!--");
            const qsizetype end = m_text.indexOf(isComment ? QStringView(u"-->") : QStringView(u">"), m_at);
            if (end < 0)
                return std::nullopt;
            const bool closes = m_text[begin + 1] == u'/';
            qsizetype at = begin + (closes ? 2 : 1);
            const qsizetype nameBegin = at;
            while (at < end && m_text[at].isLetterOrNumber())
                ++at;
            // "1 < 2" is text.
            if (at == nameBegin && m_text[begin + 1] != u'!' && m_text[begin + 1] != u'?')
                continue;
            m_at = end + (isComment ? 3 : 1);
            return Tag{m_text.mid(nameBegin, at - nameBegin), qint32(begin), qint32(m_at), closes};
        }
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

bool is(QStringView name, QStringView wanted)
{
    return name.compare(wanted, Qt::CaseInsensitive) == 0;
}

class HtmlReader
{
public:
    explicit HtmlReader(const QString &text) : m_text(text), m_builder(transcript::SourceFormat::PodcastHtml, m_text) {}

    CueList read()
    {
        TagReader tags(m_text);
        while (const std::optional<Tag> tag = tags.next()) {
            takeText(tag->begin);
            takeTag(*tag);
            m_reached = tag->end;
        }
        takeText(qint32(m_text.size()));
        endCue();
        return m_builder.finish();
    }

private:
    enum class Inside { Nothing, Cite, Time, Paragraph };

    void takeText(qint32 end)
    {
        const QStringView text = m_text.mid(m_reached, end - m_reached);
        if (m_inside == Inside::Paragraph && (m_inCue || !text.trimmed().isEmpty())) {
            beginCue();
            addXmlText(m_builder, m_text, m_reached, end, XmlSpace::Collapse);
        }
        if (m_inside == Inside::Cite || m_inside == Inside::Time)
            m_label += text;
    }

    void takeTag(const Tag &tag)
    {
        if (is(tag.name, u"br") && m_inCue)
            m_builder.addBreak(tag.begin);
        const bool isCite = is(tag.name, u"cite");
        const bool isTime = is(tag.name, u"time");
        const bool isParagraph = is(tag.name, u"p");
        if (!isCite && !isTime && !isParagraph)
            return;
        endLabel();
        // Who speaks and when may stand in the paragraph, which then goes on.
        if (isParagraph && m_inside == Inside::Paragraph && !m_hasLabel)
            beginCue();
        endCue();
        m_hasLabel = !isParagraph;
        m_isParagraphOpen = isParagraph ? !tag.closes : m_isParagraphOpen;
        if (!tag.closes)
            m_inside = isCite ? Inside::Cite : isTime ? Inside::Time : Inside::Paragraph;
        else
            m_inside = m_isParagraphOpen ? Inside::Paragraph : Inside::Nothing;
        m_place = tag.begin;
    }

    void beginCue()
    {
        if (m_inCue)
            return;
        m_builder.beginCueAt(m_place, m_time, std::nullopt);
        m_builder.setSpeaker(m_speaker);
        // A second paragraph of the same speech begins no one knows when.
        m_time.reset();
        m_inCue = true;
    }

    void endLabel()
    {
        if (m_inside == Inside::Cite) {
            m_speaker = withoutReferences(m_label).simplified();
            if (m_speaker.endsWith(u':'))
                m_speaker = m_speaker.chopped(1).trimmed();
        } else if (m_inside == Inside::Time) {
            m_time = parseClockTime(QStringView(m_label).trimmed());
        }
        m_label.clear();
    }

    void endCue()
    {
        if (m_inCue)
            m_builder.endCue();
        m_inCue = false;
    }

    QStringView m_text;
    CueBuilder m_builder;
    QString m_label;
    QString m_speaker;
    std::optional<MediaTime> m_time;
    qint32 m_reached = 0;
    qint32 m_place = 0; // of the tag before the text
    Inside m_inside = Inside::Nothing;
    bool m_isParagraphOpen = false;
    bool m_hasLabel = false; // the tag before was who speaks, or when
    bool m_inCue = false;
};

} // namespace

CueList readPodcastHtml(const QString &text)
{
    return HtmlReader(text).read();
}

bool beginsPodcastHtml(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    for (const QStringView tag : {u"<cite", u"<time"}) {
        if (trimmed.startsWith(tag, Qt::CaseInsensitive) && trimmed.size() > tag.size() && !trimmed[5].isLetter())
            return true;
    }
    // Within a page, speakers are followed by times.
    const QStringView head = text.first(std::min<qsizetype>(text.size(), 1 << 20));
    const qsizetype cite = head.indexOf(u"</cite>", 0, Qt::CaseInsensitive);
    return cite >= 0 && head.mid(cite + 7).trimmed().startsWith(u"<time", Qt::CaseInsensitive);
}

} // namespace earmark::formats
