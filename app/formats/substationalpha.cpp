// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clocktime.h"
#include "formats/cuebuilder.h"
#include "formats/readers.h"

#include <algorithm>

namespace earmark::formats {

namespace {

// Which field of a Dialogue line is which, as the Format line of [Events] says.
struct Fields {
    int start = 1;
    int end = 2;
    int name = 4;
    int text = 9; // the last one; commas in it are text
};

Fields fieldsOf(QStringView format)
{
    Fields fields;
    const QList<QStringView> names = format.split(u',');
    for (int i = 0; i < names.size(); ++i) {
        const QStringView name = names[i].trimmed();
        if (name.compare(u"Start", Qt::CaseInsensitive) == 0)
            fields.start = i;
        else if (name.compare(u"End", Qt::CaseInsensitive) == 0)
            fields.end = i;
        else if (name.compare(u"Name", Qt::CaseInsensitive) == 0 || name.compare(u"Actor", Qt::CaseInsensitive) == 0)
            fields.name = i;
    }
    fields.text = int(std::max<qsizetype>(1, names.size())) - 1;
    return fields;
}

bool startsWith(QStringView line, QStringView keyword)
{
    return line.startsWith(keyword, Qt::CaseInsensitive);
}

// Whether an override block switches drawing on or off: "{\p1}" is followed by the lines of a picture.
void takeDrawing(QStringView block, bool &drawing)
{
    for (qsizetype at = block.indexOf(u"\\p"); at >= 0; at = block.indexOf(u"\\p", at + 2)) {
        const QChar scale = at + 2 < block.size() ? block[at + 2] : QChar();
        if (scale.isDigit())
            drawing = scale != u'0';
    }
}

// How long the syllable after an override block is sung: "{\k50}" and its kin, in hundredths.
std::optional<MediaTime> syllableIn(QStringView block)
{
    constexpr qsizetype most = 6; // digits
    std::optional<MediaTime> length;
    for (qsizetype at = block.indexOf(u"\\k", 0, Qt::CaseInsensitive); at >= 0;
         at = block.indexOf(u"\\k", at + 2, Qt::CaseInsensitive)) {
        qsizetype digit = at + 2;
        if (digit < block.size() && (block[digit] == u'f' || block[digit] == u'o'))
            ++digit;
        qint64 hundredths = 0;
        const qsizetype first = digit;
        for (; digit < block.size() && block[digit] >= u'0' && block[digit] <= u'9' && digit - first < most; ++digit)
            hundredths = hundredths * 10 + (block[digit].unicode() - u'0');
        if (digit > first)
            length = length.value_or(MediaTime{}) + MediaTime(hundredths * 10);
    }
    return length;
}

// Times the words of a line whose syllables are sung one after the other.
class Karaoke
{
public:
    Karaoke(CueBuilder &builder, std::optional<MediaTime> start) : m_builder(builder), m_start(start), m_sung(start) {}

    void takeBlock(QStringView block)
    {
        const std::optional<MediaTime> length = m_sung ? syllableIn(block) : std::nullopt;
        if (!length)
            return;
        // Between two syllables of one word nothing begins.
        if (m_builder.endsInSpace())
            finish();
        *m_sung += *length;
    }

    // What follows is no longer the syllables so far.
    void finish()
    {
        if (m_sung && *m_sung > *m_start)
            m_builder.addMark(*m_sung);
    }

private:
    CueBuilder &m_builder;
    std::optional<MediaTime> m_start;
    std::optional<MediaTime> m_sung; // until where the syllables so far last
};

// Text without its "{…}" overrides; "\N" and "\n" end lines, "\h" is a space. Karaoke times its words.
void addText(CueBuilder &builder, QStringView source, qint32 begin, qint32 end, std::optional<MediaTime> start)
{
    Karaoke karaoke(builder, start);
    bool drawing = false;
    qint32 unclosedFrom = end;
    qint32 plain = begin;
    const auto flush = [&](qint32 upTo) {
        if (!drawing)
            builder.addText(source.mid(plain, upTo - plain), plain);
    };
    for (qint32 at = begin; at < end;) {
        if (source[at] == u'{' && at < unclosedFrom) {
            const qsizetype close = source.mid(at, end - at).indexOf(u'}');
            if (close < 0) {
                unclosedFrom = at;
                continue;
            }
            flush(at);
            takeDrawing(source.mid(at, close), drawing);
            karaoke.takeBlock(source.mid(at, close));
            at += qint32(close) + 1;
            plain = at;
        } else if (source[at] == u'\\' && at + 1 < end && QStringView(u"Nnh").contains(source[at + 1])) {
            flush(at);
            if (source[at + 1] == u'h')
                builder.addWritten(u" ", at, 2);
            else
                builder.addBreak(at);
            at += 2;
            plain = at;
        } else {
            ++at;
        }
    }
    flush(end);
    karaoke.finish();
}

class AssReader
{
public:
    explicit AssReader(QStringView text) : m_text(text), m_builder(transcript::SourceFormat::SubStationAlpha) {}

    CueList read()
    {
        for (LineReader lines(m_text); !lines.atEnd();) {
            const Line line = lines.next();
            const QStringView content = lines.textOf(line);
            if (content.startsWith(u'['))
                m_inEvents = startsWith(content, u"[Events]");
            else if (m_inEvents && startsWith(content, u"Format:"))
                m_fields = fieldsOf(content.mid(7));
            else if (startsWith(content, u"Dialogue:"))
                addDialogue(line);
        }
        CueList list = m_builder.finishRaw();
        // Layers and signs are often at the end of the file.
        std::stable_sort(list.cues.begin(), list.cues.end(),
                         [](const Cue &a, const Cue &b) { return a.start < b.start; });
        foldRepeats(list);
        return list;
    }

private:
    void addDialogue(const Line &line)
    {
        std::optional<MediaTime> start;
        std::optional<MediaTime> stop;
        QStringView name;
        qint32 at = line.begin + 9;
        for (int field = 0; field < m_fields.text; ++field) {
            const qsizetype comma = m_text.mid(at, line.end - at).indexOf(u',');
            if (comma < 0) {
                m_builder.warn(Warning::Kind::UnknownBlock, line.number, 1);
                return;
            }
            const QStringView value = m_text.mid(at, comma).trimmed();
            if (field == m_fields.start)
                start = parseClockTime(value);
            else if (field == m_fields.end)
                stop = parseClockTime(value);
            else if (field == m_fields.name)
                name = value;
            at += qint32(comma) + 1;
        }
        if (!start || !stop)
            m_builder.warn(Warning::Kind::MalformedTime, line.number, 1);
        m_builder.beginCue(start, stop, line.number);
        m_builder.setSpeaker(name);
        addText(m_builder, m_text, at, line.end, start);
        m_builder.endCue();
    }

    QStringView m_text;
    CueBuilder m_builder;
    Fields m_fields;
    bool m_inEvents = false;
};

} // namespace

CueList readSubStationAlpha(const QString &text)
{
    return AssReader(text).read();
}

} // namespace earmark::formats
