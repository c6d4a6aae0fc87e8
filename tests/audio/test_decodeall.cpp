// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/decoded.h"

#include <QTemporaryDir>

using namespace earmark;
using namespace earmark::audio;
using namespace Qt::StringLiterals;
using made::delayOf;
using made::readAll;
using made::Samples;

// Whole files, and what is left of them when they are cut or damaged.
class TestDecodeAll : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void damageIsSkippedCountedAndSilent_data();
    void damageIsSkippedCountedAndSilent();
    void truncatedFileIsReadToItsEnd_data();
    void truncatedFileIsReadToItsEnd();
    void decodingAllGivesEverythingInBlocks();
    void decodingAllStopsWhenCancelled();
    void decodingAllReportsRefusals();
    void wavWithoutSamplesIsEmptySound();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    Samples m_noise; // 44,100 Hz, mono, 12 s
    static constexpr int rate = 44100;
};

void TestDecodeAll::initTestCase()
{
    m_noise = made::noise(rate, 12);
    QVERIFY(writeWav(path(u"a.wav"_s), m_noise, rate, 1));
    const QList<std::pair<QString, QStringList>> kinds{
        {u"a.mp3"_s, {u"-b:a"_s, u"128k"_s}},
        {u"vbr.mp3"_s, {u"-q:a"_s, u"5"_s}},
        {u"bare.mp3"_s, {u"-q:a"_s, u"5"_s, u"-write_xing"_s, u"0"_s, u"-id3v2_version"_s, u"0"_s}},
        {u"a.m4a"_s, {u"-c:a"_s, u"aac"_s, u"-b:a"_s, u"128k"_s}},
        {u"a.ogg"_s, {u"-c:a"_s, u"libvorbis"_s, u"-q:a"_s, u"5"_s}},
        {u"a.opus"_s, {u"-c:a"_s, u"libopus"_s, u"-b:a"_s, u"96k"_s}},
        {u"a.flac"_s, {}},
        {u"a.mka"_s, {u"-c:a"_s, u"libopus"_s, u"-b:a"_s, u"96k"_s}},
    };
    for (const auto &[name, options] : kinds)
        QVERIFY2(made::ffmpeg(QStringList{u"-i"_s, path(u"a.wav"_s)} + options + QStringList{path(name)}),
                 qPrintable(name));
}

void TestDecodeAll::damageIsSkippedCountedAndSilent_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("mp3") << u"a.mp3"_s;
    QTest::addRow("m4a") << u"a.m4a"_s;
    QTest::addRow("flac") << u"a.flac"_s;
    QTest::addRow("opus") << u"a.opus"_s;
    QTest::addRow("vorbis") << u"a.ogg"_s;
}

void TestDecodeAll::damageIsSkippedCountedAndSilent()
{
    QFETCH(QString, name);
    QByteArray bytes = made::bytesOf(path(name));
    QVERIFY(!bytes.isEmpty());
    // A twentieth of the file in its middle.
    const qsizetype from = bytes.size() / 2;
    const qsizetype length = bytes.size() / 20;
    for (qsizetype i = 0; i < length; ++i)
        bytes[from + i] = char(0xff ^ (i * 37));
    const QString damaged = path(u"damaged."_s + name);
    QVERIFY(made::write(damaged, bytes));

    const auto decoder = Decoder::open(damaged, {rate, 1});
    QVERIFY(decoder);
    const Result<Samples> heard = readAll(**decoder);
    QVERIFY2(heard, heard ? "" : qPrintable(heard.error().detail));
    QVERIFY(delayOf(m_noise, *heard, rate, rate / 2, 50) == 0);
    if (!name.endsWith(u".mp3"_s)) {
        // Containers with times keep what follows at its place; MPEG audio has none.
        QVERIFY2(std::abs(qint64(heard->size()) - qint64(m_noise.size())) < rate / 10, "the length changed");
        QCOMPARE(delayOf(m_noise, *heard, 10 * rate, rate / 2, 2000), 0);
    }
    if (name.endsWith(u".flac"_s) || name.endsWith(u".m4a"_s))
        QVERIFY((*decoder)->damagedPackets() > 0);
    // No burst of noise louder than the sound itself.
    for (const qint16 sample : *heard) {
        if (name.endsWith(u".flac"_s) && std::abs(int(sample)) > 32000)
            QFAIL("damage is heard");
    }
}

void TestDecodeAll::truncatedFileIsReadToItsEnd_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("told"); // whether the container says how long it should be
    QTest::addRow("wav") << u"a.wav"_s << true;
    QTest::addRow("flac") << u"a.flac"_s << true;
    QTest::addRow("mp3") << u"vbr.mp3"_s << true;
    QTest::addRow("mp3 without header") << u"bare.mp3"_s << false;
    QTest::addRow("ogg") << u"a.ogg"_s << false;
    QTest::addRow("opus") << u"a.opus"_s << false;
    QTest::addRow("matroska") << u"a.mka"_s << true;
}

void TestDecodeAll::truncatedFileIsReadToItsEnd()
{
    QFETCH(QString, name);
    QFETCH(bool, told);
    const QByteArray bytes = made::bytesOf(path(name));
    const QString half = path(u"half."_s + name);
    QVERIFY(made::write(half, bytes.left(bytes.size() / 2)));
    qsizetype frames = 0;
    const Result<DecodeSummary> summary =
        decodeAll(half, 16000, [&frames](std::span<const qint16> block) { frames += qsizetype(block.size()); }, {});
    QVERIFY(summary);
    QVERIFY2(frames > 4 * 16000 && frames < 8 * 16000, qPrintable(u"%1 frames"_s.arg(frames)));
    QCOMPARE(summary->truncated, told);
    QCOMPARE(summary->duration, MediaTime(qRound64(double(frames) * 1000 / 16000)));
}

void TestDecodeAll::decodingAllGivesEverythingInBlocks()
{
    Samples heard;
    size_t largest = 0;
    const auto summary = decodeAll(path(u"a.flac"_s), rate,
                                   [&](std::span<const qint16> block) {
                                       largest = std::max(largest, block.size());
                                       heard.insert(heard.end(), block.begin(), block.end());
                                   },
                                   {});
    QVERIFY(summary);
    QVERIFY(heard == m_noise);
    QVERIFY(largest <= size_t(rate));
}

void TestDecodeAll::decodingAllStopsWhenCancelled()
{
    CancelToken cancel;
    int blocks = 0;
    const auto summary = decodeAll(
        path(u"a.mp3"_s), 16000,
        [&](std::span<const qint16>) {
            if (++blocks == 3)
                cancel.cancel();
        },
        cancel);
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::Cancelled);
    QCOMPARE(blocks, 3);
}

void TestDecodeAll::decodingAllReportsRefusals()
{
    const auto summary = decodeAll(path(u"nowhere.mp3"_s), 16000, [](std::span<const qint16>) {}, {});
    QVERIFY(!summary);
    QCOMPARE(summary.error().code, ErrorCode::FileNotFound);
    QCOMPARE(summary.error().subject, path(u"nowhere.mp3"_s));
}

void TestDecodeAll::wavWithoutSamplesIsEmptySound()
{
    QVERIFY(writeWav(path(u"none.wav"_s), {}, rate, 1));
    const auto summary = decodeAll(path(u"none.wav"_s), 16000, [](std::span<const qint16>) {}, {});
    QVERIFY(summary);
    QCOMPARE(summary->duration, MediaTime(0));
}

QTEST_GUILESS_MAIN(TestDecodeAll)
#include "test_decodeall.moc"
