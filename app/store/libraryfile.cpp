// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/libraryfile.h"

#include "store/migrations.h"
#include "store/statement.h"

#include <QByteArrayView>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace earmark::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyTimeout = 5000; // ms

// The file header of SQLite's database format (sqlite.org/fileformat2.html, section 1.3).
constexpr QByteArrayView magic("SQLite format 3", 16); // the NUL belongs to it
constexpr size_t headerBytes = 100;
constexpr size_t versionOffset = 60;
constexpr size_t applicationOffset = 68;

enum class Looks { Empty, CutShortWhileCreated, Ours, Newer, Truncated, Foreign };

bool hasContent(const QString &path, QLatin1StringView suffix)
{
    return QFileInfo(path + suffix).size() > 0;
}

// As this process will be judged when it opens the file; access(2) asks for the real user.
bool isAllowed(const QString &path, int mode)
{
    return ::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), mode, AT_EACCESS) == 0;
}

// Through SQLite's own handle: closing a second one of the same file would drop the locks that other
// connections of this process hold on it (POSIX).
Result<QByteArray> readHead(const Connection &connection)
{
    sqlite3_file *file = nullptr;
    int rc = sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (rc != SQLITE_OK)
        return tl::unexpected(connection.error(rc));
    // Not asked of SQLite, which takes a file of one byte for an empty one.
    const qint64 size = QFileInfo(connection.path()).size();
    QByteArray head(qsizetype(std::min<qint64>(size, headerBytes)), Qt::Uninitialized);
    if (!head.isEmpty())
        rc = file->pMethods->xRead(file, head.data(), int(head.size()), 0);
    if (rc != SQLITE_OK)
        return failure(ErrorCode::LibraryUnreadable, connection.path(), QString::fromUtf8(sqlite3_errstr(rc)));
    return head;
}

Looks inspect(const QByteArray &head, const QString &path)
{
    if (head.isEmpty())
        return Looks::Empty;
    const qsizetype known = std::min(head.size(), magic.size());
    if (QByteArrayView(head).first(known) != magic.first(known)) {
        // A power cut while a library was created: SQLite's journal empties the file again.
        const bool blank = std::all_of(head.begin(), head.end(), [](char c) { return c == '\0'; });
        return blank && hasContent(path, "-journal"_L1) ? Looks::CutShortWhileCreated : Looks::Foreign;
    }
    if (head.size() < qsizetype(headerBytes))
        return Looks::Truncated;
    if (qFromBigEndian<quint32>(head.constData() + applicationOffset) != applicationId)
        return Looks::Foreign;
    if (qFromBigEndian<quint32>(head.constData() + versionOffset) > migrations().size())
        return Looks::Newer;
    return Looks::Ours;
}

Result<void> refuseWhatIsNotOurs(const Connection &connection, Store::Access access)
{
    const QString &path = connection.path();
    const Result<QByteArray> head = readHead(connection);
    if (!head)
        return tl::unexpected(head.error());
    switch (inspect(*head, path)) {
    case Looks::Empty:
    case Looks::CutShortWhileCreated:
        if (access == Store::Access::ReadWrite)
            return {};
        return failure(ErrorCode::NotALibrary, path, u"an empty file"_s);
    case Looks::Ours: return {};
    case Looks::Newer: return failure(ErrorCode::LibraryNewer, path);
    case Looks::Truncated: return failure(ErrorCode::LibraryDamaged, path, u"shorter than a header"_s);
    case Looks::Foreign: break;
    }
    return failure(ErrorCode::NotALibrary, path);
}

// A library may have been made by anybody: its schema gets no power over the program.
Result<void> harden(Connection &connection)
{
    sqlite3 *handle = connection.handle();
    sqlite3_busy_timeout(handle, busyTimeout);
    constexpr std::array<std::pair<int, int>, 7> settings{{
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        // Until the version is known: a newer library's log is not ours to move into its file.
        {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1},
    }};
    for (const auto &[setting, value] : settings) {
        const int rc = sqlite3_db_config(handle, setting, value, nullptr);
        if (rc != SQLITE_OK)
            return tl::unexpected(connection.error(rc));
    }
    return connection.execute("PRAGMA cell_size_check = ON");
}

