// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/store.h"

namespace earmark::store {

// Opens a library file, creates or migrates it where it may be written, and sets the connection up.
// A file that is not ours, or from a later version, is not written to. Errors as Store::open.
[[nodiscard]] Result<Connection> openLibrary(const QString &path, Store::Access access);

} // namespace earmark::store
