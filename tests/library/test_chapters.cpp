// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/wavfile.h"
#include "fixtures.h"
#include "library/episodesession.h"
#include "library/import.h"
#include "library/libraryservice.h"

#include <QSignalSpy>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using library::EpisodeSession;
using library::LibraryService;

using Chapters = std::vector<audio::Chapter>;

// From the file to the window.
class ChaptersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void importBringsThem();
    void anotherAudioBringsOthers();
    void whatAnOlderVersionImportedIsReadOnce();
    void thoseLaidBesideItLaterAreReadOnOpening();
    void anotherRecordingUnderTheNameIsLeftAlone();
    void placesToSeekToComeWithTheAudio();
    void placesToSeekToAreFoundForWhatAnOlderVersionImported();

private:
    void openSession(LibraryService &service);
    [[nodiscard]] Chapters stored() const { return *m_workshop->openStore()->chapters(m_id); }

    std::unique_ptr<Workshop> m_workshop;
    std::unique_ptr<EpisodeSession> m_session;
    EpisodeId m_id;
};

namespace {

const Chapters two{{MediaTime(0), MediaTime(500), u"Über uns"_s}, {MediaTime(500), MediaTime(1000), u"The rest"_s}};

} // namespace

void ChaptersTest::init()
{
    m_session.reset();
    m_workshop = std::make_unique<Workshop>();
    m_workshop->write(u"tone.chapters.json"_s, R"({"chapters":[{"startTime":0,"title":"Über uns"},
                                                   {"startTime":0.5,"title":"The rest"}]})");
    library::ImportRequest request;
    request.audioFile = m_workshop->writeTone(u"tone.wav"_s);
    request.transcriptFile = m_workshop->write(u"tone.txt"_s, "one two three four five six seven\n");
    const auto imported = library::importEpisode(*m_workshop->openStore(), request);
    QCOMPARE(codeOf(imported), "none");
    m_id = imported->id;
}

void ChaptersTest::openSession(LibraryService &service)
{
    m_session.reset();
    service.disconnect(this);
    connect(&service, &LibraryService::episodeOpened, this,
            [&](const auto &open) { m_session = std::make_unique<EpisodeSession>(open, service); });
    service.openEpisode(m_id);
    QTRY_VERIFY(m_session);
}

void ChaptersTest::importBringsThem()
{
    QVERIFY(stored() == two);
    QCOMPARE(m_workshop->openStore()->episode(m_id)->audioBytes, QFileInfo(m_workshop->path(u"tone.wav"_s)).size());
    LibraryService service(m_workshop->libraryPath());
    openSession(service);
    QVERIFY(m_session->chapters() == two);
    m_session.reset();
}

void ChaptersTest::anotherAudioBringsOthers()
{
    LibraryService service(m_workshop->libraryPath());
    openSession(service);
    QSignalSpy changed(m_session.get(), &EpisodeSession::chaptersChanged);
    service.setAudio(m_id, m_workshop->writeTone(u"other.wav"_s));
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(m_session->chapters().empty());
    QVERIFY(stored().empty());
    m_session.reset();
}

void ChaptersTest::whatAnOlderVersionImportedIsReadOnce()
{
    const QString path = m_workshop->path(u"tone.wav"_s);
    QVERIFY(m_workshop->openStore()->describeAudio(m_id, {path, MediaTime(0), 0, {}}));
    LibraryService service(m_workshop->libraryPath());
    openSession(service);
    QTRY_VERIFY(m_session->chapters() == two);
    QVERIFY(stored() == two);
    QCOMPARE(m_workshop->openStore()->episode(m_id)->duration, MediaTime(1000));
    // And not again: the file beside it is gone, but they stay.
    QVERIFY(QFile::remove(m_workshop->path(u"tone.chapters.json"_s)));
    QSignalSpy described(&service, &LibraryService::audioDescribed);
    openSession(service);
    QTest::qWait(200);
    QCOMPARE(described.size(), 0);
    QVERIFY(m_session->chapters() == two);
    m_session.reset();
}

void ChaptersTest::thoseLaidBesideItLaterAreReadOnOpening()
{
    const Chapters one{{MediaTime(250), MediaTime(1000), u"All of it"_s}};
    const QString json = m_workshop->write(u"tone.chapters.json"_s, R"({"chapters":[{"startTime":0.25,
                                                                        "title":"All of it"}]})");
    LibraryService service(m_workshop->libraryPath());
    openSession(service);
    const audio::SeekIndex index = *m_workshop->openStore()->seekIndex(m_id);
    QVERIFY(index.bytes > 0);
    QTRY_VERIFY(m_session->chapters() == one);
    QVERIFY(stored() == one);
    QVERIFY(*m_workshop->openStore()->seekIndex(m_id) == index);
    // One that cannot be read, and one without any, take nothing away.
    QSignalSpy described(&service, &LibraryService::audioDescribed);
    for (const char *bytes : {"[", R"({"chapters":[]})"}) {
        QVERIFY(QFile::remove(json));
        m_workshop->write(u"tone.chapters.json"_s, bytes);
        openSession(service);
        QTest::qWait(200);
        QVERIFY(m_session->chapters() == one);
    }
    QCOMPARE(described.size(), 0);
    m_session.reset();
}

void ChaptersTest::anotherRecordingUnderTheNameIsLeftAlone()
{
    const QString path = m_workshop->path(u"tone.wav"_s);
    QVERIFY(m_workshop->openStore()->describeAudio(m_id, {path, MediaTime(100000), 5, {}}));
    LibraryService service(m_workshop->libraryPath());
    openSession(service);
    QTest::qWait(300);
    QVERIFY(stored().empty());
    QCOMPARE(m_workshop->openStore()->episode(m_id)->audioBytes, 5);
    m_session.reset();
}

void ChaptersTest::placesToSeekToComeWithTheAudio()
{
    QCOMPARE(m_workshop->openStore()->seekIndex(m_id)->bytes, QFileInfo(m_workshop->path(u"tone.wav"_s)).size());
    LibraryService service(m_workshop->libraryPath());
    openSession(service);
    QVERIFY(m_session->seekIndex());
    QVERIFY(*m_session->seekIndex() == *m_workshop->openStore()->seekIndex(m_id));
    const QString other = m_workshop->path(u"other.wav"_s);
    QVERIFY(audio::writeWav(other, std::vector<qint16>(8000, 100), 16000, 1));
    QSignalSpy changed(m_session.get(), &EpisodeSession::audioChanged);
    service.setAudio(m_id, other);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_session->seekIndex()->bytes, QFileInfo(other).size());
    QCOMPARE(m_workshop->openStore()->seekIndex(m_id)->bytes, QFileInfo(other).size());
    m_session.reset();
}

// And nothing else is read anew then: the chapters were, whatever lies beside the audio now.
void ChaptersTest::placesToSeekToAreFoundForWhatAnOlderVersionImported()
{
    QVERIFY(m_workshop->openStore()->storeSeekIndex(m_id, {}));
    QVERIFY(QFile::remove(m_workshop->path(u"tone.chapters.json"_s)));
    LibraryService service(m_workshop->libraryPath());
    openSession(service);
    QTRY_COMPARE(m_workshop->openStore()->seekIndex(m_id)->bytes, QFileInfo(m_workshop->path(u"tone.wav"_s)).size());
    QVERIFY(stored() == two);
    m_session.reset();
}

QTEST_GUILESS_MAIN(ChaptersTest)
#include "test_chapters.moc"
