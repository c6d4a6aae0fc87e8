// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

struct sqlite3_stmt;

namespace earmark::store {

// One prepared statement. What fails in preparing or binding is reported by step() or run(), so that
// a statement reads as one sentence. Values are bound in the order of the question marks.
class Statement
{
public:
    Statement(const Connection &connection, const char *sql);

    Statement &bind(qint64 number);
    Statement &bind(int number) { return bind(qint64(number)); }
    Statement &bind(const QString &text);
    Statement &bind(const QByteArray &blob);
    Statement &bind(const std::optional<QString> &text); // nullopt: NULL

    // Whether there is a (next) row.
    [[nodiscard]] Result<bool> step();
    // For a statement without results.
    [[nodiscard]] Result<void> run();

    // Of the row that step() found. NULL is 0 or empty.
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] QString text(int column) const;
    // Valid until the next step().
    [[nodiscard]] QByteArrayView bytes(int column) const;

private:
    struct Finalizer {
        void operator()(sqlite3_stmt *statement) const;
    };
    enum class Kind { Text, Blob };

    Statement &bindBytes(const QByteArray &bytes, Kind kind);
    void note(int resultCode);

    const Connection &m_connection;
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    std::vector<QByteArray> m_bound; // SQLite reads them until the statement ends
    int m_parameter = 0;
    std::optional<Error> m_error;
};

} // namespace earmark::store
