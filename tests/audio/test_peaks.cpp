// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/madeaudio.h"
#include "audio/peaks.h"

#include <QTemporaryDir>

using namespace earmark;
using namespace earmark::audio;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using made::Samples;

class TestPeaks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelsKeepTheirOrderAndComeBack();
    void peaksFollowTheSound_data();
    void peaksFollowTheSound();
    void soundOfAnyLengthIsMeasuredToItsEnd_data();
    void soundOfAnyLengthIsMeasuredToItsEnd();
    void measuringTellsHowFarItIsAndCanBeCancelled();
    void whatIsNoSoundIsRefused();
    void columnsShowLoudestAndMean();
    void columnsOutsideAreSilent();
    void aBangDoesNotCountAsLoud();
    void silencesAreFoundAtAnyLoudness_data();
    void silencesAreFoundAtAnyLoudness();

private:
    QTemporaryDir m_folder;
};

namespace {

void append(Samples &samples, const Samples &more)
{
    samples.insert(samples.end(), more.begin(), more.end());
}

Peaks peaksOf(const std::vector<int> &levels)
{
    Peaks peaks;
    for (const int level : levels)
        peaks.levels.append(char(level));
    return peaks;
}

} // namespace

void TestPeaks::levelsKeepTheirOrderAndComeBack()
{
    QCOMPARE(int(levelOf(0)), 0);
    QCOMPARE(int(levelOf(32768)), 255);
    QCOMPARE(int(levelOf(40000)), 255);
    for (int magnitude = 1; magnitude <= 32768; ++magnitude) {
        QVERIFY(levelOf(magnitude) >= levelOf(magnitude - 1));
        QVERIFY(std::abs(amplitudeOf(levelOf(magnitude)) * 32768 - magnitude) <= 150);
    }
}

void TestPeaks::peaksFollowTheSound_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("wav") << u"a.wav"_s << QStringList{u"-c:a"_s, u"pcm_s16le"_s};
    QTest::newRow("stereo") << u"b.wav"_s << QStringList{u"-af"_s, u"pan=stereo|c0=c0|c1=c0"_s};
    QTest::newRow("mp3") << u"c.mp3"_s << QStringList{u"-b:a"_s, u"128k"_s};
    QTest::newRow("aac") << u"d.m4a"_s << QStringList{u"-c:a"_s, u"aac"_s};
}

// Two seconds each of a loud tone, nothing, and a tone a tenth as loud.
void TestPeaks::peaksFollowTheSound()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, options);
    constexpr int rate = 44100;
    Samples samples = made::tone(rate, 2, 300, 16384);
    append(samples, Samples(size_t(2 * rate)));
    append(samples, made::tone(rate, 2, 300, 1638));
    const QString path = m_folder.filePath(name);
    QVERIFY(made::encoded(path, samples, rate, 1, options));
    const Result<Peaks> peaks = computePeaks(path, {});
    QVERIFY(peaks);
    QVERIFY2(std::abs(peaks->levels.size() - 120) <= 3, qPrintable(QString::number(peaks->levels.size())));
    // A tenth of a second on either side of a change belongs to the codec.
    const auto within = [&](int first, int last, double least, double most) {
        for (int i = first; i <= last; ++i) {
            if (const double amplitude = amplitudeOf(peaks->level(i)); amplitude < least || amplitude > most)
                return false;
        }
        return true;
    };
    QVERIFY(within(2, 37, 0.45, 0.56));
    QVERIFY(within(42, 77, 0, 0.01));
    QVERIFY(within(82, 115, 0.04, 0.06));
}

void TestPeaks::soundOfAnyLengthIsMeasuredToItsEnd_data()
{
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("expected");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("one sample") << 1 << 1;
    QTest::newRow("one peak") << 400 << 1;
    QTest::newRow("a bit more") << 401 << 2;
    QTest::newRow("a second and a bit") << 8100 << 21;
}

void TestPeaks::soundOfAnyLengthIsMeasuredToItsEnd()
{
    QFETCH(const int, samples);
    QFETCH(const int, expected);
    const QString path = m_folder.filePath(u"length.wav"_s);
    QVERIFY(writeWav(path, Samples(size_t(samples), -32768), 8000, 1));
    const Result<Peaks> peaks = computePeaks(path, {});
    QVERIFY(peaks);
    QCOMPARE(int(peaks->levels.size()), expected);
    if (expected > 0)
        QVERIFY(peaks->level(expected - 1) > 200);
    QCOMPARE(peaks->duration(), MediaTime(expected * 50));
}

