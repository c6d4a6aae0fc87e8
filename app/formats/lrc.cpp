// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clocktime.h"
#include "formats/cuebuilder.h"
#include "formats/readers.h"

#include <algorithm>

namespace earmark::formats {

namespace {

// A line that is sung at a time; one with several times is several of these.
struct Entry {
    MediaTime start{};
    Line line;
    qint32 textBegin = 0; // after the times
};

// "[00:12.34]" at the beginning of `text`; its length, 0 where there is none.
struct Stamp {
    MediaTime time{};
    qint32 length = 0;
};

Stamp stampAt(QStringView text, QChar open, QChar close)
{
    constexpr qsizetype longest = 16;
    if (!text.startsWith(open))
        return {};
    const qsizetype end = text.first(std::min(text.size(), longest)).indexOf(close);
    if (end < 0)
        return {};
    QString inside = text.mid(1, end - 1).toString();
    // Some write the hundredths after a second colon.
    if (inside.count(u':') == 2 && inside.size() == 8)
        inside[5] = u'.';
    const std::optional<MediaTime> time = parseClockTime(inside);
    return time ? Stamp{*time, qint32(end) + 1} : Stamp{};
}

void addLine(CueBuilder &builder, QStringView text, const Entry &entry, MediaTime offset, std::optional<MediaTime> stop)
{
    qint32 plain = entry.textBegin;
    for (qint32 at = plain; at < entry.line.end;) {
        const Stamp stamp = text[at] == u'<' ? stampAt(text.mid(at, entry.line.end - at), u'<', u'>') : Stamp{};
        if (stamp.length == 0) {
            ++at;
            continue;
        }
        builder.addText(text.mid(plain, at - plain), plain);
        const MediaTime time = std::max(MediaTime{}, stamp.time - offset);
        builder.addMark(stop ? std::min(time, *stop) : time);
        at += stamp.length;
        plain = at;
    }
    builder.addText(text.mid(plain, entry.line.end - plain), plain);
}

// "[la:en]", "[offset:+250]": milliseconds by which everything is earlier.
void takeTag(QStringView line, CueBuilder &builder, MediaTime &offset)
{
    const qsizetype colon = line.indexOf(u':');
    const qsizetype end = line.indexOf(u']');
    if (colon < 0 || end < colon)
        return;
    const QStringView name = line.mid(1, colon - 1).trimmed();
    const QStringView value = line.mid(colon + 1, end - colon - 1).trimmed();
    if (name.compare(u"offset", Qt::CaseInsensitive) == 0)
        offset = MediaTime(std::clamp(value.toInt(), -3'600'000, 3'600'000));
    else if (name.compare(u"la", Qt::CaseInsensitive) == 0)
        builder.setLanguage(value.toString());
}

} // namespace

bool isLrcLine(QStringView line)
{
    return stampAt(line.trimmed(), u'[', u']').length > 0;
}

CueList readLrc(const QString &text)
{
    CueBuilder builder(transcript::SourceFormat::Lrc);
    std::vector<Entry> entries;
    MediaTime offset{};
    for (LineReader lines(text); !lines.atEnd();) {
        const Line line = lines.next();
        const QStringView source(text);
        std::vector<MediaTime> times;
        qint32 at = line.begin;
        for (;;) {
            while (at < line.end && source[at].isSpace())
                ++at;
            const Stamp stamp = stampAt(source.mid(at, line.end - at), u'[', u']');
            if (stamp.length == 0)
                break;
            times.push_back(stamp.time);
            at += stamp.length;
        }
        for (const MediaTime time : times)
            entries.push_back({time, line, at});
        const QStringView content = lines.textOf(line).trimmed();
        if (times.empty() && content.startsWith(u'['))
            takeTag(content, builder, offset);
        else if (times.empty() && !content.isEmpty())
            builder.warn(Warning::Kind::UnknownBlock, line.number, 1);
    }
    std::stable_sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.start < b.start; });
    const auto shifted = [offset](MediaTime time) { return std::max(MediaTime{}, time - offset); };
    for (size_t i = 0; i < entries.size(); ++i) {
        const Entry &entry = entries[i];
        // A line without text ends the one before.
        if (QStringView(text).mid(entry.textBegin, entry.line.end - entry.textBegin).trimmed().isEmpty())
            continue;
        const bool isLast = i + 1 == entries.size();
        const auto stop = isLast ? std::nullopt : std::optional(shifted(entries[i + 1].start));
        builder.beginCue(shifted(entry.start), stop, entry.line.number);
        addLine(builder, text, entry, offset, stop);
        builder.endCue();
    }
    return builder.finish();
}

} // namespace earmark::formats
