// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/annotations.h"
#include "exports/regions.h"
#include "exports/template.h"
#include "made.h"

#include <QRandomGenerator>
#include <QTest>

using namespace earmark;
using namespace Qt::StringLiterals;
using exports::Document;
using exports::Merged;
using notes::ExportedEpisode;

namespace {

ExportedEpisode two()
{
    return test::makeExported({{u"first words"_s, u"my note"_s}, {u"second words"_s, QString()}});
}

Document documentOf(const ExportedEpisode &episode, const QString &preset = u"plain"_s)
{
    const auto parsed = exports::Template::load(preset);
    return parsed ? parsed->render(episode).value_or(Document()) : Document();
}

QByteArray fileOf(const ExportedEpisode &episode, const QString &preset = u"plain"_s)
{
    return exports::markedBytes(documentOf(episode, preset));
}

Merged again(const QByteArray &file, const ExportedEpisode &episode, const QString &preset = u"plain"_s)
{
    return exports::mergeDocument(file, documentOf(episode, preset));
}

} // namespace

// Exporting into a file that is there: what Earmark wrote is brought up to date, everything else stays.
class RegionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingNewChangesNothing_data();
    void nothingNewChangesNothing();
    void comingAndGoingLeavesNoTrace();
    void newHighlightsStandInTheirPlace();
    void textAroundRegionsStaysByteForByte_data();
    void textAroundRegionsStaysByteForByte();
    void editsWithinARegionAreKeptBesideTheNew();
    void anEditThatTheLibraryHasTooIsNoConflict();
    void anEditedRegionOfARemovedHighlightIsKept();
    void keptEditsAreToldOnce();
    void propertiesOfOnesOwnStay();
    void changedPropertiesStayAndTheNewOnesAreComments();
    void aFileOfSomebodyElseIsAppendedTo();
    void anotherEpisodesRegionsStay();
    void damagedCommentsCountAsText_data();
    void damagedCommentsCountAsText();
    void whateverIsWrittenAroundRegionsIsKept();
    void aNoteTypedUnderAHighlightBecomesItsRegion_data();
    void aNoteTypedUnderAHighlightBecomesItsRegion();
    void otherTextUnderAHighlightStaysBesideItsNote();
};

void RegionsTest::nothingNewChangesNothing_data()
{
    QTest::addColumn<QString>("preset");
    for (const char *preset : {"plain", "obsidian", "snipd", "readwise", "podnotes"})
        QTest::newRow(preset) << QString::fromLatin1(preset);
}

void RegionsTest::nothingNewChangesNothing()
{
    QFETCH(QString, preset);
    const QByteArray file = fileOf(two(), preset);
    QVERIFY(file.contains("<!-- earmark:begin 12/quote/"));
    for (const QByteArray &kept :
         {file, QByteArray(file).replace("\n", "\r\n"), "\xef\xbb\xbf" + file, file.chopped(1)}) {
        const Merged merged = again(kept, two(), preset);
        QCOMPARE(merged.bytes, kept);
        QCOMPARE(merged.kept, 0);
        QVERIFY(!merged.wasForeign && !merged.frontMatterKept);
    }
}

void RegionsTest::comingAndGoingLeavesNoTrace()
{
    ExportedEpisode one = two();
    one.highlights.pop_back();
    const QByteArray file = fileOf(one);
    QCOMPARE(again(again(file, two()).bytes, one).bytes, file);
    QCOMPARE(again(file, two()).bytes, fileOf(two()));
}

void RegionsTest::newHighlightsStandInTheirPlace()
{
    const ExportedEpisode all =
        test::makeExported({{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}, {u"c"_s, {}}, {u"d"_s, u"D"_s}});
    for (quint32 subset = 0; subset < 16; ++subset) {
        ExportedEpisode some = all;
        std::erase_if(some.highlights, [&](const auto &h) { return !(subset >> (h.id.value.data1 - 1) & 1U); });
        QCOMPARE(again(fileOf(some), all).bytes, fileOf(all));
        QCOMPARE(again(fileOf(all), some).bytes, fileOf(some));
    }
}

