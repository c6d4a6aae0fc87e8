// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Store that is about when words are heard.
#include "store/store_p.h"
#include "store/timingsblob.h"

#include <QHash>

#include <map>

namespace earmark::store {

using namespace Qt::StringLiterals;
using transcript::Timings;

Result<void> Store::Private::writeTimings(EpisodeId id, const Timings &timings, MediaTime duration)
{
    if (!isSound(timings) || duration < MediaTime::zero())
        return failure(ErrorCode::InvalidArgument, QString::number(id.value), u"timings out of order"_s);
    const Result<EpisodeFrame> frame = readFrame(connection, id);
    if (!frame)
        return tl::unexpected(frame.error());
    if (frame->tokenCount != qint64(timings.size()))
        return failure(ErrorCode::InvalidArgument, QString::number(id.value),
                       u"%1 timings for %2 tokens"_s.arg(timings.size()).arg(frame->tokenCount));
    return Statement(connection, "UPDATE timings SET content = ? WHERE episode_id = ?")
        .bind(encodeTimings(timings))
        .bind(id.value)
        .run()
        .and_then([&] {
            return Statement(connection, "UPDATE episode SET duration_ms = ? WHERE id = ?")
                .bind(qint64(duration.count()))
                .bind(id.value)
                .run();
        });
}

Result<void> Store::replaceTimings(EpisodeId id, const Timings &timings, MediaTime duration)
{
    return d->inTransaction([&] { return d->writeTimings(id, timings, duration); });
}

Result<void> Store::replaceTimes(EpisodeId id, const Timings &timings, const std::vector<MediaSpan> &notInText)
{
    std::map<MediaTime, MediaTime> spans;
    for (const MediaSpan &span : notInText) {
        if (span.start < MediaTime::zero() || span.end <= span.start)
            return failure(ErrorCode::InvalidArgument, QString::number(id.value), u"an empty stretch"_s);
        MediaTime &end = spans[span.start];
        end = std::max(end, span.end);
    }
    return d->inTransaction([&]() -> Result<void> {
        const Result<Episode> episode = readEpisode(d->connection, id);
        if (!episode)
            return tl::unexpected(episode.error());
        Result<void> done = d->writeTimings(id, timings, episode->duration).and_then([&] {
            return Statement(d->connection, "DELETE FROM not_in_text WHERE episode_id = ?").bind(id.value).run();
        });
        for (const auto &[start, end] : spans) {
            if (!done)
                return done;
            done = Statement(d->connection, "INSERT INTO not_in_text (episode_id, start_ms, end_ms) VALUES (?, ?, ?)")
                       .bind(id.value)
                       .bind(qint64(start.count()))
                       .bind(qint64(end.count()))
                       .run();
        }
        return done;
    });
}

Result<std::vector<MediaSpan>> Store::notInText(EpisodeId id) const
{
    Statement statement(d->connection,
                        "SELECT start_ms, end_ms FROM not_in_text WHERE episode_id = ? ORDER BY start_ms");
    statement.bind(id.value);
    std::vector<MediaSpan> spans;
    while (true) {
        const Result<bool> row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return spans;
        spans.push_back({MediaTime(statement.number(0)), MediaTime(statement.number(1))});
    }
}

} // namespace earmark::store
