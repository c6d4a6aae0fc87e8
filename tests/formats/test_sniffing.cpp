// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/described.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace earmark;
using namespace earmark::formats;
using namespace Qt::StringLiterals;

class TestSniffing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentDecidesTheFormat_data();
    void contentDecidesTheFormat();
    void whatIsNoTranscriptIsRefused_data();
    void whatIsNoTranscriptIsRefused();
    void aLargeFileIsRefusedByItsBeginning_data();
    void aLargeFileIsRefusedByItsBeginning();
    void aLargeTranscriptIsReadWhole();
    void largestFileIsRead();
    void longestWordIsRead();
};

void TestSniffing::contentDecidesTheFormat_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("format");
    const QByteArray vtt = "WEBVTT - title\n\n00:01.000 --> 00:02.000\nhi\n";
    const QByteArray srt = "1\n00:00:01,000 --> 00:00:02,000\nhi\n";
    const auto row = [](const char *name, const QByteArray &bytes, transcript::SourceFormat format) {
        QTest::newRow(name) << bytes << int(format);
    };
    row("WebVTT", vtt, transcript::SourceFormat::WebVtt);
    row("WebVTT with a mark", "\xef\xbb\xbf" + vtt, transcript::SourceFormat::WebVtt);
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    row("WebVTT in UTF-16", utf16(QString::fromUtf8(vtt)), transcript::SourceFormat::WebVtt);
    row("SubRip", srt, transcript::SourceFormat::SubRip);
    row("SubRip after empty lines", "\r\n\r\n" + srt, transcript::SourceFormat::SubRip);
    row("WebVTT without its signature", "00:01.000 --> 00:02.000\nhi\n", transcript::SourceFormat::SubRip);
    row("WebVTT in name only", "WEBVTTER said hi", transcript::SourceFormat::PlainText);
    row("plain text", "[Music] hi there", transcript::SourceFormat::PlainText);
    row("plain text that begins like a sound file", "RIFF raff and FORM and ID3", transcript::SourceFormat::PlainText);
    row("Whisper's text", "Language: English\n[00:01.000 --> 00:02.000] hi\n[0:02.5 - 0:03.5] so\n",
        transcript::SourceFormat::WhisperText);
    row("Whisper's table", "start\tend\ttext\n0\t1000\thi\n", transcript::SourceFormat::WhisperText);
    row("plain text with chapters", "[0:00 - 1:00] Intro\nso this\nis what\n", transcript::SourceFormat::PlainText);
    row("plain text with numbers in brackets", "[1-3] hi\n[4 -> 5] there\n", transcript::SourceFormat::PlainText);
    row("plain text about a table", "hi\nstart,end,text\n", transcript::SourceFormat::PlainText);
    for (const char *text :
         {"[[Music]] so this is it", "[ [Music] so", "[\"so we began\" he said] and so", "[\"Hi\"] she said",
          "[\"so\", he said] and so", "{\"so\" we began}", "{\"so\": that was it}", "[[1] so]"})
        row(text, text, transcript::SourceFormat::PlainText);
    row("a list of cues", "[ {\"start\": 0, \"end\": 1, \"text\": \"hi\"}]", transcript::SourceFormat::Whisper);
    row("plain text with an arrow", "from a --> b", transcript::SourceFormat::PlainText);
}

void TestSniffing::contentDecidesTheFormat()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, format);
    // The name is wrong on purpose.
    const auto parsed = parseTranscript(bytes, u"episode.xyz"_s);
    QVERIFY(parsed.has_value());
    QCOMPARE(int(parsed->transcript.format), format);
}

