// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/store.h"

namespace earmark::store {

// What SQLite itself finds wrong with the file: integrity_check and foreign_key_check.
[[nodiscard]] Result<std::vector<Problem>> problemsOfFile(const Connection &connection);

} // namespace earmark::store
