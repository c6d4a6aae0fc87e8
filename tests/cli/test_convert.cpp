// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <sys/resource.h>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;

class ConvertTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cuesJsonIsTheContract();
    void rawKeepsWhatTheFileSays();
    void theEndingDecidesTheFormat_data();
    void theEndingDecidesTheFormat();
    void theEncodingCanBeNamed();
    void theSourceFormatCanBeNamed();
    void whatIsNoTranscriptIsRefusedInOneSentence_data();
    void whatIsNoTranscriptIsRefusedInOneSentence();
    void aHugeFileIsRefusedUnread_data();
    void aHugeFileIsRefusedUnread();
    void withoutAFileTheResultIsPrinted_data();
    void withoutAFileTheResultIsPrinted();
    void aFullDiskLeavesTheOldFile();
    void textHasNoTimesForCaptions();
    void theInputIsNeverOverwritten();
    void wrongUsageIsExplained_data();
    void wrongUsageIsExplained();
};

namespace {

const QByteArray captions = "WEBVTT\n\nx\n00:01.000 --> 00:02.500\n<v Anna>Good <b>day</b> &amp;\n\n"
                            "00:03.000 --> 00:04.000\n<00:03.000>one<00:03.500> two\n\nwhat\n";

QJsonObject cuesOf(const Outcome &outcome)
{
    return QJsonDocument::fromJson(outcome.out).object();
}

} // namespace

void ConvertTest::cuesJsonIsTheContract()
{
    const Terminal terminal;
    const QString file = terminal.write(u"talk.vtt"_s, captions);
    const Outcome outcome = terminal.run({u"convert"_s, file, u"--to"_s, u"cues-json"_s});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    const QJsonObject json = cuesOf(outcome);
    QCOMPARE(json[u"format"_s].toString(), u"webvtt"_s);
    const QJsonArray cues = json[u"cues"_s].toArray();
    QCOMPARE(cues.size(), qsizetype(2));
    const QJsonObject first = cues[0].toObject();
    QCOMPARE(first.keys(), QStringList({u"end"_s, u"id"_s, u"speaker"_s, u"start"_s, u"text"_s, u"words"_s}));
    QCOMPARE(first[u"id"_s].toString(), u"x"_s);
    QCOMPARE(first[u"start"_s].toDouble(), 1.0);
    QCOMPARE(first[u"end"_s].toDouble(), 2.5);
    QCOMPARE(first[u"speaker"_s].toString(), u"Anna"_s);
    QCOMPARE(first[u"text"_s].toString(), u"Good day &"_s);
    QVERIFY(first[u"words"_s].isNull());
    const QJsonObject second = cues[1].toObject();
    QVERIFY(second[u"id"_s].isNull() && second[u"speaker"_s].isNull());
    const QJsonObject word = second[u"words"_s].toArray()[1].toObject();
    QCOMPARE(word, QJsonObject({{u"text"_s, u"two"_s}, {u"start"_s, 3.5}, {u"end"_s, 4.0}}));
    const QJsonObject warning = json[u"warnings"_s].toArray()[0].toObject();
    QCOMPARE(warning[u"line"_s].toInt(), 10);
    QCOMPARE(warning[u"column"_s].toInt(), 1);
    QVERIFY(warning[u"message"_s].toString().endsWith(u'.'));
}

void ConvertTest::rawKeepsWhatTheFileSays()
{
    const Terminal terminal;
    const QString file = terminal.write(u"talk.vtt"_s, captions);
    const Outcome outcome = terminal.run({u"convert"_s, u"--raw"_s, file, u"--to=cues-json"_s});
    const QJsonObject first = cuesOf(outcome)[u"cues"_s].toArray()[0].toObject();
    QCOMPARE(first[u"text"_s].toString(), u"<v Anna>Good <b>day</b> &amp;"_s);
    // Nothing is guessed: without the signature there are no cues.
    const QString other = terminal.write(u"other.vtt"_s, "webvtt\n\n00:01.000 --> 00:02.000\nhi\n");
    const Outcome none = terminal.run({u"convert"_s, u"--raw"_s, other, u"--to=cues-json"_s});
    QVERIFY2(none.code == 0 && cuesOf(none)[u"cues"_s].toArray().isEmpty(), said(none).constData());
    const Outcome read = terminal.run({u"convert"_s, other, u"--to=cues-json"_s});
    QCOMPARE(cuesOf(read)[u"cues"_s].toArray().size(), qsizetype(1));
}

