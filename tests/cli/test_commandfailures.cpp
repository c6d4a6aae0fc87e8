// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/wavfile.h"
#include "terminal.h"

#include <QProcess>

#include <csignal>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;

// What each command says when something is wrong, and that what was there is intact.
class CommandFailuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesThatCannotBeUsedAreNamed_data();
    void filesThatCannotBeUsedAreNamed();
    void audioThatEndsTooEarlyIsUsedAsFarAsItGoes();
    void aFailedCommandLeavesTheOldFile_data();
    void aFailedCommandLeavesTheOldFile();
    void whatIsNotInTheLibraryIsNotMarked_data();
    void whatIsNotInTheLibraryIsNotMarked();
    void theSameFilesAreNotImportedTwice();
    void whatIsNoLibraryIsNotTouched_data();
    void whatIsNoLibraryIsNotTouched();
    void aDamagedLibraryIsReported();
    void aReadOnlyLibraryIsReadAndNotChanged();
    void aFullDiskLeavesTheOldExport();
    void aFullDiskLeavesTheLibrary();
    void alignAsksForItsOutputBeforeTheWork();
    void alignRefusesWhereNothingIsRecognised();
    void filesInUseAreNotOverwritten();
    void ctrlCKeepsTheEpisode();
};

void CommandFailuresTest::filesThatCannotBeUsedAreNamed_data()
{
    QTest::addColumn<QString>("audio");
    QTest::addColumn<QString>("transcript");
    QTest::addColumn<QString>("named");
    const QString good = u"good.wav"_s;
    const QString text = u"talk.txt"_s;
    QTest::newRow("missing audio") << u"none.wav"_s << text << u"none.wav"_s;
    QTest::newRow("empty audio") << u"empty"_s << text << u"empty"_s;
    QTest::newRow("truncated audio") << u"stump.wav"_s << text << u"stump.wav"_s;
    QTest::newRow("audio that is text") << u"letter.mp3"_s << text << u"letter.mp3"_s;
    QTest::newRow("audio that is a folder") << u"folder"_s << text << u"folder"_s;
    QTest::newRow("missing transcript") << good << u"none.txt"_s << u"none.txt"_s;
    QTest::newRow("empty transcript") << good << u"empty"_s << u"empty"_s;
    QTest::newRow("transcript without words") << good << u"blank.txt"_s << u"blank.txt"_s;
    QTest::newRow("transcript that is a picture") << good << u"picture.txt"_s << u"picture.txt"_s;
    QTest::newRow("transcript that is a folder") << good << u"folder"_s << u"folder"_s;
    QTest::newRow("transcript that is a device") << good << u"/dev/zero"_s << u"/dev/zero"_s;
    QTest::newRow("two transcripts") << text << text << text;
    QTest::newRow("two audio files") << good << good << good;
}

