// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/wavfile.h"
#include "fixtures.h"
#include "library/exporting.h"
#include "library/import.h"

#include <QCryptographicHash>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;

class ImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEpisodeIsStoredWithItsSourceUntouched();
    void theTwoFilesMayBeTurnedRound();
    void aTranscriptAloneIsAnEpisode();
    void captionsThatTimeEachWordAreNotAligned();
    void captionsBringTheirTimes();
    void whatCannotBeUsedLeavesTheLibraryAsItWas_data();
    void whatCannotBeUsedLeavesTheLibraryAsItWas();
    void audioThatHasMovedIsFoundAgain_data();
    void audioThatHasMovedIsFoundAgain();
    void aBrokenOffDownloadIsReplacedByTheWholeFile();
    void quotesAndTimesAreThoseOfToday();
    void aSpanOutsideIsRefused_data();
    void aSpanOutsideIsRefused();
};

namespace {

library::ImportRequest request(const QString &audio, const QString &transcript)
{
    library::ImportRequest request;
    request.audioFile = audio;
    request.transcriptFile = transcript;
    return request;
}

const QByteArray captions = "WEBVTT\n\n00:00.100 --> 00:00.400\nhello there\n\n00:00.500 --> 00:00.900\nold friend\n";

} // namespace

void ImportTest::anEpisodeIsStoredWithItsSourceUntouched()
{
    const Workshop workshop;
    const auto store = workshop.openStore();
    const QByteArray text = "\xef\xbb\xbf[Music] hello  there\r\nold friend\r\n";
    const auto imported = library::importEpisode(
        *store,
        request(workshop.writeTone(u"Small Wonders - 2024-05-01 - Hello.wav"_s), workshop.write(u"a.txt"_s, text)));
    QCOMPARE(codeOf(imported), "none");
    QVERIFY(imported->needsAlignment);
    const auto episode = store->episode(imported->id);
    QCOMPARE(codeOf(episode), "none");
    QCOMPARE(episode->title, u"Hello"_s);
    QCOMPARE(episode->show, u"Small Wonders"_s);
    QCOMPARE(episode->published, QDate(2024, 5, 1));
    QVERIFY(QDir::isAbsolutePath(episode->audioPath));
    QCOMPARE(episode->duration, MediaTime(1000));
    const auto source = store->source(imported->id);
    QCOMPARE(source->bytes, text);
    QCOMPARE(source->fileName, u"a.txt"_s);
    QCOMPARE(source->sha256, QCryptographicHash::hash(text, QCryptographicHash::Sha256));
    QCOMPARE(store->transcript(imported->id)->count(), 5);
    QVERIFY(!transcript::hasKnownTimes(*store->timings(imported->id)));
}

void ImportTest::theTwoFilesMayBeTurnedRound()
{
    const Workshop workshop;
    const auto store = workshop.openStore();
    const QString audio = workshop.writeTone(u"a.wav"_s);
    const auto imported = library::importEpisode(*store, request(workshop.write(u"a.txt"_s, "hello there"), audio));
    QCOMPARE(codeOf(imported), "none");
    QCOMPARE(store->episode(imported->id)->audioPath, audio);
    QCOMPARE(store->source(imported->id)->fileName, u"a.txt"_s);
}

void ImportTest::aTranscriptAloneIsAnEpisode()
{
    const Workshop workshop;
    const auto store = workshop.openStore();
    const auto imported =
        library::importEpisode(*store, request({}, workshop.write(u"old-friends.txt"_s, "hello there")));
    QCOMPARE(codeOf(imported), "none");
    QVERIFY(!imported->needsAlignment);
    QCOMPARE(store->episode(imported->id)->title, u"Old friends"_s);
    QVERIFY(store->episode(imported->id)->audioPath.isEmpty());
}

void ImportTest::captionsThatTimeEachWordAreNotAligned()
{
    const Workshop workshop;
    const auto store = workshop.openStore();
    const QByteArray timed = "WEBVTT\n\n00:00.100 --> 00:00.900\nhello <00:00.300>there <00:00.500>friend\n";
    const auto imported =
        library::importEpisode(*store, request(workshop.writeTone(u"a.wav"_s), workshop.write(u"a.vtt"_s, timed)));
    QCOMPARE(codeOf(imported), "none");
    QVERIFY(!imported->needsAlignment);
    QCOMPARE(store->timings(imported->id)->at(1).start, MediaTime(300));
    QCOMPARE(store->timings(imported->id)->at(1).origin, transcript::TimingOrigin::Given);
}

