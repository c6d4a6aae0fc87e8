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
using library::AudioChange;
using library::EpisodeSession;
using library::LibraryService;

// The episode's audio is somewhere else now.
class RelocationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengthsDiffer_data();
    void lengthsDiffer();
    void sizeGoesWithItsLength();
    void movedAudioIsFoundAgain();
    void estimatesFollowTheNewLength();
    void knownTimesStayAndAnotherLengthIsTold();
    void theWholeFileTakesTheStumpsPlace();
    void audioThatCameLaterIsTaken();
    void whatIsNoAudioIsRefused_data();
    void whatIsNoAudioIsRefused();
};

namespace {

QString writeSilence(const Workshop &workshop, const QString &name, int seconds)
{
    const std::vector<qint16> samples(size_t(seconds) * 8000);
    if (!audio::writeWav(workshop.path(name), samples, 8000, 1))
        qFatal("the test's own audio cannot be written");
    return workshop.path(name);
}

EpisodeId import(const Workshop &workshop, const QString &audio)
{
    library::ImportRequest request;
    request.audioFile = audio;
    request.transcriptFile = workshop.write(u"a.txt"_s, "hello there old friend of mine");
    const auto imported = library::importEpisode(*workshop.openStore(), request);
    return imported ? imported->id : EpisodeId{};
}

// As an alignment would leave them.
transcript::Timings heard(const Workshop &workshop, EpisodeId id, MediaTime duration)
{
    auto timings = *workshop.openStore()->timings(id);
    for (transcript::WordTiming &timing : timings)
        timing.origin = transcript::TimingOrigin::Aligned;
    (void)workshop.openStore()->replaceTimings(id, timings, duration);
    return timings;
}

// The service's answer; an empty path where it refused.
AudioChange setAudio(LibraryService &service, EpisodeId id, const QString &path)
{
    QSignalSpy set(&service, &LibraryService::audioSet);
    QSignalSpy refused(&service, &LibraryService::setAudioFailed);
    service.setAudio(id, path);
    (void)QTest::qWaitFor([&] { return set.size() + refused.size() > 0; }, 10000);
    return set.isEmpty() ? AudioChange{} : set[0][1].value<AudioChange>();
}

} // namespace

void RelocationTest::lengthsDiffer_data()
{
    QTest::addColumn<int>("a"); // seconds
    QTest::addColumn<int>("b");
    QTest::addColumn<bool>("differ");
    QTest::newRow("the same") << 3600 << 3600 << false;
    QTest::newRow("a header's word for it") << 3600 << 3620 << false;
    QTest::newRow("an advertisement more") << 1800 << 1860 << true;
    QTest::newRow("a short one") << 20 << 28 << false;
    QTest::newRow("unknown before") << 0 << 3600 << false;
    QTest::newRow("unknown now") << 3600 << 0 << false;
}

void RelocationTest::lengthsDiffer()
{
    QFETCH(int, a);
    QFETCH(int, b);
    using std::chrono::seconds;
    QTEST(library::differsInLength(seconds(a), seconds(b)), "differ");
    QTEST(library::differsInLength(seconds(b), seconds(a)), "differ");
}

// A length that is another file's must not be taken for this one's.
void RelocationTest::sizeGoesWithItsLength()
{
    audio::AudioInfo audio;
    audio.duration = std::chrono::seconds(100);
    audio.bytes = 1234;
    QCOMPARE(library::sizeWith(MediaTime(100900), audio), 1234);
    QCOMPARE(library::sizeWith(MediaTime(99100), audio), 1234);
    QCOMPARE(library::sizeWith(MediaTime(98000), audio), 0);
    QCOMPARE(library::sizeWith(MediaTime(105000), audio), 0);
}

void RelocationTest::movedAudioIsFoundAgain()
{
    const Workshop workshop;
    const QString old = writeSilence(workshop, u"old.wav"_s, 20);
    const EpisodeId id = import(workshop, old);
    const QString moved = workshop.path(u"moved ü.wav"_s);
    QVERIFY(QFile::rename(old, moved));
    LibraryService service(workshop.libraryPath());
    EpisodeSession session(
        std::make_shared<const library::OpenEpisode>(*library::openEpisode(*workshop.openStore(), id)), service);
    QSignalSpy changed(&session, &EpisodeSession::audioChanged);
    const AudioChange change = setAudio(service, id, moved);
    QCOMPARE(change.audioPath, moved);
    QVERIFY(!change.hasOtherLength && change.needsAlignment);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(session.episode().audioPath, moved);
    QCOMPARE(workshop.openStore()->episode(id)->audioPath, moved);
}

