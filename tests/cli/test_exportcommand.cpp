// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace earmark;
using namespace Qt::StringLiterals;
using test::Outcome;
using test::said;
using test::Terminal;

namespace {

// A highlight over two words of the episode; its identity.
QString highlight(const Terminal &terminal, int first, const QStringList &options = {})
{
    const Outcome made = terminal.runInLibrary(
        QStringList{u"highlight"_s, u"1"_s, QString::number(first), QString::number(first + 1)} + options);
    return made.code == 0 ? QString::fromUtf8(made.out).trimmed() : QString();
}

} // namespace

// Taking highlights and notes elsewhere, and bringing them back, in the terminal.
class ExportCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormatIsWritten_data();
    void everyFormatIsWritten();
    void wrongUsageIsExplained_data();
    void wrongUsageIsExplained();
    void templatesCanBeCopiedAndChanged();
    void whatIsWrittenAroundStaysAndEditsAreTold();
    void allEpisodesGetAFileEach();
    void aFullDiskOrReadOnlyFolderLeavesTheOldFile_data();
    void aFullDiskOrReadOnlyFolderLeavesTheOldFile();
    void notesAndTagsAreWritten();
    void aNoteIsTakenAwayOnPurposeOnly();
    void tagsCanBeGivenOneByOne();
    void annotationsGoOutAndComeBack();
    void whatHasNoPlaceIsListed();
    void editedNotesComeBackFromMarkdown();
};

void ExportCommandTest::everyFormatIsWritten_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("markdown") << u"markdown"_s << "<!-- earmark:begin 1/head "_ba;
    QTest::newRow("html") << u"html"_s << "<!DOCTYPE html>"_ba;
    QTest::newRow("jsonld") << u"jsonld"_s << "{"_ba;
    QTest::newRow("csv") << u"csv"_s << "Highlight,Title,"_ba;
    QTest::newRow("anki") << u"anki"_s << "#separator:"_ba;
}

void ExportCommandTest::everyFormatIsWritten()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, start);
    const Terminal terminal;
    (void)terminal.importTranscript();
    QVERIFY(!highlight(terminal, 3, {u"--note"_s, u"worth it"_s}).isEmpty());
    const QStringList command{u"export"_s, u"1"_s, u"--format"_s, format, u"--output"_s};
    const Outcome printed = terminal.runInLibrary(command + QStringList{u"-"_s});
    QVERIFY2(printed.code == 0 && printed.err.isEmpty(), said(printed).constData());
    QVERIFY2(printed.out.startsWith(start) && printed.out.contains("worth it"), said(printed).constData());
    const Outcome written = terminal.runInLibrary(command + QStringList{terminal.path(u"out"_s)});
    QVERIFY2(written.code == 0 && written.out.isEmpty() && written.err.isEmpty(), said(written).constData());
    // The page names its audio by where it is.
    if (format != u"html")
        QCOMPARE(terminal.read(u"out"_s), printed.out);
    const Outcome bare = terminal.runInLibrary(command + QStringList{u"-"_s, u"--no-comments"_s});
    QVERIFY2(bare.code == 0 && !bare.out.contains("earmark:begin") && bare.out.contains("worth it"),
             said(bare).constData());
}

