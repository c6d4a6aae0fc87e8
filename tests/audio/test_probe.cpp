// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/audioinfo.h"
#include "audio/decoder.h"
#include "audio/tags.h"

#include "audio/madeaudio.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace earmark;
using namespace earmark::audio;
using namespace Qt::StringLiterals;

class TestProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyContainerTellsWhatItIs_data();
    void everyContainerTellsWhatItIs();
    void untaggedFileHasNoTags();
    void datesAreReadInManySpellings_data();
    void datesAreReadInManySpellings();
    void whatIsNotAudioIsRefused_data();
    void whatIsNotAudioIsRefused();
    void fileWithoutPermissionIsUnreadable();
    void pipeIsRefusedWithoutWaiting();
    void oddNamesAreOnlyEverFiles_data();
    void oddNamesAreOnlyEverFiles();
    void fileThatNamesOthersOpensNoneOfThem_data();
    void fileThatNamesOthersOpensNoneOfThem();
    void cutOffMp3HasTheLengthThatIsLeft_data();
    void cutOffMp3HasTheLengthThatIsLeft();
    void variableRateWithoutHeaderIsCounted();
    void wavIsWrittenAsTold();
    void wavArgumentsAreChecked();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestProbe::initTestCase()
{
    QVERIFY(writeWav(path(u"a.wav"_s), made::tone(44100, 3, 440), 44100, 1));
}

void TestProbe::everyContainerTellsWhatItIs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("codec");
    QTest::addColumn<int>("sampleRate");
    QTest::addRow("mp3") << u"t.mp3"_s << QStringList{} << u"mp3"_s << 44100;
    QTest::addRow("mp3, id3v2.3") << u"t3.mp3"_s << QStringList{u"-id3v2_version"_s, u"3"_s} << u"mp3"_s << 44100;
    QTest::addRow("m4a") << u"t.m4a"_s << QStringList{} << u"aac"_s << 44100;
    QTest::addRow("ogg") << u"t.ogg"_s << QStringList{u"-c:a"_s, u"libvorbis"_s} << u"vorbis"_s << 44100;
    QTest::addRow("opus") << u"t.opus"_s << QStringList{} << u"opus"_s << 48000;
    QTest::addRow("flac") << u"t.flac"_s << QStringList{} << u"flac"_s << 44100;
    QTest::addRow("no suffix") << u"episode"_s << QStringList{u"-f"_s, u"mp3"_s} << u"mp3"_s << 44100;
    QTest::addRow("wrong suffix") << u"episode.txt"_s << QStringList{u"-f"_s, u"ogg"_s, u"-c:a"_s, u"libvorbis"_s}
                                  << u"vorbis"_s << 44100;
}

void TestProbe::everyContainerTellsWhatItIs()
{
    QFETCH(QString, name);
    QFETCH(QStringList, options);
    QFETCH(QString, codec);
    QFETCH(int, sampleRate);
    QVERIFY(made::ffmpeg(QStringList{u"-i"_s, path(u"a.wav"_s)} + options
                         + QStringList{u"-metadata"_s, u"title=Über  den Fluss"_s, u"-metadata"_s, u"album=The Bench"_s,
                                       u"-metadata"_s, u"artist=Ada & Ben"_s, u"-metadata"_s, u"date=2024-05-17"_s,
                                       path(name)}));
    const Result<AudioInfo> info = probe(path(name));
    QVERIFY2(info, info ? "" : qPrintable(info.error().detail));
    QCOMPARE(info->codec, codec);
    QCOMPARE(info->sampleRate, sampleRate);
    QCOMPARE(info->channels, 1);
    QCOMPARE(info->title, u"Über den Fluss"_s);
    QCOMPARE(info->show, u"The Bench"_s);
    QCOMPARE(info->artist, u"Ada & Ben"_s);
    QCOMPARE(info->date, QDate(2024, 5, 17));
    QVERIFY(std::abs(info->duration.count() - 3000) < 120);
}

