// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/store.h"

#include <sys/types.h>

#include <optional>

namespace earmark::store {

// A file whatever its name, as long as it exists (POSIX st_dev and st_ino).
struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;

    bool operator==(const FileIdentity &) const = default;
};

// Nothing where there is no such file.
[[nodiscard]] std::optional<FileIdentity> identityOf(const QString &path);

// SQLite's own name of the main file: symbolic links resolved, "-wal" goes behind it.
[[nodiscard]] QString filePath(const Connection &connection);

[[nodiscard]] Store::FilePlace placeOf(const Connection &connection);

// Everything that the connection sees as a library at `path`, where no file may be yet: whole and on
// the disk, or not at all. Errors: DiskFull, LibraryReadOnly, LibraryUnreadable, WriteFailed.
[[nodiscard]] Result<void> writeCopy(const Connection &connection, const QString &path);

// Takes the log `log` of a file that is no more away from beside `path`: SQLite would play it into
// whatever library lies there next (sqlite.org/howtocorrupt.html, section 4.2). Another log stays.
void removeStrayLog(const QString &path, const std::optional<FileIdentity> &log);

} // namespace earmark::store