void RegionsTest::textAroundRegionsStaysByteForByte_data()
{
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("Unix") << "\n"_ba
                          << ""_ba
                          << "last line\n"_ba;
    QTest::newRow("DOS") << "\r\n"_ba
                         << ""_ba
                         << "last line\r\n"_ba;
    QTest::newRow("byte-order mark") << "\n"_ba
                                     << "\xef\xbb\xbf"_ba
                                     << "x\n"_ba;
    QTest::newRow("no last line end") << "\n"_ba
                                      << ""_ba
                                      << "no end"_ba;
    QTest::newRow("no UTF-8") << "\n"_ba
                              << "caf\xe9\n"_ba
                              << "\xff\xfe\n"_ba;
}

void RegionsTest::textAroundRegionsStaysByteForByte()
{
    QFETCH(QByteArray, lineEnd);
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, end);
    QByteArray file = fileOf(two()).replace("\n", lineEnd);
    const QByteArray mine = "between, with blanks  " + lineEnd + lineEnd + "\tand a tab" + lineEnd;
    const qsizetype second = file.indexOf("<!-- earmark:begin 12/quote", file.indexOf("12/note"));
    file.insert(second, mine);
    file = start + file + end;
    ExportedEpisode changed = two();
    changed.highlights[0].note = u"another note"_s;
    changed.highlights[1].quote = u"other words"_s;
    const Merged merged = again(file, changed);
    QCOMPARE(merged.kept, 0);
    QByteArray expected = fileOf(changed).replace("\n", lineEnd);
    expected.insert(expected.indexOf("<!-- earmark:begin 12/quote", expected.indexOf("12/note")), mine);
    QCOMPARE(merged.bytes, start + expected + end);
}

void RegionsTest::editsWithinARegionAreKeptBesideTheNew()
{
    const QByteArray file = fileOf(two()).replace("my note", "my own thoughts");
    ExportedEpisode changed = two();
    changed.highlights[0].note = u"from the library"_s;
    const Merged merged = again(file, changed);
    QCOMPARE(merged.kept, 1);
    QVERIFY(merged.bytes.indexOf("my own thoughts") < merged.bytes.indexOf("from the library"));
    QVERIFY(merged.bytes.contains("my own thoughts"));
}

void RegionsTest::anEditThatTheLibraryHasTooIsNoConflict()
{
    ExportedEpisode changed = two();
    changed.highlights[0].note = u"my own thoughts"_s;
    const Merged merged = again(fileOf(two()).replace("my note", "my own thoughts"), changed);
    QCOMPARE(merged.kept, 0);
    QCOMPARE(merged.bytes, fileOf(changed));
}

void RegionsTest::anEditedRegionOfARemovedHighlightIsKept()
{
    ExportedEpisode fewer = two();
    fewer.highlights.erase(fewer.highlights.begin());
    const Merged merged = again(fileOf(two()).replace("my note", "my own thoughts"), fewer);
    QCOMPARE(merged.kept, 1);
    QVERIFY(merged.bytes.contains("my own thoughts") && !merged.bytes.contains("first words"));
}

void RegionsTest::keptEditsAreToldOnce()
{
    const Merged first = again(fileOf(two()).replace("my note", "my own thoughts"), two());
    QCOMPARE(first.kept, 1);
    const Merged second = again(first.bytes, two());
    QCOMPARE(second.kept, 0);
    QCOMPARE(second.bytes, first.bytes);
}

void RegionsTest::propertiesOfOnesOwnStay()
{
    QByteArray file = fileOf(two(), u"obsidian"_s);
    file.replace("# earmark:end\n---", "# earmark:end\nrating: 5\n---");
    ExportedEpisode changed = two();
    changed.title = u"Another title"_s;
    const Merged merged = again(file, changed, u"obsidian"_s);
    QVERIFY(merged.bytes.contains("title: \"Another title\"\n")
            && merged.bytes.contains("# earmark:end\nrating: 5\n---"));
    QVERIFY(!merged.bytes.contains("On repair"));
    const Merged foreign = again("---\nmine: 1\n---\ntext\n"_ba, two(), u"obsidian"_s);
    QVERIFY(foreign.frontMatterKept);
    QVERIFY(foreign.bytes.startsWith("---\nmine: 1\n---\ntext\n") && !foreign.bytes.contains("title:"));
}

