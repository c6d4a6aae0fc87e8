// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/samplelibrary.h"
#include "store/statement.h"

#include <QDir>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <unistd.h>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using notes::Highlight;
using store::Connection;
using store::Store;

namespace {

constexpr auto ReadWrite = Store::Access::ReadWrite;
constexpr auto ReadOnly = Store::Access::ReadOnly;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

// Runs SQL on a file behind the store's back.
void execute(const QString &path, const QByteArray &sql)
{
    auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    const Result<void> done = connection ? connection->execute(sql.constData()) : tl::unexpected(connection.error());
    if (!done)
        qFatal("%s: %s", sql.constData(), why(done).constData());
}

qint64 numberFrom(const QString &path, const QByteArray &sql)
{
    const auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    store::Statement statement(*connection, sql.constData());
    const Result<bool> row = statement.step();
    return row && *row ? statement.number(0) : -1;
}

// Rights mean nothing to root; another user's eyes for as long as this lives.
class AsSomebodyElse
{
public:
    AsSomebodyElse() : m_changed(::geteuid() == 0 && ::seteuid(65534) == 0) {}
    ~AsSomebodyElse()
    {
        if (m_changed && ::seteuid(0) != 0)
            std::abort();
    }

private:
    bool m_changed;
};

} // namespace

// What happens to files that are not, not any more, or not yet a library that this program may use.
class TestLibraryFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void otherFilesAreRefusedUntouched_data();
    void otherFilesAreRefusedUntouched();
    void newerLibraryIsRefusedUntouched_data();
    void newerLibraryIsRefusedUntouched();
    void truncatedLibraryIsDamaged_data();
    void truncatedLibraryIsDamaged();
    void brokenContentIsDamaged_data();
    void brokenContentIsDamaged();
    void overwrittenPagesNeverCrash();
    void unusablePathsAreSaid_data();
    void unusablePathsAreSaid();

    void readOnlyLibraryOpensForReading_data();
    void readOnlyLibraryOpensForReading();
    void readOnlyLibraryWithLogBesideIsNotHalfRead();
    void unreadableLibraryIsSaid();
    void nothingIsCreatedForReading();

    void libraryIsSafe();
    void twoWritersAtOnceLoseNothing();
    void twoCreatorsAtOnceMakeOneLibrary();
    void removedHighlightsAreInTheLog();
    void typingIsOneEntryInTheLog();

private:
    // A library with one episode and one highlight, closed again.
    void makeLibrary();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    EpisodeId m_episode;
    Highlight m_highlight;
};

void TestLibraryFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"library.db"_s);
}

void TestLibraryFile::makeLibrary()
{
    const auto store = Store::open(m_path, ReadWrite);
    QVERIFY2(store, why(store).constData());
    m_episode = *(*store)->insertEpisode(makeEpisode(u"read"_s, 2000));
    m_highlight = makeHighlight(m_episode, 3, 5, u"kept"_s);
    QVERIFY((*store)->apply(notes::added(m_highlight)));
}

void TestLibraryFile::otherFilesAreRefusedUntouched_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("text") << "Dear diary,\n"_ba << QByteArray();
    QTest::newRow("one byte") << "x"_ba << QByteArray();
    QTest::newRow("zeros") << QByteArray(8192, '\0') << QByteArray();
    QTest::newRow("long text") << QByteArray(100'000, 'a') << QByteArray();
    QTest::newRow("a database of somebody else") << QByteArray() << "CREATE TABLE recipes (name TEXT)"_ba;
    QTest::newRow("a database with a log")
        << QByteArray() << "PRAGMA journal_mode = WAL; CREATE TABLE recipes (name TEXT)"_ba;
    QTest::newRow("a database of another application")
        << QByteArray() << "PRAGMA application_id = 4711; CREATE TABLE episode (id INTEGER)"_ba;
}