void TestProbe::untaggedFileHasNoTags()
{
    const Result<AudioInfo> info = probe(path(u"a.wav"_s));
    QVERIFY(info);
    constexpr qint64 bytes = 44 + 3 * 44100 * 2;
    QCOMPARE(*info, (AudioInfo{MediaTime(3000), bytes, 44100, 1, u"pcm_s16le"_s, {}, {}, {}, {}, {}, {bytes, 0, {}}}));
}

void TestProbe::datesAreReadInManySpellings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");
    const QDate day(2024, 5, 7);
    for (const QString &text :
         {u"2024-05-07"_s, u"20240507"_s, u"2024/05/07"_s, u"2024.5.7"_s, u"2024-05-07T08:00:00Z"_s,
          u" 2024-05-07 08:00"_s, u"07.05.2024"_s, u"7. 5. 2024"_s, u"7 May 2024"_s, u"07-MAY-2024"_s,
          u"Tue, 07 May 2024 08:00:00 GMT"_s, u"May 7, 2024"_s, u"Tuesday, May 7th, 2024"_s})
        QTest::newRow(qPrintable(text)) << text << day;
    QTest::newRow("abbreviated month") << u"Sept. 9, 2023"_s << QDate(2023, 9, 9);
    for (const QString &text : {QString(), u"2024"_s, u"2024-05"_s, u"2024-13-40"_s, u"yesterday"_s, u"05/07/2024"_s,
                                u"202405071"_s, u"7 Foo 2024"_s, u"7 Ma 2024"_s})
        QTest::newRow(qPrintable(u"no day: "_s + text)) << text << QDate();
}

void TestProbe::datesAreReadInManySpellings()
{
    QFETCH(QString, text);
    QFETCH(QDate, date);
    QCOMPARE(dateOfTag(text), date);
}

void TestProbe::whatIsNotAudioIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QByteArray noise;
    for (int i = 0; i < 300000; ++i)
        noise.append(char((quint32(i) * 2654435761u) >> 13));
    const QByteArray text = QByteArray("and so we came to the river and it was cold\n").repeated(2000);
    QTest::addRow("nothing there") << u"none.mp3"_s << QByteArray() << ErrorCode::FileNotFound;
    QTest::addRow("text") << u"t.txt"_s << text << ErrorCode::NotAudio;
    QTest::addRow("text called mp3") << u"t.mp3"_s << text << ErrorCode::NotAudio;
    QTest::addRow("text called wav") << u"t.wav"_s << text << ErrorCode::NotAudio;
    QTest::addRow("one letter") << u"one.mp3"_s << QByteArray("a") << ErrorCode::NotAudio;
    QTest::addRow("subtitles") << u"s.srt"_s << QByteArray("1\n00:00:01,000 --> 00:00:02,000\nhello\n\n").repeated(50)
                               << ErrorCode::NotAudio;
    QTest::addRow("WebVTT") << u"s.vtt"_s << QByteArray("WEBVTT\n\n00:01.000 --> 00:02.000\nhello\n\n")
                            << ErrorCode::NotAudio;
    QTest::addRow("PDF") << u"p.mp3"_s << QByteArray("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n") + noise << ErrorCode::NotAudio;
    QTest::addRow("noise called mp3") << u"n.mp3"_s << noise << ErrorCode::NotAudio;
    QTest::addRow("zeros") << u"z.m4a"_s << QByteArray(500000, '\0') << ErrorCode::NotAudio;
    QTest::addRow("HTML error page") << u"h.mp3"_s << QByteArray("<!DOCTYPE html><html><body>404</body></html>")
                                     << ErrorCode::NotAudio;
    QTest::addRow("ANSI art") << u"t.ans"_s << QByteArray("\x1b[31mred\x1b[0m and \x1b[1mbold\x1b[0m\n").repeated(300)
                              << ErrorCode::NotAudio;
    QTest::addRow("m4a without its index") << u"cut.m4a"_s << QByteArray() << ErrorCode::AudioUnusable;
    QTest::addRow("picture") << u"pic.png"_s << QByteArray() << ErrorCode::NotAudio;
    QTest::addRow("film without sound") << u"film.mp4"_s << QByteArray() << ErrorCode::AudioWithoutSound;
    QTest::addRow("empty") << u"empty.mp3"_s << QByteArray("") << ErrorCode::FileEmpty;
    QTest::addRow("folder") << u"."_s << QByteArray() << ErrorCode::FileUnreadable;
    QTest::addRow("no name") << QString() << QByteArray() << ErrorCode::FileNotFound;
}

