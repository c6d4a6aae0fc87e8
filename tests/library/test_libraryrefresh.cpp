// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"
#include "library/episodesession.h"
#include "library/libraryservice.h"

#include <QSignalSpy>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using library::EpisodeSession;
using library::LibraryService;
using notes::Mark;

// What another program does to the library while a window has it open.
class LibraryRefreshTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingIsToldWhenNothingChanged();
    void aNewEpisodeIsListed();
    void highlightsOfOthersAppear();
    void whatIsNotSavedYetIsLeftAlone();
    void newTimesAndAudioAreTaken();
    void aRemovedEpisodeIsTold();

private:
    std::optional<Workshop> m_workshop;
    EpisodeId m_id;
    std::unique_ptr<LibraryService> m_service;
    std::unique_ptr<EpisodeSession> m_session;
};

void LibraryRefreshTest::init()
{
    m_workshop.emplace();
    m_id = m_workshop->importText(someWords(50));
    m_service = std::make_unique<LibraryService>(m_workshop->libraryPath());
    QSignalSpy opened(m_service.get(), &LibraryService::episodeOpened);
    connect(m_service.get(), &LibraryService::episodeOpened, this,
            [this](const std::shared_ptr<const library::OpenEpisode> &open) {
                m_session = std::make_unique<EpisodeSession>(open, *m_service);
            });
    m_service->openEpisode(m_id);
    QTRY_COMPARE(opened.size(), 1);
}

void LibraryRefreshTest::cleanup()
{
    allowWrites();
    m_session.reset();
    m_service.reset();
    m_workshop.reset();
}

void LibraryRefreshTest::nothingIsToldWhenNothingChanged()
{
    QSignalSpy changed(m_service.get(), &LibraryService::libraryChanged);
    QSignalSpy listed(m_service.get(), &LibraryService::episodesListed);
    // What was written here is no news.
    m_session->toggleHighlight({2, 4}, Mark::One);
    QTRY_VERIFY(!m_session->hasUnsavedEdits());
    for (int i = 0; i < 3; ++i)
        m_service->refreshIfChanged();
    m_service->listEpisodes();
    QTRY_COMPARE(listed.size(), 1);
    QTest::qWait(50);
    QCOMPARE(listed.size(), 1);
    QCOMPARE(changed.size(), 0);
}

void LibraryRefreshTest::aNewEpisodeIsListed()
{
    QSignalSpy changed(m_service.get(), &LibraryService::libraryChanged);
    size_t count = 0;
    connect(m_service.get(), &LibraryService::episodesListed, this,
            [&](const std::vector<store::Episode> &episodes) { count = episodes.size(); });
    QVERIFY(m_workshop->importText("something else").isValid());
    m_service->refreshIfChanged();
    QTRY_COMPARE(count, size_t(2));
    QCOMPARE(changed.size(), 1);
    m_service->refreshIfChanged(); // told once
    m_service->listEpisodes();
    QTest::qWait(50);
    QCOMPARE(changed.size(), 1);
}

void LibraryRefreshTest::highlightsOfOthersAppear()
{
    const HighlightId mine = m_session->toggleHighlight({2, 4}, Mark::One);
    QTRY_VERIFY(!m_session->hasUnsavedEdits());
    QSignalSpy added(m_session.get(), &EpisodeSession::highlightAdded);
    QSignalSpy removed(m_session.get(), &EpisodeSession::highlightRemoved);
    const auto theirs = library::addHighlight(*m_workshop->openStore(), m_id, {10, 12}, u"theirs"_s);
    m_service->refreshIfChanged();
    QTRY_COMPARE(added.size(), 1);
    QCOMPARE(m_session->find(theirs->id)->note, u"theirs"_s);
    QVERIFY(m_session->find(mine));
    QVERIFY(m_workshop->openStore()->apply(notes::removed(*theirs)));
    m_service->refreshIfChanged();
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(m_session->highlights(), m_workshop->savedHighlights(m_id));
}

void LibraryRefreshTest::whatIsNotSavedYetIsLeftAlone()
{
    const HighlightId mine = m_session->toggleHighlight({2, 4}, Mark::One);
    QTRY_VERIFY(!m_session->hasUnsavedEdits());
    QVERIFY(library::addHighlight(*m_workshop->openStore(), m_id, {10, 12}, u"theirs"_s));
    refuseWrites();
    m_session->setNote(mine, u"typed, and not to be lost"_s);
    QTRY_VERIFY(m_session->isUnsaved(mine));
    QSignalSpy read(m_service.get(), &LibraryService::highlightsRead);
    m_service->refreshIfChanged();
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(m_session->find(mine)->note, u"typed, and not to be lost"_s);
    QCOMPARE(m_session->highlights().size(), size_t(2));
    allowWrites();
    m_session->retryUnsaved();
    QTRY_VERIFY(!m_session->hasUnsavedEdits());
    QCOMPARE(m_session->highlights(), m_workshop->savedHighlights(m_id));
}

void LibraryRefreshTest::newTimesAndAudioAreTaken()
{
    transcript::Timings timings = m_session->timings();
    for (transcript::WordTiming &timing : timings)
        timing.origin = transcript::TimingOrigin::Aligned;
    QSignalSpy retimed(m_session.get(), &EpisodeSession::timingsChanged);
    QSignalSpy moved(m_session.get(), &EpisodeSession::audioChanged);
    QVERIFY(m_workshop->openStore()->replaceAudio(m_id, {u"/elsewhere.mp3"_s, MediaTime(77000), 0, {}}, timings));
    m_service->refreshIfChanged();
    QTRY_COMPARE(retimed.size(), 1);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(m_session->timings(), timings);
    QCOMPARE(m_session->episode().audioPath, u"/elsewhere.mp3"_s);
    QCOMPARE(m_session->episode().duration, MediaTime(77000));
}

void LibraryRefreshTest::aRemovedEpisodeIsTold()
{
    QSignalSpy failed(m_service.get(), &LibraryService::readFailed);
    QVERIFY(m_workshop->openStore()->removeEpisode(m_id));
    m_service->refreshIfChanged();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<EpisodeId>(), m_id);
    QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::EpisodeUnknown);
}

QTEST_GUILESS_MAIN(LibraryRefreshTest)
#include "test_libraryrefresh.moc"
