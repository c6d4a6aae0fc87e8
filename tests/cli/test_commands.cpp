// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"
#include "terminal.h"

#include <QRegularExpression>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;

// What each command does when all is well.
class CommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importPrintsTheEpisodesNumberAlone();
    void importAlignsUnlessToldNotTo_data();
    void importAlignsUnlessToldNotTo();
    void importingAgainAlignsWhatWasNot();
    void importingMovedAudioFindsTheEpisode();
    void importingAgainGivesTheTitleAskedFor();
    void importTakesTheTwoFilesInEitherOrder();
    void alignWritesEveryFormat_data();
    void alignWritesEveryFormat();
    void alignedWordsStandWhereTheyAreSpoken();
    void listShowsEachEpisodeOnALineOfItsOwn();
    void theLibraryIsNamedAnywhere_data();
    void theLibraryIsNamedAnywhere();
    void withoutALibraryTheListIsEmpty();
    void highlightsAndNotesAreExported();
    void readPrintsTextForReading();
    void readPrintsADashForWhoHasNoName();
    void readPrintsAnEpisodeAsItWasCorrected();
    void readSetsMarksAndCapitals();
    void readPrintsALineForEachToken();
    void readTakesATimingsFileThatFits();
    void checkFindsASoundLibrarySound();
    void theSampleGoesAllTheWay();
    void namesOfAllScriptsWorkInEveryLocale();
};

namespace {

const char *const spokenText =
    "hello and welcome back to the show i'm very excited about today's guest but first how are you doing this week i "
    "am doing great thank you we went to the beach with the kids and it was really nice so what have you been up to "
    "well i've been working on a new project and i think it's going to be really interesting";

} // namespace

void CommandsTest::importPrintsTheEpisodesNumberAlone()
{
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    const Outcome outcome = terminal.runInLibrary({u"import"_s, audio, terminal.writeTranscript()});
    QVERIFY2(outcome.code == 0 && outcome.out == "1\n" && outcome.err.isEmpty(), said(outcome).constData());
}

void CommandsTest::importAlignsUnlessToldNotTo_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("aligned");
    QTest::newRow("by default") << QStringList{} << true;
    QTest::newRow("told not to") << QStringList{u"--no-align"_s} << false;
    QTest::newRow("with a language") << QStringList{u"--language"_s, u"en-gb"_s} << true;
}

void CommandsTest::importAlignsUnlessToldNotTo()
{
    QFETCH(QStringList, options);
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    const Outcome outcome =
        terminal.runInLibrary(QStringList{u"import"_s, audio, terminal.writeTranscript()} + options);
    QVERIFY2(outcome.code == 0, said(outcome).constData());
    QTEST(transcript::hasKnownTimes(*terminal.openStore()->timings(EpisodeId{1})), "aligned");
}

void CommandsTest::importingAgainAlignsWhatWasNot()
{
    const Terminal terminal;
    const QStringList import{u"import"_s, terminal.writeSpeech(u"talk.wav"_s), terminal.writeTranscript()};
    const auto isAligned = [&] { return transcript::hasKnownTimes(*terminal.openStore()->timings(EpisodeId{1})); };
    for (const bool aligns : {false, false, true, true}) {
        const Outcome outcome = terminal.runInLibrary(aligns ? import : import + QStringList{u"--no-align"_s});
        QVERIFY2(outcome.code == 0 && outcome.out == "1\n", said(outcome).constData());
        QCOMPARE(isAligned(), aligns);
    }
    QCOMPARE(terminal.openStore()->episodes()->size(), size_t(1));
}

