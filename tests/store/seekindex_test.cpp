// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/samplelibrary.h"
#include "store/statement.h"

#include <QTemporaryDir>
#include <QTest>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using audio::SeekIndex;
using store::Store;

// Where in its audio file an episode can be gone to at once.
class TestSeekIndexInStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void anIndexComesBack_data();
    void anIndexComesBack();
    void itComesWithTheEpisodeAndItsAudio();
    void itGoesWithTheEpisode();
    void unsoundOnesAreRefused();
    void whatCannotBeReadCountsAsNone_data();
    void whatCannotBeReadCountsAsNone();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    EpisodeId m_id;
};

namespace {

const SeekIndex threePlaces{9000, 14112000, {{417, 0}, {1000, 28224000}, {8999, 28224001}}};

} // namespace

void TestSeekIndexInStore::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = *Store::open(m_folder->filePath(u"library.db"_s), Store::Access::ReadWrite);
    m_id = *m_store->insertEpisode(makeEpisode(u"one"_s));
}

void TestSeekIndexInStore::anIndexComesBack_data()
{
    QTest::addColumn<SeekIndex>("stored");
    QTest::addRow("three places") << threePlaces;
    QTest::addRow("none needed") << SeekIndex{77, 0, {}};
    QTest::addRow("of a huge file") << SeekIndex{qint64(1) << 61, 1, {{0, 5}, {qint64(1) << 60, qint64(1) << 60}}};
    SeekIndex hours{1'000'000'000, 14112000, {}};
    for (qint64 i = 0; i < 18000; ++i)
        hours.points.push_back({127 + i * 16001, i * 28237824});
    QTest::addRow("of ten hours") << hours;
}

void TestSeekIndexInStore::anIndexComesBack()
{
    QFETCH(SeekIndex, stored);
    QVERIFY(*m_store->seekIndex(m_id) == SeekIndex());
    QCOMPARE(codeOf(m_store->storeSeekIndex(m_id, stored)), "none"_ba);
    QVERIFY(*m_store->seekIndex(m_id) == stored);
    QVERIFY(m_store->problems()->empty());
    QVERIFY(m_store->storeSeekIndex(m_id, {}));
    QVERIFY(*m_store->seekIndex(m_id) == SeekIndex());
}

void TestSeekIndexInStore::itComesWithTheEpisodeAndItsAudio()
{
    store::NewEpisode fresh = makeEpisode(u"two"_s);
    fresh.seekIndex = threePlaces;
    const EpisodeId id = *m_store->insertEpisode(fresh);
    QVERIFY(*m_store->seekIndex(id) == threePlaces);
    QVERIFY(*m_store->seekIndex(m_id) == SeekIndex());
    const SeekIndex other{5, 0, {}};
    QVERIFY(m_store->describeAudio(id, {fresh.episode.audioPath, MediaTime(1), 5, {}, other}));
    QVERIFY(*m_store->seekIndex(id) == other);
    QVERIFY(m_store->replaceAudio(id, {u"/other.mp3"_s, MediaTime(1), 5, {}, threePlaces}, fresh.timings));
    QVERIFY(*m_store->seekIndex(id) == threePlaces);
    QVERIFY(m_store->replaceAudio(id, {u"/third.mp3"_s, MediaTime(1), 5, {}}, fresh.timings));
    QVERIFY(*m_store->seekIndex(id) == SeekIndex());
}

void TestSeekIndexInStore::itGoesWithTheEpisode()
{
    QVERIFY(m_store->storeSeekIndex(m_id, threePlaces));
    QVERIFY(m_store->removeEpisode(m_id));
    QVERIFY(m_store->problems()->empty());
    QCOMPARE(codeOf(m_store->seekIndex(m_id)), "EpisodeUnknown"_ba);
    QCOMPARE(codeOf(m_store->storeSeekIndex(m_id, threePlaces)), "EpisodeUnknown"_ba);
}

void TestSeekIndexInStore::unsoundOnesAreRefused()
{
    QVERIFY(m_store->storeSeekIndex(m_id, threePlaces));
    SeekIndex backwards = threePlaces;
    std::swap(backwards.points[0], backwards.points[1]);
    QCOMPARE(codeOf(m_store->storeSeekIndex(m_id, backwards)), "InvalidArgument"_ba);
    QVERIFY(*m_store->seekIndex(m_id) == threePlaces);
    store::NewEpisode fresh = makeEpisode(u"two"_s);
    fresh.seekIndex = backwards;
    QCOMPARE(codeOf(m_store->insertEpisode(fresh)), "InvalidArgument"_ba);
}

void TestSeekIndexInStore::whatCannotBeReadCountsAsNone_data()
{
    QTest::addColumn<QByteArray>("points");
    QTest::addRow("cut off within a number") << "05ff"_ba;
    QTest::addRow("half a point") << "050501"_ba;
    QTest::addRow("a number without an end") << "ffffffffffffffffffffffff"_ba;
    QTest::addRow("beyond all bounds") << "ffffffffffffffff7fffffffffffffffff7fffffffffffffffff7fffffffffffffffff7f"_ba;
    QTest::addRow("twice the same place") << "05050000"_ba;
    QTest::addRow("behind the file's end") << "ffff0301"_ba;
}

void TestSeekIndexInStore::whatCannotBeReadCountsAsNone()
{
    QFETCH(QByteArray, points);
    QVERIFY(m_store->storeSeekIndex(m_id, threePlaces));
    {
        auto other = *store::Connection::open(m_store->path(), store::Connection::Mode::ReadWrite);
        QVERIFY(other.execute(("UPDATE seek_index SET points = x'" + points + "'").constData()));
    }
    const auto read = m_store->seekIndex(m_id);
    QVERIFY2(read, why(read).constData());
    QVERIFY(*read == SeekIndex());
}

QTEST_GUILESS_MAIN(TestSeekIndexInStore)
#include "seekindex_test.moc"