// The version as the log has it, which the header may lag behind.
Result<int> knownVersion(const Connection &connection)
{
    const Result<int> version = libraryVersion(connection);
    if (version && *version > int(migrations().size()))
        return failure(ErrorCode::LibraryNewer, connection.path());
    return version;
}

Result<qint64> numberOf(const Connection &connection, const char *pragma)
{
    Statement statement(connection, pragma);
    return statement.step().map([&](bool) { return statement.number(0); });
}

// SQLite reads the missing end of a last page as zeros. Inside a transaction, so that no other process
// is in the middle of making the file longer; pages that are still in the log do not count.
Result<void> refuseWhatIsCutOff(Connection &connection)
{
    if (const Result<void> begun = connection.execute("BEGIN"); !begun)
        return begun;
    const Result<qint64> pages = numberOf(connection, "PRAGMA page_count");
    const Result<qint64> pageSize = numberOf(connection, "PRAGMA page_size");
    const qint64 size = QFileInfo(connection.path()).size();
    const bool hasLog = hasContent(connection.path(), "-wal"_L1);
    if (const Result<void> ended = connection.execute("COMMIT"); !ended)
        return ended;
    if (!pages || !pageSize)
        return tl::unexpected(pages ? pageSize.error() : pages.error());
    if (!hasLog && size < *pages * *pageSize)
        return failure(ErrorCode::LibraryDamaged, connection.path(),
                       u"%1 bytes, not %2 pages of %3"_s.arg(size).arg(*pages).arg(*pageSize));
    return {};
}

// Where the file system cannot do WAL (no shared memory), SQLite keeps its rollback journal, which is
// as safe and only lets readers wait.
Result<void> switchToWal(Connection &connection)
{
    // Two processes that do this at once would wait for each other, so SQLite does not wait here.
    constexpr int pause = 20; // ms
    for (int waited = 0;; waited += pause) {
        Result<void> done = connection.execute("PRAGMA journal_mode = WAL");
        if (done || done.error().code != ErrorCode::LibraryBusy || waited >= busyTimeout)
            return done;
        sqlite3_sleep(pause);
    }
}

Result<void> prepareForWriting(Connection &connection)
{
    if (connection.isReadOnly())
        return failure(ErrorCode::LibraryReadOnly, connection.path());
    // FULL also for the migrations. They run under the rollback journal when the file is new, so that
    // its header says whose it is before there is any log beside it.
    return connection.execute("PRAGMA synchronous = FULL")
        .and_then([&] { return migrate(connection, migrations()); })
        .and_then([&] { return switchToWal(connection); })
        .and_then([&] { return connection.execute("PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = 16777216"); })
        .map([&] { sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr); });
}

Result<void> prepareForReading(Connection &connection, int version)
{
    if (version < int(migrations().size()))
        return failure(ErrorCode::LibraryReadOnly, connection.path(),
                       u"version %1 has to be migrated first"_s.arg(version));
    return connection.execute("PRAGMA query_only = ON");
}

// Alone: nobody else can open the library meanwhile, and SQLite keeps the index of the log in memory
// instead of in a file that all share (sqlite.org/wal.html, section 8).
enum class Sharing { WithOthers, Alone };

Result<Connection> openAs(const QString &path, Store::Access access, Connection::Mode mode,
                          Sharing sharing = Sharing::WithOthers)
{
    Result<Connection> connection = Connection::open(path, mode);
    if (!connection)
        return connection;
    if (const Result<void> ours = refuseWhatIsNotOurs(*connection, access); !ours)
        return tl::unexpected(ours.error());
    if (const Result<void> hardened = harden(*connection); !hardened)
        return tl::unexpected(hardened.error());
    if (sharing == Sharing::Alone) {
        if (const Result<void> alone = connection->execute("PRAGMA locking_mode = EXCLUSIVE"); !alone)
            return tl::unexpected(alone.error());
    }
    const Result<int> version = knownVersion(*connection);
    if (!version)
        return tl::unexpected(version.error());
    if (const Result<void> whole = refuseWhatIsCutOff(*connection); !whole)
        return tl::unexpected(whole.error());
    const Result<void> ready =
        access == Store::Access::ReadWrite ? prepareForWriting(*connection) : prepareForReading(*connection, *version);
    if (!ready)
        return tl::unexpected(ready.error());
    return connection;
}