void RegionsTest::changedPropertiesStayAndTheNewOnesAreComments()
{
    const QByteArray file = fileOf(two(), u"obsidian"_s).replace("title: \"On repair\"", "title: mine");
    ExportedEpisode changed = two();
    changed.title = u"Another title"_s;
    const Merged merged = again(file, changed, u"obsidian"_s);
    QCOMPARE(merged.kept, 1);
    QVERIFY(merged.bytes.contains("\ntitle: mine\n") && merged.bytes.contains("\n# title: \"Another title\"\n"));
    QCOMPARE(merged.bytes.count("\ntitle:"), 1);
    QCOMPARE(again(merged.bytes, changed, u"obsidian"_s).bytes, merged.bytes);
}

void RegionsTest::aFileOfSomebodyElseIsAppendedTo()
{
    const QByteArray diary = "# Diary\n\nno end"_ba;
    const Merged merged = again(diary, two());
    QVERIFY(merged.wasForeign);
    QVERIFY(merged.bytes.startsWith(diary + "\n\n<!-- earmark:begin 12/head "));
    QVERIFY(!again(merged.bytes, two()).wasForeign);
    QCOMPARE(again(merged.bytes, two()).bytes, merged.bytes);
}

void RegionsTest::anotherEpisodesRegionsStay()
{
    ExportedEpisode other = two();
    other.id = EpisodeId{7};
    const QByteArray first = fileOf(two());
    const Merged both = again(first, other);
    QVERIFY(both.bytes.startsWith(first) && !both.wasForeign);
    other.highlights.clear();
    QVERIFY(again(both.bytes, other).bytes.startsWith(first));
}

void RegionsTest::damagedCommentsCountAsText_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("instead");
    QTest::newRow("an end is missing") << "mp3#t=10,18.5)\n\n<!-- earmark:end -->\n"_ba
                                       << "mp3#t=10,18.5)\n"_ba;
    QTest::newRow("a stray end") << "# On repair\n"_ba
                                 << "# On repair\n<!-- earmark:end -->\n"_ba;
}

void RegionsTest::damagedCommentsCountAsText()
{
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, instead);
    QByteArray file = fileOf(two());
    QVERIFY(file.contains(what));
    file.replace(what, instead);
    const Merged merged = again(file, two());
    QVERIFY(merged.brokenMarks > 0);
    for (const QByteArray &line : instead.split('\n'))
        QVERIFY(merged.bytes.contains(line));
    for (const auto &word : {"first words", "second words", "my note"})
        QVERIFY(merged.bytes.contains(word));
}

// Lines of the reader's own between regions, at random; regions come, change and go. Every such line is
// still there, in its order.
void RegionsTest::whateverIsWrittenAroundRegionsIsKept()
{
    QRandomGenerator random(20261129);
    const ExportedEpisode all =
        test::makeExported({{u"a"_s, u"A"_s}, {u"b"_s, u"B"_s}, {u"c"_s, {}}, {u"d"_s, u"D"_s}, {u"e"_s, u"E"_s}});
    for (int round = 0; round < 300; ++round) {
        QByteArray file;
        QByteArrayList mine;
        const auto addMine = [&] {
            for (quint32 left = random.bounded(3); left > 0; --left) {
                mine.append("mine " + QByteArray::number(mine.size()) + (random.bounded(2) ? "\r\n" : "\n"));
                file += mine.back();
            }
        };
        for (const QByteArray &line : fileOf(all).split('\n')) {
            if (line.startsWith("<!-- earmark:begin "))
                addMine();
            file += line + '\n';
        }
        addMine();
        for (int step = 0; step < 4; ++step) {
            ExportedEpisode some = all;
            std::erase_if(some.highlights, [&](const auto &) { return random.bounded(3) == 0; });
            for (auto &highlight : some.highlights)
                highlight.note = random.bounded(2) ? u"note %1"_s.arg(random.bounded(5)) : QString();
            const Merged merged = again(file, some);
            QCOMPARE(merged.kept, 0);
            file = merged.bytes;
            qsizetype at = 0;
            for (const QByteArray &line : std::as_const(mine)) {
                at = file.indexOf(line, at);
                QVERIFY2(at >= 0, line.constData());
                at += line.size();
            }
        }
    }
}

