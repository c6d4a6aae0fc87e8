// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/highlight.h"
#include "store/connection.h"

namespace earmark::store {

// Writes down an edit that has just been made, inside its transaction (table edit_log). `now` is the
// time of the edit; `title` the episode's.
[[nodiscard]] Result<void> logEdit(Connection &connection, const notes::Edit &edit, const QString &title,
                                   const QDateTime &now);

} // namespace earmark::store
