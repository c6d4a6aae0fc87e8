// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <QFile>
#include <QUrl>

#include <sqlite3.h>

#include <cerrno>

namespace earmark::store {

using namespace Qt::StringLiterals;

namespace {

ErrorCode ioErrorCode(int extended, int systemError)
{
    switch (systemError) {
    case ENOSPC:
    case EDQUOT: return ErrorCode::DiskFull;
    case EROFS: return ErrorCode::LibraryReadOnly;
    case EFBIG: return ErrorCode::WriteFailed; // also of the index that readers share
    default: break;
    }
    switch (extended) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_FSTAT:
    case SQLITE_IOERR_ACCESS:
    case SQLITE_IOERR_SHMOPEN:
    case SQLITE_IOERR_SHMMAP: return ErrorCode::LibraryUnreadable;
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA: return ErrorCode::LibraryDamaged;
    default: return ErrorCode::WriteFailed;
    }
}

ErrorCode cannotOpenCode(int systemError)
{
    switch (systemError) {
    case ENOSPC:
    case EDQUOT: return ErrorCode::DiskFull;
    case EROFS: return ErrorCode::LibraryReadOnly;
    default: return ErrorCode::LibraryUnreadable;
    }
}

ErrorCode codeFor(int extended, int systemError)
{
    switch (extended & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::LibraryBusy;
    case SQLITE_FULL: return ErrorCode::DiskFull;
    case SQLITE_READONLY: return ErrorCode::LibraryReadOnly;
    case SQLITE_CANTOPEN: return cannotOpenCode(systemError);
    case SQLITE_PERM: return ErrorCode::LibraryUnreadable;
    case SQLITE_IOERR: return ioErrorCode(extended, systemError);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR: // our statements are right, so a table or a column is missing
        return ErrorCode::LibraryDamaged;
    case SQLITE_TOOBIG: return ErrorCode::InvalidArgument;
    default: return ErrorCode::Internal;
    }
}

// An URI, because that is how SQLite is told that a file is immutable.
QByteArray uri(const QString &path, Connection::Mode mode)
{
    QByteArray address = "file:" + QUrl::toPercentEncoding(path, "/");
    if (mode == Connection::Mode::Immutable)
        address += "?immutable=1";
    return address;
}

} // namespace

void Connection::Closer::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Result<Connection> Connection::open(const QString &path, Mode mode)
{
    Connection connection;
    connection.m_path = path;
    const int flags = (mode == Mode::ReadWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY)
        | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    sqlite3 *handle = nullptr;
    const int rc = sqlite3_open_v2(uri(path, mode).constData(), &handle, flags, nullptr);
    connection.m_handle.reset(handle); // there even when opening failed, for the message
    if (rc != SQLITE_OK)
        return tl::unexpected(connection.error(rc));
    return connection;
}

bool Connection::isReadOnly() const
{
    return sqlite3_db_readonly(m_handle.get(), "main") == 1;
}

Result<void> Connection::execute(const char *sql)
{
    const int rc = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK)
        return tl::unexpected(error(rc));
    return {};
}

Error Connection::error(int resultCode) const
{
    if (!m_handle)
        return {ErrorCode::Internal, m_path, QString::fromUtf8(sqlite3_errstr(resultCode))};
    const int systemError = sqlite3_system_errno(m_handle.get());
    const QString detail = u"SQLite %1: %2 (errno %3)"_s.arg(
        QString::number(resultCode), QString::fromUtf8(sqlite3_errmsg(m_handle.get())), QString::number(systemError));
    return {codeFor(resultCode, systemError), m_path, detail};
}

} // namespace earmark::store