void TestPeaks::measuringTellsHowFarItIsAndCanBeCancelled()
{
    const QString path = m_folder.filePath(u"long.wav"_s);
    QVERIFY(writeWav(path, made::noise(8000, 30), 8000, 1));
    std::vector<double> told;
    QVERIFY(computePeaks(path, {}, [&](double done) { told.push_back(done); }));
    QVERIFY(told.size() > 10);
    QVERIFY(std::ranges::is_sorted(told));
    QCOMPARE(told.back(), 1.0);

    const CancelToken cancel;
    const Result<Peaks> peaks = computePeaks(path, cancel, [&](double) { cancel.cancel(); });
    QVERIFY(!peaks);
    QCOMPARE(peaks.error().code, ErrorCode::Cancelled);
}

void TestPeaks::whatIsNoSoundIsRefused()
{
    QCOMPARE(computePeaks(m_folder.filePath(u"missing.mp3"_s), {}).error().code, ErrorCode::FileNotFound);
    QVERIFY(made::write(m_folder.filePath(u"words.mp3"_s), QByteArray("just a few words\n").repeated(100)));
    QCOMPARE(computePeaks(m_folder.filePath(u"words.mp3"_s), {}).error().code, ErrorCode::NotAudio);
}

void TestPeaks::columnsShowLoudestAndMean()
{
    const Peaks peaks = peaksOf({10, 20, 30, 40, 200, 0, 0, 0});
    QCOMPARE(columnsOf(peaks, 0ms, 400ms, 2), (std::vector<PeakColumn>{{40, 25}, {200, 50}}));
    QCOMPARE(columnsOf(peaks, 200ms, 400ms, 1), (std::vector<PeakColumn>{{200, 50}}));
    // Fewer peaks than columns: each is shown as long as it lasts.
    QCOMPARE(columnsOf(peaks, 0ms, 100ms, 4), (std::vector<PeakColumn>{{10, 10}, {10, 10}, {20, 20}, {20, 20}}));
    // No peak is lost, however the columns fall.
    for (int count = 1; count <= 8; ++count) {
        const auto columns = columnsOf(peaks, 0ms, 400ms, count);
        QCOMPARE(int(std::ranges::max(columns, {}, &PeakColumn::peak).peak), 200);
    }
}

void TestPeaks::columnsOutsideAreSilent()
{
    const Peaks peaks = peaksOf({100, 100});
    QCOMPARE(columnsOf(peaks, 0ms, 400ms, 4), (std::vector<PeakColumn>{{100, 100}, {}, {}, {}}));
    QCOMPARE(columnsOf(peaks, -100ms, 100ms, 2), (std::vector<PeakColumn>{{}, {100, 100}}));
    QVERIFY(columnsOf(peaks, 0ms, 100ms, 0).empty());
    QCOMPARE(columnsOf({}, 0ms, 0ms, 2), (std::vector<PeakColumn>{{}, {}}));
}

void TestPeaks::aBangDoesNotCountAsLoud()
{
    std::vector<int> levels(1000, 120);
    levels[500] = 255;
    QCOMPARE(int(loudLevel(peaksOf(levels))), 120);
    QCOMPARE(int(loudLevel(peaksOf({200}))), 200);
    QCOMPARE(int(loudLevel({})), 0);
}

void TestPeaks::silencesAreFoundAtAnyLoudness_data()
{
    QTest::addColumn<int>("speech");
    QTest::addColumn<int>("pause");
    QTest::newRow("loud and clean") << 200 << 2;
    QTest::newRow("soft") << 60 << 1;
    QTest::newRow("noisy room") << 200 << 60;
    QTest::newRow("nothing in the pauses") << 180 << 0;
}

void TestPeaks::silencesAreFoundAtAnyLoudness()
{
    QFETCH(const int, speech);
    QFETCH(const int, pause);
    std::vector<int> levels(100, speech);
    levels.insert(levels.end(), 40, pause);
    levels.insert(levels.end(), 100, speech);
    levels.insert(levels.end(), 10, pause); // half a second
    levels.insert(levels.end(), 50, speech);
    levels.insert(levels.end(), 30, pause);
    QCOMPARE(silences(peaksOf(levels), 1000ms), (std::vector<MediaSpan>{{5000ms, 7000ms}, {15000ms, 16500ms}}));
    QVERIFY(silences(peaksOf(std::vector<int>(100, speech)), 1000ms).empty());
}

QTEST_GUILESS_MAIN(TestPeaks)
#include "test_peaks.moc"