void ConvertTest::theEndingDecidesTheFormat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("WebVTT") << u"out.vtt"_s << QByteArray("WEBVTT\n\nx\n00:00:01.000 --> 00:00:02.500\n<v Anna>Good");
    QTest::newRow("SubRip") << u"out.SRT"_s << QByteArray("1\n00:00:01,000 --> 00:00:02,500\nAnna: Good day &\n");
    QTest::newRow("TTML") << u"out.ttml"_s << QByteArray("<?xml");
    QTest::newRow("JSON") << u"out.json"_s << QByteArray("{\"segments\":[");
    QTest::newRow("text") << u"out.txt"_s << QByteArray("Anna: Good day &\n\none two\n");
    QTest::newRow("Markdown") << u"out.md"_s << QByteArray("**Anna:** \\[0:01\\] Good day &\n");
}

void ConvertTest::theEndingDecidesTheFormat()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, beginning);
    const Terminal terminal;
    const Outcome outcome = terminal.run({u"convert"_s, terminal.write(u"talk"_s, captions), terminal.path(name)});
    QVERIFY2(outcome.code == 0 && outcome.out.isEmpty(), said(outcome).constData());
    // What was left out is said.
    QVERIFY2(outcome.err.contains("line 10"), outcome.err.constData());
    QVERIFY2(terminal.read(name).startsWith(beginning), terminal.read(name).constData());
}

void ConvertTest::theEncodingCanBeNamed()
{
    const Terminal terminal;
    // Shift-JIS, too short to be found.
    const QString file = terminal.write(u"talk.txt"_s, "\x82\xb1\x82\xf1");
    const Outcome outcome = terminal.run({u"convert"_s, file, u"--encoding"_s, u"Shift_JIS"_s, u"--to"_s, u"plain"_s});
    QVERIFY2(outcome.code == 0 && outcome.out == "こん\n", said(outcome).constData());
    const Outcome unknown = terminal.run({u"convert"_s, file, u"--encoding"_s, u"klingon"_s, u"--to"_s, u"plain"_s});
    QVERIFY2(unknown.code == 1 && unknown.out.isEmpty() && unknown.err.contains("klingon"), said(unknown).constData());
}

void ConvertTest::theSourceFormatCanBeNamed()
{
    const Terminal terminal;
    const QString file = terminal.write(u"talk.txt"_s, captions);
    const Outcome outcome = terminal.run({u"convert"_s, file, u"--from"_s, u"plain"_s, u"--to"_s, u"plain"_s});
    QVERIFY2(outcome.code == 0 && outcome.out.startsWith("WEBVTT"), said(outcome).constData());
    const Outcome wrong = terminal.run({u"convert"_s, file, u"--from"_s, u"whisper"_s, u"--to"_s, u"plain"_s});
    QVERIFY2(wrong.code == 1 && wrong.err.contains("not a transcript"), said(wrong).constData());
}

void ConvertTest::whatIsNoTranscriptIsRefusedInOneSentence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n1 0 obj\n");
    QTest::newRow("ZIP") << QByteArray("PK\x03\x04\x14\x00\x00\x00", 8);
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html><body><p>hello</p></body></html>");
    QTest::newRow("other JSON") << QByteArray("{\"name\": \"package\", \"version\": \"1.0\"}");
    QTest::newRow("other XML") << QByteArray("<?xml version=\"1.0\"?><rss><channel/></rss>");
    QTest::newRow("zeros") << QByteArray(1 << 20, '\0');
}

void ConvertTest::whatIsNoTranscriptIsRefusedInOneSentence()
{
    QFETCH(QByteArray, bytes);
    const Terminal terminal;
    const Outcome outcome = terminal.run({u"convert"_s, terminal.write(u"what"_s, bytes), u"--to"_s, u"cues-json"_s});
    QVERIFY2(outcome.code == 1 && outcome.out.isEmpty(), said(outcome).constData());
    QCOMPARE(outcome.err.count('\n'), qsizetype(1));
    QVERIFY2(outcome.err.contains("not a transcript"), outcome.err.constData());
}

void ConvertTest::aHugeFileIsRefusedUnread_data()
{
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("zeros") << QByteArray();
    QTest::newRow("captions") << captions;
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n");
}

