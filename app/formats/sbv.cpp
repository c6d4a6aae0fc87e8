// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clocktime.h"
#include "formats/cuebuilder.h"
#include "formats/readers.h"

#include <algorithm>

namespace earmark::formats {

namespace {

struct Times {
    MediaTime start{};
    MediaTime stop{};
};

// "0:00:01.000,0:00:03.500"
std::optional<Times> timesOf(QStringView line)
{
    const QStringView text = line.trimmed();
    const qsizetype comma = text.indexOf(u',');
    if (comma < 0)
        return std::nullopt;
    const std::optional<MediaTime> start = parseClockTime(text.first(comma));
    const std::optional<MediaTime> stop = parseClockTime(text.mid(comma + 1).trimmed());
    return start && stop ? std::optional(Times{*start, *stop}) : std::nullopt;
}

// "0:00:13.f9,0:00:15.489": no times, but hardly anything else.
bool looksLikeTimes(QStringView line)
{
    const QStringView text = line.trimmed();
    const qsizetype comma = text.indexOf(u',');
    return comma > 0 && text.front().isDigit() && text.first(comma).count(u':') == 2 && text.mid(comma).count(u':') == 2
        && !text.contains(u' ');
}

// YouTube ends lines with "[br]", too.
void addLine(CueBuilder &builder, QStringView content, qint32 begin)
{
    constexpr QStringView mark = u"[br]";
    while (!content.isEmpty()) {
        const qsizetype found = content.indexOf(mark);
        const qsizetype end = found < 0 ? content.size() : found;
        builder.addText(content.first(end), begin);
        builder.addBreak(begin + qint32(end));
        const qsizetype next = std::min(content.size(), end + mark.size());
        content = content.mid(next);
        begin += qint32(next);
    }
}

} // namespace

bool isSbvTimes(QStringView line)
{
    return timesOf(line).has_value();
}

CueList readSbv(const QString &text)
{
    CueBuilder builder(transcript::SourceFormat::Sbv);
    LineReader lines(text);
    bool inCue = false;
    while (!lines.atEnd()) {
        const Line line = lines.next();
        const QStringView content = lines.textOf(line);
        const std::optional<Times> times = timesOf(content);
        if (times || looksLikeTimes(content)) {
            if (inCue)
                builder.endCue();
            if (times)
                builder.beginCue(times->start, times->stop, line.number);
            else
                builder.beginCue(std::nullopt, std::nullopt, line.number);
            if (!times)
                builder.warn(Warning::Kind::MalformedTime, line.number, 1);
            inCue = true;
        } else if (inCue) {
            addLine(builder, content, line.begin);
        } else if (!content.trimmed().isEmpty()) {
            builder.warn(Warning::Kind::UnknownBlock, line.number, 1);
        }
    }
    if (inCue)
        builder.endCue();
    return builder.finish();
}

} // namespace earmark::formats
