// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/store.h"

namespace earmark::store {

// The rows of Store::replaceTranscript(), inside its transaction.
[[nodiscard]] Result<void> writeReplacement(Connection &connection, EpisodeId id, const Replacement &replacement,
                                            const QDateTime &now);

// As Store::replacedSources().
[[nodiscard]] Result<std::vector<transcript::Source>> readReplacedSources(const Connection &connection, EpisodeId id);

} // namespace earmark::store
