// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/decoded.h"

#include <QTemporaryDir>

using namespace earmark;
using namespace earmark::audio;
using namespace Qt::StringLiterals;
using made::delayOf;
using made::largestDifference;
using made::readAll;
using made::Samples;

class TestDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void soundStartsAndEndsWhereItDidBeforeEncoding_data() { containers(); }
    void soundStartsAndEndsWhereItDidBeforeEncoding();
    void seekingToTheEndLeavesTheLength_data() { containers(); }
    void seekingToTheEndLeavesTheLength();
    void seekLandsOnTheSample_data() { containers(); }
    void seekLandsOnTheSample();
    void seekBehindTheEndIsTheEnd_data() { containers(); }
    void seekBehindTheEndIsTheEnd();
    void seekIsExactWhenResampled();
    void wavComesThroughUnchanged_data();
    void wavComesThroughUnchanged();
    void channelsAreMixedAndDoubled();
    void opposedChannelsDoNotCancel_data();
    void opposedChannelsDoNotCancel();
    void surroundIsMixedDown();
    void variableRateWithoutHeaderHasItsTrueLength();
    void coverPictureDoesNotDisturb();
    void wholeFileIsNotCalledTruncated_data() { containers(); }
    void wholeFileIsNotCalledTruncated();
    void invalidFormatIsRefused();
    void cancelledSeekCanBeFollowedByAnother_data() { containers(); }
    void cancelledSeekCanBeFollowedByAnother();
    void fileIsReadOnWhereverItsNameLeads_data();
    void fileIsReadOnWhereverItsNameLeads();

private:
    void containers();
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    Samples m_noise; // 44,100 Hz, mono, 12 s
    static constexpr int rate = 44100;
};

void TestDecoder::initTestCase()
{
    m_noise = made::noise(rate, 12);
    QVERIFY(writeWav(path(u"a.wav"_s), m_noise, rate, 1));
    const QString wav = path(u"a.wav"_s);
    // AAC without its noise substitution, which sounds different each time it is decoded.
    const QList<std::pair<QString, QStringList>> kinds{
        {u"a.mp3"_s, {u"-b:a"_s, u"128k"_s}},
        {u"vbr.mp3"_s, {u"-q:a"_s, u"5"_s}},
        {u"bare.mp3"_s, {u"-q:a"_s, u"5"_s, u"-write_xing"_s, u"0"_s, u"-id3v2_version"_s, u"0"_s}},
        {u"a.m4a"_s, {u"-c:a"_s, u"aac"_s, u"-b:a"_s, u"128k"_s, u"-aac_pns"_s, u"0"_s}},
        {u"a.aac"_s, {u"-c:a"_s, u"aac"_s, u"-b:a"_s, u"128k"_s, u"-aac_pns"_s, u"0"_s}},
        {u"a.ogg"_s, {u"-c:a"_s, u"libvorbis"_s, u"-q:a"_s, u"5"_s}},
        {u"a.opus"_s, {u"-c:a"_s, u"libopus"_s, u"-b:a"_s, u"96k"_s}},
        {u"a.flac"_s, {}},
        {u"a.mka"_s, {u"-c:a"_s, u"libopus"_s, u"-b:a"_s, u"96k"_s}},
    };
    for (const auto &[name, options] : kinds)
        QVERIFY2(made::ffmpeg(QStringList{u"-i"_s, wav} + options + QStringList{path(name)}), qPrintable(name));
}

// `delay`: samples of encoder padding that nothing in the file tells about; `jitter`: to how many
// samples the container's own times are exact.
void TestDecoder::containers()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("mostDelay");
    QTest::addColumn<int>("jitter");
    QTest::addRow("wav") << u"a.wav"_s << 0 << 0;
    QTest::addRow("flac") << u"a.flac"_s << 0 << 0;
    QTest::addRow("mp3, constant rate") << u"a.mp3"_s << 0 << 0;
    QTest::addRow("mp3, variable rate") << u"vbr.mp3"_s << 0 << 0;
    QTest::addRow("mp3, no Xing header") << u"bare.mp3"_s << 1200 << 0;
    QTest::addRow("m4a") << u"a.m4a"_s << 0 << 0;
    QTest::addRow("aac without a container") << u"a.aac"_s << 2200 << 0;
    QTest::addRow("ogg vorbis") << u"a.ogg"_s << 0 << 0;
    QTest::addRow("ogg opus") << u"a.opus"_s << 0 << 0;
    QTest::addRow("matroska opus (times in whole milliseconds)") << u"a.mka"_s << 44 << 50;
}