void ExportCommandTest::wrongUsageIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    const QStringList out{u"--output"_s, u"-"_s};
    QTest::newRow("nothing") << QStringList{u"export"_s} + out << 2 << "--all"_ba;
    QTest::newRow("both") << QStringList{u"export"_s, u"1"_s, u"--all"_s} + out << 2 << "--all"_ba;
    QTest::newRow("no output") << QStringList{u"export"_s, u"1"_s} << 2 << "--output"_ba;
    QTest::newRow("format") << QStringList{u"export"_s, u"1"_s, u"--format"_s, u"pdf"_s} + out << 2 << "jsonld"_ba;
    QTest::newRow("template of a table") << QStringList{u"export"_s, u"1"_s,          u"--format"_s,
                                                        u"csv"_s,    u"--template"_s, u"plain"_s}
            + out << 2 << "Markdown"_ba;
    QTest::newRow("no such template") << QStringList{u"export"_s, u"1"_s, u"--template"_s, u"nice"_s} + out << 1
                                      << "obsidian"_ba;
    QTest::newRow("all to a pipe") << QStringList{u"export"_s, u"--all"_s} + out << 2 << "folder"_ba;
    QTest::newRow("no such preset") << QStringList{u"export"_s, u"--show-template"_s, u"nice"_s} << 1 << "obsidian"_ba;
    QTest::newRow("file without comments")
        << QStringList{u"export"_s, u"1"_s, u"--no-comments"_s, u"--output"_s, u"x.md"_s} << 2 << "--no-comments"_ba;
    QTest::newRow("no such episode") << QStringList{u"export"_s, u"7"_s} + out << 1 << "7"_ba;
    QTest::newRow("mark") << QStringList{u"highlight"_s, u"1"_s, u"1"_s, u"2"_s, u"--mark"_s, u"6"_s} << 2
                          << "1 to 5"_ba;
    QTest::newRow("note on nothing") << QStringList{u"note"_s, u"x"_s, u"text"_s} << 2 << "x"_ba;
    QTest::newRow("time") << QStringList{u"note"_s, u"1"_s, u"text"_s, u"--at"_s, u"noon"_s} << 2 << "noon"_ba;
    QTest::newRow("unknown highlight") << QStringList{u"note"_s, u"11111111-1111-4111-8111-111111111111"_s, u"text"_s}
                                       << 1 << "not in the library"_ba;
    QTest::newRow("no annotations") << QStringList{u"import-annotations"_s, u"nothing.json"_s} << 1
                                    << "nothing.json"_ba;
}

void ExportCommandTest::wrongUsageIsExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, says);
    const Terminal terminal;
    (void)terminal.importTranscript();
    const Outcome outcome = terminal.runInLibrary(arguments);
    QVERIFY2(outcome.code == code && outcome.out.isEmpty() && outcome.err.contains(says), said(outcome).constData());
}

void ExportCommandTest::templatesCanBeCopiedAndChanged()
{
    const Terminal terminal;
    (void)terminal.importTranscript();
    QVERIFY(!highlight(terminal, 3).isEmpty());
    for (const char *preset : {"plain", "obsidian", "snipd", "readwise", "podnotes"}) {
        const QString name = QString::fromLatin1(preset);
        const Outcome shown = terminal.run({u"export"_s, u"--show-template"_s, name});
        QVERIFY2(shown.code == 0 && shown.err.isEmpty(), said(shown).constData());
        const QString copy = terminal.write(u"mine.mustache"_s, shown.out);
        const QStringList command{u"export"_s, u"1"_s, u"--output"_s, u"-"_s, u"--template"_s};
        const Outcome byPreset = terminal.runInLibrary(command + QStringList{name});
        const Outcome byCopy = terminal.runInLibrary(command + QStringList{copy});
        QVERIFY2(byCopy.code == 0, said(byCopy).constData());
        QCOMPARE(byCopy.out, byPreset.out);
        const QString faulty = terminal.write(u"faulty.mustache"_s, shown.out + "\n{{#show}}\n");
        const Outcome refused = terminal.runInLibrary(command + QStringList{faulty});
        const QByteArray place = "faulty.mustache:" + QByteArray::number(shown.out.count('\n') + 2);
        QVERIFY2(refused.code == 1 && refused.out.isEmpty() && refused.err.contains(place), said(refused).constData());
    }
}

