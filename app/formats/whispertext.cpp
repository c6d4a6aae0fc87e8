// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clocktime.h"
#include "formats/cuebuilder.h"
#include "formats/readers.h"
#include "formats/speakernames.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace earmark::formats {

namespace {

struct TimedLine {
    MediaTime start{};
    MediaTime stop{};
    qsizetype length = 0; // of the times, brackets included
};

bool isDecimal(QStringView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; });
}

// `unit` in milliseconds.
std::optional<MediaTime> numberOf(QStringView text, double unit)
{
    constexpr double longest = 1e12; // milliseconds
    bool ok = false;
    const double value = isDecimal(text) ? text.toDouble(&ok) * unit : 0;
    return ok && value < longest ? std::optional(MediaTime(std::llround(value))) : std::nullopt;
}

// "01:14.500", "7.50s"
std::optional<MediaTime> timeOf(QStringView text)
{
    text = text.trimmed();
    if (text.contains(u':'))
        return parseClockTime(text);
    return numberOf(text.endsWith(u's') ? text.chopped(1) : text, 1000);
}

// "[00:00.000 --> 00:04.000]", "[0.00s -> 4.00s]" at the beginning of a line.
std::optional<TimedLine> timedLineAt(QStringView line)
{
    constexpr qsizetype longest = 48;
    if (!line.startsWith(u'['))
        return std::nullopt;
    const QStringView head = line.first(std::min(longest, line.size()));
    const qsizetype close = head.indexOf(u']');
    const qsizetype arrow = head.indexOf(u"->");
    if (arrow < 1 || close < arrow)
        return std::nullopt;
    QStringView begin = head.mid(1, arrow - 1);
    while (begin.endsWith(u'-'))
        begin.chop(1);
    const std::optional<MediaTime> start = timeOf(begin);
    const std::optional<MediaTime> stop = timeOf(head.mid(arrow + 2, close - arrow - 2));
    return start && stop ? std::optional(TimedLine{*start, *stop, close + 1}) : std::nullopt;
}

// Where the columns of a table stand; -1: it has none of that name.
struct Columns {
    QChar separator;
    int start = -1;
    int stop = -1;
    int speaker = -1;
    int text = -1;
};

// The first line of a table: "start\tend\ttext", "start,end,speaker,text".
std::optional<Columns> columnsOf(QStringView line)
{
    constexpr qsizetype longest = 40;
    line = line.trimmed();
    if (line.size() > longest || !line.startsWith(u"start", Qt::CaseInsensitive))
        return std::nullopt;
    Columns columns{line.contains(u'\t') ? QChar(u'\t') : QChar(u',')};
    int column = 0;
    for (const QStringView name : line.split(columns.separator)) {
        const auto is = [name](QStringView wanted) { return name.compare(wanted, Qt::CaseInsensitive) == 0; };
        if (is(u"start"))
            columns.start = column;
        else if (is(u"end"))
            columns.stop = column;
        else if (is(u"speaker"))
            columns.speaker = column;
        columns.text = column;
        if (is(u"text"))
            return columns.start == 0 && columns.stop > 0 ? std::optional(columns) : std::nullopt;
        ++column;
    }
    return std::nullopt;
}

// A field in a row; quotes around it are not part of it.
struct Field {
    qint32 begin = 0; // in the source
    qint32 end = 0;
    bool isQuoted = false; // a quote in it is written twice
};

class TextReader
{
public:
    explicit TextReader(QStringView source) : m_source(source) {}

    CueList read()
    {
        LineReader lines(m_source);
        while (!lines.atEnd() && !m_columns && !m_inCue) {
            const Line line = lines.next();
            m_columns = columnsOf(lines.textOf(line));
            if (!m_columns)
                takeLine(line);
        }
        while (!lines.atEnd()) {
            const Line line = lines.next();
            if (m_columns)
                takeRow(line);
            else
                takeLine(line);
        }
        if (m_inCue)
            m_builder.endCue();
        return m_builder.finish();
    }

private:
    QStringView textOf(const Line &line) const { return m_source.mid(line.begin, line.end - line.begin); }
    QStringView textOf(const Field &field) const { return m_source.mid(field.begin, field.end - field.begin); }

