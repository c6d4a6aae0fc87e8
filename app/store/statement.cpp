// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include <sqlite3.h>

namespace earmark::store {

void Statement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(const Connection &connection, const char *sql) : m_connection(connection)
{
    sqlite3_stmt *statement = nullptr;
    note(sqlite3_prepare_v2(connection.handle(), sql, -1, &statement, nullptr));
    m_statement.reset(statement);
}

void Statement::note(int resultCode)
{
    if (resultCode != SQLITE_OK && !m_error)
        m_error = m_connection.error(resultCode);
}

Statement &Statement::bind(qint64 number)
{
    if (!m_error)
        note(sqlite3_bind_int64(m_statement.get(), ++m_parameter, number));
    return *this;
}

Statement &Statement::bind(const QString &text)
{
    return bindBytes(text.toUtf8(), Kind::Text);
}

Statement &Statement::bind(const QByteArray &blob)
{
    return bindBytes(blob, Kind::Blob);
}

Statement &Statement::bind(const std::optional<QString> &text)
{
    if (text)
        return bind(*text);
    if (!m_error)
        note(sqlite3_bind_null(m_statement.get(), ++m_parameter));
    return *this;
}

Statement &Statement::bindBytes(const QByteArray &bytes, Kind kind)
{
    if (m_error)
        return *this;
    m_bound.push_back(bytes);
    // Never a null pointer, which SQLite would take for NULL.
    const char *data = bytes.isEmpty() ? "" : m_bound.back().constData();
    const auto size = sqlite3_uint64(bytes.size());
    ++m_parameter;
    note(kind == Kind::Text
             ? sqlite3_bind_text64(m_statement.get(), m_parameter, data, size, SQLITE_STATIC, SQLITE_UTF8)
             : sqlite3_bind_blob64(m_statement.get(), m_parameter, data, size, SQLITE_STATIC));
    return *this;
}

Result<bool> Statement::step()
{
    if (m_error)
        return tl::unexpected(*m_error);
    const int rc = sqlite3_step(m_statement.get());
    if (rc == SQLITE_ROW)
        return true;
    if (rc == SQLITE_DONE)
        return false;
    return tl::unexpected(m_connection.error(rc));
}

Result<void> Statement::run()
{
    const Result<bool> row = step();
    if (!row)
        return tl::unexpected(row.error());
    return {};
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QString Statement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(data, data ? sqlite3_column_bytes(m_statement.get(), column) : 0);
}

QByteArrayView Statement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    return {static_cast<const char *>(data), data ? sqlite3_column_bytes(m_statement.get(), column) : 0};
}

} // namespace earmark::store
