// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/wavfile.h"
#include "fixtures.h"
#include "library/import.h"
#include "library/libraryservice.h"
#include "library/waveform.h"

#include <QSignalSpy>

#include <cmath>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using library::LibraryService;

// A recording's outline is measured once, and never taken for another one's.
class WaveformTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { allowWrites(); }
    void aPrintTellsFilesApart_data();
    void aPrintTellsFilesApart();
    void aPrintGoesWithTheContent();
    void whatCannotBeReadHasNoPrint();
    void peaksAreMeasuredOnceAndKept();
    void aMovedFileIsNotMeasuredAgain();
    void anotherFileOfTheSameNameIsMeasured();
    void twoEpisodesOfOneRecordingShareThePeaks();
    void peaksThatCannotBeStoredAreShownAllTheSame();
    void whatHasNoSoundIsAnswered();
    void aRequestGivesUpTheOneBefore();
    void peaksDoNotWaitForAnAlignment();
};

namespace {

void writeSound(const QString &path, int seconds, int amplitude)
{
    std::vector<qint16> samples(size_t(8000 * seconds));
    for (size_t i = 0; i < samples.size(); ++i)
        samples[i] = qint16(amplitude * std::sin(double(i) * 0.3));
    QVERIFY(audio::writeWav(path, samples, 8000, 1));
}

EpisodeId importWith(const Workshop &workshop, const QString &audio, const QByteArray &words = someWords(20))
{
    const auto store = workshop.openStore();
    library::ImportRequest request;
    request.transcriptFile = workshop.write(u"talk.txt"_s, words);
    request.audioFile = audio;
    const auto imported = library::importEpisode(*store, request);
    return imported ? imported->id : EpisodeId{};
}

using PeaksPointer = std::shared_ptr<const audio::Peaks>;

// A service as a window that is opened anew has it.
struct Answers {
    explicit Answers(const Workshop &workshop) : service(workshop.libraryPath())
    {
        QObject::connect(&service, &LibraryService::peaksRead, &service,
                         [this](EpisodeId, const PeaksPointer &read) { peaks = read; });
    }

    [[nodiscard]] bool read(EpisodeId id)
    {
        peaks.reset();
        service.readPeaks(id);
        return QTest::qWaitFor([this] { return peaks != nullptr; }, 20000);
    }

    LibraryService service;
    QSignalSpy progressed{&service, &LibraryService::peaksProgressed};
    QSignalSpy failed{&service, &LibraryService::peaksFailed};
    PeaksPointer peaks;
};

} // namespace

void WaveformTest::aPrintTellsFilesApart_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("changed"); // a byte; -1: one is added
    QTest::newRow("first of a small file") << 1000 << 0;
    QTest::newRow("last of a small file") << 1000 << 999;
    QTest::newRow("middle of a file that is read whole") << 16 * 16384 << 100000;
    QTest::newRow("last of a file that is read whole") << 16 * 16384 << 16 * 16384 - 1;
    QTest::newRow("first of a large file") << 5000000 << 0;
    QTest::newRow("last of a large file") << 5000000 << 4999999;
    QTest::newRow("a little longer") << 5000000 << -1;
    QTest::newRow("not empty any more") << 0 << -1;
}

void WaveformTest::aPrintTellsFilesApart()
{
    QFETCH(const int, size);
    QFETCH(const int, changed);
    const Workshop workshop;
    QByteArray bytes(size, 'x');
    const auto before = library::audioPrint(workshop.write(u"a"_s, bytes));
    if (changed < 0)
        bytes.append('y');
    else
        bytes[changed] = 'y';
    const auto after = library::audioPrint(workshop.write(u"a"_s, bytes));
    QVERIFY(before && after);
    QCOMPARE(before->size(), 32);
    QVERIFY(*before != *after);
}

void WaveformTest::aPrintGoesWithTheContent()
{
    const Workshop workshop;
    const QByteArray bytes = someWords(100000);
    QCOMPARE(*library::audioPrint(workshop.write(u"a"_s, bytes)), *library::audioPrint(workshop.write(u"b"_s, bytes)));
}

void WaveformTest::whatCannotBeReadHasNoPrint()
{
    const Workshop workshop;
    QCOMPARE(codeOf(library::audioPrint(workshop.path(u"missing"_s))), "FileNotFound"_ba);
    QCOMPARE(codeOf(library::audioPrint(workshop.path(u"."_s))), "FileUnreadable"_ba);
}

void WaveformTest::peaksAreMeasuredOnceAndKept()
{
    const Workshop workshop;
    writeSound(workshop.path(u"a.wav"_s), 6, 20000);
    const EpisodeId id = importWith(workshop, workshop.path(u"a.wav"_s));
    PeaksPointer first;
    {
        Answers answers(workshop);
        QVERIFY(answers.read(id));
        QVERIFY(!answers.progressed.isEmpty());
        first = answers.peaks;
    }
    QCOMPARE(*first, *audio::computePeaks(workshop.path(u"a.wav"_s), {}));
    Answers again(workshop);
    QVERIFY(again.read(id));
    QCOMPARE(*again.peaks, *first);
    QVERIFY(again.progressed.isEmpty());
}

