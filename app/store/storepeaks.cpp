// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Store that is about the outlines of recordings.
#include "store/store_p.h"

namespace earmark::store {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype printBytes = 32;

// nullopt where there is no row.
Result<std::optional<QByteArray>> firstBytes(Statement &statement)
{
    return statement.step().map(
        [&](bool found) { return found ? std::optional(statement.bytes(0).toByteArray()) : std::nullopt; });
}

} // namespace

Result<std::optional<QByteArray>> Store::peaks(const QByteArray &print) const
{
    Statement statement(d->connection, "SELECT levels FROM peaks WHERE print = ?");
    return firstBytes(statement.bind(print));
}

Result<QByteArray> Store::peaksPrint(EpisodeId id) const
{
    Statement statement(d->connection, "SELECT print FROM episode_peaks WHERE episode_id = ?");
    return firstBytes(statement.bind(id.value)).map([](const std::optional<QByteArray> &print) {
        return print.value_or(QByteArray());
    });
}

Result<void> Store::storePeaks(EpisodeId id, const QByteArray &print, const QByteArray &levels)
{
    if (print.size() != printBytes)
        return failure(ErrorCode::InvalidArgument, QString::number(id.value), u"a print of another length"_s);
    return d->inTransaction([&]() -> Result<void> {
        if (const Result<EpisodeFrame> frame = readFrame(d->connection, id); !frame)
            return tl::unexpected(frame.error());
        return Statement(d->connection, "INSERT OR IGNORE INTO peaks (print, levels) VALUES (?, ?)")
            .bind(print)
            .bind(levels)
            .run()
            .and_then([&] {
                return Statement(d->connection,
                                 "INSERT OR REPLACE INTO episode_peaks (episode_id, print) VALUES (?, ?)")
                    .bind(id.value)
                    .bind(print)
                    .run();
            })
            .and_then([&] { return d->dropUnusedPeaks(); });
    });
}

// Inside a transaction.
Result<void> Store::Private::dropUnusedPeaks()
{
    return Statement(connection, "DELETE FROM peaks WHERE print NOT IN (SELECT print FROM episode_peaks)").run();
}

} // namespace earmark::store
