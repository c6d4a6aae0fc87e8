// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/samplelibrary.h"

#include <QTemporaryDir>
#include <QTest>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using store::Store;

// The outlines of recordings, by what the files hold.
class TestPeaksInStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void peaksComeBackByTheirPrint();
    void twoEpisodesShareThePeaksOfOneRecording();
    void peaksThatNobodyHasAreRemoved();
    void wrongRequestsAreRefused();
    void aLibraryWithPeaksHasNoProblems();

private:
    EpisodeId addEpisode(const QString &name) { return *m_store->insertEpisode(makeEpisode(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    const QByteArray m_print = QByteArray(32, 'a');
    const QByteArray m_other = QByteArray(32, 'b');
    const QByteArray m_levels = QByteArray("\0\1\377 outline\0", 12);
};

void TestPeaksInStore::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = Store::open(m_folder->filePath(u"library.db"_s), Store::Access::ReadWrite);
    QVERIFY2(store, why(store).constData());
    m_store = *std::move(store);
}

void TestPeaksInStore::peaksComeBackByTheirPrint()
{
    const EpisodeId id = addEpisode(u"one"_s);
    QCOMPARE(*m_store->peaks(m_print), std::optional<QByteArray>());
    QCOMPARE(*m_store->peaksPrint(id), QByteArray());
    const auto stored = m_store->storePeaks(id, m_print, m_levels);
    QVERIFY2(stored, why(stored).constData());
    QCOMPARE(*m_store->peaks(m_print), std::optional(m_levels));
    QCOMPARE(*m_store->peaksPrint(id), m_print);
    QCOMPARE(*m_store->peaks(m_other), std::optional<QByteArray>());
    // Of a recording without a sample there is an outline too.
    QVERIFY(m_store->storePeaks(id, m_other, {}));
    QCOMPARE(*m_store->peaks(m_other), std::optional(QByteArray()));
}

void TestPeaksInStore::twoEpisodesShareThePeaksOfOneRecording()
{
    const EpisodeId one = addEpisode(u"one"_s);
    const EpisodeId two = addEpisode(u"two"_s);
    QVERIFY(m_store->storePeaks(one, m_print, m_levels));
    QVERIFY(m_store->storePeaks(two, m_print, m_levels));
    QVERIFY(m_store->removeEpisode(one));
    QCOMPARE(*m_store->peaks(m_print), std::optional(m_levels));
    QVERIFY(m_store->removeEpisode(two));
    QCOMPARE(*m_store->peaks(m_print), std::optional<QByteArray>());
}

void TestPeaksInStore::peaksThatNobodyHasAreRemoved()
{
    const EpisodeId id = addEpisode(u"one"_s);
    QVERIFY(m_store->storePeaks(id, m_print, m_levels));
    QVERIFY(m_store->storePeaks(id, m_other, m_levels));
    QCOMPARE(*m_store->peaksPrint(id), m_other);
    QCOMPARE(*m_store->peaks(m_print), std::optional<QByteArray>());
    QCOMPARE(*m_store->peaks(m_other), std::optional(m_levels));
}

void TestPeaksInStore::wrongRequestsAreRefused()
{
    const EpisodeId id = addEpisode(u"one"_s);
    QCOMPARE(codeOf(m_store->storePeaks(id, "short"_ba, m_levels)), "InvalidArgument"_ba);
    QCOMPARE(codeOf(m_store->storePeaks({77}, m_print, m_levels)), "EpisodeUnknown"_ba);
    QCOMPARE(*m_store->peaks(m_print), std::optional<QByteArray>());
}

void TestPeaksInStore::aLibraryWithPeaksHasNoProblems()
{
    const EpisodeId id = addEpisode(u"one"_s);
    QVERIFY(m_store->storePeaks(id, m_print, m_levels));
    QVERIFY(m_store->problems()->empty());
}

QTEST_GUILESS_MAIN(TestPeaksInStore)
#include "peaks_test.moc"