void TestLibraryFile::otherFilesAreRefusedUntouched()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, sql);
    if (sql.isEmpty())
        write(m_path, bytes);
    else
        execute(m_path, sql);
    const QByteArray before = contents(m_path);
    for (const auto access : {ReadWrite, ReadOnly}) {
        const auto store = Store::open(m_path, access);
        QCOMPARE(codeOf(store), "NotALibrary"_ba);
        QCOMPARE(store.error().subject, m_path);
    }
    QVERIFY(contents(m_path) == before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"library.db"_s});
}

void TestLibraryFile::newerLibraryIsRefusedUntouched_data()
{
    QTest::addColumn<bool>("inLog");
    QTest::newRow("closed") << false;
    QTest::newRow("its new version only in the log") << true;
}

void TestLibraryFile::newerLibraryIsRefusedUntouched()
{
    QFETCH(bool, inLog);
    makeLibrary();
    auto later = Connection::open(m_path, Connection::Mode::ReadWrite);
    QVERIFY(later);
    QVERIFY(later->execute("PRAGMA user_version = 1000; CREATE TABLE dreams (id INTEGER)"));
    if (!inLog)
        later = failure(ErrorCode::Cancelled); // closes it
    const QByteArray before = contents(m_path);
    const QByteArray log = contents(m_path + u"-wal"_s);
    for (const auto access : {ReadWrite, ReadOnly})
        QCOMPARE(codeOf(Store::open(m_path, access)), "LibraryNewer"_ba);
    QVERIFY(contents(m_path) == before);
    QVERIFY(contents(m_path + u"-wal"_s) == log);
}

void TestLibraryFile::truncatedLibraryIsDamaged_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("a few bytes") << 0.0 << qint64(10);
    QTest::newRow("half a header") << 0.0 << qint64(60);
    QTest::newRow("a header") << 0.0 << qint64(100);
    QTest::newRow("one page") << 0.0 << qint64(4096);
    QTest::newRow("half") << 0.5 << qint64(0);
    QTest::newRow("all but a byte") << 1.0 << qint64(-1);
}

void TestLibraryFile::truncatedLibraryIsDamaged()
{
    QFETCH(double, share);
    QFETCH(qint64, bytes);
    makeLibrary();
    QVERIFY(QFile::resize(m_path, qint64(double(QFileInfo(m_path).size()) * share) + bytes));
    const QByteArray before = contents(m_path);
    QCOMPARE(codeOf(Store::open(m_path, ReadWrite)), "LibraryDamaged"_ba);
    QCOMPARE(codeOf(Store::open(m_path, ReadOnly)), "LibraryDamaged"_ba);
    QVERIFY(contents(m_path) == before);
}

void TestLibraryFile::brokenContentIsDamaged_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("tokens cut") << "UPDATE transcript SET content = substr(content, 1, length(content) - 1)"_ba;
    QTest::newRow("tokens longer") << "UPDATE transcript SET content = CAST(content || x'00' AS BLOB)"_ba;
    QTest::newRow("tokens empty") << "UPDATE transcript SET content = x''"_ba;
    QTest::newRow("tokens of a later version")
        << "UPDATE transcript SET content = CAST(x'02000000' || substr(content, 5) AS BLOB)"_ba;
    QTest::newRow("four billion tokens") << "UPDATE transcript SET content = CAST(substr(content, 1, 16)"
                                            " || x'ffffffff' || substr(content, 21) AS BLOB)"_ba;
    QTest::newRow("all counts at their largest")
        << "UPDATE transcript SET content = x'0100000001000000ffffffffffffffffffffffffffffffffffffffffffffffffffffffff'"_ba;
    QTest::newRow("tokens overwritten") << "UPDATE transcript SET content = CAST(substr(content, 1, 40000)"
                                           " || zeroblob(length(content) - 40000) AS BLOB)"_ba;
    QTest::newRow("timings cut") << "UPDATE timings SET content = substr(content, 1, 4000)"_ba;
    QTest::newRow("four billion timings")
        << "UPDATE timings SET content = CAST(substr(content, 1, 4) || x'ffffffff' || substr(content, 9) AS BLOB)"_ba;
    QTest::newRow("timings overwritten") << "UPDATE timings SET content = CAST(substr(content, 1, 8)"
                                            " || randomblob(length(content) - 8) AS BLOB)"_ba;
    QTest::newRow("source changed") << "UPDATE source SET bytes = CAST(bytes || x'20' AS BLOB)"_ba;
    QTest::newRow("highlight's name") << "UPDATE highlight SET id = 'nobody'"_ba;
    QTest::newRow("a table gone") << "DROP TABLE highlight"_ba;
}