void CommandFailuresTest::filesThatCannotBeUsedAreNamed()
{
    QFETCH(QString, audio);
    QFETCH(QString, transcript);
    QFETCH(QString, named);
    const Terminal terminal;
    terminal.writeSpeech(u"good.wav"_s);
    terminal.write(u"stump.wav"_s, terminal.read(u"good.wav"_s).first(20));
    terminal.write(u"empty"_s, {});
    terminal.write(u"letter.mp3"_s, "dear aunt, this is no music\n");
    terminal.write(u"blank.txt"_s, " \n\t\n");
    terminal.write(u"picture.txt"_s, QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1", 24));
    QVERIFY(QDir().mkpath(terminal.path(u"folder"_s)));
    (void)terminal.importTranscript();
    const QByteArray before = terminal.runInLibrary({u"list"_s}).out;
    terminal.write(u"times.tsv"_s, "old\n");

    Outcome outcome = terminal.runInLibrary({u"import"_s, audio, transcript});
    QVERIFY2(outcome.code == 1 && outcome.out.isEmpty(), said(outcome).constData());
    QVERIFY2(outcome.err.startsWith("earmark: ") && outcome.err.contains(named.toUtf8()), said(outcome).constData());
    QCOMPARE(terminal.runInLibrary({u"list"_s}).out, before);

    outcome = terminal.run({u"align"_s, audio, transcript, u"--output"_s, u"times.tsv"_s});
    QVERIFY2(outcome.code == 1 && outcome.err.contains(named.toUtf8()), said(outcome).constData());
    QCOMPARE(terminal.read(u"times.tsv"_s), "old\n");
}

void CommandFailuresTest::audioThatEndsTooEarlyIsUsedAsFarAsItGoes()
{
    const Terminal terminal;
    terminal.writeSpeech(u"whole.wav"_s);
    const QByteArray whole = terminal.read(u"whole.wav"_s);
    const QString half = terminal.write(u"half.wav"_s, whole.first(whole.size() / 2));
    const Outcome outcome = terminal.runInLibrary({u"import"_s, half, terminal.writeTranscript()});
    QVERIFY2(outcome.code == 0 && outcome.out == "1\n", said(outcome).constData());
    QCOMPARE(terminal.openStore()->timings(EpisodeId{1})->size(), size_t(16));
}

void CommandFailuresTest::aFailedCommandLeavesTheOldFile_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("export of an unknown episode") << QStringList{u"export"_s, u"99"_s, u"--output"_s, u"old.md"_s};
    QTest::newRow("export of an impossible one") << QStringList{u"export"_s, u"-1"_s, u"--output"_s, u"old.md"_s};
    QTest::newRow("export into a missing folder")
        << QStringList{u"export"_s, u"1"_s, u"--output"_s, u"no/such/folder/old.md"_s};
    QTest::newRow("export onto a folder") << QStringList{u"export"_s, u"1"_s, u"--output"_s, u"folder"_s};
    QTest::newRow("unknown language") << QStringList{u"import"_s, u"talk.txt"_s, u"--language"_s, u"qqq"_s};
}

void CommandFailuresTest::aFailedCommandLeavesTheOldFile()
{
    QFETCH(QStringList, arguments);
    const Terminal terminal;
    (void)terminal.importTranscript();
    terminal.write(u"old.md"_s, "old\n");
    QVERIFY(QDir().mkpath(terminal.path(u"folder"_s)));
    const Outcome outcome = terminal.runInLibrary(arguments);
    QVERIFY2(outcome.code == 1 && outcome.out.isEmpty() && outcome.err.startsWith("earmark: "),
             said(outcome).constData());
    QCOMPARE(terminal.read(u"old.md"_s), "old\n");
    QVERIFY(QFileInfo(terminal.path(u"folder"_s)).isDir());
    QCOMPARE(terminal.openStore()->episodes()->size(), size_t(1));
}

void CommandFailuresTest::whatIsNotInTheLibraryIsNotMarked_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown episode") << QStringList{u"99"_s, u"0"_s, u"1"_s};
    QTest::newRow("after the end") << QStringList{u"1"_s, u"10"_s, u"16"_s};
    QTest::newRow("before the start") << QStringList{u"1"_s, u"-1"_s, u"2"_s};
    QTest::newRow("turned round") << QStringList{u"1"_s, u"3"_s, u"2"_s};
}

void CommandFailuresTest::whatIsNotInTheLibraryIsNotMarked()
{
    QFETCH(QStringList, arguments);
    const Terminal terminal;
    (void)terminal.importTranscript();
    const Outcome outcome = terminal.runInLibrary(QStringList{u"highlight"_s} + arguments);
    QVERIFY2(outcome.code == 1 && outcome.out.isEmpty() && outcome.err.startsWith("earmark: "),
             said(outcome).constData());
    QVERIFY(terminal.openStore()->highlights(EpisodeId{1})->empty());
}

