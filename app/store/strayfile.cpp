// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/strayfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace earmark::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int allPages = -1;
constexpr int pause = 20; // ms
constexpr int patience = 5000;

// What the new name of a file is worth after a power cut depends on the folder's own blocks.
void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

void removeWithJournal(const QString &path)
{
    for (const QLatin1StringView suffix : {""_L1, "-journal"_L1, "-wal"_L1, "-shm"_L1})
        QFile::remove(path + suffix);
}

Result<void> backUp(const Connection &from, const QString &path)
{
    const Result<Connection> to = Connection::open(path, Connection::Mode::ReadWrite);
    if (!to)
        return tl::unexpected(to.error());
    sqlite3_backup *backup = sqlite3_backup_init(to->handle(), "main", from.handle(), "main");
    if (!backup)
        return tl::unexpected(to->error(sqlite3_extended_errcode(to->handle())));
    int rc = sqlite3_backup_step(backup, allPages);
    for (int waited = 0; (rc == SQLITE_BUSY || rc == SQLITE_LOCKED) && waited < patience; waited += pause) {
        sqlite3_sleep(pause);
        rc = sqlite3_backup_step(backup, allPages);
    }
    sqlite3_backup_finish(backup);
    if (rc != SQLITE_DONE)
        return tl::unexpected(to->error(rc));
    return {};
}

} // namespace

std::optional<FileIdentity> identityOf(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return FileIdentity{status.st_dev, status.st_ino};
}

QString filePath(const Connection &connection)
{
    return QFile::decodeName(sqlite3_db_filename(connection.handle(), "main"));
}

Store::FilePlace placeOf(const Connection &connection)
{
    int moved = 0;
    const int rc = sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    if (rc != SQLITE_OK || moved == 0)
        return Store::FilePlace::Kept;
    return identityOf(filePath(connection)) ? Store::FilePlace::Replaced : Store::FilePlace::Gone;
}

Result<void> writeCopy(const Connection &connection, const QString &path)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::WriteFailed, path, u"there is no folder “%1”"_s.arg(folder));
    const QString unfinished = path + u".part"_s;
    removeWithJournal(unfinished);
    Result<void> written = backUp(connection, unfinished);
    errno = 0;
    // Does not replace what has come there meanwhile.
    if (written && !QFile::rename(unfinished, path))
        written = failure(ErrorCode::WriteFailed, path, QString::fromLocal8Bit(std::strerror(errno)));
    if (!written) {
        written.error().subject = path;
        removeWithJournal(unfinished);
        return written;
    }
    syncFolder(folder);
    return {};
}

void removeStrayLog(const QString &path, const std::optional<FileIdentity> &log)
{
    if (!log || identityOf(path + u"-wal"_s) != log)
        return;
    QFile::remove(path + u"-wal"_s);
    QFile::remove(path + u"-shm"_s);
}

} // namespace earmark::store