void TestSniffing::whatIsNoTranscriptIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &bytes, ErrorCode code) {
        QTest::newRow(name) << bytes << int(code);
    };
    const QByteArray zeros(64, '\0');
    row("empty", {}, ErrorCode::FileEmpty);
    row("only a mark", "\xef\xbb\xbf", ErrorCode::FileEmpty);
    row("only spaces", " \r\n\t\n ", ErrorCode::TranscriptWithoutWords);
    row("only cues", "[Music] [Applause] ♪", ErrorCode::TranscriptWithoutWords);
    row("only dashes", "--- ... ---", ErrorCode::TranscriptWithoutWords);
    row("only a header", "WEBVTT\n\nNOTE nothing here\n", ErrorCode::TranscriptWithoutWords);
    row("only labels", "ANNA:\nBEN:\n", ErrorCode::TranscriptWithoutWords);
    row("PDF", "%PDF-1.7\n1 0 obj\n", ErrorCode::NotATranscript);
    row("PNG", "\x89PNG\r\n\x1a\n" + zeros, ErrorCode::NotATranscript);
    row("JPEG", "\xff\xd8\xff\xe0" + zeros, ErrorCode::NotATranscript);
    row("ZIP", "PK\x03\x04\x14" + zeros, ErrorCode::NotATranscript);
    row("MP3 with tags", "ID3\x04" + zeros, ErrorCode::NotATranscript);
    row("MP3", "\xff\xfb\x90\x64" + zeros, ErrorCode::NotATranscript);
    row("WAV", "RIFF\x24\x08" + zeros + "WAVEfmt ", ErrorCode::NotATranscript);
    row("Ogg", "OggS" + zeros, ErrorCode::NotATranscript);
    row("MP4", QByteArray("\0\0\0\x20", 4) + "ftypM4A " + zeros, ErrorCode::NotATranscript);
    row("web page", "\n<!DOCTYPE html>\n<html><body>hello</body></html>", ErrorCode::NotATranscript);
    row("web page without a type", "<html lang=en><p>hello</p>", ErrorCode::NotATranscript);
    row("XML", "<?xml version=\"1.0\"?><rss><p>hello</p></rss>", ErrorCode::NotATranscript);
    row("JSON", "{\n  \"name\": \"value\", \"list\": [1, 2, {\"text\": \"hello\"}]}", ErrorCode::NotATranscript);
    row("a JSON list", "[\"hello\", \"there\"]", ErrorCode::NotATranscript);
    row("a JSON table", "[[0.5, 1, \"hello\"]]", ErrorCode::NotATranscript);
    row("JSON cut off", "{\"list\": [{\"name\": \"hello", ErrorCode::NotATranscript);
    row("JSON without segments", "{\n  \"segments\": []}", ErrorCode::TranscriptWithoutWords);
    row("rich text", "{\\rtf1 hello}", ErrorCode::NotATranscript);
    row("a word without end", "words and " + QByteArray(10001, 'a'), ErrorCode::NotATranscript);
    row("a speech without end", QByteArray("话").repeated(100001), ErrorCode::WordTooLong);
    row("binary", QByteArray("\x01\x02\x03hello\x04", 9).repeated(50), ErrorCode::NotATranscript);
}

void TestSniffing::whatIsNoTranscriptIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto parsed = parseTranscript(bytes, u"episode.txt"_s);
    QVERIFY(!parsed.has_value());
    QCOMPARE(errorName(parsed.error().code), errorName(ErrorCode(code)));
    QCOMPARE(parsed.error().subject, u"episode.txt"_s);
    if (ErrorCode(code) == ErrorCode::NotATranscript)
        QVERIFY(!parsed.error().detail.isEmpty());
}

void TestSniffing::aLargeFileIsRefusedByItsBeginning_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("zeros") << QByteArray();
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n");
    QTest::newRow("ZIP") << QByteArray("PK\x03\x04\x14");
    QTest::newRow("web page") << "<!doctype html>\n" + QByteArray("<p>so this is a page</p>\n").repeated(1 << 18);
    QTest::newRow("XML of something else")
        << "<?xml version=\"1.0\"?>\n<rss>" + QByteArray("<item>so this is a feed</item>\n").repeated(1 << 18);
    QTest::newRow("binary") << QByteArray("\x01\x02\x03hello\x04", 9).repeated(1 << 19);
}

// More than may be read at all: whoever reads on finds it too large.
void TestSniffing::aLargeFileIsRefusedByItsBeginning()
{
    QFETCH(QByteArray, beginning);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"large"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(beginning), beginning.size());
    QVERIFY(file.resize(qint64(1) << 30)); // with holes: it takes no room
    file.close();
    const auto bytes = readTranscriptFile(file.fileName(), largestFile);
    QVERIFY(!bytes.has_value());
    QCOMPARE(errorName(bytes.error().code), errorName(ErrorCode::NotATranscript));
    QCOMPARE(bytes.error().subject, file.fileName());
    QVERIFY(!bytes.error().detail.isEmpty());
}

void TestSniffing::aLargeTranscriptIsReadWhole()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"large.txt"_s));
    const QByteArray text = QByteArray("Größe – so this is what a line looks like\n").repeated(200'000);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();
    QCOMPARE(readTranscriptFile(file.fileName(), largestFile).value_or(QByteArray()), text);
    QCOMPARE(errorName(readTranscriptFile(file.fileName(), 100).error().code), errorName(ErrorCode::FileTooLarge));
}

void TestSniffing::largestFileIsRead()
{
    const QByteArray line = "so this is what a line of the longest episode looks like in here\n";
    const QByteArray bytes = line.repeated(largestTranscript / line.size());
    const auto parsed = parseTranscript(bytes, u"long.txt"_s);
    QVERIFY(parsed.has_value());
    QCOMPARE(qint64(parsed->transcript.count()), qint64(largestTranscript / line.size() * 14));
    QCOMPARE(parseTranscript(bytes + line, u"longer.txt"_s).error().code, ErrorCode::FileTooLarge);
}

void TestSniffing::longestWordIsRead()
{
    const QByteArray bytes = QByteArray(10000, 'a') + ' ' + QByteArray("话").repeated(100000);
    const auto parsed = parseTranscript(bytes, u"long.txt"_s);
    QVERIFY(parsed.has_value());
    QCOMPARE(qint64(parsed->transcript.count()), qint64(2));
}

QTEST_GUILESS_MAIN(TestSniffing)
#include "test_sniffing.moc"
