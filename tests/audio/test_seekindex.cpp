// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/audioinfo.h"
#include "audio/decoded.h"

#include <QTemporaryDir>

using namespace earmark;
using namespace earmark::audio;
using namespace Qt::StringLiterals;
using made::largestDifference;
using made::readAll;
using made::Samples;

namespace {

constexpr int rate = 44100;

// What this process has read from files until now.
qint64 bytesRead()
{
    for (const QByteArray &line : made::bytesOf(u"/proc/self/io"_s).split('\n')) {
        if (line.startsWith("rchar: "))
            return line.mid(7).toLongLong();
    }
    return -1;
}

std::shared_ptr<const SeekIndex> indexOf(const QString &path)
{
    const Result<AudioInfo> info = probe(path);
    return std::make_shared<const SeekIndex>(info ? info->seekIndex : SeekIndex());
}

// As a player opens a file.
std::unique_ptr<Decoder> openAtOnce(const QString &path, std::shared_ptr<const SeekIndex> index)
{
    Result<std::unique_ptr<Decoder>> decoder = Decoder::open(path, {rate, 1}, {}, Decoder::Length::Guessed);
    if (!decoder)
        return nullptr;
    (*decoder)->setSeekIndex(std::move(index));
    return *std::move(decoder);
}

} // namespace

// Going to a place of a file whose container has no table of places.
class TestSeekIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void filesWithoutATableGetAnIndex_data();
    void filesWithoutATableGetAnIndex();
    void theSamplesAreTheSameAsFromTheStart_data() { untabled(); }
    void theSamplesAreTheSameAsFromTheStart();
    void littleIsReadToComeToAPlace_data() { untabled(); }
    void littleIsReadToComeToAPlace();
    void countingFindsTheSameIndex();
    void readingThroughIsGivenUp();
    void placesOfAnotherTimeBaseAreLeftAside();
    void soundnessIsJudged_data();
    void soundnessIsJudged();

private:
    void untabled();
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestSeekIndex::initTestCase()
{
    const QString wav = path(u"a.wav"_s);
    QVERIFY(writeWav(wav, made::noise(rate, 40), rate, 1));
    const QStringList steady{u"-b:a"_s, u"128k"_s};
    const QStringList varied{u"-q:a"_s, u"5"_s};
    const QStringList bare{u"-write_xing"_s, u"0"_s, u"-id3v2_version"_s, u"0"_s};
    const QStringList aac{u"-c:a"_s, u"aac"_s, u"-b:a"_s, u"64k"_s, u"-aac_pns"_s, u"0"_s};
    const QList<std::pair<QString, QStringList>> kinds{
        {u"a.mp3"_s, steady}, {u"vbr.mp3"_s, varied}, {u"bare.mp3"_s, varied + bare},
        {u"a.aac"_s, aac},    {u"a.m4a"_s, aac},      {u"a.flac"_s, {}},
        {u"a.opus"_s, {}},
    };
    for (const auto &[name, options] : kinds)
        QVERIFY2(made::ffmpeg(QStringList{u"-i"_s, wav} + options + QStringList{path(name)}), qPrintable(name));
}

void TestSeekIndex::untabled()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"a.mp3", "vbr.mp3", "bare.mp3", "a.aac"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void TestSeekIndex::filesWithoutATableGetAnIndex_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("needsOne");
    QTest::addRow("mp3") << u"a.mp3"_s << true;
    QTest::addRow("mp3 without a Xing header") << u"bare.mp3"_s << true;
    QTest::addRow("adts") << u"a.aac"_s << true;
    QTest::addRow("m4a") << u"a.m4a"_s << false;
    QTest::addRow("flac") << u"a.flac"_s << false;
    QTest::addRow("opus") << u"a.opus"_s << false;
    QTest::addRow("wave") << u"a.wav"_s << false;
}

void TestSeekIndex::filesWithoutATableGetAnIndex()
{
    QFETCH(QString, name);
    QFETCH(bool, needsOne);
    const auto index = indexOf(path(name));
    QVERIFY(index->isSound());
    QCOMPARE(index->bytes, QFileInfo(path(name)).size());
    QCOMPARE(index->points.empty(), !needsOne);
    if (!needsOne)
        return;
    QVERIFY2(index->points.size() >= 15 && index->points.size() <= 25, "not one every two seconds or so");
    QVERIFY(index->points.back().tick > 35 * index->ticksPerSecond);
}

