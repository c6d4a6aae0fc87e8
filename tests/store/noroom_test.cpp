// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/samplelibrary.h"
#include "store/statement.h"

#include <QDir>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using notes::Highlight;
using store::Store;

namespace {

// Every connection that SQLite opens in this process, so that a test can set a limit on the one inside
// a Store.
std::vector<sqlite3 *> opened;

int rememberConnection(sqlite3 *handle, char **, const sqlite3_api_routines *)
{
    opened.push_back(handle);
    return SQLITE_OK;
}

QByteArray pragma(const char *sql)
{
    QByteArray value;
    sqlite3_exec(
        opened.back(), sql,
        [](void *to, int, char **values, char **) {
            *static_cast<QByteArray *>(to) = values[0];
            return 0;
        },
        &value, nullptr);
    return value;
}

} // namespace

// No room, or no way to write: every call says so, changes nothing, and the store goes on afterwards.
class TestNoRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fullDiskChangesNothing_data();
    void fullDiskChangesNothing();
    void fullFileSystemChangesNothing();
    void fullFileSystemIsReadWithAllThatWasSaved_data();
    void fullFileSystemIsReadWithAllThatWasSaved();
    void newLibraryWithoutRoomLeavesNothingBehind_data();
    void newLibraryWithoutRoomLeavesNothingBehind();
    void failingWritesChangeNothing();
    void busyLibraryIsSaidToBeBusy();

private:
    void fill(Store &store, EpisodeId id, std::vector<Highlight> &kept, QByteArray &code);
    void verifyStill(Store &store, EpisodeId id, const std::vector<Highlight> &kept);
};

void TestNoRoom::initTestCase()
{
    QCOMPARE(sqlite3_auto_extension(reinterpret_cast<void (*)()>(rememberConnection)), SQLITE_OK);
}