void CommandFailuresTest::theSameFilesAreNotImportedTwice()
{
    const Terminal terminal;
    const QString id = terminal.importTranscript();
    const Outcome outcome = terminal.runInLibrary({u"import"_s, terminal.writeTranscript()});
    QVERIFY2(outcome.code == 0 && outcome.out == id.toUtf8() + '\n' && outcome.err.contains("already"),
             said(outcome).constData());
    QCOMPARE(terminal.openStore()->episodes()->size(), size_t(1));
}

void CommandFailuresTest::whatIsNoLibraryIsNotTouched_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("import") << QStringList{u"import"_s, u"talk.txt"_s};
    QTest::newRow("list") << QStringList{u"list"_s};
    QTest::newRow("highlight") << QStringList{u"highlight"_s, u"1"_s, u"0"_s, u"1"_s};
    QTest::newRow("export") << QStringList{u"export"_s, u"1"_s, u"--output"_s, u"a.md"_s};
    QTest::newRow("check") << QStringList{u"check"_s};
}

void CommandFailuresTest::whatIsNoLibraryIsNotTouched()
{
    QFETCH(QStringList, arguments);
    const Terminal terminal;
    terminal.writeTranscript();
    const QByteArray letter = "dear aunt, this is a letter and no library\n";
    terminal.write(u"library.db"_s, letter);
    Outcome outcome = terminal.runInLibrary(arguments);
    QVERIFY2(outcome.code == 1 && outcome.out.isEmpty(), said(outcome).constData());
    QVERIFY2(outcome.err.contains(terminal.libraryPath().toUtf8()), said(outcome).constData());
    QCOMPARE(terminal.read(u"library.db"_s), letter);
    QVERIFY(!QFile::exists(terminal.path(u"a.md"_s)));
    if (arguments.first() == u"import")
        return; // makes the library that is not there
    const QString none = terminal.path(u"none/library.db"_s);
    outcome = terminal.run(arguments + QStringList{u"--library"_s, none});
    QVERIFY2(outcome.code == 1 && outcome.err.contains(none.toUtf8()), said(outcome).constData());
    QVERIFY(!QFile::exists(terminal.path(u"none"_s)));
}

void CommandFailuresTest::aDamagedLibraryIsReported()
{
    const Terminal terminal;
    for (int i = 0; i < 20; ++i) {
        const QString file =
            terminal.write(u"talk%1.txt"_s.arg(i), QByteArray::number(i) + QByteArray(" word").repeated(500));
        QCOMPARE(terminal.runInLibrary({u"import"_s, file}).code, 0);
    }
    QByteArray bytes = terminal.read(u"library.db"_s);
    QVERIFY(bytes.size() > 60000);
    // Every page but the first, in which SQLite looks for its tables.
    for (qsizetype page = 4096; page < bytes.size(); page += 4096)
        bytes.replace(page, 64, QByteArray(64, '\x5a'));
    terminal.write(u"library.db"_s, bytes);
    const Outcome outcome = terminal.runInLibrary({u"check"_s});
    QVERIFY2(outcome.code == 1 && outcome.out.isEmpty(), said(outcome).constData());
    QVERIFY2(outcome.err.contains("damaged"), said(outcome).constData());
    QCOMPARE(terminal.read(u"library.db"_s), bytes);
}

void CommandFailuresTest::aReadOnlyLibraryIsReadAndNotChanged()
{
    const Terminal terminal;
    const SmallDisk disk(terminal.path(u"disk"_s));
    if (!disk.isThere())
        QSKIP("only root can mount a disk");
    const QStringList library{u"--library"_s, terminal.path(u"disk/library.db"_s)};
    QCOMPARE(terminal.run(QStringList{u"import"_s, terminal.writeTranscript()} + library).code, 0);
    QVERIFY(disk.makeReadOnly());
    const QByteArray before = terminal.read(u"disk/library.db"_s);
    Outcome outcome = terminal.run(QStringList{u"highlight"_s, u"1"_s, u"0"_s, u"1"_s} + library);
    QVERIFY2(outcome.code == 1 && outcome.out.isEmpty() && outcome.err.contains("read-only"),
             said(outcome).constData());
    outcome = terminal.run(QStringList{u"import"_s, terminal.writeTranscript(u"b.txt"_s)} + library);
    QVERIFY2(outcome.code == 1 && outcome.out.isEmpty() && outcome.err.contains("read-only"),
             said(outcome).constData());
    outcome = terminal.run(QStringList{u"list"_s} + library);
    QVERIFY2(outcome.code == 0 && outcome.out.startsWith("1\tTalk"), said(outcome).constData());
    QCOMPARE(terminal.read(u"disk/library.db"_s), before);
}