void RegionsTest::aNoteTypedUnderAHighlightBecomesItsRegion_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("typed");
    const QByteArray end = "<!-- earmark:end -->\n";
    QTest::newRow("below it") << end << end + "\nyes, *this*\n\nand more\n\n## Mine\n";
    QTest::newRow("right below it") << end << end + "yes, *this*\n\nand more\n";
    QTest::newRow("within it") << end << "yes, *this*\n\nand more\n" + end;
    QTest::newRow("within it, after a blank line") << end << "\nyes, *this*\n\nand more\n\n\n" + end;
    QTest::newRow("at the file's end") << end << end + "\nyes, *this*\n\nand more";
}

void RegionsTest::aNoteTypedUnderAHighlightBecomesItsRegion()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, typed);
    QByteArray file = fileOf(two()); // the second has no note
    QVERIFY(file.endsWith(before));
    file.chop(before.size());
    file += typed;
    const auto read = exports::readAnnotations(file, u"a.md"_s);
    QVERIFY(read);
    QCOMPARE(read->size(), size_t(1));
    QCOMPARE(read->front().id, two().highlights[1].id);
    QCOMPARE(read->front().note, std::optional(u"yes, *this*\n\nand more"_s));
    QVERIFY(exports::wasWrittenAs(QString(), read->front().writtenHash));

    ExportedEpisode changed = two();
    changed.highlights[1].note = *read->front().note;
    const Merged merged = again(file, changed);
    QCOMPARE(merged.kept, 0);
    QCOMPARE(merged.bytes.count("yes, *this*"), 1);
    QCOMPARE(merged.bytes.contains("## Mine\n"), typed.contains("## Mine\n"));
    QCOMPARE(exports::readAnnotations(merged.bytes, u"a.md"_s)->size(), size_t(0));
    QCOMPARE(again(merged.bytes, changed).bytes, merged.bytes);
    changed.highlights[1].note = u"another"_s;
    const Merged later = again(merged.bytes, changed);
    QVERIFY(later.bytes.contains("\nanother\n") && !later.bytes.contains("yes, *this*"));
    QCOMPARE(later.bytes.contains("## Mine\n"), typed.contains("## Mine\n"));
}

void RegionsTest::otherTextUnderAHighlightStaysBesideItsNote()
{
    const QByteArray mine = "\nnot a note of the library\n";
    ExportedEpisode changed = two();
    changed.highlights[1].note = u"another"_s;
    const Merged merged = again(fileOf(two()) + mine, changed);
    QVERIFY(merged.bytes.endsWith(mine));
    QVERIFY(merged.bytes.contains("\nanother\n"));
    // Under a highlight that has a note, and where nothing but a heading follows, it is the reader's own.
    const auto none = [](const QByteArray &file) { return exports::readAnnotations(file, u"a.md"_s)->empty(); };
    QVERIFY(none(merged.bytes));
    QVERIFY(none(fileOf(two()) + "\n# My thoughts\n\ntext\n"));
    QVERIFY(none(fileOf(two()) + "\n- - -\ntext\n"));
    QVERIFY(none("mine\n\n" + fileOf(two())));
    // What a template writes under each highlight.
    ExportedEpisode plain = two();
    plain.highlights[0].note.clear();
    const QByteArray end = "<!-- earmark:end -->\n";
    QVERIFY(none(fileOf(plain).replace(end, end + "\nto be checked\n")));
}

QTEST_GUILESS_MAIN(RegionsTest)
#include "test_regions.moc"
