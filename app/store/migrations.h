// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <QByteArray>

#include <vector>

namespace earmark::store {

// "Emrk", in the file's header, so that a library is known without reading more of it.
constexpr quint32 applicationId = 0x456d726b;

// SQL that lifts a library from the version before to `version`. Data, in resources/migrations.
struct Migration {
    int version = 0; // from 1, without gaps
    QByteArray sql;
};

// Those that this program brings along, in order.
[[nodiscard]] const std::vector<Migration> &migrations();

// Of the open library: how many migrations it has seen.
[[nodiscard]] Result<int> libraryVersion(const Connection &connection);

// Runs those that the library has not seen, each in one transaction together with the new version
// number; when one fails, the library stays at the version it had reached. Two processes may do this
// at once. Foreign keys are not enforced meanwhile, but checked before each commit.
[[nodiscard]] Result<void> migrate(Connection &connection, const std::vector<Migration> &migrations);

} // namespace earmark::store