void TestSeekIndex::theSamplesAreTheSameAsFromTheStart()
{
    QFETCH(QString, name);
    const auto reference = Decoder::open(path(name), {rate, 1});
    QVERIFY(reference);
    const Result<Samples> whole = readAll(**reference);
    QVERIFY(whole);
    const auto index = indexOf(path(name));
    Samples some(3000);
    for (const int position : {39500, 38000, 30001, 2000, 2499, 2500, 2501, 700, 0, 21777}) {
        const auto decoder = openAtOnce(path(name), index); // has seen nothing of the file
        QVERIFY(decoder);
        QVERIFY(decoder->seek(MediaTime(position)));
        const qint64 at = decoder->framePosition();
        QVERIFY(std::abs(at - qRound(position * rate / 1000.0)) <= 1);
        QCOMPARE(decoder->read(some), Result<qsizetype>(qsizetype(some.size())));
        const int difference = largestDifference(std::span(*whole).subspan(size_t(at)), some);
        QVERIFY2(difference <= 2, qPrintable(u"%1 ms: differs by %2"_s.arg(position).arg(difference)));
        QCOMPARE(decoder->damagedPackets(), 0);
    }
}

// An hour: to its last minute, back to its middle, and after much has been read, which is when libav forgets places.
void TestSeekIndex::littleIsReadToComeToAPlace()
{
    QFETCH(QString, name);
    const QString hour = path(u"hour-"_s + name);
    QVERIFY(made::write(hour, made::bytesOf(path(name)).repeated(90)));
    const qint64 size = QFileInfo(hour).size();
    const auto index = indexOf(hour);
    const auto decoder = openAtOnce(hour, index);
    QVERIFY(decoder);
    const auto costOf = [&](int minute) {
        const qint64 before = bytesRead();
        return decoder->seek(std::chrono::minutes(minute)) ? bytesRead() - before : -1;
    };
    for (const int minute : {58, 30, 59}) {
        const qint64 cost = costOf(minute);
        QVERIFY2(cost >= 0 && cost < size / 100, qPrintable(u"%1 of %2 bytes"_s.arg(cost).arg(size)));
    }
    const auto uninformed = openAtOnce(hour, nullptr);
    const qint64 before = bytesRead();
    QVERIFY(uninformed->seek(std::chrono::minutes(58)));
    QVERIFY2(bytesRead() - before > size / 2, "goes there at once by itself: this test tells nothing");
}

void TestSeekIndex::countingFindsTheSameIndex()
{
    const Result<CountedFile> counted = countedFile(path(u"bare.mp3"_s), {});
    QVERIFY(counted);
    QVERIFY(counted->seekIndex);
    QVERIFY(counted->seekIndex->isSound());
    QVERIFY(std::abs(counted->duration.count() - 40000) < 100);
    QVERIFY(counted->seekIndex->points.size() >= 15);
    // Nothing is counted of a file that tells its length.
    QVERIFY(!countedFile(path(u"a.mp3"_s), {})->seekIndex);
}

// Whoever closes the library does not wait for hours of sound from a slow disk.
void TestSeekIndex::readingThroughIsGivenUp()
{
    const CancelToken cancelled;
    cancelled.cancel();
    for (const QString &name : {u"a.mp3"_s, u"bare.mp3"_s, u"a.m4a"_s}) {
        const Result<AudioInfo> info = probe(path(name), cancelled);
        QVERIFY(!info);
        QCOMPARE(info.error().code, ErrorCode::Cancelled);
    }
}

void TestSeekIndex::placesOfAnotherTimeBaseAreLeftAside()
{
    const QString name = path(u"bare.mp3"_s);
    auto index = std::make_shared<SeekIndex>(*indexOf(name));
    index->ticksPerSecond /= 2;
    const auto reference = openAtOnce(name, nullptr);
    const auto decoder = openAtOnce(name, index);
    Samples expected(3000);
    Samples some(3000);
    for (const auto &[from, to] : {std::pair(reference.get(), &expected), std::pair(decoder.get(), &some)}) {
        QVERIFY(from->seek(MediaTime(30000)));
        QCOMPARE(from->read(*to), Result<qsizetype>(3000));
    }
    QVERIFY(some == expected);
}

void TestSeekIndex::soundnessIsJudged_data()
{
    QTest::addColumn<SeekIndex>("index");
    QTest::addColumn<bool>("isSound");
    QTest::addRow("nothing") << SeekIndex{} << true;
    QTest::addRow("none needed") << SeekIndex{100, 0, {}} << true;
    QTest::addRow("two places") << SeekIndex{100, 10, {{0, 0}, {50, 20}}} << true;
    QTest::addRow("behind the end") << SeekIndex{100, 10, {{0, 0}, {100, 20}}} << false;
    QTest::addRow("before the start") << SeekIndex{100, 10, {{-1, 0}}} << false;
    QTest::addRow("the same byte twice") << SeekIndex{100, 10, {{5, 0}, {5, 20}}} << false;
    QTest::addRow("back in time") << SeekIndex{100, 10, {{5, 20}, {6, 10}}} << false;
    QTest::addRow("without a time base") << SeekIndex{100, 0, {{5, 20}}} << false;
    QTest::addRow("a negative size") << SeekIndex{-1, 0, {}} << false;
}

void TestSeekIndex::soundnessIsJudged()
{
    QFETCH(SeekIndex, index);
    QFETCH(bool, isSound);
    QCOMPARE(index.isSound(), isSound);
}

QTEST_GUILESS_MAIN(TestSeekIndex)
#include "test_seekindex.moc"