void TestDecoder::soundStartsAndEndsWhereItDidBeforeEncoding()
{
    QFETCH(QString, name);
    QFETCH(int, mostDelay);
    const auto decoder = Decoder::open(path(name), {rate, 1});
    QVERIFY(decoder);
    const MediaTime stated = (*decoder)->duration();
    const Result<Samples> heard = readAll(**decoder);
    QVERIFY(heard);
    QCOMPARE((*decoder)->damagedPackets(), 0);
    const int delay = delayOf(m_noise, *heard, rate, rate / 2, 2300);
    QVERIFY2(delay >= 0 && delay <= mostDelay, qPrintable(u"delay %1"_s.arg(delay)));
    QVERIFY2(delayOf(m_noise, *heard, 10 * rate, rate / 2, 2300) == delay, "the time line drifts");
    // Up to one packet of padding at the end where nothing says how much is sound.
    const qint64 extra = qint64(heard->size()) - qint64(m_noise.size());
    QVERIFY2(extra >= -rate / 50 && extra <= rate / 10, qPrintable(u"%1 samples too many"_s.arg(extra)));
    QCOMPARE((*decoder)->duration(), MediaTime(qRound64(double(heard->size()) * 1000 / rate)));
    QVERIFY2(std::abs((stated - (*decoder)->duration()).count()) < 100, "what the container stated is far off");
}

void TestDecoder::seekingToTheEndLeavesTheLength()
{
    QFETCH(QString, name);
    const auto decoder = Decoder::open(path(name), {rate, 1});
    QVERIFY(decoder);
    const MediaTime stated = (*decoder)->duration();
    Samples rest(size_t(rate) * 2);
    for (int i = 0; i < 5; ++i) {
        const MediaTime place = i == 0 ? stated - MediaTime(100) : (*decoder)->duration() - MediaTime(5);
        QVERIFY((*decoder)->seek(place));
        while ((*decoder)->read(rest).value_or(0) > 0) {}
        QVERIFY2(std::abs(((*decoder)->duration() - stated).count()) <= 1,
                 qPrintable(u"%1 instead of %2"_s.arg((*decoder)->duration().count()).arg(stated.count())));
    }
}

void TestDecoder::seekLandsOnTheSample()
{
    QFETCH(QString, name);
    QFETCH(int, jitter);
    const auto reference = Decoder::open(path(name), {rate, 1});
    QVERIFY(reference);
    const Result<Samples> whole = readAll(**reference);
    QVERIFY(whole);

    const auto decoder = Decoder::open(path(name), {rate, 1});
    QVERIFY(decoder);
    Samples some(3000);
    for (const int position : {7000, 1, 0, 250, 11500, 3333, 3334, 3500, 26, 9999, 600, 5000}) {
        QVERIFY((*decoder)->seek(MediaTime(position)));
        QVERIFY(std::abs((*decoder)->framePosition() - qRound(position * rate / 1000.0)) <= 1);
        const qint64 at = (*decoder)->framePosition();
        const Result<qsizetype> read = (*decoder)->read(some);
        QVERIFY(read);
        QCOMPARE(*read, qsizetype(some.size()));
        QCOMPARE((*decoder)->framePosition(), at + qint64(some.size()));
        if (jitter > 0) {
            const auto from = whole->begin() + at;
            const int off = delayOf(Samples(from, from + 3000), some, 500, 2000, 400);
            QVERIFY2(std::abs(off) <= jitter, qPrintable(u"%1 ms: %2 samples off"_s.arg(position).arg(off)));
        } else if (jitter == 0) {
            const int difference = largestDifference(std::span(*whole).subspan(size_t(at)), some);
            QVERIFY2(difference <= 2, qPrintable(u"%1 ms: differs by %2"_s.arg(position).arg(difference)));
        }
    }
    QCOMPARE((*decoder)->damagedPackets(), 0);
}

