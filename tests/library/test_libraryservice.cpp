// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/wavfile.h"
#include "fixtures.h"
#include "library/alignment.h"
#include "library/episodesession.h"
#include "library/libraryservice.h"
#include "library/punctuation.h"
#include "library/sample.h"

#include <QSignalSpy>

#include <random>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using library::LibraryService;
using notes::Edit;
using notes::Highlight;

class LibraryServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { allowWrites(); }
    void aLongTextIsShownBeforeItsMarksAreJudged_data();
    void aLongTextIsShownBeforeItsMarksAreJudged();
    void closingWritesAllThatWasAccepted();
    void everyEditIsAnsweredInOrder();
    void typingIsWrittenWhole();
    void aRefusedEditIsAnsweredForEachCall();
    void whatCannotBeWrittenIsReadUntilItCan();
    void requestsAreDoneInTheOrderTheyWereMade();
    void savingWaitsForNothingLong_data();
    void savingWaitsForNothingLong();
    void theSampleDoesNotWaitForAnAlignment();
    void aLibraryThatCannotBeOpenedIsToldOnce();
    void anEpisodeListThatCannotBeReadIsToldOnce();
    void anEpisodeIsAlignedAndTheTimesAreSaved();
    void anAlignmentCanBeCancelled();
    void aSecondAlignmentWaitsForTheFirst();
    void anEpisodeWithoutAudioIsNotAligned();
    void removingAnEpisodeEndsItsAlignment();
};

namespace {

Highlight makeHighlight(EpisodeId id, const transcript::Transcript &transcript, int first)
{
    return notes::makeHighlight(id, transcript, transcript::estimateTimings(transcript, {}), {first, first},
                                notes::Mark::One, QDateTime::currentDateTimeUtc());
}

QList<Edit> editsOf(const QSignalSpy &spy)
{
    QList<Edit> edits;
    for (const QList<QVariant> &arguments : spy)
        edits.append(arguments.first().value<Edit>());
    return edits;
}

} // namespace

void LibraryServiceTest::aLongTextIsShownBeforeItsMarksAreJudged_data()
{
    QTest::addColumn<int>("times");
    QTest::addColumn<bool>("atOnce");
    QTest::newRow("short") << 10 << true;
    QTest::newRow("long") << 3000 << false;
}

void LibraryServiceTest::aLongTextIsShownBeforeItsMarksAreJudged()
{
    QFETCH(const int, times);
    QFETCH(const bool, atOnce);
    const Workshop workshop;
    const EpisodeId id =
        workshop.importText(QByteArray("so what do you think i think it is a good idea ").repeated(times));
    const auto model = library::loadPunctuation();
    QVERIFY(model);
    LibraryService service(workshop.libraryPath(), nullptr, *model);
    std::unique_ptr<library::EpisodeSession> session;
    QString first;
    connect(&service, &LibraryService::episodeOpened, this,
            [&](const std::shared_ptr<const library::OpenEpisode> &open) {
                first = open->reading.text;
                session = std::make_unique<library::EpisodeSession>(open, service);
            });
    service.openEpisode(id);
    QTRY_VERIFY(session);
    QCOMPARE(first.contains(u'?'), atOnce);
    QTRY_VERIFY_WITH_TIMEOUT(session->reading().text.contains(u'?'), 60000);
    QCOMPARE(session->timings(), *workshop.openStore()->timings(id));
}

void LibraryServiceTest::closingWritesAllThatWasAccepted()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(300));
    const auto transcript = workshop.openStore()->transcript(id);
    {
        LibraryService service(workshop.libraryPath());
        for (int i = 0; i < 200; ++i)
            service.apply(notes::added(makeHighlight(id, *transcript, i)));
        service.savePosition(id, MediaTime(1000));
        service.savePosition(id, MediaTime(2000));
    }
    QCOMPARE(workshop.savedHighlights(id).size(), size_t(200));
    QCOMPARE(*workshop.openStore()->position(id), MediaTime(2000));
}

void LibraryServiceTest::everyEditIsAnsweredInOrder()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const auto transcript = workshop.openStore()->transcript(id);
    LibraryService service(workshop.libraryPath());
    QSignalSpy saved(&service, &LibraryService::editSaved);
    Highlight highlight = makeHighlight(id, *transcript, 3);
    QList<Edit> edits{notes::added(highlight)};
    for (int i = 0; i < 50; ++i) {
        edits.append(notes::noteChanged(*edits.last().after, QString(i + 1, u'x'), QDateTime::currentDateTimeUtc()));
    }
    for (const Edit &edit : std::as_const(edits))
        service.apply(edit);
    QTRY_COMPARE(saved.size(), edits.size());
    QCOMPARE(editsOf(saved), edits);
    QCOMPARE(workshop.savedHighlights(id).at(0), *edits.last().after);
}

