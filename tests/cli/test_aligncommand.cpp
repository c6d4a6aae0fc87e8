// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <QProcess>
#include <QStandardPaths>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;

// What `earmark align` takes besides the two files, and what it says about its work.
class AlignCommandTest : public QObject
{
    Q_OBJECT

    // The columns of the line that begins with `name`; empty where there is none.
    static QByteArrayList reported(const Outcome &outcome, const QByteArray &name)
    {
        for (const QByteArray &line : outcome.out.split('\n')) {
            const QByteArrayList columns = line.split('\t');
            if (columns.first() == name)
                return columns.mid(1);
        }
        return {};
    }

private Q_SLOTS:
    void theReportCountsWhatWasMatched();
    void theReportNamesWhatWasNot();
    void anchorsAreKept();
    void emptyAnchorsAreNone();
    void anchorsThatCannotBeUsedAreNamed_data();
    void anchorsThatCannotBeUsedAreNamed();
    void noWordIsInWhatIsSkipped();
    void subtitlesGetWordTimes();
    void wordTimesOfTheFileStay();
    void progressIsForTerminalsOnly();
};

void AlignCommandTest::theReportCountsWhatWasMatched()
{
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    const Outcome outcome = terminal.run(
        {u"align"_s, audio, terminal.writeTranscript(), u"--output"_s, terminal.path(u"times.tsv"_s), u"--report"_s});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    const QByteArrayList names{"audio", "took", "language", "words", "matched", "given", "anchored", "skipped", "sure"};
    const QByteArrayList lines = outcome.out.split('\n');
    for (qsizetype i = 0; i < names.size(); ++i)
        QVERIFY2(lines.value(i).startsWith(names[i] + '\t'), said(outcome).constData());
    const auto number = [&](const char *name) { return reported(outcome, name).value(0).toDouble(); };
    QVERIFY(number("audio") > 3 && number("audio") < 6);
    QVERIFY(number("took") > 0);
    QCOMPARE(reported(outcome, "language"), QByteArrayList{"en"});
    QCOMPARE(number("words"), 15);
    QCOMPARE(number("matched") + number("skipped"), 15);
    QVERIFY2(number("matched") >= 13, said(outcome).constData());
    QVERIFY(number("sure") <= 15);
    QVERIFY(terminal.read(u"times.tsv"_s).startsWith("0\t"));
}

void AlignCommandTest::theReportNamesWhatWasNot()
{
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    const QByteArray text = "Purple elephants seldom discuss quantum mechanics with plumbers on Wednesdays. "
        + terminal.read(QFileInfo(terminal.writeTranscript()).fileName());
    const Outcome outcome = terminal.run({u"align"_s, audio, terminal.write(u"more.txt"_s, text), u"--output"_s,
                                          terminal.path(u"times.tsv"_s), u"--report"_s});
    QVERIFY2(outcome.code == 0, said(outcome).constData());
    const QByteArrayList skip = reported(outcome, "skip");
    QCOMPARE(skip.size(), 5);
    QVERIFY2(skip[0].toInt() <= 2 && skip[1].toInt() >= 5 && skip[1].toInt() <= 12, said(outcome).constData());
    QVERIFY(skip[2].toDouble() <= skip[3].toDouble());
    QVERIFY2(skip[4].contains("discuss quantum"), said(outcome).constData());
    QVERIFY(reported(outcome, "skipped").value(0).toInt() >= 5);
}

void AlignCommandTest::anchorsAreKept()
{
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    const QString anchors = terminal.write(u"anchors.txt"_s, "# heard by ear\n9 2.345\n4\t1.234\n");
    const Outcome outcome = terminal.run({u"align"_s, audio, terminal.writeTranscript(), u"--output"_s,
                                          terminal.path(u"times.tsv"_s), u"--anchors"_s, anchors, u"--report"_s});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    const QByteArrayList rows = terminal.read(u"times.tsv"_s).split('\n');
    QVERIFY2(rows.value(4).startsWith("4\t1.234\t"), rows.value(4).constData());
    QVERIFY2(rows.value(9).startsWith("9\t2.345\t"), rows.value(9).constData());
    QCOMPARE(reported(outcome, "anchored"), QByteArrayList{"2"});
}

void AlignCommandTest::emptyAnchorsAreNone()
{
    for (const QByteArray &nothing : {QByteArray(), QByteArray("# none yet\n")}) {
        const Terminal terminal;
        const QString audio = terminal.writeSpeech(u"talk.wav"_s);
        const Outcome outcome =
            terminal.run({u"align"_s, audio, terminal.writeTranscript(), u"--output"_s, terminal.path(u"times.tsv"_s),
                          u"--anchors"_s, terminal.write(u"anchors.txt"_s, nothing), u"--report"_s});
        QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
        QCOMPARE(reported(outcome, "anchored"), QByteArrayList{"0"});
    }
}

void AlignCommandTest::anchorsThatCannotBeUsedAreNamed_data()
{
    QTest::addColumn<QByteArray>("anchors");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("no numbers") << QByteArray("4 1.2\nfour 1.3\n") << QByteArray("anchors.txt:2");
    QTest::newRow("contradiction") << QByteArray("4 1.2\n5 1.1\n") << QByteArray("anchors.txt:2");
    QTest::newRow("no such word") << QByteArray("4 1.2\n\n400 1.3\n") << QByteArray("anchors.txt:3");
    QTest::newRow("after the end") << QByteArray("4 1200\n") << QByteArray("anchors.txt:1");
    QTest::newRow("no time between") << QByteArray("1 1.2\n9 1.21\n") << QByteArray("anchors.txt:2");
    QTest::newRow("no text") << QByteArray("\0\1\2\3", 4) << QByteArray("anchors.txt");
}