void TestDecoder::seekBehindTheEndIsTheEnd()
{
    QFETCH(QString, name);
    const auto decoder = Decoder::open(path(name), {rate, 1});
    QVERIFY(decoder);
    QVERIFY((*decoder)->seek(MediaTime(3600 * 1000)));
    Samples some(1000);
    QCOMPARE((*decoder)->read(some), Result<qsizetype>(0));
    QVERIFY(std::abs((*decoder)->framePosition() - qint64(m_noise.size())) < rate / 10);
    QVERIFY((*decoder)->seek(MediaTime(-5)));
    QCOMPARE((*decoder)->framePosition(), 0);
    QCOMPARE((*decoder)->read(some), Result<qsizetype>(1000));
}

void TestDecoder::seekIsExactWhenResampled()
{
    for (const int target : {48000, 16000, 22050}) {
        const auto reference = Decoder::open(path(u"a.mp3"_s), {target, 2});
        QVERIFY(reference);
        const Result<Samples> whole = readAll(**reference);
        QVERIFY(whole);
        const auto decoder = Decoder::open(path(u"a.mp3"_s), {target, 2});
        QVERIFY(decoder);
        Samples some(2000);
        for (const int position : {8123, 4001, 77, 9000}) {
            QVERIFY((*decoder)->seek(MediaTime(position)));
            const auto at = size_t((*decoder)->framePosition());
            QCOMPARE(qint64(at), qint64(position) * target / 1000 + (qint64(position) * target % 1000 >= 500));
            QCOMPARE((*decoder)->read(some), Result<qsizetype>(1000));
            const int difference = largestDifference(std::span(*whole).subspan(2 * at), some);
            QVERIFY2(difference <= 2, qPrintable(u"%1 Hz, %2 ms: %3"_s.arg(target).arg(position).arg(difference)));
        }
    }
}

void TestDecoder::wavComesThroughUnchanged_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("sampleRate");
    QTest::addRow("mono") << 1 << 16000;
    QTest::addRow("stereo") << 2 << 48000;
    QTest::addRow("low rate") << 1 << 8000;
    QTest::addRow("high rate") << 2 << 96000;
}

void TestDecoder::wavComesThroughUnchanged()
{
    QFETCH(int, channels);
    QFETCH(int, sampleRate);
    const Samples samples = made::noise(sampleRate, 1.0 * channels, 7);
    QVERIFY(writeWav(path(u"same.wav"_s), samples, sampleRate, channels));
    const auto decoder = Decoder::open(path(u"same.wav"_s), {sampleRate, channels});
    QVERIFY(decoder);
    QCOMPARE((*decoder)->duration(), MediaTime(1000));
    const Result<Samples> heard = readAll(**decoder, 777);
    QVERIFY(heard);
    QVERIFY(*heard == samples);
}

void TestDecoder::channelsAreMixedAndDoubled()
{
    const Samples mono = made::noise(rate, 1, 3);
    QVERIFY(writeWav(path(u"one.wav"_s), mono, rate, 1));
    const auto doubled = Decoder::open(path(u"one.wav"_s), {rate, 2});
    QVERIFY(doubled);
    const Result<Samples> both = readAll(**doubled);
    QVERIFY(both);
    QCOMPARE(both->size(), 2 * mono.size());
    for (size_t i = 0; i < mono.size(); ++i) {
        if ((*both)[2 * i] != mono[i] || (*both)[2 * i + 1] != mono[i])
            QFAIL("one channel is not the same on both sides");
    }
    Samples stereo;
    for (const qint16 sample : mono) {
        stereo.push_back(sample);
        stereo.push_back(qint16(sample / 2));
    }
    QVERIFY(writeWav(path(u"two.wav"_s), stereo, rate, 2));
    const auto mixed = Decoder::open(path(u"two.wav"_s), {rate, 1});
    QVERIFY(mixed);
    const Result<Samples> single = readAll(**mixed);
    QVERIFY(single);
    QCOMPARE(single->size(), mono.size());
    for (size_t i = 0; i < mono.size(); ++i) {
        if (std::abs((*single)[i] - (mono[i] + mono[i] / 2) / 2) > 2)
            QFAIL("two channels are not mixed evenly");
    }
}