void LibraryServiceTest::typingIsWrittenWhole()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const auto transcript = workshop.openStore()->transcript(id);
    const Highlight first = makeHighlight(id, *transcript, 1);
    const Highlight second = makeHighlight(id, *transcript, 5);
    Edit a = notes::added(first);
    Edit b = notes::added(second);
    {
        LibraryService service(workshop.libraryPath());
        service.apply(a);
        service.apply(b);
        // Both notes at once, so that what is joined could come between the other's edits.
        for (int i = 0; i < 30; ++i) {
            a = notes::noteChanged(*a.after, a.after->note + u'a', QDateTime::currentDateTimeUtc());
            b = notes::noteChanged(*b.after, b.after->note + u'b', QDateTime::currentDateTimeUtc());
            service.apply(a);
            service.apply(b);
        }
        service.apply(notes::removed(*b.after));
    }
    const auto saved = workshop.savedHighlights(id);
    QCOMPARE(saved.size(), size_t(1));
    QCOMPARE(saved[0], *a.after);
}

void LibraryServiceTest::aRefusedEditIsAnsweredForEachCall()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const auto transcript = workshop.openStore()->transcript(id);
    refuseWrites();
    LibraryService service(workshop.libraryPath());
    QSignalSpy failed(&service, &LibraryService::editFailed);
    const Edit added = notes::added(makeHighlight(id, *transcript, 3));
    const Edit changed = notes::noteChanged(*added.after, u"x"_s, QDateTime::currentDateTimeUtc());
    service.apply(added);
    service.apply(changed);
    QTRY_COMPARE(failed.size(), 2);
    QCOMPARE(editsOf(failed), (QList<Edit>{added, changed}));
    allowWrites();
    QVERIFY(workshop.savedHighlights(id).empty());
}

// No room even for what readers share: the library is shown all the same.
void LibraryServiceTest::whatCannotBeWrittenIsReadUntilItCan()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const auto transcript = workshop.openStore()->transcript(id);
    const Edit added = notes::added(makeHighlight(id, *transcript, 3));
    refuseWrites();
    LibraryService service(workshop.libraryPath());
    QSignalSpy listed(&service, &LibraryService::episodesListed);
    QSignalSpy opened(&service, &LibraryService::episodeOpened);
    QSignalSpy failed(&service, &LibraryService::editFailed);
    QSignalSpy saved(&service, &LibraryService::editSaved);
    QSignalSpy libraryFailed(&service, &LibraryService::libraryFailed);
    service.listEpisodes();
    service.openEpisode(id);
    service.apply(added);
    QTRY_COMPARE(failed.size(), 1);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(listed.size(), 1);
    QCOMPARE(libraryFailed.size(), 0);
    // Not "read-only", which would send the reader to look at permissions.
    QCOMPARE(errorName(failed[0][1].value<Error>().code), "WriteFailed");
    allowWrites();
    service.apply(added);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(workshop.savedHighlights(id).size(), size_t(1));
}

void LibraryServiceTest::requestsAreDoneInTheOrderTheyWereMade()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const auto transcript = workshop.openStore()->transcript(id);
    LibraryService service(workshop.libraryPath());
    std::vector<size_t> counts;
    connect(
        &service, &LibraryService::episodeOpened, this,
        [&](const std::shared_ptr<const library::OpenEpisode> &open) { counts.push_back(open->highlights.size()); });
    const Edit added = notes::added(makeHighlight(id, *transcript, 3));
    service.openEpisode(id);
    service.apply(added);
    service.openEpisode(id);
    service.apply(added.inverse());
    service.openEpisode(id);
    QTRY_COMPARE(counts.size(), size_t(3));
    QCOMPARE(counts, (std::vector<size_t>{0, 1, 0}));
}

void LibraryServiceTest::savingWaitsForNothingLong_data()
{
    QTest::addColumn<QString>("work");
    for (const char *work : {"import", "open", "export"})
        QTest::newRow(work) << QString::fromLatin1(work);
}

