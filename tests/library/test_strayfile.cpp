// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"
#include "library/episodesession.h"
#include "library/libraryservice.h"

#include <QDir>
#include <QSignalSpy>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using library::EpisodeSession;
using library::LibraryService;
using notes::Mark;

// What becomes of a library whose file other programs take away while a window has it open.
class StrayFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aDeletedFileIsWrittenAgain_data();
    void aDeletedFileIsWrittenAgain();
    void whatIsMarkedAfterwardsIsSaved();
    void closingLooksForTheFile();
    void whereItCannotBeWrittenNothingIsConfirmed();
    void aMovedFileLeavesAWholeOneBehind();
    void anotherFileIsLeftAlone();
    void theOldLogStaysOutOfTheNewFile();
    void anotherProgramMakesANewLibraryInItsPlace();

private:
    [[nodiscard]] QString path() const { return m_workshop->libraryPath(); }
    // As when a person deletes it: with its log, or without knowing of that.
    void removeFile(bool logToo) const
    {
        QVERIFY(QFile::remove(path()));
        for (const QString &suffix : {u"-wal"_s, u"-shm"_s}) {
            if (logToo)
                QVERIFY(QFile::remove(path() + suffix));
        }
    }
    HighlightId mark(transcript::TokenIndex first)
    {
        const HighlightId id = m_session->toggleHighlight({first, first + 1}, Mark::One);
        return QTest::qWaitFor([this] { return !m_session->hasUnsavedEdits(); }) ? id : HighlightId{};
    }
    [[nodiscard]] QStringList keptFiles() const
    {
        return QDir(QFileInfo(path()).path()).entryList({u"library-kept-*.db"_s}, QDir::Files);
    }

    std::optional<Workshop> m_workshop;
    EpisodeId m_id;
    std::unique_ptr<LibraryService> m_service;
    std::unique_ptr<EpisodeSession> m_session;
};

void StrayFileTest::init()
{
    m_workshop.emplace();
    m_id = m_workshop->importText(someWords(50));
    m_service = std::make_unique<LibraryService>(path());
    connect(m_service.get(), &LibraryService::episodeOpened, this,
            [this](const std::shared_ptr<const library::OpenEpisode> &open) {
                m_session = std::make_unique<EpisodeSession>(open, *m_service);
            });
    m_service->openEpisode(m_id);
    QTRY_VERIFY(m_session);
    QVERIFY(mark(2).isValid());
}

void StrayFileTest::cleanup()
{
    m_session.reset();
    m_service.reset();
    m_workshop.reset();
}

void StrayFileTest::aDeletedFileIsWrittenAgain_data()
{
    QTest::addColumn<bool>("logToo");
    QTest::newRow("the file alone") << false;
    QTest::newRow("with its log") << true;
}

void StrayFileTest::aDeletedFileIsWrittenAgain()
{
    QFETCH(const bool, logToo);
    const QSignalSpy putBack(m_service.get(), &LibraryService::libraryPutBack);
    const QSignalSpy failed(m_service.get(), &LibraryService::libraryFailed);
    const std::vector<notes::Highlight> shown = m_session->highlights();
    removeFile(logToo);
    m_service->refreshIfChanged(); // nothing is asked for but that
    QTRY_COMPARE(putBack.size(), 1);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(m_workshop->savedHighlights(m_id), shown);
    const auto problems = m_workshop->openStore()->problems();
    QVERIFY(problems && problems->empty());
    QVERIFY(keptFiles().isEmpty());
    m_service->refreshIfChanged(); // told once
    m_service->listEpisodes();
    QTest::qWait(50);
    QCOMPARE(putBack.size(), 1);
}

void StrayFileTest::whatIsMarkedAfterwardsIsSaved()
{
    for (int round = 0; round < 3; ++round) {
        removeFile(round % 2 == 0);
        QVERIFY(mark(10 + 3 * round).isValid());
        QCOMPARE(m_workshop->savedHighlights(m_id), m_session->highlights());
    }
    QCOMPARE(m_session->highlights().size(), size_t(4));
}

void StrayFileTest::closingLooksForTheFile()
{
    const std::vector<notes::Highlight> shown = m_session->highlights();
    m_session.reset();
    removeFile(true);
    m_service.reset();
    QCOMPARE(m_workshop->savedHighlights(m_id), shown);
}