void TestProbe::whatIsNotAudioIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const QString file = name.isEmpty() ? name : path(name);
    if (!bytes.isNull())
        QVERIFY(made::write(file, bytes));
    if (name == u"pic.png"_s)
        QVERIFY(made::ffmpeg({u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc=duration=0.04"_s, u"-frames:v"_s, u"1"_s, file}));
    if (name == u"film.mp4"_s)
        QVERIFY(made::ffmpeg(
            {u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc=duration=2:size=160x120"_s, u"-c:v"_s, u"mpeg4"_s, file}));
    if (name == u"cut.m4a"_s) {
        QVERIFY(made::ffmpeg({u"-i"_s, path(u"a.wav"_s), file}));
        const QByteArray whole = made::bytesOf(file);
        QVERIFY(made::write(file, whole.left(whole.size() / 2)));
    }
    QElapsedTimer timer;
    timer.start();
    const Result<AudioInfo> info = probe(file);
    QVERIFY(timer.elapsed() < 5000);
    QVERIFY(!info);
    QCOMPARE(errorName(info.error().code), errorName(code));
    QCOMPARE(info.error().subject, file);
    const auto decoder = Decoder::open(file, {});
    QVERIFY(!decoder);
    QCOMPARE(decoder.error().code, code);
}

void TestProbe::fileWithoutPermissionIsUnreadable()
{
    const QString file = path(u"locked.wav"_s);
    QVERIFY(QFile::copy(path(u"a.wav"_s), file));
    QVERIFY(QFile::setPermissions(file, {}));
    const Result<AudioInfo> info = probe(file);
    // Root reads everything.
    if (::geteuid() == 0) {
        QVERIFY(info);
    } else {
        QVERIFY(!info);
        QCOMPARE(info.error().code, ErrorCode::FileUnreadable);
    }
}

void TestProbe::pipeIsRefusedWithoutWaiting()
{
    const QString pipe = path(u"pipe.mp3"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const Result<AudioInfo> info = probe(pipe);
    QVERIFY(!info);
    QCOMPARE(info.error().code, ErrorCode::FileUnreadable);
}

void TestProbe::oddNamesAreOnlyEverFiles_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"-x"_s, u"concat:a.wav|a.wav"_s, u"http:__example.org_a.mp3"_s, u"pipe:0"_s,
                                u"file:a.wav"_s, u"data:audio"_s, u"%d.wav"_s, u"100%.wav"_s, u"ä ö ☃.wav"_s,
                                u"a?b#c.wav"_s, u"subfile,,start,0:"_s, u"new\nline.wav"_s, u"'quotes\".wav"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestProbe::oddNamesAreOnlyEverFiles()
{
    QFETCH(QString, name);
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder.path()));
    const Result<AudioInfo> missing = probe(name);
    const bool copied = QFile::copy(u"a.wav"_s, u"./"_s + name);
    const Result<AudioInfo> info = probe(name);
    QVERIFY(QDir::setCurrent(before));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::FileNotFound);
    QVERIFY(copied);
    QVERIFY(info);
    QCOMPARE(info->duration, MediaTime(3000));
}

void TestProbe::fileThatNamesOthersOpensNoneOfThem_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("ffconcat") << QByteArray("ffconcat version 1.0\nfile a.wav\n");
    QTest::addRow("playlist") << QByteArray(
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\na.wav\n#EXT-X-ENDLIST\n");
    QTest::addRow("session description") << QByteArray(
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\n");
    QTest::addRow("DASH") << QByteArray(
        "<?xml version=\"1.0\"?>\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" "
        "profiles=\"urn:mpeg:dash:profile:full:2011\" type=\"static\" "
        "mediaPresentationDuration=\"PT3S\"><Period><AdaptationSet contentType=\"audio\"><Representation id=\"0\" "
        "mimeType=\"audio/wav\" "
        "bandwidth=\"1\"><BaseURL>a.wav</BaseURL></Representation></AdaptationSet></Period></MPD>\n");
}

void TestProbe::fileThatNamesOthersOpensNoneOfThem()
{
    QFETCH(QByteArray, bytes);
    const QString file = path(u"list.m3u8"_s);
    QVERIFY(made::write(file, bytes));
    const Result<AudioInfo> info = probe(file);
    QVERIFY(!info);
    QCOMPARE(errorName(info.error().code), errorName(ErrorCode::NotAudio));
}

void TestProbe::cutOffMp3HasTheLengthThatIsLeft_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("percent");
    QTest::addRow("constant rate") << QStringList{u"-b:a"_s, u"64k"_s} << 40;
    QTest::addRow("variable rate") << QStringList{u"-q:a"_s, u"5"_s} << 40;
    QTest::addRow("little is missing") << QStringList{u"-b:a"_s, u"64k"_s} << 85;
    QTest::addRow("whole") << QStringList{u"-b:a"_s, u"64k"_s} << 100;
    QTest::addRow("whole, variable rate") << QStringList{u"-q:a"_s, u"5"_s} << 100;
}

void TestProbe::cutOffMp3HasTheLengthThatIsLeft()
{
    QFETCH(QStringList, options);
    QFETCH(int, percent);
    const QString file = path(u"cut.mp3"_s);
    QVERIFY(made::encoded(file, made::noise(44100, 30), 44100, 1, options));
    const QByteArray bytes = made::bytesOf(file);
    QVERIFY(made::write(file, bytes.left(bytes.size() * percent / 100)));
    qint64 frames = 0;
    const auto all = decodeAll(file, 16000, [&](std::span<const qint16> block) { frames += qint64(block.size()); }, {});
    QVERIFY(all);
    const auto info = probe(file);
    QVERIFY(info);
    QVERIFY2(std::abs(info->duration.count() - frames / 16) < 120, qPrintable(QString::number(info->duration.count())));
}

void TestProbe::variableRateWithoutHeaderIsCounted()
{
    // Silence first: libav takes its low bit rate for that of the whole file.
    made::Samples samples(size_t(20 * 44100));
    const made::Samples loud = made::noise(44100, 20, 9);
    samples.insert(samples.end(), loud.begin(), loud.end());
    const QString name = path(u"growing.mp3"_s);
    QVERIFY(made::encoded(name, samples, 44100, 1, {u"-q:a"_s, u"0"_s, u"-write_xing"_s, u"0"_s}));
    const auto info = probe(name);
    QVERIFY(info);
    QVERIFY2(std::abs(info->duration.count() - 40000) < 120, qPrintable(QString::number(info->duration.count())));
}

void TestProbe::wavIsWrittenAsTold()
{
    const made::Samples samples{0, 1, -1, 32767, -32768, 258};
    QVERIFY(writeWav(path(u"w.wav"_s), samples, 8000, 2));
    const QByteArray bytes = made::bytesOf(path(u"w.wav"_s));
    QCOMPARE(bytes.toHex(),
             QByteArray("524946463000000057415645666d74201000000001000200401f0000007d0000"
                        "040010006461746"
                        "10c00000000000100ffffff7f00800201"));
}

void TestProbe::wavArgumentsAreChecked()
{
    const made::Samples three(3);
    for (const auto &[rate, channels] :
         std::initializer_list<std::pair<int, int>>{{0, 1}, {-8000, 1}, {8000, 0}, {8000, 2}}) {
        const Result<void> written = writeWav(path(u"no.wav"_s), three, rate, channels);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::InvalidArgument);
    }
    QVERIFY(!QFile::exists(path(u"no.wav"_s)));
    const Result<void> nowhere = writeWav(path(u"no/where.wav"_s), three, 8000, 1);
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::WriteFailed);
}

QTEST_GUILESS_MAIN(TestProbe)
#include "test_probe.moc"
