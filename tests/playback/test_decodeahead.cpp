// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/decodeahead.h"

#include "audio/audioinfo.h"
#include "audio/madeaudio.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QTemporaryDir>

#include <atomic>

using namespace earmark;
using namespace earmark::playback;
using namespace Qt::StringLiterals;

namespace {

constexpr int rate = 48000;

// A file of 20 s, a decoding thread, and what it reported.
struct Ahead {
    explicit Ahead(double seconds = 20)
        : decoder(queue,
                  {[this](quint64 epoch, MediaTime length, DecodeAhead::Listener::Length) {
                       loaded = epoch;
                       duration = length.count();
                   },
                   [this](quint64 epoch, const Error &error) {
                       failed = epoch;
                       code = error.code;
                   },
                   [this](quint64, MediaTime length) { measured = length.count(); },
                   {},
                   [this](const QString &, DecodeAhead::Listener::Place where) { place = where; }})
    {
        path = folder.filePath(u"a.wav"_s);
        // The value of a sample is the tenth of a second it is in.
        std::vector<qint16> samples(size_t(seconds * rate));
        for (size_t i = 0; i < samples.size(); ++i)
            samples[i] = qint16(i / 4800);
        if (!audio::writeWav(path, samples, rate, 1))
            qFatal("no file");
    }
    void start(quint64 epoch, int ms, double speed = 1, std::optional<DecodeAhead::Loop> loop = {})
    {
        queue.restart(epoch, 1);
        queue.openTo(1);
        decoder.start({epoch, path, {rate, 1}, MediaTime(ms), {speed, loop}});
    }

    QTemporaryDir folder;
    QString path;
    SampleQueue queue;
    std::atomic<quint64> loaded = 0;
    std::atomic<quint64> failed = 0;
    std::atomic<ErrorCode> code = ErrorCode::Internal;
    std::atomic<qint64> duration = -1;
    std::atomic<qint64> measured = -1;
    std::atomic<DecodeAhead::Listener::Place> place = DecodeAhead::Listener::Place::There;
    DecodeAhead decoder;
};

// Eight hours that nothing tells the length of: going to a place in them means reading up to it.
QString longFile(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(u"long.aac"_s);
    if (!made::encoded(path, made::tone(44100, 60, 300), 44100, 1, {u"-b:a"_s, u"24k"_s}))
        return {};
    return made::write(path, made::bytesOf(path).repeated(480)) ? path : QString();
}

// What this process has read from files until now.
qint64 bytesRead()
{
    for (const QByteArray &line : made::bytesOf(u"/proc/self/io"_s).split('\n')) {
        if (line.startsWith("rchar: "))
            return line.mid(7).toLongLong();
    }
    return -1;
}

bool isOpen(const QString &path)
{
    const QDir open(u"/proc/self/fd"_s);
    const QStringList names = open.entryList(QDir::Files | QDir::System);
    return std::any_of(names.begin(), names.end(),
                       [&](const QString &name) { return QFile::symLinkTarget(open.filePath(name)) == path; });
}

} // namespace

class TestDecodeAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decoderStaysAheadButNotFar();
    void lastOfManyJumpsWins();
    void speedChangesInPlace();
    void loopGoesOnWithoutAGap_data();
    void loopGoesOnWithoutAGap();
    void endIsReachedAndTheLengthMeasured();
    void unplayableFileIsReported();
    void fileThatIsGoneIsToldAndReadOn();
    void closingDoesNotWait();
    void openingIsGivenUp();
    void aKnownIndexSparesReadingUpToAPlace_data();
    void aKnownIndexSparesReadingUpToAPlace();
};

void TestDecodeAhead::decoderStaysAheadButNotFar()
{
    Ahead ahead;
    ahead.start(1, 0);
    QTRY_VERIFY(ahead.queue.queuedFrames() >= rate);
    QCOMPARE(ahead.loaded.load(), quint64(1));
    QCOMPARE(ahead.duration.load(), 20000);
    QTest::qWait(50);
    QVERIFY(ahead.queue.queuedFrames() < 1.2 * rate);
    std::vector<qint16> out(size_t(rate / 2));
    std::vector<Piece> pieces;
    ahead.queue.pull(1, out, pieces);
    QCOMPARE(out.back(), qint16(4));
    ahead.decoder.wake();
    QTRY_VERIFY(ahead.queue.queuedFrames() >= rate);
}