void TestLibraryFile::brokenContentIsDamaged()
{
    QFETCH(QByteArray, sql);
    makeLibrary();
    execute(m_path, sql);
    const auto store = Store::open(m_path, ReadWrite);
    QVERIFY2(store, why(store).constData());
    const Store &s = **store;
    const QByteArrayList codes{codeOf(s.source(m_episode)), codeOf(s.transcript(m_episode)),
                               codeOf(s.timings(m_episode)), codeOf(s.highlights(m_episode))};
    QCOMPARE(codes.count("LibraryDamaged"_ba), 1);
    QCOMPARE(codes.count("none"_ba), 3);
    const auto problems = s.problems();
    QVERIFY(!problems || !problems->empty());
}

void TestLibraryFile::overwrittenPagesNeverCrash()
{
    makeLibrary();
    const QByteArray healthy = contents(m_path);
    for (qsizetype page = 1; page < healthy.size() / 4096; ++page) {
        QByteArray broken = healthy;
        for (qsizetype i = 0; i < 4096; ++i)
            broken[page * 4096 + i] = char((i * 31 + page * 7) % 251);
        write(m_path, broken);
        const auto store = Store::open(m_path, ReadWrite);
        if (!store) {
            QCOMPARE(codeOf(store), "LibraryDamaged"_ba);
            continue;
        }
        const auto problems = (*store)->problems();
        QVERIFY2(!problems || !problems->empty(), QByteArray::number(page).constData());
    }
}

void TestLibraryFile::unusablePathsAreSaid_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("reading");
    QTest::addColumn<QByteArray>("writing");
    const QByteArray unreadable = "LibraryUnreadable";
    QTest::newRow("empty") << QString() << unreadable << unreadable;
    QTest::newRow("a folder") << u"/"_s << unreadable << unreadable;
    QTest::newRow("a device") << u"/dev/null"_s << unreadable << unreadable;
    QTest::newRow("a NUL inside") << u"/tmp/a"_s + QChar(QChar::Null) + u"b"_s << unreadable << unreadable;
    QTest::newRow("under a file") << u"/dev/null/library.db"_s << unreadable << QByteArray("LibraryNotCreated");
}

void TestLibraryFile::unusablePathsAreSaid()
{
    QFETCH(QString, path);
    QTEST(codeOf(Store::open(path, ReadOnly)), "reading");
    QTEST(codeOf(Store::open(path, ReadWrite)), "writing");
}

void TestLibraryFile::readOnlyLibraryOpensForReading_data()
{
    QTest::addColumn<QFile::Permissions>("file");
    QTest::addColumn<QFile::Permissions>("folder");
    using P = QFile;
    const auto readable = P::ReadOwner | P::ReadUser | P::ReadGroup | P::ReadOther;
    const auto enter = P::ExeOwner | P::ExeUser | P::ExeGroup | P::ExeOther;
    const auto writable = P::WriteOwner | P::WriteUser | P::WriteGroup | P::WriteOther;
    QTest::newRow("file") << QFile::Permissions(readable) << (readable | enter | writable);
    QTest::newRow("folder") << (readable | writable) << (readable | enter);
    QTest::newRow("both") << QFile::Permissions(readable) << (readable | enter);
}

