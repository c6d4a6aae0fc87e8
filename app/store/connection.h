// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <memory>

struct sqlite3;

namespace earmark::store {

// One open SQLite file. Nothing has been read from or written to the file until the first statement.
// Belongs to one thread.
class Connection
{
public:
    enum class Mode {
        ReadWrite, // creates the file, not its folder; falls back to reading where writing is forbidden
        ReadOnly,
        Immutable, // reads without any lock: only for a file that nobody can change
    };
    [[nodiscard]] static Result<Connection> open(const QString &path, Mode mode);

    [[nodiscard]] sqlite3 *handle() const { return m_handle.get(); }
    [[nodiscard]] const QString &path() const { return m_path; }
    // The file cannot be written, whatever was asked for.
    [[nodiscard]] bool isReadOnly() const;

    // One or more statements without results.
    [[nodiscard]] Result<void> execute(const char *sql);

    // What SQLite's result code means for the library; the subject is the path.
    [[nodiscard]] Error error(int resultCode) const;

private:
    struct Closer {
        void operator()(sqlite3 *handle) const;
    };

    std::unique_ptr<sqlite3, Closer> m_handle;
    QString m_path;
};

} // namespace earmark::store