void AlignCommandTest::anchorsThatCannotBeUsedAreNamed()
{
    QFETCH(QByteArray, anchors);
    QFETCH(QByteArray, named);
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    terminal.write(u"times.tsv"_s, "old\n");
    const QString file = terminal.write(u"anchors.txt"_s, anchors);
    const Outcome outcome = terminal.run({u"align"_s, audio, terminal.writeTranscript(), u"--output"_s,
                                          terminal.path(u"times.tsv"_s), u"--anchors"_s, file});
    QVERIFY2(outcome.code == 1 && outcome.out.isEmpty(), said(outcome).constData());
    QVERIFY2(outcome.err.startsWith("earmark: ") && outcome.err.contains(named), said(outcome).constData());
    QCOMPARE(terminal.read(u"times.tsv"_s), "old\n");
}

void AlignCommandTest::noWordIsInWhatIsSkipped()
{
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    const QStringList command{u"align"_s, audio, terminal.writeTranscript(), u"--output"_s,
                              terminal.path(u"times.tsv"_s)};
    const Outcome outcome = terminal.run(command + QStringList{u"--skip"_s, u"0:01-2.5"_s, u"--skip=0:00:03-3.5"_s});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    int rows = 0;
    for (const QByteArray &row : terminal.read(u"times.tsv"_s).trimmed().split('\n')) {
        const QByteArrayList fields = row.split('\t');
        const double start = fields.value(1).toDouble();
        const double end = fields.value(2).toDouble();
        if (rows++ > 0) // the first token is a cue
            QVERIFY2((end <= 1 || start >= 2.5) && (end <= 3 || start >= 3.5), row.constData());
    }
    QVERIFY(rows > 5);
    terminal.write(u"times.tsv"_s, "old\n");
    for (const QString &wrong : {u"5"_s, u"5-3"_s, u"1-x"_s, u"nan-3"_s, u"1:00:00-1:00:10"_s, QString()}) {
        const Outcome refused = terminal.run(command + QStringList{u"--skip"_s, wrong});
        QVERIFY2(wrong.isEmpty() ? refused.code == 0 : refused.code == 2, said(refused).constData());
        QVERIFY2(wrong.isEmpty() || refused.err.contains(wrong.toUtf8()), said(refused).constData());
        QVERIFY(wrong.isEmpty() || terminal.read(u"times.tsv"_s) == "old\n");
    }
    const QString anchors = terminal.write(u"anchors.txt"_s, "4 1.234\n");
    QCOMPARE(terminal.run(command + QStringList{u"--skip"_s, u"1-2"_s, u"--anchors"_s, anchors}).code, 2);
}

void AlignCommandTest::subtitlesGetWordTimes()
{
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    const QByteArray words = terminal.read(QFileInfo(terminal.writeTranscript()).fileName()).simplified();
    const QByteArray text = words.mid(words.indexOf(']') + 1).trimmed();
    const QString captions = terminal.write(u"talk.srt"_s, "1\n00:00:00,000 --> 00:00:06,000\n" + text + "\n");
    const Outcome outcome =
        terminal.run({u"align"_s, audio, captions, u"--output"_s, terminal.path(u"times.json"_s), u"--report"_s});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    QVERIFY2(terminal.read(u"times.json"_s).contains("\"origin\":\"aligned\""),
             terminal.read(u"times.json"_s).left(300).constData());
    QVERIFY2(reported(outcome, "matched").value(0).toInt() >= 12, said(outcome).constData());
}

void AlignCommandTest::wordTimesOfTheFileStay()
{
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    const QString captions =
        terminal.write(u"talk.vtt"_s, "WEBVTT\n\n00:00.500 --> 00:02.000\nThe <00:01.000>lens <00:01.250>is\n");
    const Outcome outcome =
        terminal.run({u"align"_s, audio, captions, u"--output"_s, terminal.path(u"times.tsv"_s), u"--report"_s});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    QCOMPARE(reported(outcome, "given"), QByteArrayList{"3"});
    const QByteArrayList rows = terminal.read(u"times.tsv"_s).split('\n');
    QVERIFY2(rows.value(1).startsWith("1\t1.000\t1.250\t"), rows.value(1).constData());
}

void AlignCommandTest::progressIsForTerminalsOnly()
{
    const QString script = QStandardPaths::findExecutable(u"script"_s);
    if (script.isEmpty())
        QSKIP("needs script(1), which makes a terminal");
    const Terminal terminal;
    if (QProcess::execute(script, {u"-qec"_s, u"true"_s, terminal.path(u"nothing"_s)}) != 0)
        QSKIP("no terminal can be made here");
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    QProcess named;
    const QStringList arguments{u"align"_s, audio, terminal.writeTranscript(), u"--output"_s,
                                terminal.path(u"times.tsv"_s)};
    terminal.prepare(named, arguments);
    QProcess process;
    process.setProcessEnvironment(named.processEnvironment());
    QStringList quoted{u'\'' + named.program() + u'\''};
    for (const QString &argument : named.arguments())
        quoted.append(u'\'' + argument + u'\'');
    process.start(script, {u"-qec"_s, quoted.join(u' '), terminal.path(u"typescript"_s)});
    QVERIFY(process.waitForFinished(120000));
    QCOMPARE(process.exitCode(), 0);
    const QByteArray shown = terminal.read(u"typescript"_s);
    QVERIFY2(shown.contains(" %") && shown.contains("\x1b[K"), shown.constData());
    // Elsewhere silence: theReportCountsWhatWasMatched() and others see no error output at all.
}

QTEST_GUILESS_MAIN(AlignCommandTest)
#include "test_aligncommand.moc"