void CommandsTest::importingMovedAudioFindsTheEpisode()
{
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    const QString transcript = terminal.writeTranscript();
    QCOMPARE(terminal.runInLibrary({u"import"_s, audio, transcript, u"--no-align"_s}).out, "1\n");
    QCOMPARE(terminal.runInLibrary({u"highlight"_s, u"1"_s, u"1"_s, u"3"_s}).code, 0);
    const QString moved = terminal.path(u"archive.wav"_s);
    QVERIFY(QFile::rename(audio, moved));
    const Outcome outcome = terminal.runInLibrary({u"import"_s, moved, transcript});
    QVERIFY2(outcome.code == 0 && outcome.out == "1\n" && outcome.err.contains(moved.toUtf8()),
             said(outcome).constData());
    const auto store = terminal.openStore();
    QCOMPARE(store->episodes()->size(), size_t(1));
    QCOMPARE(store->episode(EpisodeId{1})->audioPath, moved);
    QCOMPARE(store->highlights(EpisodeId{1})->size(), size_t(1));
    QVERIFY(transcript::hasKnownTimes(*store->timings(EpisodeId{1})));
}

void CommandsTest::importingAgainGivesTheTitleAskedFor()
{
    const Terminal terminal;
    const QString id = terminal.importTranscript();
    const Outcome again =
        terminal.runInLibrary({u"import"_s, terminal.writeTranscript(), u"--title"_s, u"  A \n tower "_s});
    QVERIFY2(again.code == 0 && again.err.contains("A tower"), said(again).constData());
    QCOMPARE(again.out, id.toUtf8() + '\n');
    QCOMPARE(terminal.openStore()->episode(EpisodeId{id.toLongLong()})->title, u"A tower"_s);
    // Without one it keeps its title.
    QCOMPARE(terminal.importTranscript(), id);
    QCOMPARE(terminal.openStore()->episode(EpisodeId{id.toLongLong()})->title, u"A tower"_s);
}

void CommandsTest::importTakesTheTwoFilesInEitherOrder()
{
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    const Outcome outcome =
        terminal.runInLibrary({u"import"_s, terminal.writeTranscript(), audio, u"--no-align"_s, u"--title=A tower"_s});
    QVERIFY2(outcome.code == 0, said(outcome).constData());
    const auto episode = terminal.openStore()->episode(EpisodeId{1});
    QCOMPARE(episode->audioPath, audio);
    QCOMPARE(episode->title, u"A tower"_s);
}

void CommandsTest::alignWritesEveryFormat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("WebVTT") << u"times.vtt"_s << QByteArray("WEBVTT");
    QTest::newRow("SubRip") << u"times.srt"_s << QByteArray("1\n00:00:0");
    QTest::newRow("JSON") << u"times.json"_s << QByteArray("{");
    QTest::newRow("tab-separated") << u"times.TSV"_s << QByteArray("0\t");
}

void CommandsTest::alignWritesEveryFormat()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, start);
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    const Outcome outcome =
        terminal.run({u"align"_s, audio, terminal.writeTranscript(), u"--output"_s, terminal.path(name)});
    QVERIFY2(outcome.code == 0 && outcome.out.isEmpty() && outcome.err.isEmpty(), said(outcome).constData());
    const QByteArray written = terminal.read(name);
    QVERIFY2(written.startsWith(start), written.constData());
    QVERIFY(!QFile::exists(terminal.path(u"data/earmark"_s))); // no library needed
}

void CommandsTest::alignedWordsStandWhereTheyAreSpoken()
{
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"talk.wav"_s);
    const Outcome outcome = terminal.run({u"align"_s, audio, terminal.writeTranscript(), u"--output"_s,
                                          terminal.path(u"times.tsv"_s), u"--language"_s, u"en"_s});
    QVERIFY2(outcome.code == 0, said(outcome).constData());
    static const QRegularExpression line(u"^(\\d+)\t(\\d+\\.\\d{3})\t(\\d+\\.\\d{3})\t([01]\\.\\d+)$"_s);
    const QStringList rows = QString::fromUtf8(terminal.read(u"times.tsv"_s)).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(rows.size(), 16); // the cue counts
    double last = 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QRegularExpressionMatch match = line.match(rows[i]);
        QVERIFY2(match.hasMatch(), qPrintable(rows[i]));
        QCOMPARE(match.captured(1).toInt(), int(i));
        QVERIFY(match.captured(2).toDouble() >= last && match.captured(3).toDouble() >= match.captured(2).toDouble());
        last = match.captured(2).toDouble();
    }
    QVERIFY2(last > 2 && last < 5, qPrintable(rows.last())); // the sentence takes about four seconds
}