void StrayFileTest::whereItCannotBeWrittenNothingIsConfirmed()
{
    const QSignalSpy saved(m_service.get(), &LibraryService::editSaved);
    const QSignalSpy failed(m_service.get(), &LibraryService::editFailed);
    removeFile(true);
    const QString obstacle = path() + u".part"_s;
    QVERIFY(QDir().mkdir(obstacle));
    const HighlightId id = m_session->toggleHighlight({20, 22}, Mark::One);
    m_session->setNote(id, u"typed meanwhile"_s);
    QTRY_VERIFY(m_session->isUnsaved(id));
    QCOMPARE(saved.size(), 0);
    QVERIFY(failed.size() > 0);
    QVERIFY(!QFileInfo::exists(path()));
    QVERIFY(QDir().rmdir(obstacle));
    m_session->retryUnsaved();
    QTRY_VERIFY(!m_session->hasUnsavedEdits());
    QCOMPARE(m_workshop->savedHighlights(m_id), m_session->highlights());
}

void StrayFileTest::aMovedFileLeavesAWholeOneBehind()
{
    QVERIFY(QFile::rename(path(), m_workshop->path(u"elsewhere.db"_s)));
    QVERIFY(mark(10).isValid());
    QCOMPARE(m_workshop->savedHighlights(m_id).size(), size_t(2));
}

void StrayFileTest::anotherFileIsLeftAlone()
{
    const Workshop other;
    const EpisodeId theirs = other.importText("quite another text");
    QVERIFY(library::addHighlight(*other.openStore(), theirs, {0, 1}, u"theirs"_s));
    const std::vector<notes::Highlight> before = other.savedHighlights(theirs);
    const std::vector<notes::Highlight> shown = m_session->highlights();

    // The same number of an episode, so that a mark could land in the wrong one.
    QCOMPARE(theirs, m_id);
    removeFile(true);
    QVERIFY(QFile::copy(other.libraryPath(), path()));
    const QSignalSpy failed(m_service.get(), &LibraryService::libraryFailed);
    const QSignalSpy refused(m_service.get(), &LibraryService::editFailed);
    m_session->toggleHighlight({0, 1}, Mark::Two);
    QTRY_COMPARE(refused.size(), 1);
    const auto error = refused.at(0).at(1).value<Error>();
    QCOMPARE(errorName(error.code), "LibraryReplaced");
    QCOMPARE(failed.size(), 1);
    QCOMPARE(m_session->highlights(), shown);
    QCOMPARE(m_workshop->savedHighlights(m_id), before);

    QCOMPARE(keptFiles().size(), 1);
    QCOMPARE(error.subject, m_workshop->path(keptFiles().constFirst()));
    const auto kept = store::Store::open(error.subject, store::Store::Access::ReadOnly);
    QVERIFY(kept);
    QCOMPARE((*kept)->highlights(m_id).value(), shown);

    // And so it stays, without a copy for each request.
    m_session->toggleHighlight({3, 4}, Mark::Two);
    QTRY_COMPARE(refused.size(), 2);
    QCOMPARE(keptFiles().size(), 1);
}

void StrayFileTest::theOldLogStaysOutOfTheNewFile()
{
    const Workshop other;
    const EpisodeId theirs = other.importText("quite another text");
    removeFile(false); // the log stays behind
    QVERIFY(QFile::copy(other.libraryPath(), path()));
    const QSignalSpy failed(m_service.get(), &LibraryService::libraryFailed);
    m_service->refreshIfChanged();
    QTRY_COMPARE(failed.size(), 1);
    m_session.reset();
    m_service.reset();
    const std::unique_ptr<store::Store> store = m_workshop->openStore();
    const auto problems = store->problems();
    QVERIFY(problems && problems->empty());
    QCOMPARE(store->episode(theirs)->title, other.openStore()->episode(theirs)->title);
}

void StrayFileTest::anotherProgramMakesANewLibraryInItsPlace()
{
    QVERIFY(QFile::rename(path(), m_workshop->path(u"elsewhere.db"_s)));
    const auto fresh = store::Store::open(path(), store::Store::Access::ReadWrite);
    QVERIFY2(fresh, fresh ? "" : qPrintable(fresh.error().detail));
    QVERIFY((*fresh)->episodes().value().empty());
    QVERIFY((*fresh)->problems().value().empty());
    // The window notices, and nothing of its own gets lost.
    const QSignalSpy failed(m_service.get(), &LibraryService::libraryFailed);
    m_service->refreshIfChanged();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(keptFiles().size(), 1);
}

QTEST_GUILESS_MAIN(StrayFileTest)
#include "test_strayfile.moc"