void TestDecodeAhead::lastOfManyJumpsWins()
{
    Ahead ahead;
    for (quint64 epoch = 1; epoch <= 50; ++epoch)
        ahead.start(epoch, int(epoch) * 300);
    QTRY_COMPARE(ahead.loaded.load(), quint64(50));
    QTRY_VERIFY(ahead.queue.queuedFrames() > 0);
    std::vector<qint16> out(1);
    std::vector<Piece> pieces;
    ahead.queue.pull(1, out, pieces);
    QCOMPARE(pieces.front().mediaStart, 15.0 * rate);
    QCOMPARE(pieces.front().epoch, quint64(50));
    QCOMPARE(out.front(), qint16(150));
}

void TestDecodeAhead::speedChangesInPlace()
{
    Ahead ahead;
    ahead.start(1, 5000);
    QTRY_VERIFY(ahead.queue.queuedFrames() >= rate);
    std::vector<qint16> out(4800);
    std::vector<Piece> pieces;
    ahead.queue.pull(1, out, pieces);
    ahead.decoder.setManner({2, {}});
    double speed = 1;
    double next = ahead.queue.nextMedia();
    for (int tries = 0; speed == 1 && tries < 500; ++tries) {
        QTest::qWait(2);
        pieces.clear();
        ahead.queue.pull(1, std::span(out).first(48), pieces);
        QVERIFY2(std::abs(pieces.front().mediaStart - next) < 0.04 * rate, "a piece was skipped or repeated");
        next = ahead.queue.nextMedia();
        speed = pieces.back().mediaPerFrame;
    }
    QVERIFY2(speed > 1.3 && speed < 3, qPrintable(QString::number(speed)));
}

void TestDecodeAhead::loopGoesOnWithoutAGap_data()
{
    QTest::addColumn<double>("speed");
    QTest::addColumn<bool>("whilePlaying");
    QTest::newRow("1x") << 1.0 << false;
    QTest::newRow("2x") << 2.0 << false;
    QTest::newRow("asked for while it plays") << 1.0 << true;
}

void TestDecodeAhead::loopGoesOnWithoutAGap()
{
    QFETCH(const double, speed);
    QFETCH(const bool, whilePlaying);
    constexpr DecodeAhead::Loop loop{MediaTime(5000), MediaTime(5600)};
    Ahead ahead;
    ahead.start(1, 5100, speed, whilePlaying ? std::nullopt : std::optional(loop));
    QTRY_VERIFY(ahead.queue.queuedFrames() >= rate / 3);
    std::vector<Piece> pieces;
    std::vector<qint16> out(480);
    ahead.queue.pull(1, out, pieces);
    if (whilePlaying) {
        ahead.decoder.setManner({speed, loop});
        QTest::qWait(200);
    }
    // Until the fourth lap.
    for (int i = 0; i < 2000 && (pieces.back().mediaPerFrame == 0 || pieces.back().lap < 3); ++i) {
        QTRY_VERIFY(ahead.queue.queuedFrames() >= 480);
        ahead.queue.pull(1, out, pieces);
        ahead.decoder.wake();
    }
    QCOMPARE(pieces.back().lap, 3);
    double heard = 0;
    for (const Piece &piece : pieces) {
        QVERIFY2(piece.mediaPerFrame > 0, "a gap");
        QVERIFY(piece.mediaStart >= 5.0 * rate - 1 && piece.mediaStart <= 5.6 * rate + 1);
        heard += piece.lap == 1 ? double(piece.frames) * piece.mediaPerFrame : 0;
    }
    // A lap is heard from its start to its end.
    QVERIFY2(std::abs(heard / rate - 0.6) < 0.01, qPrintable(QString::number(heard / rate)));
}

void TestDecodeAhead::endIsReachedAndTheLengthMeasured()
{
    Ahead ahead(1.23);
    ahead.start(1, 900);
    QTRY_COMPARE(ahead.measured.load(), 1230);
    std::vector<qint16> out(size_t(0.5 * rate));
    std::vector<Piece> pieces;
    ahead.queue.pull(1, out, pieces);
    QTRY_VERIFY(ahead.queue.isDrained());
    qint64 frames = 0;
    for (const Piece &piece : pieces)
        frames += piece.mediaPerFrame > 0 ? piece.frames : 0;
    QCOMPARE(frames, qint64(0.33 * rate));
}

void TestDecodeAhead::unplayableFileIsReported()
{
    Ahead ahead;
    ahead.queue.restart(4, 2);
    ahead.decoder.start({4, u"/nowhere/at/all.mp3"_s, {rate, 2}, MediaTime(0), {}});
    QTRY_COMPARE(ahead.failed.load(), quint64(4));
    QCOMPARE(ahead.code.load(), ErrorCode::FileNotFound);
    // And the thread is ready for another file.
    ahead.start(5, 0);
    QTRY_COMPARE(ahead.loaded.load(), quint64(5));
}