// Adds highlights with long notes until one fails.
void TestNoRoom::fill(Store &store, EpisodeId id, std::vector<Highlight> &kept, QByteArray &code)
{
    for (int i = 0; i < 2000; ++i) {
        const Highlight highlight = makeHighlight(id, i % 200, i % 200, QString(20'000, u'x'));
        const auto applied = store.apply(notes::added(highlight));
        code = codeOf(applied);
        if (!applied)
            return;
        kept.push_back(highlight);
    }
}

void TestNoRoom::verifyStill(Store &store, EpisodeId id, const std::vector<Highlight> &kept)
{
    std::vector<Highlight> expected = kept;
    std::sort(expected.begin(), expected.end(), notes::comesBefore);
    const auto stored = store.highlights(id);
    QVERIFY2(stored, why(stored).constData());
    QVERIFY(*stored == expected);
    const auto problems = store.problems();
    QVERIFY2(problems, why(problems).constData());
    QVERIFY(problems->empty());
}

void TestNoRoom::fullDiskChangesNothing_data()
{
    using Write = std::function<QByteArray(Store &, const Highlight &)>;
    const QString longNote(400'000, u'y');
    QTest::addColumn<Write>("write");
    QTest::newRow("a new highlight") << Write([=](Store &s, const Highlight &h) {
        Highlight another = h;
        another.id = HighlightId::create();
        another.note = longNote;
        return codeOf(s.apply(notes::added(another)));
    });
    QTest::newRow("a note") << Write(
        [=](Store &s, const Highlight &h) { return codeOf(s.apply(notes::noteChanged(h, longNote, someTime()))); });
    QTest::newRow("an episode") << Write(
        [](Store &s, const Highlight &) { return codeOf(s.insertEpisode(makeEpisode(u"big"_s, 20'000))); });
}

void TestNoRoom::fullDiskChangesNothing()
{
    QFETCH(std::function<QByteArray(Store &, const Highlight &)>, write);
    const QTemporaryDir folder;
    const auto opened = Store::open(folder.filePath(u"library.db"_s), Store::Access::ReadWrite);
    QVERIFY2(opened, why(opened).constData());
    Store &store = **opened;
    const EpisodeId id = *store.insertEpisode(makeEpisode(u"read"_s));
    const Highlight highlight = makeHighlight(id, 3, 5, u"kept"_s);
    QVERIFY(store.apply(notes::added(highlight)));
    QVERIFY(!pragma("PRAGMA max_page_count = 1").isEmpty()); // SQLite makes it what is used already

    QCOMPARE(write(store, highlight), "DiskFull"_ba);
    verifyStill(store, id, {highlight});
    QCOMPARE(store.episodes()->size(), size_t(1));

    QVERIFY(!pragma("PRAGMA max_page_count = 1000000").isEmpty());
    QCOMPARE(write(store, highlight), "none"_ba);
    QVERIFY(store.problems()->empty());
}

void TestNoRoom::fullFileSystemChangesNothing()
{
    const QTemporaryDir folder;
    const QByteArray mountPoint = folder.path().toLocal8Bit();
    if (::mount("tmpfs", mountPoint.constData(), "tmpfs", 0, "size=3m") != 0)
        QSKIP("a file system of its own may only be mounted by root");
    const auto unmount = qScopeGuard([&] { ::umount2(mountPoint.constData(), MNT_DETACH); });
    const QString path = folder.filePath(u"library.db"_s);
    const QString ballast = folder.filePath(u"ballast"_s);
    EpisodeId id;
    std::vector<Highlight> kept;
    {
        const auto opened = Store::open(path, Store::Access::ReadWrite);
        QVERIFY2(opened, why(opened).constData());
        Store &store = **opened;
        id = *store.insertEpisode(makeEpisode(u"read"_s));
        QFile file(ballast);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(QByteArray(1 << 20, 'b')), qint64(1 << 20));
        file.close();
        QByteArray code;
        fill(store, id, kept, code);
        QCOMPARE(code, "DiskFull"_ba);
        verifyStill(store, id, kept);
        QCOMPARE(codeOf(store.insertEpisode(makeEpisode(u"big"_s, 20'000))), "DiskFull"_ba);
        verifyStill(store, id, kept);

        QVERIFY(QFile::remove(ballast));
        const Highlight highlight = makeHighlight(id, 7, 9, u"room again"_s);
        const auto applied = store.apply(notes::added(highlight));
        QVERIFY2(applied, why(applied).constData());
        kept.push_back(highlight);
        verifyStill(store, id, kept);
        fill(store, id, kept, code);
        QCOMPARE(code, "DiskFull"_ba);
    }
    // Closed on a full disk and opened on a full disk: it can still be read.
    const auto again = Store::open(path, Store::Access::ReadWrite);
    QVERIFY2(again, why(again).constData());
    verifyStill(**again, id, kept);
    // A new library finds no room at all.
    QFile rest(ballast);
    QVERIFY(rest.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (rest.write(QByteArray(4096, 'b')) == 4096) {}
    QCOMPARE(codeOf(Store::open(folder.filePath(u"another.db"_s), Store::Access::ReadWrite)), "DiskFull"_ba);
}

namespace {

// A small file system of its own in the folder.
class SmallDisk
{
public:
    explicit SmallDisk(const QTemporaryDir &folder) : m_folder(folder.path())
    {
        m_there = ::mount("tmpfs", QFile::encodeName(m_folder).constData(), "tmpfs", 0, "size=3m") == 0;
    }
    ~SmallDisk()
    {
        if (m_there)
            ::umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isThere() const { return m_there; }
    // To the last byte.
    void fill() const
    {
        QFile rest(m_folder + u"/ballast"_s);
        if (!rest.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return;
        for (const int block : {4096, 1}) {
            while (rest.write(QByteArray(block, 'b')) == block) {}
        }
    }

private:
    QString m_folder;
    bool m_there = false;
};

} // namespace

void TestNoRoom::fullFileSystemIsReadWithAllThatWasSaved_data()
{
    QTest::addColumn<bool>("logIsLeft");
    QTest::newRow("closed in order") << false;
    QTest::newRow("with a log beside it") << true;
}

// Reading takes an index of the log, for which there is no room on the disk.
void TestNoRoom::fullFileSystemIsReadWithAllThatWasSaved()
{
    QFETCH(bool, logIsLeft);
    const QTemporaryDir folder;
    const SmallDisk disk(folder);
    if (!disk.isThere())
        QSKIP("a file system of its own may only be mounted by root");
    const QString path = folder.filePath(u"library.db"_s);
    EpisodeId id;
    Highlight highlight;
    QByteArray main;
    QByteArray log;
    {
        const auto made = Store::open(path, Store::Access::ReadWrite);
        QVERIFY2(made, why(made).constData());
        id = *(*made)->insertEpisode(makeEpisode(u"read"_s));
        highlight = makeHighlight(id, 3, 5, u"kept"_s);
        QVERIFY((*made)->apply(notes::added(highlight)));
        const auto bytesOf = [](const QString &name) {
            QFile file(name);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        main = bytesOf(path);
        log = bytesOf(path + u"-wal"_s);
    }
    QVERIFY(!log.isEmpty());
    if (logIsLeft) {
        for (const auto &[name, bytes] : {std::pair(path, main), std::pair(path + u"-wal"_s, log)}) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(bytes), bytes.size());
        }
    }
    disk.fill();
    {
        const auto store = Store::open(path, Store::Access::ReadOnly);
        QVERIFY2(store, why(store).constData());
        verifyStill(**store, id, {highlight});
        QVERIFY(!(*store)->apply(notes::removed(highlight)));
    }
    QVERIFY(QFile::remove(folder.filePath(u"ballast"_s)));
    const auto store = Store::open(path, Store::Access::ReadWrite);
    QVERIFY2(store, why(store).constData());
    verifyStill(**store, id, {highlight});
}

void TestNoRoom::newLibraryWithoutRoomLeavesNothingBehind_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("in the folder") << u"library.db"_s;
    QTest::newRow("in new folders") << u"a/b/library.db"_s;
}

void TestNoRoom::newLibraryWithoutRoomLeavesNothingBehind()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const SmallDisk disk(folder);
    if (!disk.isThere())
        QSKIP("a file system of its own may only be mounted by root");
    disk.fill();
    QCOMPARE(codeOf(Store::open(folder.filePath(name), Store::Access::ReadWrite)), "DiskFull"_ba);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"ballast"_s});
    // What was empty before is somebody's own.
    QFile(folder.filePath(u"ballast"_s)).resize(0);
    QVERIFY(QFile(folder.filePath(u"empty.db"_s)).open(QIODevice::WriteOnly));
    disk.fill();
    QCOMPARE(codeOf(Store::open(folder.filePath(u"empty.db"_s), Store::Access::ReadWrite)), "DiskFull"_ba);
    QVERIFY(QFile::exists(folder.filePath(u"empty.db"_s)));
}

void TestNoRoom::failingWritesChangeNothing()
{
    const QTemporaryDir folder;
    const auto opened = Store::open(folder.filePath(u"library.db"_s), Store::Access::ReadWrite);
    QVERIFY2(opened, why(opened).constData());
    Store &store = **opened;
    const EpisodeId id = *store.insertEpisode(makeEpisode(u"read"_s));
    std::vector<Highlight> kept;
    // No file may grow beyond a limit: writing fails in the middle, and not for want of room.
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit narrow = before;
    narrow.rlim_cur = 400'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &narrow), 0);
    QByteArray code;
    fill(store, id, kept, code);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    QCOMPARE(code, "WriteFailed"_ba);
    verifyStill(store, id, kept);
    const Highlight highlight = makeHighlight(id, 7, 9, u"works again"_s);
    const auto applied = store.apply(notes::added(highlight));
    QVERIFY2(applied, why(applied).constData());
    kept.push_back(highlight);
    verifyStill(store, id, kept);
}

void TestNoRoom::busyLibraryIsSaidToBeBusy()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"library.db"_s);
    const auto opened = Store::open(path, Store::Access::ReadWrite);
    QVERIFY2(opened, why(opened).constData());
    const EpisodeId id = *(*opened)->insertEpisode(makeEpisode(u"read"_s));
    pragma("PRAGMA busy_timeout = 50"); // the five seconds would only be waited for
    auto other = store::Connection::open(path, store::Connection::Mode::ReadWrite);
    QVERIFY(other);
    QVERIFY(other->execute("BEGIN IMMEDIATE"));
    const Highlight highlight = makeHighlight(id, 7, 9);
    QCOMPARE(codeOf((*opened)->apply(notes::added(highlight))), "LibraryBusy"_ba);
    // Reading does not wait for a writer.
    QCOMPARE((*opened)->highlights(id)->size(), size_t(0));
    QVERIFY(other->execute("COMMIT"));
    QCOMPARE(codeOf((*opened)->apply(notes::added(highlight))), "none"_ba);
}

QTEST_GUILESS_MAIN(TestNoRoom)
#include "noroom_test.moc"
