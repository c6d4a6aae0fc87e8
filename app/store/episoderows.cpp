// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/episoderows.h"

#include "store/statement.h"

#include <QCryptographicHash>

#include <sqlite3.h>

namespace earmark::store {

using namespace Qt::StringLiterals;

namespace {

// `rest` says which. The columns are those that episodeOf reads.
QByteArray selectEpisodes(const char *rest)
{
    return QByteArray(
               "SELECT id, title, show, published, language, audio_path, duration_ms, added_at_ms,"
               " (SELECT count(*) FROM highlight WHERE episode_id = episode.id),"
               " (SELECT count(*) FROM replaced_source WHERE episode_id = episode.id), audio_bytes FROM episode ")
        + rest;
}

Episode episodeOf(const Statement &row)
{
    Episode episode;
    episode.id.value = row.number(0);
    episode.title = row.text(1);
    episode.show = row.text(2);
    episode.published = QDate::fromString(row.text(3), Qt::ISODate);
    episode.language = row.text(4);
    episode.audioPath = row.text(5);
    episode.duration = MediaTime(row.number(6));
    episode.added = QDateTime::fromMSecsSinceEpoch(row.number(7)).toUTC();
    episode.highlightCount = int(row.number(8));
    episode.edition = int(row.number(9));
    episode.audioBytes = row.number(10);
    return episode;
}

} // namespace

Error episodeUnknown(EpisodeId id)
{
    return {ErrorCode::EpisodeUnknown, QString::number(id.value), {}};
}

namespace {

Result<std::vector<Episode>> readAll(Statement &statement)
{
    std::vector<Episode> episodes;
    while (true) {
        const Result<bool> row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return episodes;
        episodes.push_back(episodeOf(statement));
    }
}

// The one row of a statement that asks for one episode.
Result<void> stepToEpisode(Statement &statement, EpisodeId id)
{
    statement.bind(id.value);
    const Result<bool> row = statement.step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return tl::unexpected(episodeUnknown(id));
    return {};
}

} // namespace

Result<std::vector<Episode>> readEpisodes(const Connection &connection)
{
    Statement statement(connection, selectEpisodes("ORDER BY added_at_ms DESC, id DESC").constData());
    return readAll(statement);
}

Result<std::vector<Episode>> readEpisodesOfSource(const Connection &connection, const QByteArray &sha256)
{
    Statement statement(
        connection,
        selectEpisodes("WHERE id IN (SELECT episode_id FROM source WHERE sha256 = ?) ORDER BY id").constData());
    statement.bind(sha256);
    return readAll(statement);
}

Result<Episode> readEpisode(const Connection &connection, EpisodeId id)
{
    Statement statement(connection, selectEpisodes("WHERE id = ?").constData());
    if (const Result<void> there = stepToEpisode(statement, id); !there)
        return tl::unexpected(there.error());
    return episodeOf(statement);
}

Result<EpisodeId> insertEpisodeRow(Connection &connection, const Episode &episode, qint64 tokenCount)
{
    const QDateTime added = episode.added.isValid() ? episode.added : QDateTime::currentDateTimeUtc();
    const std::optional<QString> published =
        episode.published.isValid() ? std::optional(episode.published.toString(Qt::ISODate)) : std::nullopt;
    return Statement(connection,
                     "INSERT INTO episode (title, show, published, language, audio_path, duration_ms, token_count,"
                     " added_at_ms, audio_bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(episode.title)
        .bind(episode.show)
        .bind(published)
        .bind(episode.language)
        .bind(episode.audioPath)
        .bind(qint64(episode.duration.count()))
        .bind(tokenCount)
        .bind(added.toMSecsSinceEpoch())
        .bind(episode.audioBytes)
        .run()
        .map([&] { return EpisodeId{sqlite3_last_insert_rowid(connection.handle())}; });
}

Result<void> insertSource(Connection &connection, EpisodeId id, const transcript::Source &source)
{
    return Statement(connection,
                     "INSERT INTO source (episode_id, file_name, format, bytes, sha256) VALUES (?, ?, ?, ?, ?)")
        .bind(id.value)
        .bind(source.fileName)
        .bind(int(source.format))
        .bind(source.bytes)
        .bind(source.sha256)
        .run();
}

Result<EpisodeId> findTwin(const Connection &connection, const QByteArray &sha256, const QString &audioPath)
{
    Statement statement(connection,
                        "SELECT episode.id FROM source JOIN episode ON episode.id = source.episode_id"
                        " WHERE source.sha256 = ? AND episode.audio_path = ? ORDER BY episode.id LIMIT 1");
    statement.bind(sha256).bind(audioPath);
    const Result<bool> row = statement.step();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? EpisodeId{statement.number(0)} : EpisodeId{};
}

Result<transcript::Source> readSource(const Connection &connection, EpisodeId id)
{
    Statement statement(connection, "SELECT file_name, format, bytes, sha256 FROM source WHERE episode_id = ?");
    if (const Result<void> there = stepToEpisode(statement, id); !there)
        return tl::unexpected(there.error());
    transcript::Source source;
    source.fileName = statement.text(0);
    const qint64 format = statement.number(1);
    source.bytes = statement.bytes(2).toByteArray();
    source.sha256 = statement.bytes(3).toByteArray();
    if (format < 0 || format > qint64(transcript::lastSourceFormat)
        || QCryptographicHash::hash(source.bytes, QCryptographicHash::Sha256) != source.sha256)
        return failure(ErrorCode::LibraryDamaged, connection.path(), u"source of episode %1"_s.arg(id.value));
    source.format = transcript::SourceFormat(format);
    return source;
}

Result<QString> readSourceFileName(const Connection &connection, EpisodeId id)
{
    Statement statement(connection, "SELECT file_name FROM source WHERE episode_id = ?");
    if (const Result<void> there = stepToEpisode(statement, id); !there)
        return tl::unexpected(there.error());
    return statement.text(0);
}

Result<EpisodeFrame> readFrame(const Connection &connection, EpisodeId id)
{
    Statement statement(connection,
                        "SELECT title, token_count, (SELECT count(*) FROM replaced_source WHERE episode_id = id)"
                        " FROM episode WHERE id = ?");
    if (const Result<void> there = stepToEpisode(statement, id); !there)
        return tl::unexpected(there.error());
    return EpisodeFrame{statement.text(0), statement.number(1), int(statement.number(2))};
}

} // namespace earmark::store