    // A line without times goes on with the one before, unless there is none.
    void takeLine(const Line &line)
    {
        const QStringView text = textOf(line);
        const QStringView content = text.trimmed();
        const auto begin = qint32(line.begin + (content.data() - text.data()));
        const std::optional<TimedLine> timed = timedLineAt(content);
        if (timed && m_inCue)
            m_builder.endCue();
        if (timed)
            m_builder.beginCue(timed->start, timed->stop, line.number);
        else if (!m_inCue && !content.isEmpty())
            m_builder.warn(Warning::Kind::UnknownBlock, line.number, 1);
        m_inCue = m_inCue || timed;
        if (!m_inCue)
            return;
        const auto length = qint32(timed ? timed->length : 0);
        m_builder.addText(content.mid(length), begin + length);
        m_builder.addBreak(line.end);
    }

    qint32 nextQuote(qint32 from, qint32 end) const
    {
        const qsizetype found = from < end ? m_source.mid(from, end - from).indexOf(u'"') : -1;
        return found < 0 ? end : from + qint32(found);
    }

    // The last column takes the rest of the line, whatever is in it.
    Field fieldAt(qint32 begin, qint32 lineEnd, bool isLast) const
    {
        if (begin < lineEnd && m_source[begin] == u'"') {
            qint32 at = nextQuote(begin + 1, lineEnd);
            while (at + 1 < lineEnd && m_source[at + 1] == u'"')
                at = nextQuote(at + 2, lineEnd);
            if (at < lineEnd)
                return {begin + 1, at, true};
        }
        qint32 end = isLast ? lineEnd : begin;
        while (end < lineEnd && m_source[end] != m_columns->separator)
            ++end;
        return {begin, end};
    }

    void takeRow(const Line &line)
    {
        if (textOf(line).trimmed().isEmpty())
            return;
        constexpr size_t most = 8;
        std::array<Field, most> fields;
        qint32 at = line.begin;
        for (int column = 0; column <= m_columns->text && size_t(column) < most; ++column) {
            const bool isLast = column == m_columns->text;
            Field &field = fields[size_t(column)];
            field = fieldAt(at, line.end, isLast);
            at = std::min(line.end, field.end + 1 + (field.isQuoted ? 1 : 0));
        }
        const auto fieldOf = [&](int column) { return fields[size_t(column)]; };
        const std::optional<MediaTime> start = columnTime(fieldOf(m_columns->start));
        const std::optional<MediaTime> stop = columnTime(fieldOf(m_columns->stop));
        if (!start || !stop)
            m_builder.warn(Warning::Kind::MalformedTime, line.number, 1);
        m_builder.beginCue(start, stop, line.number);
        if (m_columns->speaker >= 0)
            m_builder.setSpeaker(calledSpeaker(textOf(fieldOf(m_columns->speaker))));
        addField(fieldOf(m_columns->text));
        m_builder.endCue();
    }

    // Whole milliseconds, or seconds with a point.
    std::optional<MediaTime> columnTime(const Field &field) const
    {
        const QStringView text = textOf(field).trimmed();
        return numberOf(text, text.contains(u'.') ? 1000 : 1);
    }

    void addField(const Field &field)
    {
        qint32 plain = field.begin;
        if (field.isQuoted) {
            for (qint32 at = plain; (at = nextQuote(at, field.end)) < field.end; at = plain) {
                m_builder.addText(m_source.mid(plain, at - plain), plain);
                m_builder.addWritten(u"\"", at, 2);
                plain = at + 2;
            }
        }
        m_builder.addText(m_source.mid(plain, field.end - plain), plain);
    }

    QStringView m_source;
    CueBuilder m_builder{transcript::SourceFormat::WhisperText};
    std::optional<Columns> m_columns;
    bool m_inCue = false;
};

} // namespace

bool isWhisperTextLine(QStringView line)
{
    return timedLineAt(line.trimmed()) || columnsOf(line);
}

CueList readWhisperText(const QString &text)
{
    return TextReader(text).read();
}

} // namespace earmark::formats