void CommandFailuresTest::aFullDiskLeavesTheOldExport()
{
    const Terminal terminal;
    (void)terminal.importTranscript();
    const SmallDisk disk(terminal.path(u"disk"_s));
    if (!disk.isThere())
        QSKIP("only root can mount a disk");
    terminal.write(u"disk/notes.md"_s, "old\n");
    terminal.write(u"disk/times.tsv"_s, "old\n");
    disk.fill();
    const QString notes = terminal.path(u"disk/notes.md"_s);
    Outcome outcome = terminal.runInLibrary({u"export"_s, u"1"_s, u"--output"_s, notes});
    QVERIFY2(outcome.code == 1 && outcome.err.contains("full") && outcome.err.contains(notes.toUtf8()),
             said(outcome).constData());
    QCOMPARE(terminal.read(u"disk/notes.md"_s), "old\n");
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    outcome = terminal.run(
        {u"align"_s, audio, terminal.writeTranscript(), u"--output"_s, terminal.path(u"disk/times.tsv"_s)});
    QVERIFY2(outcome.code == 1 && outcome.err.contains("full"), said(outcome).constData());
    QCOMPARE(terminal.read(u"disk/times.tsv"_s), "old\n");
    QCOMPARE(QDir(terminal.path(u"disk"_s)).entryList(QDir::Files | QDir::Hidden).size(), 3); // no remains
}

void CommandFailuresTest::aFullDiskLeavesTheLibrary()
{
    const Terminal terminal;
    const SmallDisk disk(terminal.path(u"disk"_s));
    if (!disk.isThere())
        QSKIP("only root can mount a disk");
    const QStringList library{u"--library"_s, terminal.path(u"disk/library.db"_s)};
    QCOMPARE(terminal.run(QStringList{u"import"_s, terminal.writeTranscript()} + library).code, 0);
    disk.fill();
    const Outcome outcome = terminal.run(QStringList{u"highlight"_s, u"1"_s, u"0"_s, u"1"_s} + library);
    QVERIFY2(outcome.code == 1 && outcome.out.isEmpty() && outcome.err.contains("full"), said(outcome).constData());
    QVERIFY(QFile::remove(terminal.path(u"disk/ballast"_s)));
    QCOMPARE(terminal.run(QStringList{u"check"_s} + library).code, 0);
    const Outcome list = terminal.run(QStringList{u"list"_s} + library);
    QVERIFY2(list.out.startsWith("1\tTalk") && list.out.endsWith("\t0\n"), said(list).constData());
}

void CommandFailuresTest::alignAsksForItsOutputBeforeTheWork()
{
    const Terminal terminal;
    // Minutes of work, should it be done.
    const QString audio = terminal.writeNoise(u"noise.wav"_s, 900);
    const QString transcript = terminal.write(u"talk.txt"_s, QByteArray("words without end ").repeated(700));
    const Outcome outcome = terminal.run({u"align"_s, audio, transcript, u"--output"_s, u"no/such/folder/times.tsv"_s});
    QVERIFY2(outcome.code == 1 && outcome.err.contains("no/such/folder/times.tsv"), said(outcome).constData());
    QVERIFY2(!outcome.err.contains("noise.wav"), said(outcome).constData()); // not looked into

    terminal.write(u"times.tsv"_s, "old\n");
    const Outcome other =
        terminal.run({u"align"_s, audio, terminal.write(u"blank.txt"_s, " "), u"--output"_s, u"times.tsv"_s});
    QCOMPARE(other.code, 1);
    QCOMPARE(terminal.read(u"times.tsv"_s), "old\n");
    QCOMPARE(QDir(terminal.path({})).entryList({u"times.tsv*"_s}), QStringList{u"times.tsv"_s}); // nothing beside it
}