void WaveformTest::aMovedFileIsNotMeasuredAgain()
{
    const Workshop workshop;
    writeSound(workshop.path(u"a.wav"_s), 3, 20000);
    const EpisodeId id = importWith(workshop, workshop.path(u"a.wav"_s));
    Answers answers(workshop);
    QVERIFY(answers.read(id));
    const PeaksPointer first = answers.peaks;
    answers.progressed.clear();
    QVERIFY(QFile::rename(workshop.path(u"a.wav"_s), workshop.path(u"b.wav"_s)));
    answers.service.setAudio(id, workshop.path(u"b.wav"_s));
    QSignalSpy set(&answers.service, &LibraryService::audioSet);
    QVERIFY(set.wait(20000));
    QVERIFY(answers.read(id));
    QCOMPARE(*answers.peaks, *first);
    QVERIFY(answers.progressed.isEmpty());
}

void WaveformTest::anotherFileOfTheSameNameIsMeasured()
{
    const Workshop workshop;
    writeSound(workshop.path(u"a.wav"_s), 3, 20000);
    const EpisodeId id = importWith(workshop, workshop.path(u"a.wav"_s));
    Answers answers(workshop);
    QVERIFY(answers.read(id));
    const PeaksPointer first = answers.peaks;
    writeSound(workshop.path(u"a.wav"_s), 3, 5000); // as long as before
    QVERIFY(answers.read(id));
    QVERIFY(*answers.peaks != *first);
    QCOMPARE(*answers.peaks, *audio::computePeaks(workshop.path(u"a.wav"_s), {}));
}

void WaveformTest::twoEpisodesOfOneRecordingShareThePeaks()
{
    const Workshop workshop;
    writeSound(workshop.path(u"a.wav"_s), 3, 20000);
    const EpisodeId one = importWith(workshop, workshop.path(u"a.wav"_s));
    const EpisodeId two = importWith(workshop, workshop.path(u"a.wav"_s), someWords(30));
    QVERIFY(one != two);
    Answers answers(workshop);
    QVERIFY(answers.read(one));
    answers.progressed.clear();
    QVERIFY(answers.read(two));
    QVERIFY(answers.progressed.isEmpty());
    QSignalSpy removed(&answers.service, &LibraryService::episodeRemoved);
    answers.service.removeEpisode(one);
    QVERIFY(removed.wait(20000));
    QVERIFY(answers.read(two));
    QVERIFY(answers.progressed.isEmpty());
}

void WaveformTest::peaksThatCannotBeStoredAreShownAllTheSame()
{
    const Workshop workshop;
    writeSound(workshop.path(u"a.wav"_s), 3, 20000);
    const EpisodeId id = importWith(workshop, workshop.path(u"a.wav"_s));
    Answers answers(workshop);
    QSignalSpy listed(&answers.service, &LibraryService::episodesListed);
    answers.service.listEpisodes();
    QVERIFY(listed.wait(20000));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"The outline of episode 1 was not stored: .*"_s));
    refuseWrites();
    QVERIFY(answers.read(id));
    listed.clear();
    answers.service.listEpisodes();
    QVERIFY(listed.wait(20000)); // by then storing has been tried
}

void WaveformTest::whatHasNoSoundIsAnswered()
{
    const Workshop workshop;
    const EpisodeId silent = workshop.importText(someWords(20));
    writeSound(workshop.path(u"a.wav"_s), 1, 20000);
    const EpisodeId gone = importWith(workshop, workshop.path(u"a.wav"_s), someWords(30));
    QVERIFY(QFile::remove(workshop.path(u"a.wav"_s)));
    Answers answers(workshop);
    const std::pair<EpisodeId, ErrorCode> expected[]{
        {silent, ErrorCode::AudioWithoutSound}, {gone, ErrorCode::FileNotFound}, {{99}, ErrorCode::EpisodeUnknown}};
    for (const auto &[id, code] : expected) {
        answers.failed.clear();
        answers.service.readPeaks(id);
        QVERIFY(answers.failed.wait(20000));
        QCOMPARE(answers.failed.first().at(0).value<EpisodeId>(), id);
        QCOMPARE(answers.failed.first().at(1).value<Error>().code, code);
    }
}

void WaveformTest::aRequestGivesUpTheOneBefore()
{
    const Workshop workshop;
    writeSound(workshop.path(u"long.wav"_s), 3600, 20000);
    writeSound(workshop.path(u"short.wav"_s), 1, 20000);
    const EpisodeId hour = importWith(workshop, workshop.path(u"long.wav"_s));
    const EpisodeId second = importWith(workshop, workshop.path(u"short.wav"_s), someWords(30));
    Answers answers(workshop);
    answers.service.readPeaks(hour);
    QVERIFY(answers.progressed.wait(20000));
    QVERIFY(answers.read(second));
    QCOMPARE(answers.peaks->duration(), MediaTime(1000));
    QVERIFY(answers.failed.isEmpty());
    // Nothing of what was given up is kept.
    const auto print = library::audioPrint(workshop.path(u"long.wav"_s));
    QCOMPARE(*workshop.openStore()->peaks(*print), std::optional<QByteArray>());
}

void WaveformTest::peaksDoNotWaitForAnAlignment()
{
    const Workshop workshop;
    const QString text = u"We walked along the river until it was dark. "_s.repeated(40);
    const EpisodeId spoken = importWith(workshop, workshop.writeSpeech(u"speech.wav"_s, text), text.toUtf8());
    Answers answers(workshop);
    QSignalSpy finished(&answers.service, &LibraryService::alignmentFinished);
    QSignalSpy started(&answers.service, &LibraryService::alignmentStarted);
    answers.service.align(spoken);
    QVERIFY(started.wait(20000));
    QVERIFY(answers.read(spoken));
    QVERIFY(finished.isEmpty());
    answers.service.cancelAlignment(spoken);
}

QTEST_GUILESS_MAIN(WaveformTest)
#include "test_waveform.moc"