void RelocationTest::estimatesFollowTheNewLength()
{
    const Workshop workshop;
    const EpisodeId id = import(workshop, writeSilence(workshop, u"short.wav"_s, 5));
    LibraryService service(workshop.libraryPath());
    EpisodeSession session(
        std::make_shared<const library::OpenEpisode>(*library::openEpisode(*workshop.openStore(), id)), service);
    QSignalSpy retimed(&session, &EpisodeSession::timingsChanged);
    const AudioChange change = setAudio(service, id, writeSilence(workshop, u"long.wav"_s, 50));
    QVERIFY(change.hasOtherLength);
    QCOMPARE(change.duration, MediaTime(50000));
    QTRY_COMPARE(retimed.size(), 1);
    QCOMPARE(session.episode().duration, MediaTime(50000));
    QVERIFY(session.timings().back().end > MediaTime(25000));
    QCOMPARE(session.timings(), *workshop.openStore()->timings(id));
    QCOMPARE(workshop.openStore()->episode(id)->duration, MediaTime(50000));
}

void RelocationTest::knownTimesStayAndAnotherLengthIsTold()
{
    const Workshop workshop;
    const EpisodeId id = import(workshop, writeSilence(workshop, u"a.wav"_s, 20));
    const transcript::Timings timings = heard(workshop, id, MediaTime(20400));
    LibraryService service(workshop.libraryPath());
    AudioChange change = setAudio(service, id, writeSilence(workshop, u"b.wav"_s, 21));
    QVERIFY(!change.audioPath.isEmpty() && !change.hasOtherLength && !change.needsAlignment);
    change = setAudio(service, id, writeSilence(workshop, u"c.wav"_s, 60));
    QVERIFY(!change.audioPath.isEmpty() && change.hasOtherLength);
    QCOMPARE(*workshop.openStore()->timings(id), timings);
    QCOMPARE(workshop.openStore()->episode(id)->duration, MediaTime(20400));
}

void RelocationTest::theWholeFileTakesTheStumpsPlace()
{
    const Workshop workshop;
    const EpisodeId id = import(workshop, writeSilence(workshop, u"stump.wav"_s, 20));
    transcript::Timings timings = heard(workshop, id, MediaTime(20000));
    timings.back().origin = transcript::TimingOrigin::Estimated; // the text goes on behind the stump
    QVERIFY(workshop.openStore()->replaceTimings(id, timings, MediaTime(20000)));
    LibraryService service(workshop.libraryPath());
    // Moved, it is the stump still.
    AudioChange change = setAudio(service, id, writeSilence(workshop, u"moved.wav"_s, 20));
    QVERIFY(!change.hasOtherLength && !change.needsAlignment);
    QCOMPARE(change.timings, timings);
    change = setAudio(service, id, writeSilence(workshop, u"whole.wav"_s, 60));
    QVERIFY(change.hasOtherLength && change.needsAlignment);
    QCOMPARE(workshop.openStore()->episode(id)->duration, MediaTime(60000));
    QVERIFY(!transcript::hasKnownTimes(*workshop.openStore()->timings(id)));
}

void RelocationTest::audioThatCameLaterIsTaken()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    LibraryService service(workshop.libraryPath());
    const AudioChange change = setAudio(service, id, writeSilence(workshop, u"a.wav"_s, 60));
    QVERIFY(!change.hasOtherLength && change.needsAlignment);
    QCOMPARE(workshop.openStore()->episode(id)->duration, MediaTime(60000));
    QVERIFY(workshop.openStore()->timings(id)->back().end > MediaTime(30000));
}

void RelocationTest::whatIsNoAudioIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("text") << u"a.txt"_s << QByteArray("NotAudio");
    QTest::newRow("nothing") << u"none.wav"_s << QByteArray("FileNotFound");
}

void RelocationTest::whatIsNoAudioIsRefused()
{
    QFETCH(QString, name);
    const Workshop workshop;
    const QString old = writeSilence(workshop, u"old.wav"_s, 20);
    const EpisodeId id = import(workshop, old);
    LibraryService service(workshop.libraryPath());
    QSignalSpy refused(&service, &LibraryService::setAudioFailed);
    QVERIFY(setAudio(service, id, workshop.path(name)).audioPath.isEmpty());
    QCOMPARE(refused.size(), 1);
    const auto error = refused[0][1].value<Error>();
    QTEST(QByteArray(errorName(error.code)), "code");
    QCOMPARE(error.subject, workshop.path(name));
    QCOMPARE(workshop.openStore()->episode(id)->audioPath, old);
}

QTEST_GUILESS_MAIN(RelocationTest)
#include "test_relocation.moc"