void CommandFailuresTest::alignRefusesWhereNothingIsRecognised()
{
    const Terminal terminal;
    const QString silent = terminal.path(u"silent.wav"_s);
    QVERIFY(audio::writeWav(silent, std::vector<qint16>(10 * 16000), 16000, 1));
    const Outcome outcome =
        terminal.run({u"align"_s, silent, terminal.writeTranscript(), u"--output"_s, terminal.path(u"times.tsv"_s)});
    QVERIFY2(outcome.code == 1 && outcome.err.contains("no speech in") && outcome.err.contains("silent.wav"),
             said(outcome).constData());
    QVERIFY(!QFile::exists(terminal.path(u"times.tsv"_s)));
}

void CommandFailuresTest::filesInUseAreNotOverwritten()
{
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    // By endings that align can write.
    const QString transcript = terminal.writeTranscript(u"talk.tsv"_s);
    QVERIFY(QFile::link(audio, terminal.path(u"link.tsv"_s)));
    QCOMPARE(terminal.runInLibrary({u"import"_s, audio, transcript, u"--no-align"_s}).code, 0);
    const QByteArray sound = terminal.read(u"talk.wav"_s);
    const QByteArray words = terminal.read(u"talk.tsv"_s);
    const QByteArray library = terminal.read(u"library.db"_s);
    for (const QString &output : {transcript, terminal.path(u"link.tsv"_s)}) {
        const Outcome outcome = terminal.run({u"align"_s, audio, transcript, u"--output"_s, output});
        QVERIFY2(outcome.code == 1 && outcome.err.contains(output.toUtf8()), said(outcome).constData());
    }
    for (const QString &output : {audio, terminal.libraryPath(), u"/dev/null"_s}) {
        const Outcome outcome = terminal.runInLibrary({u"export"_s, u"1"_s, u"--output"_s, output});
        QVERIFY2(outcome.code == 1 && outcome.err.contains(output.toUtf8()), said(outcome).constData());
    }
    QCOMPARE(terminal.read(u"talk.wav"_s), sound);
    QCOMPARE(terminal.read(u"talk.tsv"_s), words);
    QCOMPARE(terminal.read(u"library.db"_s), library);
    QVERIFY(!QFileInfo(u"/dev/null"_s).isFile());
}

void CommandFailuresTest::ctrlCKeepsTheEpisode()
{
    const Terminal terminal;
    // Long enough to be interrupted on any machine.
    const QString audio = terminal.writeNoise(u"noise.wav"_s, 900);
    const QString transcript = terminal.write(u"talk.txt"_s, QByteArray("words without end ").repeated(700));
    QProcess process;
    terminal.prepare(process, {u"import"_s, audio, transcript, u"--library"_s, terminal.libraryPath()});
    process.start(QIODevice::ReadOnly);
    QTRY_VERIFY_WITH_TIMEOUT(terminal.openStore() && !terminal.openStore()->episodes()->empty(), 30000);
    QTest::qWait(100); // from the episode's being stored to the alignment's start
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardOutput(), "1\n");
    const QByteArray err = process.readAllStandardError();
    QVERIFY2(err.contains("estimated"), err.constData());
    QVERIFY(!transcript::hasKnownTimes(*terminal.openStore()->timings(EpisodeId{1})));
}

QTEST_GUILESS_MAIN(CommandFailuresTest)
#include "test_commandfailures.moc"
