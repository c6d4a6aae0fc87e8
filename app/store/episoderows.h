// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/store.h"

namespace earmark::store {

// Errors of all with an id: EpisodeUnknown.
[[nodiscard]] Result<std::vector<Episode>> readEpisodes(const Connection &connection);
[[nodiscard]] Result<std::vector<Episode>> readEpisodesOfSource(const Connection &connection, const QByteArray &sha256);
[[nodiscard]] Result<Episode> readEpisode(const Connection &connection, EpisodeId id);

// Inside a transaction.
[[nodiscard]] Result<EpisodeId> insertEpisodeRow(Connection &connection, const Episode &episode, qint64 tokenCount);
[[nodiscard]] Result<void> insertSource(Connection &connection, EpisodeId id, const transcript::Source &source);
// The episode that was made of the same transcript and audio; invalid: none.
[[nodiscard]] Result<EpisodeId> findTwin(const Connection &connection, const QByteArray &sha256,
                                         const QString &audioPath);

[[nodiscard]] Result<transcript::Source> readSource(const Connection &connection, EpisodeId id);
[[nodiscard]] Result<QString> readSourceFileName(const Connection &connection, EpisodeId id);

// What a highlight is checked against.
struct EpisodeFrame {
    QString title;
    qint64 tokenCount = 0;
    int edition = 0;
};
[[nodiscard]] Result<EpisodeFrame> readFrame(const Connection &connection, EpisodeId id);

[[nodiscard]] Error episodeUnknown(EpisodeId id);

} // namespace earmark::store
