// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/episoderows.h"
#include "store/statement.h"
#include "store/store.h"
#include "store/strayfile.h"
#include "store/transaction.h"

#include <sqlite3.h>

#include <optional>

namespace earmark::store {

struct Store::Private {
    Connection connection;
    std::optional<FileIdentity> log; // beside the file, when it was last in its place

    // Runs `write` in a transaction of its own; a failure leaves no trace.
    template <class Write>
    auto inTransaction(Write write) -> decltype(write())
    {
        Transaction transaction(connection);
        if (const Result<void> begun = transaction.begin(); !begun)
            return tl::unexpected(begun.error());
        auto result = write();
        if (!result)
            return result;
        if (const Result<void> committed = transaction.commit(); !committed)
            return tl::unexpected(committed.error());
        return result;
    }

    // One statement that changes the one row of an episode.
    Result<void> update(Statement &statement, EpisodeId id)
    {
        return inTransaction([&]() -> Result<void> {
            if (const Result<void> done = statement.run(); !done)
                return done;
            if (sqlite3_changes64(connection.handle()) == 0)
                return tl::unexpected(episodeUnknown(id));
            return {};
        });
    }

    template <class Value>
    Result<Value> decoded(const char *sql, EpisodeId id, std::optional<Value> (*decode)(QByteArrayView)) const;
    Result<void> writeBlobs(EpisodeId id, const QByteArray &transcript, const QByteArray &timings);
    Result<void> writeTimings(EpisodeId id, const transcript::Timings &timings, MediaTime duration);
    Result<void> dropUnusedPeaks();
    Result<void> writeChapters(EpisodeId id, const std::vector<audio::Chapter> &chapters);
    Result<void> writeSeekIndex(EpisodeId id, const audio::SeekIndex &index);
    Result<void> writeAudio(EpisodeId id, const EpisodeAudio &audio);
    Result<void> checkBefore(const notes::Edit &edit) const;
    Result<void> applyOne(const notes::Edit &edit, const EpisodeFrame &frame, const QDateTime &now);
};

} // namespace earmark::store