void ExportCommandTest::whatIsWrittenAroundStaysAndEditsAreTold()
{
    const Terminal terminal;
    (void)terminal.importTranscript();
    const QString id = highlight(terminal, 3, {u"--note"_s, u"first thought"_s});
    const QStringList command{u"export"_s, u"1"_s, u"--output"_s, terminal.path(u"n.md"_s)};
    QCOMPARE(terminal.runInLibrary(command).code, 0);
    QByteArray mine = "My diary\r\n" + terminal.read(u"n.md"_s) + "the end";
    terminal.write(u"n.md"_s, mine);
    QVERIFY(!highlight(terminal, 7).isEmpty());
    Outcome outcome = terminal.runInLibrary(command);
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    QByteArray after = terminal.read(u"n.md"_s);
    QVERIFY(after.startsWith("My diary\r\n<!-- earmark:begin") && after.endsWith("the end"));
    QCOMPARE(after.count("earmark:begin 1/quote/"), 2);

    terminal.write(u"n.md"_s, after.replace("first thought", "second thought"));
    outcome = terminal.runInLibrary(command);
    QVERIFY2(outcome.code == 0 && outcome.err.contains("n.md"), said(outcome).constData());
    after = terminal.read(u"n.md"_s);
    QVERIFY(after.contains("second thought") && after.contains("first thought"));
}

void ExportCommandTest::allEpisodesGetAFileEach()
{
    const Terminal terminal;
    (void)terminal.importTranscript();
    const QString other = terminal.write(u"other.txt"_s, "one two three four five six");
    QCOMPARE(terminal.runInLibrary({u"import"_s, other, u"--title"_s, u"talk"_s}).code, 0);
    QCOMPARE(terminal.runInLibrary({u"import"_s, terminal.write(u"c.txt"_s, "a b c d e f"), u"--title"_s, u"A/B: c?"_s})
                 .code,
             0);
    QVERIFY(!highlight(terminal, 3).isEmpty());
    for (const char *episode : {"2", "3"})
        QCOMPARE(terminal.runInLibrary({u"highlight"_s, QString::fromLatin1(episode), u"1"_s, u"2"_s}).code, 0);
    const QString folder = terminal.path(u"out/notes"_s);
    for (int again = 0; again < 2; ++again) {
        const Outcome outcome = terminal.runInLibrary({u"export"_s, u"--all"_s, u"--output"_s, folder});
        QVERIFY2(outcome.code == 0 && outcome.out.isEmpty() && outcome.err.isEmpty(), said(outcome).constData());
        QCOMPARE(QDir(folder).entryList(QDir::Files, QDir::Name),
                 (QStringList{u"A-B- c-.md"_s, u"Talk (1).md"_s, u"talk (2).md"_s}));
    }
    const Outcome table =
        terminal.runInLibrary({u"export"_s, u"--all"_s, u"--format"_s, u"csv"_s, u"--output"_s, u"-"_s});
    QCOMPARE(table.out.count("\r\n"), 4);
}

void ExportCommandTest::aFullDiskOrReadOnlyFolderLeavesTheOldFile_data()
{
    QTest::addColumn<bool>("full");
    QTest::addColumn<QString>("format");
    for (const char *format : {"markdown", "html", "jsonld"}) {
        QTest::addRow("full, %s", format) << true << QString::fromLatin1(format);
        QTest::addRow("read-only, %s", format) << false << QString::fromLatin1(format);
    }
}

