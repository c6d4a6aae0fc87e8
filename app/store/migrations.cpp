// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include "store/statement.h"
#include "store/transaction.h"

#include <QDir>
#include <QFile>

// The resource sits in a static library, where the linker drops what nobody names. The macro must
// stand outside of every namespace.
static void nameResource()
{
    Q_INIT_RESOURCE(migrations);
}

namespace earmark::store {

using namespace Qt::StringLiterals;

namespace {

std::vector<Migration> readMigrations()
{
    nameResource();
    const QDir folder(u":/earmark/migrations"_s);
    std::vector<Migration> migrations;
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        Q_UNUSED(opened)
        migrations.push_back({name.section(u'_', 0, 0).toInt(), file.readAll()});
        Q_ASSERT(size_t(migrations.back().version) == migrations.size());
    }
    Q_ASSERT(!migrations.empty());
    return migrations;
}

Result<void> checkForeignKeys(Connection &connection)
{
    Statement violations(connection, "PRAGMA foreign_key_check");
    const Result<bool> row = violations.step();
    if (!row)
        return tl::unexpected(row.error());
    if (*row)
        return failure(ErrorCode::LibraryDamaged, connection.path(),
                       u"a row of %1 refers to nothing"_s.arg(violations.text(0)));
    return {};
}

Result<void> runMigration(Connection &connection, const Migration &migration)
{
    Transaction transaction(connection);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    const Result<int> version = libraryVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version >= migration.version)
        return {}; // another process was faster
    QByteArray numbers = "PRAGMA user_version = " + QByteArray::number(migration.version) + ";";
    if (migration.version == 1)
        numbers += "PRAGMA application_id = " + QByteArray::number(applicationId) + ";";
    return connection.execute(migration.sql.constData())
        .and_then([&] { return connection.execute(numbers.constData()); })
        .and_then([&] { return checkForeignKeys(connection); })
        .and_then([&] { return transaction.commit(); });
}

} // namespace

const std::vector<Migration> &migrations()
{
    static const std::vector<Migration> all = readMigrations();
    return all;
}

Result<int> libraryVersion(const Connection &connection)
{
    Statement pragma(connection, "PRAGMA user_version");
    const Result<bool> row = pragma.step();
    if (!row)
        return tl::unexpected(row.error());
    return int(pragma.number(0));
}

Result<void> migrate(Connection &connection, const std::vector<Migration> &migrations)
{
    const Result<int> version = libraryVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version >= int(migrations.size()))
        return {};
    if (Result<void> done = connection.execute("PRAGMA foreign_keys = OFF"); !done)
        return done;
    for (const Migration &migration : migrations) {
        if (migration.version <= *version)
            continue;
        if (Result<void> done = runMigration(connection, migration); !done)
            return done;
    }
    return {};
}

} // namespace earmark::store
