// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <QProcess>
#include <QRegularExpression>

#include <algorithm>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;

// The program as such: light, and able to explain itself.
class ProgramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCommandsLoadNeitherAudioNorWindow();
    void everyCommandExplainsItself_data();
    void everyCommandExplainsItself();
    void helpAndVersionAreFoundByEveryName_data();
    void helpAndVersionAreFoundByEveryName();
    void aDisplayThatDoesNotAnswerIsToldOf_data();
    void aDisplayThatDoesNotAnswerIsToldOf();
    void startingTakesThisLong();
};

void ProgramTest::textCommandsLoadNeitherAudioNorWindow()
{
    QProcess readelf;
    readelf.start(u"readelf"_s, {u"-d"_s, u"-W"_s, QStringLiteral(EARMARK_PROGRAM)});
    if (!readelf.waitForStarted())
        QSKIP("readelf is not installed");
    QVERIFY(readelf.waitForFinished());
    static const QRegularExpression needed(u"NEEDED.*\\[(.+)\\]"_s);
    QStringList libraries;
    for (QRegularExpressionMatchIterator i = needed.globalMatch(QString::fromUtf8(readelf.readAllStandardOutput()));
         i.hasNext();)
        libraries.append(i.next().captured(1));
    QVERIFY(libraries.contains(u"libQt6Core.so.6"_s));
    static const QRegularExpression allowed(
        u"^(libQt6Core|libsqlite3|libuchardet|libmd4c|libstdc\\+\\+|libgcc_s|libc|libm|ld-linux.*|lib[atu].*san)\\.so"_s);
    for (const QString &library : std::as_const(libraries))
        QVERIFY2(allowed.match(library).hasMatch(), qPrintable(library));
}

void ProgramTest::everyCommandExplainsItself_data()
{
    QTest::addColumn<QByteArrayList>("mentions");
    QTest::newRow("import") << QByteArrayList{"AUDIO", "TRANSCRIPT", "--title", "--language", "--no-align"};
    QTest::newRow("align") << QByteArrayList{"AUDIO", "TRANSCRIPT", "--output", "--language", ".tsv"};
    QTest::newRow("list") << QByteArrayList{"list"};
    QTest::newRow("highlight") << QByteArrayList{"EPISODE", "FIRST", "LAST", "--note"};
    QTest::newRow("export") << QByteArrayList{"EPISODE", "--output"};
    QTest::newRow("read") << QByteArrayList{"TRANSCRIPT", "--timings", "--tokens", "N , . ?"};
    QTest::newRow("check") << QByteArrayList{"check"};
    QTest::newRow("sample") << QByteArrayList{"--output"};
}

void ProgramTest::everyCommandExplainsItself()
{
    QFETCH(QByteArrayList, mentions);
    const Terminal terminal;
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const Outcome outcome = terminal.run({name, u"--help"_s});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    for (const QByteArray &word : std::as_const(mentions))
        QVERIFY2(outcome.out.contains(word), said(outcome).constData());
    QVERIFY2(outcome.out.contains("--library"), said(outcome).constData());
    QCOMPARE(terminal.run({u"help"_s, name}).out, outcome.out);
    QVERIFY(terminal.run({u"help"_s}).out.contains(name.toUtf8()));
}

void ProgramTest::helpAndVersionAreFoundByEveryName_data()
{
    QTest::addColumn<QByteArray>("start");
    for (const char *name : {"help", "--help", "-h"})
        QTest::newRow(name) << QByteArray("Earmark");
    for (const char *name : {"version", "--version", "-v"})
        QTest::newRow(name) << QByteArray("earmark " EARMARK_VERSION "\n");
}

void ProgramTest::helpAndVersionAreFoundByEveryName()
{
    QFETCH(QByteArray, start);
    Terminal terminal;
    terminal.setVariable(u"QT_QPA_PLATFORM"_s, u"none-such"_s); // no display is asked for
    const Outcome outcome = terminal.run({QString::fromLatin1(QTest::currentDataTag())});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty() && outcome.out.startsWith(start), said(outcome).constData());
}

void ProgramTest::aDisplayThatDoesNotAnswerIsToldOf_data()
{
    QTest::addColumn<QString>("x");
    QTest::addColumn<QString>("wayland");
    QTest::newRow("X") << u":4711"_s << QString();
    QTest::newRow("X, with a screen") << u":4711.0"_s << QString();
    QTest::newRow("Wayland") << QString() << u"wayland-4711"_s;
    QTest::newRow("none") << QString() << QString();
}

void ProgramTest::aDisplayThatDoesNotAnswerIsToldOf()
{
    QFETCH(const QString, x);
    QFETCH(const QString, wayland);
    Terminal terminal;
    terminal.setVariable(u"QT_QPA_PLATFORM"_s, {});
    terminal.setVariable(u"DISPLAY"_s, x);
    terminal.setVariable(u"WAYLAND_DISPLAY"_s, wayland);
    const Outcome outcome = terminal.run({});
    QCOMPARE(outcome.code, 1); // and not by a signal
    QVERIFY2(outcome.out.isEmpty() && outcome.err.count('\n') == 1, said(outcome).constData());
}

// A figure to read; no promise is tied to one machine.
void ProgramTest::startingTakesThisLong()
{
    const Terminal terminal;
    std::vector<qint64> times;
    for (int i = 0; i < 15; ++i) {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(terminal.run({u"version"_s}).code, 0);
        times.push_back(timer.nsecsElapsed() / 1000);
    }
    std::sort(times.begin(), times.end());
    qInfo("earmark version: median %.1f ms, best %.1f ms", double(times[times.size() / 2]) / 1000,
          double(times.front()) / 1000);
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "test_program.moc"
