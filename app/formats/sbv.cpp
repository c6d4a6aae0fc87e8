// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clocktime.h"
#include "formats/cuebuilder.h"
#include "formats/readers.h"

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
        if (const std::optional<Times> times = timesOf(content)) {
            if (inCue)
                builder.endCue();
            builder.beginCue(times->start, times->stop, line.number);
            inCue = true;
        } else if (inCue) {
            builder.addText(content, line.begin);
            builder.addBreak(line.end);
        } else if (!content.trimmed().isEmpty()) {
            builder.warn(Warning::Kind::UnknownBlock, line.number, 1);
        }
    }
    if (inCue)
        builder.endCue();
    return builder.finish();
}

} // namespace earmark::formats
