// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/timingreader.h"

#include <QByteArrayView>
#include <QList>

#include <algorithm>
#include <cmath>
#include <optional>

namespace earmark::formats {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

struct Line {
    TokenIndex token = 0;
    WordTiming timing;
};

std::optional<double> numberOf(QByteArrayView text, double least, double most)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && std::isfinite(value) && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<Line> parseLine(const QByteArray &text)
{
    constexpr double longest = 1e6; // seconds; eleven days
    const QList<QByteArray> fields = text.split('\t');
    if (fields.size() != 3 && fields.size() != 4)
        return std::nullopt;
    bool isIndex = false;
    const TokenIndex token = fields[0].toInt(&isIndex);
    const auto start = numberOf(fields[1], 0, longest);
    const auto end = numberOf(fields[2], 0, longest);
    const auto confidence = fields.size() == 4 ? numberOf(fields[3], 0, 1) : std::optional(1.0);
    if (!isIndex || token < 0 || !start || !end || *end < *start || !confidence)
        return std::nullopt;
    const auto time = [](double seconds) { return MediaTime(std::llround(seconds * 1000)); };
    return Line{token, {time(*start), time(*end), float(*confidence), TimingOrigin::Aligned}};
}

// `next` is the first word that may follow, of so many in the transcript.
std::optional<ErrorCode> faultOf(const std::optional<Line> &line, TokenIndex next, TokenIndex count)
{
    if (!line)
        return ErrorCode::NotTimings;
    if (line->token >= count)
        return ErrorCode::TimingOutside;
    return line->token < next ? std::optional(ErrorCode::TimingsOutOfOrder) : std::nullopt;
}

// Gives the words of a gap its length in equal parts.
void fill(Timings &timings, TokenIndex first, TokenIndex end, MediaTime from, MediaTime until)
{
    const MediaTime length = std::max(MediaTime(0), until - from);
    for (TokenIndex i = first; i < end; ++i) {
        timings[size_t(i)].start = from + length * (i - first) / (end - first);
        timings[size_t(i)].end = from + length * (i + 1 - first) / (end - first);
    }
}

} // namespace

Result<Timings> parseTsv(const QByteArray &bytes, const Transcript &transcript, const QString &fileName)
{
    Timings timings(transcript.tokens.size());
    TokenIndex next = 0;
    MediaTime reached{};
    MediaTime begun{};
    const QByteArray mark = "\xef\xbb\xbf"; // of UTF-8, which spreadsheets write
    const QList<QByteArray> lines = (bytes.startsWith(mark) ? bytes.sliced(mark.size()) : bytes).split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QByteArray text = lines[i].endsWith('\r') ? lines[i].chopped(1) : lines[i];
        if (text.isEmpty())
            continue;
        std::optional<Line> line = parseLine(text);
        if (const auto code = faultOf(line, next, transcript.count()))
            return failure(*code, u"%1:%2"_s.arg(fileName).arg(i + 1));
        line->timing.start = std::max(line->timing.start, begun);
        line->timing.end = std::max(line->timing.end, line->timing.start);
        fill(timings, next, line->token, reached, line->timing.start);
        timings[size_t(line->token)] = line->timing;
        next = line->token + 1;
        begun = line->timing.start;
        reached = std::max(reached, line->timing.end);
    }
    if (next == 0)
        return failure(ErrorCode::NotTimings, fileName, u"no line"_s);
    fill(timings, next, transcript.count(), reached, reached);
    // A word that ends after the next one has begun must not push a guess behind it.
    for (size_t i = timings.size() - 1; i > 0; --i)
        timings[i - 1].start = std::min(timings[i - 1].start, timings[i].start);
    for (WordTiming &timing : timings)
        timing.end = std::max(timing.end, timing.start);
    return timings;
}

} // namespace earmark::formats