// A gigabyte, most of which is not even on the disk; the program may have a quarter of that.
void ConvertTest::aHugeFileIsRefusedUnread()
{
    QFETCH(QByteArray, beginning);
    const Terminal terminal;
    const QString path = terminal.write(u"huge.vtt"_s, beginning);
    QVERIFY(QFile::resize(path, qint64(1) << 30));
    QProcess process;
    terminal.prepare(process, {u"convert"_s, path, u"--to"_s, u"plain"_s});
    process.setChildProcessModifier([] {
        const rlimit little{256U << 20U, 256U << 20U};
        ::setrlimit(RLIMIT_DATA, &little);
    });
    process.start(QIODevice::ReadOnly);
    QVERIFY(process.waitForFinished(120000));
    const Outcome outcome{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                          process.readAllStandardOutput(), process.readAllStandardError()};
    QVERIFY2(outcome.code == 1 && outcome.out.isEmpty(), said(outcome).constData());
    QVERIFY2(outcome.err.count('\n') == 1 && outcome.err.contains("huge.vtt"), said(outcome).constData());
}

void ConvertTest::withoutAFileTheResultIsPrinted_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("ending");
    for (const auto &[format, ending] : {std::pair(u"subrip"_s, u"srt"_s),
                                         {u"webvtt"_s, u"vtt"_s},
                                         {u"ttml"_s, u"ttml"_s},
                                         {u"whisper"_s, u"json"_s},
                                         {u"plain"_s, u"txt"_s},
                                         {u"markdown"_s, u"md"_s}})
        QTest::newRow(qPrintable(format)) << format << ending;
}

void ConvertTest::withoutAFileTheResultIsPrinted()
{
    QFETCH(QString, format);
    QFETCH(QString, ending);
    const Terminal terminal;
    const QString file = terminal.write(u"talk"_s, captions);
    const Outcome written = terminal.run({u"convert"_s, file, terminal.path(u"out."_s + ending)});
    QVERIFY2(written.code == 0 && written.out.isEmpty(), said(written).constData());
    for (const QString &name : {format, ending, ending.toUpper()}) {
        const Outcome printed = terminal.run({u"convert"_s, file, u"--to"_s, name});
        QVERIFY2(printed.code == 0 && printed.err == written.err, said(printed).constData());
        QCOMPARE(printed.out, terminal.read(u"out."_s + ending));
    }
}

void ConvertTest::aFullDiskLeavesTheOldFile()
{
    const Terminal terminal;
    const SmallDisk disk(terminal.path(u"disk"_s));
    if (!disk.isThere())
        QSKIP("only root can mount a disk");
    terminal.write(u"disk/out.srt"_s, "old\n");
    disk.fill();
    const QString output = terminal.path(u"disk/out.srt"_s);
    const Outcome outcome = terminal.run({u"convert"_s, terminal.write(u"talk.vtt"_s, captions), output});
    QVERIFY2(outcome.code == 1 && outcome.out.isEmpty() && outcome.err.contains("full"), said(outcome).constData());
    QVERIFY2(outcome.err.contains(output.toUtf8()), outcome.err.constData());
    QCOMPARE(terminal.read(u"disk/out.srt"_s), "old\n");
    QCOMPARE(QDir(terminal.path(u"disk"_s)).entryList(QDir::Files | QDir::Hidden).size(), 2); // no remains
}

void ConvertTest::textHasNoTimesForCaptions()
{
    const Terminal terminal;
    const QString file = terminal.write(u"talk.txt"_s, "so this has no times");
    const Outcome outcome = terminal.run({u"convert"_s, file, terminal.path(u"out.srt"_s)});
    QVERIFY2(outcome.code == 1 && outcome.err.contains("talk.txt") && outcome.err.contains("earmark align"),
             said(outcome).constData());
    QVERIFY(!QFile::exists(terminal.path(u"out.srt"_s)));
}

void ConvertTest::theInputIsNeverOverwritten()
{
    const Terminal terminal;
    const QString file = terminal.write(u"talk.vtt"_s, captions);
    const Outcome outcome = terminal.run({u"convert"_s, file, file});
    QVERIFY2(outcome.code == 1, said(outcome).constData());
    QCOMPARE(terminal.read(u"talk.vtt"_s), captions);
}

void ConvertTest::wrongUsageIsExplained_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("no format") << QStringList{};
    QTest::newRow("an unknown ending") << QStringList{u"out.xyz"_s};
    QTest::newRow("an unknown format") << QStringList{u"--to"_s, u"mp3"_s};
    QTest::newRow("an unknown source format") << QStringList{u"--to"_s, u"plain"_s, u"--from"_s, u"mp3"_s};
}

void ConvertTest::wrongUsageIsExplained()
{
    QFETCH(QStringList, options);
    const Terminal terminal;
    const Outcome outcome = terminal.run(QStringList{u"convert"_s, terminal.write(u"talk.vtt"_s, captions)} + options);
    QVERIFY2(outcome.code == 2 && outcome.err.contains("earmark help convert"), said(outcome).constData());
}

QTEST_GUILESS_MAIN(ConvertTest)
#include "test_convert.moc"
