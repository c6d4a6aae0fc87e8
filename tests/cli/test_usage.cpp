// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <QProcess>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;

// How the program is called, and where its output goes.
class UsageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUsageIsExplained_data();
    void wrongUsageIsExplained();
    void wrongUsageOfTheWindowIsExplained();
    void outputThatCannotBeWrittenIsAFailure();
    void closedOutputIsAFailure();
    void namesThatAreNotUtf8AreRefused();
};

void UsageTest::wrongUsageIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("mentions");
    QTest::newRow("misspelt command") << QStringList{u"improt"_s, u"a"_s, u"b"_s} << QByteArray("improt");
    QTest::newRow("unknown option") << QStringList{u"list"_s, u"--all"_s} << QByteArray("--all");
    QTest::newRow("unknown short option") << QStringList{u"list"_s, u"-x"_s} << QByteArray("-x");
    QTest::newRow("option of another command")
        << QStringList{u"read"_s, u"a.txt"_s, u"--title"_s, u"x"_s} << QByteArray("--title");
    QTest::newRow("option without its value") << QStringList{u"list"_s, u"--library"_s} << QByteArray("--library");
    QTest::newRow("library without a name")
        << QStringList{u"list"_s, u"--library"_s, QString()} << QByteArray("--library");
    QTest::newRow("empty name of a transcript")
        << QStringList{u"read"_s, QString()} << QByteArray("TRANSCRIPT is empty");
    QTest::newRow("empty name of audio") << QStringList{u"import"_s, QString(), u"b"_s} << QByteArray("AUDIO is empty");
    QTest::newRow("empty name of an output")
        << QStringList{u"export"_s, u"1"_s, u"--output"_s, QString()} << QByteArray("--output");
    QTest::newRow("switch with a value") << QStringList{u"import"_s, u"a"_s, u"b"_s, u"--no-align=yes"_s}
                                         << QByteArray("--no-align");
    QTest::newRow("import of nothing") << QStringList{u"import"_s} << QByteArray("AUDIO");
    QTest::newRow("one file too many") << QStringList{u"import"_s, u"a"_s, u"b"_s, u"c"_s} << QByteArray("c");
    QTest::newRow("align without transcript") << QStringList{u"align"_s, u"a"_s} << QByteArray("TRANSCRIPT");
    QTest::newRow("align without output") << QStringList{u"align"_s, u"a"_s, u"b"_s} << QByteArray("--output");
    QTest::newRow("align to another format") << QStringList{u"align"_s, u"a"_s, u"b"_s, u"--output"_s, u"c.doc"_s}
                                             << QByteArray(".vtt, .srt, .json or .tsv");
    QTest::newRow("export without output") << QStringList{u"export"_s, u"1"_s} << QByteArray("--output");
    QTest::newRow("episode is no number")
        << QStringList{u"export"_s, u"one"_s, u"--output"_s, u"c.md"_s} << QByteArray("one");
    QTest::newRow("word is no number") << QStringList{u"highlight"_s, u"1"_s, u"2.5"_s, u"3"_s} << QByteArray("2.5");
    QTest::newRow("word out of range") << QStringList{u"highlight"_s, u"1"_s, u"2"_s, u"99999999999"_s}
                                       << QByteArray("99999999999");
    QTest::newRow("help for nothing known") << QStringList{u"help"_s, u"dance"_s} << QByteArray("dance");
}

void UsageTest::wrongUsageIsExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, mentions);
    const Terminal terminal;
    const Outcome outcome = terminal.run(arguments);
    QVERIFY2(outcome.code == 2 && outcome.out.isEmpty(), said(outcome).constData());
    QVERIFY2(outcome.err.startsWith("earmark: ") && outcome.err.contains(mentions), said(outcome).constData());
    QVERIFY2(outcome.err.contains("help"), said(outcome).constData()); // where to read on
    QVERIFY(!QFile::exists(terminal.path(u"data/earmark"_s)));
}

void UsageTest::wrongUsageOfTheWindowIsExplained()
{
    if (!EARMARK_HAS_WINDOW)
        QSKIP("This build has no window.");
    Terminal terminal;
    terminal.setVariable(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    for (const QStringList &arguments : {QStringList{u"--library"_s}, QStringList{u"--library="_s},
                                         QStringList{u"--library"_s, QString()}, QStringList{u"--libary=x"_s}}) {
        const Outcome outcome = terminal.run(arguments);
        QVERIFY2(outcome.code == 2 && outcome.err.contains("earmark: ") && outcome.err.contains("lib"),
                 said(outcome).constData());
        QVERIFY(!QFile::exists(terminal.path(u"data/earmark"_s)));
    }
}

void UsageTest::outputThatCannotBeWrittenIsAFailure()
{
    const Terminal terminal;
    QProcess process;
    terminal.prepare(process, {u"read"_s, terminal.writeTranscript()});
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(QIODevice::ReadOnly);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("full"));
}

void UsageTest::closedOutputIsAFailure()
{
    const Terminal terminal;
    (void)terminal.importTranscript();
    const QByteArray library = terminal.read(u"library.db"_s);
    QProcess process;
    terminal.prepare(process, {u"list"_s, u"--library"_s, terminal.libraryPath()});
    const QStringList command = QStringList{process.program()} + process.arguments();
    process.setProgram(u"sh"_s);
    process.setArguments(QStringList{u"-c"_s, u"exec \"$@\" >&-"_s, u"sh"_s} + command);
    process.start(QIODevice::ReadOnly);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().startsWith("earmark: "));
    QCOMPARE(terminal.read(u"library.db"_s), library);
}

void UsageTest::namesThatAreNotUtf8AreRefused()
{
    const Terminal terminal;
    terminal.writeTranscript();
    QProcess process;
    terminal.prepare(process, {u"read"_s});
    const QString program = process.program();
    process.setProgram(u"sh"_s);
    // A process cannot be started with such a name through a QString.
    process.setArguments(
        {u"-c"_s,
         u"name=$(printf 'talk\\377.txt'); cp talk.txt \"$name\"; \"$1\" read \"$name\"; code=$?; rm \"$name\"; exit $code"_s,
         u"sh"_s, program});
    process.start(QIODevice::ReadOnly);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    const QByteArray err = process.readAllStandardError();
    QVERIFY2(err.contains("UTF-8"), err.constData());
}

QTEST_GUILESS_MAIN(UsageTest)
#include "test_usage.moc"
