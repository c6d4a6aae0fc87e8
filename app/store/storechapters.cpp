// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Store that keeps what is known of an episode's audio.
#include "store/seekindexblob.h"
#include "store/store_p.h"

#include <algorithm>

namespace earmark::store {

namespace {

bool isSound(const std::vector<audio::Chapter> &chapters)
{
    const auto isStretch = [](const audio::Chapter &chapter) {
        return chapter.start >= MediaTime(0) && chapter.start <= chapter.end;
    };
    const auto clash = [](const audio::Chapter &before, const audio::Chapter &after) {
        return after.start < before.end || after.start == before.start;
    };
    return std::ranges::all_of(chapters, isStretch) && std::ranges::adjacent_find(chapters, clash) == chapters.end();
}

} // namespace

Result<std::vector<audio::Chapter>> Store::chapters(EpisodeId id) const
{
    if (const Result<EpisodeFrame> frame = readFrame(d->connection, id); !frame)
        return tl::unexpected(frame.error());
    Statement statement(d->connection,
                        "SELECT start_ms, end_ms, title FROM chapter WHERE episode_id = ? ORDER BY start_ms");
    statement.bind(id.value);
    std::vector<audio::Chapter> chapters;
    while (true) {
        const Result<bool> row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return chapters;
        chapters.push_back({MediaTime(statement.number(0)), MediaTime(statement.number(1)), statement.text(2)});
    }
}

// Inside a transaction.
Result<void> Store::Private::writeChapters(EpisodeId id, const std::vector<audio::Chapter> &chapters)
{
    if (!isSound(chapters))
        return failure(ErrorCode::InvalidArgument, QString::number(id.value), QStringLiteral("chapters out of order"));
    if (Result<void> removed = Statement(connection, "DELETE FROM chapter WHERE episode_id = ?").bind(id.value).run();
        !removed)
        return removed;
    for (const audio::Chapter &chapter : chapters) {
        const Result<void> written =
            Statement(connection, "INSERT INTO chapter (episode_id, start_ms, end_ms, title) VALUES (?, ?, ?, ?)")
                .bind(id.value)
                .bind(qint64(chapter.start.count()))
                .bind(qint64(chapter.end.count()))
                .bind(chapter.title)
                .run();
        if (!written)
            return written;
    }
    return {};
}

Result<audio::SeekIndex> Store::seekIndex(EpisodeId id) const
{
    if (const Result<EpisodeFrame> frame = readFrame(d->connection, id); !frame)
        return tl::unexpected(frame.error());
    Statement statement(d->connection,
                        "SELECT audio_bytes, ticks_per_second, points FROM seek_index WHERE episode_id = ?");
    return statement.bind(id.value).step().map([&](bool found) {
        if (!found)
            return audio::SeekIndex();
        std::optional<std::vector<audio::SeekPoint>> points = decodePoints(statement.bytes(2));
        if (!points)
            return audio::SeekIndex();
        audio::SeekIndex index{statement.number(0), statement.number(1), *std::move(points)};
        return index.isSound() ? index : audio::SeekIndex();
    });
}

Result<void> Store::storeSeekIndex(EpisodeId id, const audio::SeekIndex &index)
{
    return d->inTransaction([&]() -> Result<void> {
        if (const Result<EpisodeFrame> frame = readFrame(d->connection, id); !frame)
            return tl::unexpected(frame.error());
        return d->writeSeekIndex(id, index);
    });
}

// Inside a transaction.
Result<void> Store::Private::writeSeekIndex(EpisodeId id, const audio::SeekIndex &index)
{
    if (!index.isSound())
        return failure(ErrorCode::InvalidArgument, QString::number(id.value), QStringLiteral("places out of order"));
    if (index.bytes == 0)
        return Statement(connection, "DELETE FROM seek_index WHERE episode_id = ?").bind(id.value).run();
    return Statement(connection,
                     "INSERT OR REPLACE INTO seek_index (episode_id, audio_bytes, ticks_per_second, points)"
                     " VALUES (?, ?, ?, ?)")
        .bind(id.value)
        .bind(index.bytes)
        .bind(index.ticksPerSecond)
        .bind(encodePoints(index.points))
        .run();
}

// Inside a transaction.
Result<void> Store::Private::writeAudio(EpisodeId id, const EpisodeAudio &audio)
{
    return Statement(connection, "UPDATE episode SET audio_path = ?, duration_ms = ?, audio_bytes = ? WHERE id = ?")
        .bind(audio.path)
        .bind(qint64(audio.duration.count()))
        .bind(audio.bytes)
        .bind(id.value)
        .run()
        .and_then([&] { return writeChapters(id, audio.chapters); })
        .and_then([&] { return writeSeekIndex(id, audio.seekIndex); });
}

Result<void> Store::replaceAudio(EpisodeId id, const EpisodeAudio &audio, const transcript::Timings &timings)
{
    return d->inTransaction([&] {
        return d->writeTimings(id, timings, audio.duration).and_then([&] { return d->writeAudio(id, audio); });
    });
}

Result<void> Store::describeAudio(EpisodeId id, const EpisodeAudio &audio)
{
    return d->inTransaction([&]() -> Result<void> {
        const Result<Episode> episode = readEpisode(d->connection, id);
        if (!episode)
            return tl::unexpected(episode.error());
        if (episode->audioPath != audio.path || audio.duration < MediaTime::zero())
            return failure(ErrorCode::InvalidArgument, audio.path, QStringLiteral("not the episode's audio"));
        return d->writeAudio(id, audio);
    });
}

} // namespace earmark::store
