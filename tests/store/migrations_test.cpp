// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"
#include "store/samplelibrary.h"
#include "store/statement.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using notes::Highlight;
using store::Connection;
using store::Migration;
using store::Store;

namespace {

constexpr int storedWords = 12;
const QByteArray storedPrint(32, 'p'); // of the recording whose outline a library can hold from version 4 on
const QByteArray storedLevels("\0\x12\xff", 3);

const glossary::Declined storedDeclined{{2, 3}, QStringLiteral("small company"), QStringLiteral("Small Company")};

// With what a library of that version could hold.
store::NewEpisode storedEpisode(int version)
{
    store::NewEpisode episode = makeEpisode(u"stored"_s, storedWords);
    if (version >= 5) {
        episode.episode.audioBytes = 4711;
        episode.chapters = {{MediaTime(0), MediaTime(2000), u"Über uns"_s}, {MediaTime(2000), MediaTime(4800), {}}};
    }
    if (version >= 7)
        episode.seekIndex = {4711, 14112000, {{417, 0}, {2000, 28224000}}};
    return episode;
}

Highlight storedHighlight(EpisodeId episode, int version)
{
    Highlight highlight =
        makeHighlight(episode, 1, 4, u"Kept through every version: *süß* 👩‍👧"_s, storedWords);
    highlight.id.value = QUuid(u"8d3f1c5e-5a57-4a6b-9d0a-0f1e2d3c4b5a"_s);
    if (version >= 2) {
        highlight.place = notes::Place::Moment;
        highlight.tags = {u"claim"_s, u"süß"_s};
    }
    return highlight;
}

transcript::Amendment storedAmendment()
{
    transcript::Amendment amendment;
    amendment.id.value = QUuid(u"1b8e0c52-90d7-4b5e-8a31-7c6d5e4f3a2b"_s);
    amendment.span = {2, 3};
    amendment.text = u"geändert"_s;
    amendment.heard = u"was heard"_s;
    amendment.marks = transcript::Marks::Own;
    amendment.rule.value = QUuid(u"5c0b7d1e-3f2a-4d68-9b47-0a1b2c3d4e5f"_s);
    amendment.created = someTime();
    return amendment;
}

glossary::Rule storedRule()
{
    glossary::Rule rule = glossary::makeRule(u"tief gesucht"_s, u"DeepSeek"_s);
    rule.id = storedAmendment().rule;
    rule.scope = glossary::Scope::Show;
    rule.show = u"Über uns"_s;
    rule.created = someTime();
    return rule;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A library's rows as SQL, in the way of sqlite3's ".dump".
Result<QByteArray> dump(const Connection &connection)
{
    QByteArray sql;
    store::Statement tables(connection,
                            "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
                            " AND name NOT LIKE 'sqlite_%' ORDER BY rowid");
    while (true) {
        const Result<bool> table = tables.step();
        if (!table)
            return tl::unexpected(table.error());
        if (!*table)
            return sql;
        sql += tables.text(1).toUtf8() + ";\n";
        if (!tables.text(1).startsWith("CREATE TABLE"_L1))
            continue;
        const QByteArray name = tables.text(0).toUtf8();
        store::Statement columns(connection,
                                 ("SELECT 'SELECT ''INSERT INTO " + name
                                  + " VALUES (''||' || group_concat('quote(' || name || ')', '||'', ''||')"
                                    " || '||'');'' FROM "
                                  + name + "' FROM pragma_table_info('" + name + "')")
                                     .constData());
        if (const Result<bool> row = columns.step(); !row)
            return tl::unexpected(row.error());
        store::Statement rows(connection, columns.text(0).toUtf8().constData());
        while (rows.step().value_or(false))
            sql += rows.text(0).toUtf8() + '\n';
    }
}

} // namespace

// A library of any older version becomes one of today, with everything in it.
class TestMigrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void migrationsAreNumberedWithoutGaps();
    void storedVersionsAreUpgraded_data();
    void storedVersionsAreUpgraded();
    void onlyWhatIsMissingRuns();
    void failedMigrationLeavesTheLastGoodVersion_data();
    void failedMigrationLeavesTheLastGoodVersion();
};

void TestMigrations::migrationsAreNumberedWithoutGaps()
{
    int expected = 1;
    for (const Migration &migration : store::migrations()) {
        QCOMPARE(migration.version, expected++);
        QVERIFY(!migration.sql.isEmpty());
    }
    QVERIFY(expected > 1);
    const QDir files(QStringLiteral(EARMARK_MIGRATIONS));
    QCOMPARE(size_t(files.entryList({u"*.sql"_s}).size()), store::migrations().size());
}

void TestMigrations::storedVersionsAreUpgraded_data()
{
    QTest::addColumn<int>("version");
    for (const Migration &migration : store::migrations())
        QTest::addRow("version %d", migration.version) << migration.version;
}