void TestDecoder::opposedChannelsDoNotCancel_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("8 bits") << u"opposed.wav"_s << QStringList{u"-c:a"_s, u"pcm_u8"_s};
    QTest::newRow("16 bits") << u"opposed.wav"_s << QStringList{};
    QTest::newRow("24 bits") << u"opposed.flac"_s << QStringList{u"-sample_fmt"_s, u"s32"_s};
    QTest::newRow("doubles") << u"opposed.wav"_s << QStringList{u"-c:a"_s, u"pcm_f64le"_s};
    QTest::newRow("planes") << u"opposed.mp3"_s << QStringList{u"-b:a"_s, u"192k"_s};
}

void TestDecoder::opposedChannelsDoNotCancel()
{
    QFETCH(QString, name);
    QFETCH(QStringList, options);
    // A second each: opposed, opposed with one side softer, alike.
    const Samples sound = made::noise(rate, 3, 5);
    Samples stereo;
    for (size_t i = 0; i < sound.size(); ++i) {
        const int second = int(i / size_t(rate));
        stereo.push_back(sound[i]);
        stereo.push_back(second == 0 ? qint16(-sound[i]) : second == 1 ? qint16(sound[i] / -5 * 4) : sound[i]);
    }
    QVERIFY(made::encoded(path(name), stereo, rate, 2, options));
    for (const int outRate : {rate, 16000}) {
        const auto decoder = Decoder::open(path(name), {outRate, 1});
        QVERIFY(decoder);
        const Result<Samples> heard = readAll(**decoder);
        QVERIFY(heard);
        for (int second = 0; second < 3; ++second) {
            const auto energy = [&](const Samples &samples, int samplesRate) {
                double sum = 0;
                for (int i = second * samplesRate + samplesRate / 10; i < (second + 1) * samplesRate - samplesRate / 10;
                     ++i)
                    sum += double(samples[size_t(i)]) * samples[size_t(i)] / samplesRate;
                return sum;
            };
            const double kept = energy(*heard, outRate) / energy(sound, rate);
            QVERIFY2(kept > 0.75 && kept < 1.1, qPrintable(u"second %1: %2"_s.arg(second).arg(kept)));
        }
    }
}

void TestDecoder::surroundIsMixedDown()
{
    QVERIFY(made::encoded(path(u"six.flac"_s), made::noise(rate, 6), rate, 6, {}));
    const auto decoder = Decoder::open(path(u"six.flac"_s), {16000, 2});
    QVERIFY(decoder);
    const Result<Samples> heard = readAll(**decoder);
    QVERIFY(heard);
    QCOMPARE(heard->size(), size_t(2 * 16000));
}

void TestDecoder::variableRateWithoutHeaderHasItsTrueLength()
{
    // Silence first: libav takes its low bit rate for that of the whole file.
    Samples samples(size_t(20 * rate));
    const Samples loud = made::noise(rate, 20, 9);
    samples.insert(samples.end(), loud.begin(), loud.end());
    const QString name = path(u"growing.mp3"_s);
    QVERIFY(made::encoded(name, samples, rate, 1, {u"-q:a"_s, u"0"_s, u"-write_xing"_s, u"0"_s}));
    const auto decoder = Decoder::open(name, {16000, 1});
    QVERIFY(decoder);
    QVERIFY(std::abs((*decoder)->duration().count() - 40000) < 120);
    QVERIFY((*decoder)->seek(MediaTime(35000)));
    QCOMPARE((*decoder)->framePosition(), 35 * 16000);
}