// A long text takes long to read and to make readable; a mark made meanwhile is saved before.
void LibraryServiceTest::savingWaitsForNothingLong()
{
    QFETCH(QString, work);
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const auto transcript = workshop.openStore()->transcript(id);
    library::ImportRequest request;
    request.transcriptFile = workshop.write(u"long.txt"_s, someWords(600'000));
    EpisodeId longOne;
    if (work != u"import")
        longOne = library::importEpisode(*workshop.openStore(), request)->id;
    LibraryService service(workshop.libraryPath());
    QStringList events;
    connect(&service, &LibraryService::episodeImported, this, [&] { events.append(u"worked"_s); });
    connect(&service, &LibraryService::episodeOpened, this, [&] { events.append(u"worked"_s); });
    connect(&service, &LibraryService::exportFinished, this, [&] { events.append(u"worked"_s); });
    connect(&service, &LibraryService::editSaved, this, [&] { events.append(u"saved"_s); });
    if (work == u"import")
        service.importEpisode(request);
    else if (work == u"open")
        service.openEpisode(longOne);
    else
        service.exportEpisode(longOne, {exports::Format::Markdown, {}, workshop.path(u"notes.md"_s), {}, {}});
    service.apply(notes::added(makeHighlight(id, *transcript, 3)));
    QTRY_COMPARE_WITH_TIMEOUT(events.size(), 2, 60000);
    QCOMPARE(events, (QStringList{u"saved"_s, u"worked"_s}));
}

void LibraryServiceTest::theSampleDoesNotWaitForAnAlignment()
{
    const Workshop workshop;
    QVERIFY(library::makeSample(library::sampleFolder())); // its speech is another matter
    library::ImportRequest request;
    request.audioFile = workshop.path(u"noise.wav"_s);
    std::vector<qint16> noise(16000 * 600);
    std::minstd_rand random(1);
    for (qint16 &sample : noise)
        sample = qint16(int(random() % 8000) - 4000);
    QVERIFY(audio::writeWav(request.audioFile, noise, 16000, 1));
    request.transcriptFile = workshop.write(u"a.txt"_s, someWords(2000));
    const EpisodeId id = library::importEpisode(*workshop.openStore(), request)->id;
    LibraryService service(workshop.libraryPath());
    QSignalSpy started(&service, &LibraryService::alignmentStarted);
    QStringList events;
    connect(&service, &LibraryService::episodeImported, this, [&] {
        events.append(u"sample"_s);
        service.cancelAlignment(id);
    });
    connect(&service, &LibraryService::alignmentFailed, this, [&] { events.append(u"alignment"_s); });
    connect(&service, &LibraryService::alignmentFinished, this, [&] { events.append(u"alignment"_s); });
    service.align(id);
    QTRY_COMPARE(started.size(), 1);
    service.importSample();
    QTRY_COMPARE_WITH_TIMEOUT(events.size(), 2, 120000);
    QCOMPARE(events, (QStringList{u"sample"_s, u"alignment"_s}));
}

void LibraryServiceTest::anEpisodeListThatCannotBeReadIsToldOnce()
{
    const Workshop workshop;
    LibraryService service(workshop.write(u"library.db"_s, "this is a letter to my aunt, and no library at all"));
    QSignalSpy failed(&service, &LibraryService::libraryFailed);
    QSignalSpy openFailed(&service, &LibraryService::openFailed);
    service.listEpisodes();
    service.openEpisode(EpisodeId{1});
    QTRY_COMPARE(openFailed.size(), 1);
    QCOMPARE(failed.size(), 1);
}

void LibraryServiceTest::aLibraryThatCannotBeOpenedIsToldOnce()
{
    const Workshop workshop;
    const QString path = workshop.write(u"library.db"_s, "this is a letter to my aunt, and no library at all");
    LibraryService service(path);
    QSignalSpy libraryFailed(&service, &LibraryService::libraryFailed);
    QSignalSpy openFailed(&service, &LibraryService::openFailed);
    service.openEpisode(EpisodeId{1});
    service.openEpisode(EpisodeId{2});
    QTRY_COMPARE(openFailed.size(), 2);
    QCOMPARE(libraryFailed.size(), 1);
    QCOMPARE(libraryFailed[0][0].value<Error>().code, ErrorCode::NotALibrary);
    // Put right, it is used.
    QVERIFY(QFile::remove(path));
    QSignalSpy listed(&service, &LibraryService::episodesListed);
    service.listEpisodes();
    QTRY_COMPARE(listed.size(), 1);
}

void LibraryServiceTest::anEpisodeIsAlignedAndTheTimesAreSaved()
{
    const Workshop workshop;
    LibraryService service(workshop.libraryPath());
    QSignalSpy imported(&service, &LibraryService::episodeImported);
    QSignalSpy progressed(&service, &LibraryService::alignmentProgressed);
    QSignalSpy failed(&service, &LibraryService::alignmentFailed);
    EpisodeId aligned;
    transcript::Timings timings;
    connect(&service, &LibraryService::alignmentFinished, this, [&](EpisodeId id, const align::Alignment &found) {
        aligned = id;
        timings = found.timings;
    });
    library::ImportRequest request;
    request.audioFile =
        workshop.writeSpeech(u"a.wav"_s, u"The lens is older than the tower, and both are older than me."_s);
    request.transcriptFile = workshop.write(u"a.txt"_s, "the lens is older than the tower and both are older than me");
    request.language = u"en"_s;
    service.importEpisode(request);
    QTRY_COMPARE(imported.size(), 1);
    const auto result = imported[0][0].value<library::Imported>();
    QVERIFY(result.needsAlignment);
    service.align(result.id);
    service.align(result.id); // asked twice, done once
    QTRY_VERIFY_WITH_TIMEOUT(aligned.isValid() || !failed.isEmpty(), 60000);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(aligned, result.id);
    QVERIFY(transcript::hasKnownTimes(timings));
    QCOMPARE(*workshop.openStore()->timings(result.id), timings);
    QCOMPARE(library::needsAlignment(*workshop.openStore(), result.id), false); // nor is it when opened again
    double last = 0;
    for (const QList<QVariant> &step : std::as_const(progressed)) {
        QVERIFY(step[1].toDouble() >= last && step[1].toDouble() <= 1);
        last = step[1].toDouble();
    }
}

namespace {

EpisodeId importTone(const Workshop &workshop, const QString &name)
{
    library::ImportRequest request;
    request.audioFile = workshop.writeTone(name + u".wav"_s);
    // Of each name another text: the same one with the same sound is the same episode.
    request.transcriptFile = workshop.write(name + u".txt"_s, "hello there old friend " + name.toUtf8());
    const auto imported = library::importEpisode(*workshop.openStore(), request);
    return imported ? imported->id : EpisodeId{};
}

} // namespace

void LibraryServiceTest::anAlignmentCanBeCancelled()
{
    const Workshop workshop;
    const EpisodeId id = importTone(workshop, u"a"_s);
    const auto before = workshop.openStore()->timings(id);
    LibraryService service(workshop.libraryPath());
    QSignalSpy failed(&service, &LibraryService::alignmentFailed);
    QSignalSpy finished(&service, &LibraryService::alignmentFinished);
    service.align(id);
    service.cancelAlignment(id);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::Cancelled);
    // One that is asked for afterwards is not mistaken for the one that was given up.
    service.align(id);
    QTRY_VERIFY_WITH_TIMEOUT(failed.size() + finished.size() == 2, 60000);
    if (finished.isEmpty())
        QCOMPARE(*workshop.openStore()->timings(id), *before);
    for (const QList<QVariant> &failure : std::as_const(failed).mid(1))
        QVERIFY(failure[1].value<Error>().code != ErrorCode::Cancelled);
}

void LibraryServiceTest::aSecondAlignmentWaitsForTheFirst()
{
    const Workshop workshop;
    const EpisodeId a = importTone(workshop, u"a"_s);
    const EpisodeId b = importTone(workshop, u"b"_s);
    LibraryService service(workshop.libraryPath());
    QStringList events;
    const auto log = [&](const QString &what, EpisodeId id) { events.append(what + (id == a ? u" a"_s : u" b"_s)); };
    connect(&service, &LibraryService::alignmentStarted, this, [&](EpisodeId id) { log(u"started"_s, id); });
    connect(&service, &LibraryService::alignmentFinished, this, [&](EpisodeId id) { log(u"ended"_s, id); });
    connect(&service, &LibraryService::alignmentFailed, this, [&](EpisodeId id) { log(u"ended"_s, id); });
    service.align(a);
    service.align(b);
    QTRY_COMPARE_WITH_TIMEOUT(events.filter(u"ended"_s).size(), 2, 60000);
    QCOMPARE(events.filter(u"started"_s), (QStringList{u"started a"_s, u"started b"_s}));
    QCOMPARE(events.filter(u"ended"_s), (QStringList{u"ended a"_s, u"ended b"_s}));
}

void LibraryServiceTest::anEpisodeWithoutAudioIsNotAligned()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    LibraryService service(workshop.libraryPath());
    QSignalSpy failed(&service, &LibraryService::alignmentFailed);
    service.align(id);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::AudioWithoutSound);
}

void LibraryServiceTest::removingAnEpisodeEndsItsAlignment()
{
    const Workshop workshop;
    const EpisodeId id = importTone(workshop, u"a"_s);
    LibraryService service(workshop.libraryPath());
    QSignalSpy removed(&service, &LibraryService::episodeRemoved);
    QSignalSpy finished(&service, &LibraryService::alignmentFinished);
    QSignalSpy failed(&service, &LibraryService::alignmentFailed);
    service.align(id);
    service.removeEpisode(id);
    QTRY_COMPARE(removed.size(), 1);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(finished.size(), 0);
}

QTEST_GUILESS_MAIN(LibraryServiceTest)
#include "test_libraryservice.moc"