// Whether the same device goes on or one with another rate takes over.
void TestDecodeAhead::fileThatIsGoneIsToldAndReadOn()
{
    using Place = DecodeAhead::Listener::Place;
    Ahead ahead;
    ahead.start(1, 0);
    QTRY_COMPARE(ahead.loaded.load(), quint64(1));
    QVERIFY(QFile::rename(ahead.path, ahead.path + u".away"_s));
    QTRY_COMPARE(ahead.place.load(), Place::Gone);
    ahead.start(2, 15000);
    QTRY_COMPARE(ahead.loaded.load(), quint64(2));
    std::vector<qint16> out(2);
    std::vector<Piece> pieces;
    ahead.queue.pull(1, out, pieces);
    QCOMPARE(out[0], qint16(150));

    ahead.queue.restart(3, 2);
    ahead.decoder.start({3, ahead.path, {44100, 2}, MediaTime(10050), {}});
    QTRY_COMPARE(ahead.loaded.load(), quint64(3));
    ahead.queue.pull(1, out, pieces);
    QCOMPARE(pieces.back().mediaStart, 443205.0);
    QVERIFY(std::abs(out[0] - 100) <= 1);
    QVERIFY(QFile::rename(ahead.path + u".away"_s, ahead.path));
    QTRY_COMPARE(ahead.place.load(), Place::There);
    QCOMPARE(ahead.failed.load(), quint64(0));
}

void TestDecodeAhead::closingDoesNotWait()
{
    for (int i = 0; i < 20; ++i) {
        Ahead ahead(1);
        ahead.start(1, i);
    }
}

// Whoever quits or goes on to another place does not wait until the file has been read through.
void TestDecodeAhead::openingIsGivenUp()
{
    SampleQueue queue;
    std::atomic<int> loaded = 0;
    std::atomic<int> failed = 0;
    std::atomic<quint64> last = 0;
    QTemporaryDir folder;
    const QString path = longFile(folder);
    QVERIFY(!path.isEmpty());
    {
        DecodeAhead decoder(queue,
                            {[&](quint64 epoch, MediaTime, DecodeAhead::Listener::Length) {
                                 last = epoch;
                                 ++loaded;
                             },
                             [&](quint64, const Error &) { ++failed; }, [](quint64, MediaTime) {}});
        queue.restart(1, 1);
        decoder.start({1, path, {44100, 1}, MediaTime(28700000), {}});
        const QDeadlineTimer patience(10000);
        while (!isOpen(path) && !patience.hasExpired())
            std::this_thread::yield(); // a moment later it is there already
        queue.restart(2, 1);
        decoder.start({2, path, {44100, 1}, MediaTime(3600000), {}});
        QTRY_COMPARE_WITH_TIMEOUT(last.load(), quint64(2), 60000);
        QCOMPARE(loaded.load(), 1);
        // Another format opens it anew.
        queue.restart(3, 1);
        decoder.start({3, path, {48000, 1}, MediaTime(28700000), {}});
        QTest::qWait(2);
    }
    QCOMPARE(loaded.load(), 1);
    QCOMPARE(failed.load(), 0);
}

void TestDecodeAhead::aKnownIndexSparesReadingUpToAPlace_data()
{
    QTest::addColumn<bool>("isOfThisFile");
    QTest::addRow("of this file") << true;
    QTest::addRow("of one with another size") << false;
}

void TestDecodeAhead::aKnownIndexSparesReadingUpToAPlace()
{
    QFETCH(bool, isOfThisFile);
    QTemporaryDir folder;
    const QString path = longFile(folder);
    QVERIFY(!path.isEmpty());
    const Result<audio::AudioInfo> info = audio::probe(path);
    QVERIFY(info);
    auto index = std::make_shared<audio::SeekIndex>(info->seekIndex);
    QVERIFY(index->points.size() > 10000);
    if (!isOfThisFile)
        ++index->bytes;
    Ahead ahead;
    ahead.queue.restart(1, 1);
    const qint64 before = bytesRead();
    ahead.decoder.start(
        {1, path, {44100, 1}, std::chrono::hours(7), {}, {info->duration, info->bytes, std::move(index)}});
    QTRY_COMPARE_WITH_TIMEOUT(ahead.loaded.load(), quint64(1), 60000);
    const qint64 cost = bytesRead() - before;
    QVERIFY2((cost < info->bytes / 20) == isOfThisFile, qPrintable(u"%1 of %2 bytes"_s.arg(cost).arg(info->bytes)));
    QCOMPARE(MediaTime(ahead.duration.load()), info->duration);
}

QTEST_GUILESS_MAIN(TestDecodeAhead)
#include "test_decodeahead.moc"