void ImportTest::captionsBringTheirTimes()
{
    const Workshop workshop;
    const auto store = workshop.openStore();
    const auto imported =
        library::importEpisode(*store, request(workshop.writeTone(u"a.wav"_s), workshop.write(u"a.vtt"_s, captions)));
    QCOMPARE(codeOf(imported), "none");
    QVERIFY(imported->needsAlignment); // their words have none of their own
    const auto timings = store->timings(imported->id);
    QCOMPARE(timings->at(0).start, MediaTime(100));
    QCOMPARE(timings->at(2).start, MediaTime(500));
}

void ImportTest::whatCannotBeUsedLeavesTheLibraryAsItWas_data()
{
    QTest::addColumn<QByteArray>("audio"); // "tone": a good one; "none": no such file
    QTest::addColumn<QByteArray>("transcript");
    QTest::addColumn<QByteArray>("code");

    QTest::newRow("no transcript") << QByteArray("tone") << QByteArray("none") << QByteArray("FileNotFound");
    QTest::newRow("empty transcript") << QByteArray("tone") << QByteArray() << QByteArray("FileEmpty");
    QTest::newRow("transcript of blanks")
        << QByteArray("tone") << QByteArray(" \n \n") << QByteArray("TranscriptWithoutWords");
    QTest::newRow("transcript is a picture")
        << QByteArray("tone") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1", 24)
        << QByteArray("NotATranscript");
    QTest::newRow("no audio") << QByteArray("none") << QByteArray("hello") << QByteArray("FileNotFound");
    QTest::newRow("empty audio") << QByteArray() << QByteArray("hello") << QByteArray("FileEmpty");
    QTest::newRow("audio is text") << QByteArray("this is no sound at all") << QByteArray("hello")
                                   << QByteArray("NotAudio");
}

void ImportTest::whatCannotBeUsedLeavesTheLibraryAsItWas()
{
    QFETCH(QByteArray, audio);
    QFETCH(QByteArray, transcript);
    const Workshop workshop;
    const EpisodeId before = workshop.importText("what was there before");
    const QString audioFile = audio == "tone" ? workshop.writeTone(u"a.wav"_s)
        : audio == "none"                     ? workshop.path(u"none.wav"_s)
                                              : workshop.write(u"a.wav"_s, audio);
    const QString textFile =
        transcript == "none" ? workshop.path(u"none.txt"_s) : workshop.write(u"b.txt"_s, transcript);
    const auto store = workshop.openStore();
    const auto imported = library::importEpisode(*store, request(audioFile, textFile));
    QTEST(codeOf(imported), "code");
    QVERIFY2(imported.error().subject.startsWith(workshop.path(QString())), qPrintable(imported.error().subject));
    const auto episodes = store->episodes();
    QCOMPARE(episodes->size(), size_t(1));
    QCOMPARE(episodes->front().id, before);
}

void ImportTest::audioThatHasMovedIsFoundAgain_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("isTheSame");
    QTest::newRow("renamed") << u"rename"_s << true;
    QTest::newRow("copied") << u"copy"_s << true;
    QTest::newRow("another recording of the same length") << u"other"_s << false;
    QTest::newRow("gone, and another that is longer") << u"longer"_s << false;
}

void ImportTest::audioThatHasMovedIsFoundAgain()
{
    QFETCH(QString, change);
    QFETCH(bool, isTheSame);
    const Workshop workshop;
    const auto store = workshop.openStore();
    const QString text = workshop.write(u"a.txt"_s, "hello there old friend");
    const QString old = workshop.writeTone(u"a.wav"_s);
    const auto first = library::importEpisode(*store, request(old, text));
    QVERIFY(library::addHighlight(*store, first->id, {0, 1}, u"mine"_s));
    const QString now = workshop.path(u"b.wav"_s);
    if (change == u"rename") {
        QVERIFY(QFile::rename(old, now));
    } else if (change == u"copy") {
        QVERIFY(QFile::copy(old, now));
    } else if (change == u"other") {
        const std::vector<qint16> samples(16000, 5);
        QVERIFY(audio::writeWav(now, samples, 16000, 1));
    } else {
        const std::vector<qint16> samples(60 * 16000);
        QVERIFY(QFile::remove(old) && audio::writeWav(now, samples, 16000, 1));
    }
    const auto second = library::importEpisode(*store, request(now, text));
    QCOMPARE(codeOf(second), "none");
    QCOMPARE(second->audioMoved, isTheSame);
    QCOMPARE(second->id == first->id, isTheSame);
    QVERIFY(second->needsAlignment);
    QCOMPARE(store->episode(second->id)->audioPath, now);
    QCOMPARE(store->highlights(first->id)->size(), size_t(1));
    QCOMPARE(store->episodes()->size(), size_t(isTheSame ? 1 : 2));
    // And once it is known, it is known.
    QCOMPARE(codeOf(library::importEpisode(*store, request(now, text))), "EpisodeAlreadyThere");
}

