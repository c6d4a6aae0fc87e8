// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "store/connection.h"
#include "transcript/amendments.h"

#include <vector>

namespace earmark::store {

// In their order (transcript::comesBefore).
[[nodiscard]] Result<std::vector<transcript::Amendment>> readAmendments(const Connection &connection,
                                                                        EpisodeId episode);

// Whether an amendment in the library is the one that a caller has in mind, whenever it was made.
[[nodiscard]] bool isSame(const transcript::Amendment &stored, const transcript::Amendment &expected);

// Writes an edit and logs it (table amendment_log), inside a transaction, without a look at what stands
// there. `title`: the episode's.
[[nodiscard]] Result<void> writeAmendment(Connection &connection, EpisodeId episode,
                                          const transcript::AmendmentEdit &edit, const QString &title,
                                          const QDateTime &now);

} // namespace earmark::store