void TestDecoder::coverPictureDoesNotDisturb()
{
    const QString picture = path(u"cover.png"_s);
    QVERIFY(made::ffmpeg(
        {u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc=size=900x900:duration=0.04"_s, u"-frames:v"_s, u"1"_s, picture}));
    const QString name = path(u"covered.mp3"_s);
    QVERIFY(made::ffmpeg({u"-i"_s, path(u"a.wav"_s), u"-i"_s, picture, u"-map"_s, u"0"_s, u"-map"_s, u"1"_s, u"-b:a"_s,
                          u"128k"_s, name}));
    const auto decoder = Decoder::open(name, {rate, 1});
    QVERIFY(decoder);
    const Result<Samples> heard = readAll(**decoder);
    QVERIFY(heard);
    QCOMPARE(delayOf(m_noise, *heard, rate, rate / 2, 100), 0);
}

void TestDecoder::wholeFileIsNotCalledTruncated()
{
    QFETCH(QString, name);
    double last = 0;
    bool falls = false;
    const Result<DecodeSummary> summary = decodeAll(
        path(name), 16000, [](std::span<const qint16>) {}, {},
        [&](double share) {
            falls = falls || share < last || share > 1;
            last = share;
        });
    QVERIFY(summary);
    QVERIFY(!summary->truncated);
    QCOMPARE(summary->damagedPackets, 0);
    QVERIFY(!falls);
    QVERIFY(last > 0.98);
}

void TestDecoder::invalidFormatIsRefused()
{
    for (const SampleFormat format :
         {SampleFormat{0, 1}, SampleFormat{48000, 3}, SampleFormat{1000000, 2}, SampleFormat{48000, 0}}) {
        const auto decoder = Decoder::open(path(u"a.wav"_s), format);
        QVERIFY(!decoder);
        QCOMPARE(decoder.error().code, ErrorCode::InvalidArgument);
    }
}

void TestDecoder::cancelledSeekCanBeFollowedByAnother()
{
    QFETCH(QString, name);
    QFETCH(int, jitter);
    const CancelToken cancelled;
    cancelled.cancel();
    const auto refused = Decoder::open(path(name), {rate, 1}, cancelled);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Cancelled);

    const auto reference = Decoder::open(path(name), {rate, 1});
    QVERIFY(reference);
    const Result<Samples> whole = readAll(**reference);
    QVERIFY(whole);
    const auto decoder = Decoder::open(path(name), {rate, 1});
    QVERIFY(decoder);
    Samples some(3000);
    for (const int position : {7000, 0}) {
        const Result<void> sought = (*decoder)->seek(MediaTime(9000), cancelled);
        QVERIFY(!sought);
        QCOMPARE(sought.error().code, ErrorCode::Cancelled);
        QVERIFY(!(*decoder)->read(some));
        QVERIFY((*decoder)->seek(MediaTime(position)));
        const qint64 at = (*decoder)->framePosition();
        QVERIFY(std::abs(at - qRound(position * rate / 1000.0)) <= 1);
        QCOMPARE((*decoder)->read(some), Result<qsizetype>(qsizetype(some.size())));
        if (jitter == 0)
            QVERIFY(largestDifference(std::span(*whole).subspan(size_t(at)), some) <= 2);
    }
}

void TestDecoder::fileIsReadOnWhereverItsNameLeads_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"deleted", "moved", "replaced"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

// A seek that was given up is followed by opening the file anew, another format needs that, too.
void TestDecoder::fileIsReadOnWhereverItsNameLeads()
{
    QFETCH(QString, what);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.wav"_s);
    const auto samples = made::noise(rate, 3);
    QVERIFY(audio::writeWav(file, samples, rate, 1));
    const auto decoder = Decoder::open(file, {rate, 1});
    QVERIFY(decoder);
    QVERIFY((*decoder)->file()->isAnythingThere());
    if (what == u"moved") {
        QVERIFY(QFile::rename(file, folder.filePath(u"b.wav"_s)));
    } else {
        QVERIFY(QFile::remove(file));
    }
    if (what == u"replaced")
        QVERIFY(audio::writeWav(file, made::tone(rate, 1, 300), rate, 1));
    QCOMPARE((*decoder)->file()->isAnythingThere(), what == u"replaced");

    const CancelToken cancelled;
    cancelled.cancel();
    QVERIFY(!(*decoder)->seek(MediaTime(2500), cancelled));
    QVERIFY((*decoder)->seek(MediaTime(2000)));
    Samples some(3000);
    QCOMPARE((*decoder)->read(some), Result<qsizetype>(qsizetype(some.size())));
    QVERIFY(std::ranges::equal(some, std::span(samples).subspan(size_t(rate) * 2, some.size())));

    const auto doubled = Decoder::open(file, {rate, 2}, {}, Decoder::Length::Counted, (*decoder)->file());
    QVERIFY(doubled);
    Samples pairs(2000);
    QCOMPARE((*doubled)->read(pairs), Result<qsizetype>(1000));
    QCOMPARE(pairs[1000], samples[500]);
}

QTEST_GUILESS_MAIN(TestDecoder)
#include "test_decoder.moc"