void TestLibraryFile::readOnlyLibraryOpensForReading()
{
    QFETCH(QFile::Permissions, file);
    QFETCH(QFile::Permissions, folder);
    makeLibrary();
    QVERIFY(QFile::setPermissions(m_path, file));
    QVERIFY(QFile::setPermissions(m_folder->path(), folder));
    const QByteArray before = contents(m_path);
    {
        const AsSomebodyElse somebody;
        QCOMPARE(codeOf(Store::open(m_path, ReadWrite)), "LibraryReadOnly"_ba);
        const auto store = Store::open(m_path, ReadOnly);
        QVERIFY2(store, why(store).constData());
        QVERIFY(*(*store)->highlights(m_episode) == std::vector{m_highlight});
        QCOMPARE(codeOf((*store)->apply(notes::removed(m_highlight))), "LibraryReadOnly"_ba);
        QCOMPARE(codeOf((*store)->insertEpisode(makeEpisode(u"another"_s))), "LibraryReadOnly"_ba);
        QVERIFY(*(*store)->highlights(m_episode) == std::vector{m_highlight});
        QVERIFY((*store)->problems()->empty());
        QCOMPARE(codeOf(Store::open(m_folder->filePath(u"x/new.db"_s), ReadWrite)),
                 folder.testFlag(QFile::WriteOther) ? "none"_ba : "LibraryNotCreated"_ba);
    }
    QVERIFY(contents(m_path) == before);
    QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777));
}

// A log that waits to be moved holds confirmed work: reading past it would hide it.
void TestLibraryFile::readOnlyLibraryWithLogBesideIsNotHalfRead()
{
    makeLibrary();
    const Highlight late = makeHighlight(m_episode, 7, 9, u"only in the log"_s);
    QByteArray log;
    QByteArray main;
    {
        const auto store = Store::open(m_path, ReadWrite);
        QVERIFY((*store)->apply(notes::added(late)));
        log = contents(m_path + u"-wal"_s);
        main = contents(m_path);
    }
    write(m_path, main);
    write(m_path + u"-wal"_s, log);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x5555)));
    {
        const AsSomebodyElse somebody;
        const auto store = Store::open(m_path, ReadOnly);
        if (store)
            QCOMPARE((*store)->highlights(m_episode)->size(), size_t(2));
        else
            QCOMPARE(codeOf(store), "LibraryUnreadable"_ba);
    }
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777)));
    const auto store = Store::open(m_path, ReadWrite);
    QVERIFY2(store, why(store).constData());
    QCOMPARE((*store)->highlights(m_episode)->size(), size_t(2));
}

void TestLibraryFile::unreadableLibraryIsSaid()
{
    makeLibrary();
    QVERIFY(QFile::setPermissions(m_path, QFile::Permissions()));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x5555)));
    {
        const AsSomebodyElse somebody;
        QCOMPARE(codeOf(Store::open(m_path, ReadOnly)), "LibraryUnreadable"_ba);
        QCOMPARE(codeOf(Store::open(m_path, ReadWrite)), "LibraryUnreadable"_ba);
    }
    QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777));
}