void ImportTest::aBrokenOffDownloadIsReplacedByTheWholeFile()
{
    const Workshop workshop;
    const auto store = workshop.openStore();
    const QString text = workshop.write(u"a.txt"_s, "hello there old friend");
    const QString audio = workshop.writeTone(u"a.wav"_s);
    const auto first = library::importEpisode(*store, request(audio, text));
    auto timings = *store->timings(first->id);
    for (size_t i = 0; i < timings.size(); ++i)
        timings[i] = {MediaTime(i * 100), MediaTime(i * 100 + 90), 1, transcript::TimingOrigin::Aligned};
    QCOMPARE(codeOf(store->replaceTimings(first->id, timings, MediaTime(1000))), "none");
    QVERIFY(audio::writeWav(audio, std::vector<qint16>(60 * 16000), 16000, 1));
    const auto second = library::importEpisode(*store, request(audio, text));
    QCOMPARE(codeOf(second), "none");
    QCOMPARE(second->id, first->id);
    QVERIFY(second->needsAlignment);
    QCOMPARE(store->episode(first->id)->duration, MediaTime(60000));
    QVERIFY(store->timings(first->id)->back().end > MediaTime(30000));
    QCOMPARE(codeOf(library::importEpisode(*store, request(audio, text))), "EpisodeAlreadyThere");

    // What the reader has tapped stays, and the times still rise.
    timings[1] = {MediaTime(500), MediaTime(900), 1, transcript::TimingOrigin::Tapped};
    for (size_t i = 2; i < timings.size(); ++i)
        timings[i].start = timings[i].end = MediaTime(950);
    QCOMPARE(codeOf(store->replaceTimings(first->id, timings, MediaTime(1000))), "none");
    QCOMPARE(codeOf(library::importEpisode(*store, request(audio, text))), "none");
    const auto kept = *store->timings(first->id);
    QCOMPARE(kept[1], timings[1]);
    QVERIFY(kept[0].start <= kept[1].start && kept[1].start <= kept[2].start);
    QCOMPARE(kept[3].origin, transcript::TimingOrigin::Estimated);
}

void ImportTest::quotesAndTimesAreThoseOfToday()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText("[Music] it cost $5. 5 million all in all");
    const auto store = workshop.openStore();
    QCOMPARE(codeOf(library::addHighlight(*store, id, {0, 5}, u"so *much*"_s)), "none");
    auto timings = *store->timings(id);
    for (size_t i = 0; i < timings.size(); ++i)
        timings[i] = {MediaTime(i * 1000), MediaTime(i * 1000 + 900), 1, transcript::TimingOrigin::Aligned};
    QCOMPARE(codeOf(store->replaceTimings(id, timings, MediaTime(20000))), "none");

    const auto open = library::openEpisode(*store, id);
    QCOMPARE(codeOf(open), "none");
    const notes::ExportedEpisode exported = library::exported(*open);
    QCOMPARE(exported.transcriptFile, u"a talk.txt"_s);
    QCOMPARE(exported.highlights.size(), size_t(1));
    const notes::ExportedHighlight &highlight = exported.highlights.front();
    QVERIFY2(highlight.quote.contains(u"$5.5 million") && !highlight.quote.contains(u"Music"),
             qPrintable(highlight.quote));
    QCOMPARE(highlight.start, MediaTime(1000)); // of the first word, not of the cue
    QCOMPARE(highlight.end, MediaTime(5900));
    QVERIFY(!highlight.timeIsEstimated);
    QCOMPARE(highlight.note, u"so *much*"_s);
}

void ImportTest::aSpanOutsideIsRefused_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::newRow("before") << -1 << 0;
    QTest::newRow("after") << 0 << 2;
    QTest::newRow("turned round") << 1 << 0;
    QTest::newRow("huge") << 0 << std::numeric_limits<int>::max();
}

void ImportTest::aSpanOutsideIsRefused()
{
    QFETCH(int, first);
    QFETCH(int, last);
    const Workshop workshop;
    const EpisodeId id = workshop.importText("hello there");
    const auto store = workshop.openStore();
    QCOMPARE(codeOf(library::addHighlight(*store, id, {first, last}, {})), "SpanOutsideTranscript");
    QVERIFY(workshop.savedHighlights(id).empty());
}

QTEST_GUILESS_MAIN(ImportTest)
#include "test_import.moc"