void CommandsTest::listShowsEachEpisodeOnALineOfItsOwn()
{
    const Terminal terminal;
    const QString audio = terminal.writeSpeech(u"Small Wonders - 2024-05-01 - Towers.wav"_s);
    QCOMPARE(terminal.importTranscript(), u"1"_s);
    Outcome outcome = terminal.runInLibrary({u"import"_s, audio, terminal.writeTranscript(u"b.txt"_s), u"--no-align"_s,
                                             u"--title"_s, u"Old\t\x1b\u009btowers\n"_s});
    QVERIFY2(outcome.code == 0, said(outcome).constData());
    outcome = terminal.runInLibrary({u"highlight"_s, u"1"_s, u"0"_s, u"2"_s});
    QVERIFY2(outcome.code == 0, said(outcome).constData());
    outcome = terminal.runInLibrary({u"list"_s});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    QByteArrayList lines = outcome.out.trimmed().split('\n');
    std::sort(lines.begin(), lines.end());
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0], "1\tTalk\t\t\t\t1");
    static const QRegularExpression second(u"^2\tOld towers\tSmall Wonders\t2024-05-01\t0:0[2-6]\t0$"_s);
    QVERIFY2(second.match(QString::fromUtf8(lines[1])).hasMatch(), lines[1].constData());
}

void CommandsTest::theLibraryIsNamedAnywhere_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("before") << QStringList{u"--library"_s, u"%1"_s, u"list"_s};
    QTest::newRow("before, joined") << QStringList{u"--library=%1"_s, u"list"_s};
    QTest::newRow("after") << QStringList{u"list"_s, u"--library"_s, u"%1"_s};
    QTest::newRow("after, joined") << QStringList{u"list"_s, u"--library=%1"_s};
}

void CommandsTest::theLibraryIsNamedAnywhere()
{
    QFETCH(QStringList, arguments);
    const Terminal terminal;
    QCOMPARE(terminal.importTranscript(), u"1"_s);
    for (QString &argument : arguments)
        argument.replace(u"%1"_s, terminal.libraryPath());
    const Outcome outcome = terminal.run(arguments);
    QVERIFY2(outcome.code == 0 && outcome.out.startsWith("1\tTalk"), said(outcome).constData());
}

void CommandsTest::withoutALibraryTheListIsEmpty()
{
    const Terminal terminal;
    Outcome outcome = terminal.run({u"list"_s});
    QVERIFY2(outcome.code == 0 && outcome.out.isEmpty() && outcome.err.isEmpty(), said(outcome).constData());
    QVERIFY(!QFile::exists(terminal.path(u"data"_s)));
    outcome = terminal.run({u"import"_s, terminal.writeTranscript()});
    QVERIFY2(outcome.code == 0, said(outcome).constData());
    QVERIFY(QFile::exists(terminal.path(u"data/earmark/library.db"_s)));
    outcome = terminal.run({u"list"_s});
    QVERIFY2(outcome.out.startsWith("1\tTalk"), said(outcome).constData());
}

void CommandsTest::highlightsAndNotesAreExported()
{
    const Terminal terminal;
    const QString id = terminal.importTranscript();
    Outcome outcome =
        terminal.runInLibrary({u"highlight"_s, id, u"1"_s, u"7"_s, u"--note"_s, u"and **heavier**, too"_s});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    QVERIFY2(!QUuid::fromString(QLatin1StringView(outcome.out.trimmed())).isNull(), said(outcome).constData());
    outcome = terminal.runInLibrary({u"export"_s, id, u"--output"_s, terminal.path(u"notes.md"_s)});
    QVERIFY2(outcome.code == 0 && outcome.out.isEmpty() && outcome.err.isEmpty(), said(outcome).constData());
    const QByteArray notes = terminal.read(u"notes.md"_s);
    QVERIFY2(notes.contains("Talk") && notes.contains("lens is older than the tower"), notes.constData());
    QVERIFY2(notes.contains("and **heavier**, too") && !notes.contains("Music"), notes.constData());
    outcome = terminal.runInLibrary({u"export"_s, id, u"--output"_s, u"-"_s});
    QCOMPARE(outcome.out, notes);
}