void TestLibraryFile::nothingIsCreatedForReading()
{
    QCOMPARE(codeOf(Store::open(m_folder->filePath(u"a/b.db"_s), ReadOnly)), "LibraryUnreadable"_ba);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestLibraryFile::libraryIsSafe()
{
    makeLibrary();
    QCOMPARE(numberFrom(m_path, "PRAGMA application_id"), qint64(0x456d726b));
    QCOMPARE(numberFrom(m_path, "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"), qint64(1));
    // Whoever hands out a library gains no power by it.
    execute(m_path, "CREATE TRIGGER evil AFTER INSERT ON highlight BEGIN DELETE FROM episode; END");
    const auto store = Store::open(m_path, ReadWrite);
    QVERIFY2(store, why(store).constData());
    QVERIFY((*store)->apply(notes::added(makeHighlight(m_episode, 9, 9))));
    QCOMPARE((*store)->highlights(m_episode)->size(), size_t(2));
}

void TestLibraryFile::twoWritersAtOnceLoseNothing()
{
    makeLibrary();
    constexpr int each = 60;
    std::array<QByteArray, 3> failures;
    const auto add = [&](size_t writer) {
        const auto store = Store::open(m_path, ReadWrite);
        if (!store) {
            failures[writer] = why(store);
            return;
        }
        for (int i = 0; i < each && failures[writer].isEmpty(); ++i) {
            const auto applied = (*store)->apply(notes::added(makeHighlight(m_episode, i, i + 1, u"both"_s)));
            if (!applied)
                failures[writer] = why(applied);
        }
    };
    std::vector<std::unique_ptr<QThread>> threads;
    for (size_t writer = 0; writer < failures.size(); ++writer)
        threads.emplace_back(QThread::create(add, writer))->start();
    for (const auto &thread : threads)
        QVERIFY(thread->wait(60'000));
    for (const QByteArray &failed : failures)
        QCOMPARE(failed, QByteArray());
    const auto store = Store::open(m_path, ReadWrite);
    QCOMPARE((*store)->highlights(m_episode)->size(), 1 + failures.size() * each);
    QVERIFY((*store)->problems()->empty());
}

void TestLibraryFile::twoCreatorsAtOnceMakeOneLibrary()
{
    std::array<QByteArray, 6> codes;
    std::vector<std::unique_ptr<QThread>> threads;
    for (QByteArray &code : codes) {
        const auto create = [&code, this] {
            const auto store = Store::open(m_path, ReadWrite);
            code = store ? codeOf((*store)->insertEpisode(makeEpisode(u"the same"_s))) : why(store);
        };
        threads.emplace_back(QThread::create(create))->start();
    }
    for (const auto &thread : threads)
        QVERIFY(thread->wait(60'000));
    QCOMPARE(std::count(codes.begin(), codes.end(), "none"_ba), 1);
    QCOMPARE(std::count(codes.begin(), codes.end(), "EpisodeAlreadyThere"_ba), 5);
}

void TestLibraryFile::removedHighlightsAreInTheLog()
{
    makeLibrary();
    {
        const auto store = Store::open(m_path, ReadWrite);
        QVERIFY((*store)->removeEpisode(m_episode));
    }
    const QByteArray found = "SELECT count(*) FROM edit_log WHERE kind = 2 AND episode_title = 'read'"
                             " AND before_json ->> 'note' = 'kept' AND after_json IS NULL"
                             " AND before_json ->> 'exact' = 'company [Music] süß' AND before_json ->> 'last' = 5";
    QCOMPARE(numberFrom(m_path, found), qint64(1));
}

void TestLibraryFile::typingIsOneEntryInTheLog()
{
    makeLibrary();
    {
        const auto store = Store::open(m_path, ReadWrite);
        Highlight highlight = m_highlight;
        for (const QChar c : u" and typed on"_s) {
            const notes::Edit edit = notes::noteChanged(highlight, highlight.note + c, someTime());
            QVERIFY((*store)->apply(edit));
            highlight = *edit.after;
        }
        const notes::Edit pasted = notes::noteChanged(highlight, QString(500, u'p'), someTime());
        QVERIFY((*store)->apply(pasted));
        QVERIFY((*store)->apply(notes::noteChanged(*pasted.after, {}, someTime())));
    }
    const QByteArray entries = "SELECT count(*) FROM edit_log WHERE kind = 3";
    QCOMPARE(numberFrom(m_path, entries), qint64(3));
    QCOMPARE(numberFrom(m_path,
                        entries
                            + " AND before_json ->> 'note' = 'kept' AND after_json ->> 'note' = 'kept and"
                              " typed on'"),
             qint64(1));
    QCOMPARE(numberFrom(m_path, entries + " AND length(before_json ->> 'note') = 500"), qint64(1));
}

QTEST_GUILESS_MAIN(TestLibraryFile)
#include "libraryfile_test.moc"