// The file of the newest version is written with EARMARK_UPDATE_GOLDEN=1, once, before it is released;
// those of older versions are never written again.
void TestMigrations::storedVersionsAreUpgraded()
{
    QFETCH(int, version);
    const QString stored = QStringLiteral(EARMARK_VERSIONS "/%1.sql").arg(version, 3, 10, QChar(u'0'));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"library.db"_s);
    if (qEnvironmentVariableIsSet("EARMARK_UPDATE_GOLDEN") && size_t(version) == store::migrations().size()) {
        {
            const auto made = Store::open(path, Store::Access::ReadWrite);
            const EpisodeId id = *(*made)->insertEpisode(storedEpisode(version));
            QVERIFY((*made)->apply(notes::added(storedHighlight(id, version))));
            QVERIFY((*made)->apply(id, {{std::nullopt, storedAmendment()}}));
            QVERIFY((*made)->saveRule(storedRule()));
            QVERIFY((*made)->decline(id, storedDeclined));
            QVERIFY((*made)->savePosition(id, MediaTime(4321)));
            QVERIFY((*made)->storePeaks(id, storedPrint, storedLevels));
        }
        const auto connection = Connection::open(path, Connection::Mode::ReadOnly);
        const auto sql = dump(*connection);
        QVERIFY2(sql, why(sql).constData());
        QFile file(stored);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("-- SPDX-FileCopyrightText: 2026 The Earmark authors\n-- SPDX-License-Identifier: GPL-3.0-or-later\n"
                   "-- A library as version "
                   + QByteArray::number(version)
                   + " of the schema left it.\nPRAGMA application_id = " + QByteArray::number(store::applicationId)
                   + ";\nPRAGMA user_version = " + QByteArray::number(version) + ";\n" + *sql);
        QFile::remove(path);
    }
    {
        auto connection = Connection::open(path, Connection::Mode::ReadWrite);
        const QByteArray sql = contents(stored);
        QVERIFY2(!sql.isEmpty(), qPrintable(u"no stored library of version %1: %2"_s.arg(version).arg(stored)));
        const auto made = connection->execute(sql.constData());
        QVERIFY2(made, why(made).constData());
    }
    const auto store = Store::open(path, Store::Access::ReadWrite);
    QVERIFY2(store, why(store).constData());
    const auto episodes = (*store)->episodes();
    QVERIFY2(episodes, why(episodes).constData());
    QCOMPARE(episodes->size(), size_t(1));
    const store::NewEpisode expected = storedEpisode(version);
    store::Episode episode = expected.episode;
    episode.id = episodes->front().id;
    episode.highlightCount = 1;
    QVERIFY(episodes->front() == episode);
    QVERIFY(*(*store)->source(episode.id) == expected.source);
    QVERIFY(*(*store)->transcript(episode.id) == expected.transcript);
    QVERIFY(*(*store)->timings(episode.id) == expected.timings);
    QVERIFY(*(*store)->chapters(episode.id) == expected.chapters);
    QVERIFY(*(*store)->seekIndex(episode.id) == expected.seekIndex);
    QVERIFY(*(*store)->highlights(episode.id) == std::vector{storedHighlight(episode.id, version)});
    QVERIFY(*(*store)->amendments(episode.id)
            == (version >= 8 ? std::vector{storedAmendment()} : std::vector<transcript::Amendment>()));
    QVERIFY(*(*store)->declined(episode.id)
            == (version >= 10 ? std::vector{storedDeclined} : std::vector<glossary::Declined>()));
    QVERIFY(*(*store)->rules() == (version >= 9 ? std::vector{storedRule()} : std::vector<glossary::Rule>()));
    QCOMPARE(*(*store)->position(episode.id), MediaTime(4321));
    QCOMPARE(*(*store)->peaks(storedPrint), version >= 4 ? std::optional(storedLevels) : std::nullopt);
    QCOMPARE(*(*store)->peaksPrint(episode.id), version >= 4 ? storedPrint : QByteArray());
    QVERIFY((*store)->problems()->empty());
}

void TestMigrations::onlyWhatIsMissingRuns()
{
    const QTemporaryDir folder;
    auto connection = Connection::open(folder.filePath(u"library.db"_s), Connection::Mode::ReadWrite);
    const std::vector<Migration> first{{1, "CREATE TABLE a (x); INSERT INTO a VALUES (1)"}};
    std::vector<Migration> both = first;
    both.push_back({2, "UPDATE a SET x = x + 1; CREATE TABLE b (y)"});
    QVERIFY(store::migrate(*connection, first));
    QCOMPARE(*store::libraryVersion(*connection), 1);
    for (int i = 0; i < 2; ++i) {
        const auto done = store::migrate(*connection, both);
        QVERIFY2(done, why(done).constData());
        QCOMPARE(*store::libraryVersion(*connection), 2);
    }
    store::Statement value(*connection, "SELECT x FROM a");
    QVERIFY(*value.step());
    QCOMPARE(value.number(0), qint64(2));
}

void TestMigrations::failedMigrationLeavesTheLastGoodVersion_data()
{
    QTest::addColumn<QByteArray>("broken");
    QTest::newRow("in the middle") << "UPDATE a SET x = 9; DROP TABLE nothing; UPDATE a SET x = 10"_ba;
    QTest::newRow("a row that refers to nothing")
        << "CREATE TABLE c (x REFERENCES a (x)); INSERT INTO c VALUES (77)"_ba;
}

void TestMigrations::failedMigrationLeavesTheLastGoodVersion()
{
    QFETCH(QByteArray, broken);
    const QTemporaryDir folder;
    auto connection = Connection::open(folder.filePath(u"library.db"_s), Connection::Mode::ReadWrite);
    const std::vector<Migration> migrations{
        {1, "CREATE TABLE a (x PRIMARY KEY); INSERT INTO a VALUES (1)"}, {2, "UPDATE a SET x = 2"}, {3, broken}};
    QCOMPARE(codeOf(store::migrate(*connection, migrations)), "LibraryDamaged"_ba);
    QCOMPARE(*store::libraryVersion(*connection), 2);
    store::Statement value(*connection, "SELECT x, (SELECT count(*) FROM sqlite_schema WHERE name = 'c') FROM a");
    QVERIFY(*value.step());
    QCOMPARE(value.number(0), qint64(2));
    QCOMPARE(value.number(1), qint64(0));
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "migrations_test.moc"