void ExportCommandTest::aFullDiskOrReadOnlyFolderLeavesTheOldFile()
{
    QFETCH(bool, full);
    QFETCH(QString, format);
    const Terminal terminal;
    (void)terminal.importTranscript();
    QVERIFY(!highlight(terminal, 3).isEmpty());
    QDir().mkpath(terminal.path(u"disk"_s));
    const test::SmallDisk disk(terminal.path(u"disk"_s));
    if (!disk.isThere())
        QSKIP("a file system of its own may only be mounted by root");
    const QStringList command{u"export"_s, u"1"_s, u"--format"_s, format, u"--output"_s, terminal.path(u"disk/n"_s)};
    QCOMPARE(terminal.runInLibrary(command).code, 0);
    const QByteArray before = terminal.read(u"disk/n"_s);
    QVERIFY(!before.isEmpty());
    QVERIFY(!highlight(terminal, 7, {u"--note"_s, QString(20'000, u'n')}).isEmpty());
    if (full)
        disk.fill();
    else
        QVERIFY(disk.makeReadOnly());
    const Outcome outcome = terminal.runInLibrary(command);
    QVERIFY2(outcome.code == 1 && outcome.out.isEmpty() && !outcome.err.isEmpty(), said(outcome).constData());
    QCOMPARE(terminal.read(u"disk/n"_s), before);
}

void ExportCommandTest::tagsCanBeGivenOneByOne()
{
    const Terminal terminal;
    (void)terminal.importTranscript();
    const QString id = highlight(terminal, 5, {u"--tag"_s, u"one"_s, u"--tag=two"_s});
    QCOMPARE(terminal.runInLibrary({u"tag"_s, id, u"x"_s}).out, "one two x\n"_ba);
}

void ExportCommandTest::notesAndTagsAreWritten()
{
    const Terminal terminal;
    (void)terminal.importTranscript();
    const QString id = highlight(terminal, 3, {u"--tag"_s, u"#claim, look-up"_s, u"--mark"_s, u"4"_s});
    QCOMPARE(terminal.runInLibrary({u"note"_s, id, u"a *note*"_s}).out.trimmed(), id.toUtf8());
    QCOMPARE(terminal.runInLibrary({u"tag"_s, id, u"third"_s}).out, "claim look-up third\n"_ba);
    QCOMPARE(terminal.runInLibrary({u"tag"_s, id, u"CLAIM"_s, u"--remove"_s}).out, "look-up third\n"_ba);
    QCOMPARE(terminal.runInLibrary({u"note"_s, u"1"_s, u"on all of it"_s}).code, 0);
    QCOMPARE(terminal.runInLibrary({u"note"_s, u"1"_s, u"here"_s, u"--at"_s, u"0:02"_s}).code, 0);
    const Outcome late = terminal.runInLibrary({u"note"_s, u"1"_s, u"late"_s, u"--at"_s, u"9:00:00"_s});
    QVERIFY2(late.code == 1 && late.err.contains("9:00:00 is outside the episode"), said(late).constData());
    const Outcome tags = terminal.runInLibrary({u"tag"_s});
    QVERIFY2(tags.out.contains("look-up\t1\n") && tags.out.contains("third\t1\n"), said(tags).constData());
    const auto highlights = terminal.openStore()->highlights(EpisodeId{1});
    QVERIFY(highlights);
    QCOMPARE(highlights->size(), size_t(3));
    int found = 0;
    for (const notes::Highlight &highlight : *highlights) {
        if (highlight.place == notes::Place::Words)
            found += highlight.note == u"a *note*" && highlight.mark == notes::Mark::Four ? 1 : 0;
        else if (highlight.place == notes::Place::Moment)
            found += highlight.note == u"here" && highlight.selectors.start == MediaTime(2000) ? 1 : 0;
        else
            found += highlight.note == u"on all of it" ? 1 : 0;
    }
    QCOMPARE(found, 3);
}

void ExportCommandTest::aNoteIsTakenAwayOnPurposeOnly()
{
    const Terminal terminal;
    (void)terminal.importTranscript();
    const QString id = highlight(terminal, 3, {u"--note"_s, u"a *note*"_s, u"--tag"_s, u"claim"_s});
    const auto now = [&] { return *terminal.openStore()->highlights(EpisodeId{1}); };
    for (const QStringList &wrong : {QStringList{u"note"_s, id, QString()},
                                     {u"note"_s, id},
                                     {u"note"_s, id, u"x"_s, u"--remove"_s},
                                     {u"note"_s, u"1"_s, u"--remove"_s},
                                     {u"note"_s, id, u"--remove"_s, u"--at"_s, u"1"_s}}) {
        const Outcome outcome = terminal.runInLibrary(wrong);
        QVERIFY2(outcome.code == 2 && outcome.out.isEmpty(), said(outcome).constData());
    }
    QCOMPARE(now().front().note, u"a *note*"_s);
    QCOMPARE(terminal.runInLibrary({u"note"_s, id, u"--remove"_s}).out.trimmed(), id.toUtf8());
    QVERIFY(now().front().note.isEmpty() && !now().front().tags.isEmpty());
    // Of a note on the episode nothing else is left.
    const QString onAll =
        QString::fromUtf8(terminal.runInLibrary({u"note"_s, u"1"_s, u"on all of it"_s}).out.trimmed());
    QCOMPARE(terminal.runInLibrary({u"note"_s, onAll, u"--remove"_s}).code, 0);
    QCOMPARE(now().size(), size_t(1));
}

void ExportCommandTest::annotationsGoOutAndComeBack()
{
    const Terminal terminal;
    (void)terminal.importTranscript();
    const QString id = highlight(terminal, 3, {u"--tag"_s, u"a b"_s, u"--note"_s, u"x"_s, u"--mark"_s, u"2"_s});
    QCOMPARE(terminal.runInLibrary({u"note"_s, u"1"_s, u"here"_s, u"--at"_s, u"2"_s}).code, 0);
    const auto before = terminal.openStore()->highlights(EpisodeId{1});
    const QString file = terminal.path(u"a.jsonld"_s);
    QCOMPARE(terminal.runInLibrary({u"export"_s, u"1"_s, u"--output"_s, file}).code, 0);
    Outcome outcome = terminal.runInLibrary({u"import-annotations"_s, file});
    QVERIFY2(outcome.code == 0 && outcome.out == "added\t0\nchanged\t0\nunchanged\t2\nleft out\t0\n",
             said(outcome).constData());
    QVERIFY2(outcome.err.contains("the library stays as it was"), said(outcome).constData());
    {
        const auto store = store::Store::open(terminal.libraryPath(), store::Store::Access::ReadWrite);
        QVERIFY(store);
        for (const notes::Highlight &highlight : *before)
            QVERIFY((*store)->apply(notes::removed(highlight)));
    }
    outcome = terminal.runInLibrary({u"import-annotations"_s, file});
    QVERIFY2(outcome.code == 0 && outcome.out.startsWith("added\t2\n"), said(outcome).constData());
    const auto after = terminal.openStore()->highlights(EpisodeId{1});
    QCOMPARE(after->size(), before->size());
    for (size_t i = 0; i < after->size(); ++i) {
        notes::Highlight expected = (*before)[i];
        expected.created = (*after)[i].created;
        expected.modified = (*after)[i].modified;
        QVERIFY((*after)[i] == expected);
    }
    // Changed on both sides: neither is lost.
    QCOMPARE(terminal.runInLibrary({u"note"_s, id, u"changed here"_s}).code, 0);
    outcome = terminal.runInLibrary({u"import-annotations"_s, file});
    QVERIFY2(outcome.code == 1 && outcome.out.contains("left out\t1\n"), said(outcome).constData());
}

// Right words at another time, other words at the right time, words that are there twice, nothing at all.
void ExportCommandTest::whatHasNoPlaceIsListed()
{
    const Terminal terminal;
    const QString text = terminal.write(u"t.txt"_s, "so it is and so it is and so it was said then by nobody at all");
    QCOMPARE(terminal.runInLibrary({u"import"_s, text}).code, 0);
    const auto annotation = [](const QString &exact, const QString &fragment) {
        QJsonArray selectors{QJsonObject{{u"type"_s, u"TextQuoteSelector"_s}, {u"exact"_s, exact}}};
        if (!fragment.isEmpty())
            selectors.append(QJsonObject{{u"type"_s, u"FragmentSelector"_s}, {u"value"_s, fragment}});
        return QJsonObject{{u"type"_s, u"Annotation"_s},
                           {u"bodyValue"_s, u"n"_s},
                           {u"target"_s, QJsonObject{{u"source"_s, u"http://x"_s}, {u"selector"_s, selectors}}}};
    };
    const QJsonArray all{annotation(u"said then by"_s, u"t=500,501"_s),
                         annotation(u"said and done"_s, u"t=4,5"_s),
                         annotation(u"so it is"_s, u"t=1,2"_s),
                         annotation(u"by nobody"_s, {}),
                         annotation(QString(), u"t=1,2"_s),
                         annotation(u"By nobody, at all"_s, u"t=4,5"_s)};
    const QString file = terminal.write(u"a.json"_s, QJsonDocument(all).toJson());
    const Outcome outcome = terminal.runInLibrary({u"import-annotations"_s, file});
    QVERIFY2(outcome.code == 1 && outcome.out == "added\t1\nchanged\t0\nunchanged\t0\nleft out\t5\n",
             said(outcome).constData());
    QCOMPARE(outcome.err.count('\n'), 5);
    QVERIFY2(outcome.err.contains("another time") && outcome.err.contains("no episode")
                 && outcome.err.contains("more than one"),
             said(outcome).constData());
    const auto highlights = terminal.openStore()->highlights(EpisodeId{1});
    QCOMPARE(highlights->front().span, (transcript::TokenSpan{13, 16}));
}

void ExportCommandTest::editedNotesComeBackFromMarkdown()
{
    const Terminal terminal;
    (void)terminal.importTranscript();
    const QString first = highlight(terminal, 3, {u"--note"_s, u"first thought"_s});
    const QString second = highlight(terminal, 7, {u"--note"_s, u"another"_s});
    const QString file = terminal.path(u"n.md"_s);
    const QStringList command{u"export"_s, u"1"_s, u"--output"_s, file, u"--template"_s, u"obsidian"_s};
    QCOMPARE(terminal.runInLibrary(command).code, 0);
    terminal.write(u"n.md"_s, terminal.read(u"n.md"_s).replace("first thought", "second thought\n\n- with a list"));
    Outcome outcome = terminal.runInLibrary({u"import-annotations"_s, file});
    QVERIFY2(outcome.code == 0 && outcome.out.contains("changed\t1\n"), said(outcome).constData());
    const auto highlights = terminal.openStore()->highlights(EpisodeId{1});
    QCOMPARE(highlights->front().note, u"second thought\n\n- with a list"_s);
    // Both agree again: nothing is told, nothing doubled.
    outcome = terminal.runInLibrary(command);
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    QCOMPARE(terminal.read(u"n.md"_s).count("second thought"), 1);
    outcome = terminal.runInLibrary({u"import-annotations"_s, file});
    QVERIFY2(outcome.code == 0 && outcome.out.contains("changed\t0\n"), said(outcome).constData());
    // Typed under a highlight that has no note; exported again, it is that note's region.
    const QString third = highlight(terminal, 12, {});
    QCOMPARE(terminal.runInLibrary(command).code, 0);
    const QByteArray blockId = "^em-" + QByteArray(third.toLatin1()).remove(8, 1).first(12);
    QByteArray file3 = terminal.read(u"n.md"_s);
    const qsizetype under = file3.indexOf('\n', file3.indexOf("earmark:end", file3.indexOf(blockId))) + 1;
    QVERIFY2(file3.contains(blockId) && under > 0, file3.constData());
    terminal.write(u"n.md"_s, file3.insert(under, "\nnew here\n"));
    outcome = terminal.runInLibrary({u"import-annotations"_s, file});
    QVERIFY2(outcome.code == 0 && outcome.out.contains("changed\t1\n"), said(outcome).constData());
    outcome = terminal.runInLibrary(command);
    QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), said(outcome).constData());
    QCOMPARE(terminal.read(u"n.md"_s).count("new here"), 1);
    // Changed in the library and in the file: the library's stays, and the file is not touched.
    QCOMPARE(terminal.runInLibrary({u"note"_s, second, u"from the library"_s}).code, 0);
    terminal.write(u"n.md"_s, terminal.read(u"n.md"_s).replace("another\n", "from the file\n"));
    outcome = terminal.runInLibrary({u"import-annotations"_s, file});
    QVERIFY2(outcome.code == 1 && outcome.err.contains("from the file"), said(outcome).constData());
}

QTEST_GUILESS_MAIN(ExportCommandTest)
#include "test_exportcommand.moc"