void CommandsTest::readPrintsTextForReading()
{
    const Terminal terminal;
    const QString file =
        terminal.write(u"raw.txt"_s, "[Music] so it cost $5. 5 million in all [Music] and nobody asked why");
    const Outcome outcome = terminal.run({u"read"_s, file});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    QVERIFY2(outcome.out.contains("$5.5 million") && outcome.out.contains("nobody asked why"),
             said(outcome).constData());
    QVERIFY(outcome.out.endsWith("\n") && !outcome.out.endsWith("\n\n"));
}

void CommandsTest::readPrintsADashForWhoHasNoName()
{
    const Terminal terminal;
    const QString file = terminal.write(u"turns.txt"_s, "So it was late. >> Was it? &gt;&gt; BEN: It was.\n");
    const Outcome outcome = terminal.run({u"read"_s, file});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    QCOMPARE(outcome.out, "So it was late.\n\n— Was it?\n\nBEN: It was.\n"_ba);
}

void CommandsTest::readPrintsAnEpisodeAsItWasCorrected()
{
    const Terminal terminal;
    const QString file = terminal.write(u"talk.txt"_s, "ANNA: We came late.\n\nBEN: They saw deep sequel.\n");
    QCOMPARE(terminal.runInLibrary({u"import"_s, file}).code, 0);
    {
        const auto store = store::Store::open(terminal.path(u"library.db"_s), store::Store::Access::ReadWrite);
        const EpisodeId id = store->get()->episodes()->front().id;
        const auto transcript = *store->get()->transcript(id);
        using transcript::AmendmentKind;
        const auto say = [&](AmendmentKind kind, transcript::TokenSpan span, const QString &text) {
            return transcript::AmendmentEdit{
                std::nullopt, transcript::makeAmendment(kind, transcript, span, text, QDateTime::currentDateTimeUtc())};
        };
        QVERIFY(store->get()->apply(id,
                                    {say(AmendmentKind::Correction, {7, 8}, u"DeepSeek."_s),
                                     say(AmendmentKind::Heading, {4, 4}, u"The others"_s)}));
    }
    const Outcome outcome = terminal.runInLibrary({u"read"_s, u"1"_s});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    QCOMPARE(outcome.out, "ANNA: We came late.\n\n# The others\n\nBEN: They saw DeepSeek.\n"_ba);
    QVERIFY(terminal.runInLibrary({u"read"_s, u"77"_s}).code != 0);
}

void CommandsTest::readSetsMarksAndCapitals()
{
    const Terminal terminal;
    const QString file = terminal.write(u"raw.txt"_s, spokenText);
    const Outcome outcome = terminal.run({u"read"_s, file});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    QString words = QString::fromUtf8(outcome.out).toLower();
    words.remove(u'.').remove(u',').remove(u'?');
    QCOMPARE(words.simplified(), QString::fromUtf8(spokenText).toLower());
    QVERIFY2(outcome.out.contains(". ") && outcome.out.contains("? ") && outcome.out.contains(", "),
             said(outcome).constData());
    QVERIFY2(outcome.out.startsWith("Hello") && outcome.out.contains("I'm"), said(outcome).constData());
}

void CommandsTest::readPrintsALineForEachToken()
{
    const Terminal terminal;
    const QString file = terminal.write(u"raw.txt"_s, spokenText);
    const Outcome outcome = terminal.run({u"read"_s, u"--tokens"_s, file});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    QVERIFY2(outcome.out.startsWith("0\t,\tC\t1\t"), said(outcome).constData());
    static const QRegularExpression line(u"^\\d+\\t[N,.?]\\t[lCU]\\t[01]\\t[01]$"_s);
    const QStringList lines = QString::fromUtf8(outcome.out).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), QByteArray(spokenText).split(' ').size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(line.match(lines[i]).hasMatch() && lines[i].startsWith(u"%1\t"_s.arg(i)), qPrintable(lines[i]));
}