Result<Connection> openForReading(const QString &path)
{
    Result<Connection> connection = openAs(path, Store::Access::ReadOnly, Connection::Mode::ReadOnly);
    if (connection)
        return connection;
    const ErrorCode code = connection.error().code;
    if (code == ErrorCode::DiskFull || code == ErrorCode::WriteFailed) {
        // There is no room for the file that readers share. A lock takes the right to write.
        Result<Connection> alone = openAs(path, Store::Access::ReadOnly, Connection::Mode::ReadWrite, Sharing::Alone);
        return alone ? std::move(alone) : std::move(connection);
    }
    const bool mayNotWriteBeside = code == ErrorCode::LibraryUnreadable || code == ErrorCode::LibraryReadOnly;
    const QString folder = QFileInfo(path).path();
    // Reading a WAL library takes two files beside it. Where they cannot be made, nobody else can
    // write either, and the file by itself is whole if no log waits to be moved into it.
    if (!mayNotWriteBeside || isAllowed(folder, W_OK) || hasContent(path, "-wal"_L1) || !isAllowed(path, R_OK))
        return connection;
    return openAs(path, Store::Access::ReadOnly, Connection::Mode::Immutable);
}

// Those of the folder and the ones above it that are not there, the deepest first.
QStringList missingFolders(const QString &path)
{
    QStringList missing;
    for (QFileInfo folder(path); !folder.exists() && !folder.isRoot(); folder.setFile(folder.path()))
        missing.append(folder.filePath());
    return missing;
}

// A new library for which there was no room. It may be another process's by now, which holds a lock
// while it fills it; one that only has it open finds out that the file is gone, because SQLite looks
// before it writes.
void removeIfEmpty(const QString &path)
{
    if (!QFileInfo::exists(path))
        return;
    Result<Connection> connection = Connection::open(path, Connection::Mode::ReadWrite);
    if (!connection)
        return;
    // Needs room of its own, after the lock.
    const Result<void> begun = connection->execute("BEGIN EXCLUSIVE");
    const bool isOthers = !begun && begun.error().code == ErrorCode::LibraryBusy;
    if (!isOthers && QFileInfo(path).size() == 0)
        QFile::remove(path);
}

// For the library `file`.
Result<void> makeFolder(const QFileInfo &file)
{
    errno = 0;
    if (QDir().mkpath(file.path()))
        return {};
    const int systemError = errno;
    const bool full = systemError == ENOSPC || systemError == EDQUOT;
    return failure(full ? ErrorCode::DiskFull : ErrorCode::LibraryNotCreated, file.filePath(),
                   QString::fromLocal8Bit(std::strerror(systemError)));
}

Result<Connection> openForWriting(const QString &path)
{
    const QFileInfo file(path);
    const bool isNew = !file.exists();
    const QStringList newFolders = missingFolders(file.path());
    if (Result<void> folder = makeFolder(file); !folder)
        return tl::unexpected(folder.error());
    // The index of a log whose library is gone; where that one is still open, it has no use for the name.
    if (isNew)
        QFile::remove(path + u"-shm"_s);
    Result<Connection> connection = openAs(path, Store::Access::ReadWrite, Connection::Mode::ReadWrite);
    // It is there or could be there, but nothing may be written in its folder.
    if (!connection && connection.error().code == ErrorCode::LibraryUnreadable && !isAllowed(file.path(), W_OK)
        && (!file.exists() || isAllowed(path, R_OK)))
        connection.error().code = file.exists() ? ErrorCode::LibraryReadOnly : ErrorCode::LibraryNotCreated;
    if (!connection && isNew) {
        removeIfEmpty(path);
        for (const QString &folder : newFolders)
            QDir().rmdir(folder); // where it is empty
    }
    return connection;
}

} // namespace

Result<Connection> openLibrary(const QString &path, Store::Access access)
{
    if (path.isEmpty() || path.contains(QChar::Null))
        return failure(ErrorCode::LibraryUnreadable, path, u"not a file name"_s);
    const QFileInfo file(path);
    if (file.exists() && !file.isFile())
        return failure(ErrorCode::LibraryUnreadable, path, u"not a regular file"_s);
    const QString absolute = file.absoluteFilePath();
    if (access == Store::Access::ReadWrite)
        return openForWriting(absolute);
    if (!file.exists())
        return failure(ErrorCode::LibraryUnreadable, absolute, u"no such file"_s);
    return openForReading(absolute);
}

} // namespace earmark::store