void CommandsTest::readTakesATimingsFileThatFits()
{
    const Terminal terminal;
    const QByteArrayList words = QByteArray(spokenText).split(' ');
    QByteArray times;
    double at = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        times += QByteArray::number(i) + '\t' + QByteArray::number(at) + '\t' + QByteArray::number(at + 0.2) + '\n';
        at += i % 4 == 3 ? 1.2 : 0.2;
    }
    const QStringList command{u"read"_s, u"--tokens"_s, terminal.write(u"raw.txt"_s, spokenText)};
    const Outcome without = terminal.run(command);
    const Outcome with = terminal.run(command + QStringList{u"--timings"_s, terminal.write(u"a.tsv"_s, times)});
    QVERIFY2(with.code == 0 && with.err.isEmpty(), said(with).constData());
    QCOMPARE(with.out.count('\n'), without.out.count('\n'));
    const Outcome faulty =
        terminal.run(command + QStringList{u"--timings"_s, terminal.write(u"b.tsv"_s, "0\t0\t1\nx\n")});
    QVERIFY2(faulty.code == 1 && faulty.out.isEmpty() && faulty.err.contains("b.tsv:2"), said(faulty).constData());
}

void CommandsTest::checkFindsASoundLibrarySound()
{
    const Terminal terminal;
    (void)terminal.importTranscript();
    const Outcome outcome = terminal.runInLibrary({u"check"_s});
    QVERIFY2(outcome.code == 0 && outcome.out.contains(terminal.libraryPath().toUtf8()), said(outcome).constData());
}

void CommandsTest::theSampleGoesAllTheWay()
{
    const Terminal terminal;
    const QString folder = terminal.path(u"tried"_s);
    Outcome outcome = terminal.run({u"sample"_s, u"--output"_s, folder});
    // Where there is a window to draw, the system's libraries may grumble about a missing sound server.
    QVERIFY2(outcome.code == 0 && !outcome.err.contains("earmark: "), said(outcome).constData());
    QCOMPARE(outcome.out.contains("window.png"), QFile::exists(folder + u"/window.png"_s));
    const QByteArray notes = terminal.read(u"tried/notes.md"_s);
    QVERIFY2(outcome.out.contains((folder + u"/notes.md"_s).toUtf8()), said(outcome).constData());
    QVERIFY2(notes.contains("$5.5 million") && notes.contains("two thirds") && notes.contains("Small Wonders"),
             notes.constData());
    QVERIFY2(!notes.contains("$5. 5") && !notes.contains("[Music]"), notes.constData());
    const QByteArray listed = terminal.run({u"list"_s, u"--library"_s, folder + u"/library.db"_s}).out;
    QVERIFY2(listed.startsWith("1\tHow a lighthouse works\tSmall Wonders\t") && listed.endsWith("\t1\n"),
             listed.constData());
    QVERIFY(!QFile::exists(terminal.path(u"data/earmark/library.db"_s)));

    outcome = terminal.run({u"sample"_s, u"--output"_s, folder});
    QVERIFY2(outcome.code == 0, said(outcome).constData());
    QCOMPARE(terminal.read(u"tried/notes.md"_s), notes);
    QCOMPARE(terminal.run({u"list"_s, u"--library"_s, folder + u"/library.db"_s}).out, listed);
}

void CommandsTest::namesOfAllScriptsWorkInEveryLocale()
{
    Terminal terminal;
    terminal.setVariable(u"LC_ALL"_s, u"C"_s);
    terminal.setVariable(u"LANG"_s, u"C"_s);
    const QString transcript = terminal.writeTranscript(u"Größe und 灯台.txt"_s);
    Outcome outcome = terminal.runInLibrary({u"import"_s, transcript});
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    outcome = terminal.runInLibrary({u"list"_s});
    QVERIFY2(outcome.out.startsWith(QByteArray("1\tGröße und 灯台\t")) && outcome.err.isEmpty(),
             said(outcome).constData());
    outcome = terminal.runInLibrary({u"export"_s, u"1"_s, u"--output"_s, terminal.path(u"Notizen 灯.md"_s)});
    QVERIFY2(outcome.code == 0 && !terminal.read(u"Notizen 灯.md"_s).isEmpty(), said(outcome).constData());
}

QTEST_GUILESS_MAIN(CommandsTest)
#include "test_commands.moc"
