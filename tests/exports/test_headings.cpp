// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/annotations.h"
#include "exports/exporter.h"
#include "exports/presets.h"
#include "exports/regions.h"
#include "golden.h"
#include "made.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace earmark;
using namespace Qt::StringLiterals;
using exports::Format;
using notes::ExportedEpisode;
using notes::ExportedParagraph;

namespace {

// Four highlights in two of three chapters, and the text around them.
ExportedEpisode makeChaptered()
{
    ExportedEpisode episode = test::makeExported({{u"before all of them"_s, {}},
                                                  {u"grain is *ground*"_s, u"Between what?"_s},
                                                  {u"between two stones"_s, u"Flint.\n\n- or granite"_s},
                                                  {u"and [then] baked"_s, {}},
                                                  {{}, u"About all of it"_s}});
    episode.chapters = {{u"Of *mills*"_s, MediaTime(15'000), MediaTime(35'000), false},
                        {u"Of bread & water"_s, MediaTime(35'000), MediaTime(60'000), false},
                        {u"Of nothing"_s, MediaTime(60'000), MediaTime(1'867'000), true}};
    episode.highlights[1].chapter = episode.highlights[2].chapter = 0;
    episode.highlights[3].chapter = 1;
    episode.highlights[2].tags = {u"stones"_s};
    episode.highlights[2].markName = u"look up"_s;
    episode.highlights[4].place = notes::Place::Episode;
    return episode;
}

// The same with its paragraphs.
ExportedEpisode makeText()
{
    ExportedEpisode episode = makeChaptered();
    for (size_t i = 0; i < 4; ++i)
        episode.highlights[i].isInText = true;
    episode.paragraphs = {{0,
                           {},
                           u"Anna"_s,
                           true,
                           MediaTime(8'000),
                           MediaTime(14'000),
                           false,
                           {{u"First,"_s, false, false, {}},
                            {u"before all of them"_s, true, true, {0}},
                            {u"there was 5*3 == 15."_s, true, false, {}}}},
                          {9,
                           0,
                           {},
                           false,
                           MediaTime(15'000),
                           MediaTime(34'000),
                           false,
                           {{u"And grain"_s, false, false, {}},
                            {u"is *ground*"_s, true, true, {1}},
                            {u"between two stones"_s, true, true, {2}},
                            {u"."_s, false, false, {}}}},
                          {20,
                           1,
                           u"Ben"_s,
                           true,
                           MediaTime(35'000),
                           MediaTime(50'000),
                           false,
                           {{u"and [then] baked"_s, false, true, {3}}}},
                          {23,
                           2,
                           {},
                           true,
                           MediaTime(60'000),
                           MediaTime(70'000),
                           true,
                           {{u"Nobody # knows [Music] *what* came."_s, false, false, {}}}}};
    return episode;
}

Result<QByteArray> bytesOf(const ExportedEpisode &episode, const QString &preset, exports::RegionMarks marks)
{
    return exports::Template::load(preset).and_then([&](const exports::Template &markdown) {
        return exports::exportBytes({episode}, {Format::Markdown, markdown, {}, marks});
    });
}

QByteArray fileOf(const ExportedEpisode &episode, const QString &preset)
{
    return bytesOf(episode, preset, exports::RegionMarks::Written).value_or("failed"_ba);
}

exports::Merged again(const QByteArray &file, const ExportedEpisode &episode, const QString &preset)
{
    const auto document = exports::Template::load(preset)->render(episode);
    return document ? exports::mergeDocument(file, *document) : exports::Merged();
}

// Other chapters, other highlights and other words of the same episode.
ExportedEpisode changedAtRandom(QRandomGenerator &random)
{
    ExportedEpisode episode = makeText();
    for (notes::ExportedChapter &chapter : episode.chapters)
        chapter.title = random.bounded(2) ? chapter.title : u"Renamed %1"_s.arg(random.bounded(3));
    std::erase_if(episode.paragraphs, [&](const auto &) { return random.bounded(4) == 0; });
    std::vector<std::optional<size_t>> chapters;
    for (notes::ExportedHighlight &highlight : episode.highlights) {
        const quint32 chapter = random.bounded(4);
        highlight.chapter = chapter < 3 ? std::optional<size_t>(chapter) : std::nullopt;
        highlight.note = random.bounded(2) ? highlight.note : u"Another note"_s;
        highlight.isInText = !episode.paragraphs.empty() && random.bounded(3) > 0;
    }
    // In the order of the text.
    std::ranges::sort(episode.highlights, {}, [](const auto &h) { return h.chapter.value_or(0); });
    for (ExportedParagraph &paragraph : episode.paragraphs) {
        for (notes::ExportedRun &run : paragraph.runs)
            run.text += random.bounded(3) ? QString() : u" more"_s;
    }
    return episode;
}

} // namespace

// Headings and the whole text in each layout, new and into a file that is there.
class HeadingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeDocument_data();
    void wholeDocument();
    void annotationsDescribeChapters();
    void aHeadingStandsOnce();
    void withoutAudioNobodyGuessesTimes();
    void againIsAsNew_data();
    void againIsAsNew();
    void whatAReaderWritesStays_data() { againIsAsNew_data(); }
    void whatAReaderWritesStays();
    void footnotesDefineNoLinks();
};

void HeadingsTest::wholeDocument_data()
{
    QTest::addColumn<QByteArray>("document");
    for (const QString &preset : exports::presetNames()) {
        const ExportedEpisode episode = preset == u"text" ? makeText() : makeChaptered();
        QTest::newRow(qPrintable(u"headings-%1.md"_s.arg(preset)))
            << bytesOf(episode, preset, exports::RegionMarks::LeftOut).value_or("failed"_ba);
    }
    QTest::newRow("headings.jsonld")
        << exports::exportBytes({makeChaptered()}, {Format::WebAnnotation, {}, {}}).value_or("failed"_ba);
}

void HeadingsTest::wholeDocument()
{
    QFETCH(QByteArray, document);
    test::compareWithGolden(document, QString::fromLatin1(QTest::currentDataTag()));
}

// And are not taken for notes when they come back.
void HeadingsTest::annotationsDescribeChapters()
{
    const auto bytes = exports::exportBytes({makeChaptered()}, {Format::WebAnnotation, {}, {}});
    QVERIFY(bytes);
    const QJsonObject root = QJsonDocument::fromJson(*bytes).object();
    const QJsonArray items = root.value("first"_L1).toObject().value("items"_L1).toArray();
    QCOMPARE(root.value("total"_L1).toInt(), items.size());
    QCOMPARE(items.size(), 8);
    const QJsonObject heading = items.at(6).toObject();
    QCOMPARE(heading.value("motivation"_L1).toString(), u"describing"_s);
    QCOMPARE(heading.value("body"_L1).toObject().value("value"_L1).toString(), u"Of bread & water"_s);
    const QJsonObject target = heading.value("target"_L1).toObject();
    QCOMPARE(target.value("selector"_L1).toObject().value("value"_L1).toString(), u"t=35,60"_s);
    const auto read = exports::readAnnotations(*bytes, u"a.jsonld"_s);
    QVERIFY(read);
    QCOMPARE(read->size(), makeChaptered().highlights.size());
}

// Although what stands nowhere comes between, and although another chapter is called the same.
void HeadingsTest::aHeadingStandsOnce()
{
    ExportedEpisode episode = makeChaptered();
    episode.chapters[1].title = episode.chapters[0].title;
    episode.highlights[2].chapter = std::nullopt;
    episode.highlights[2].place = notes::Place::Lost;
    episode.highlights.push_back(episode.highlights[3]);
    for (const QString &preset : exports::presetNames()) {
        if (preset == u"text")
            continue;
        const QByteArray file = fileOf(episode, preset);
        QCOMPARE(file.count("# Of \\*mills\\*"), preset == u"snipd" ? 0 : 2);
        QCOMPARE(file.count(") Of \\*mills\\*"), preset == u"snipd" ? 2 : 0);
    }
}

void HeadingsTest::withoutAudioNobodyGuessesTimes()
{
    ExportedEpisode episode = makeText();
    for (ExportedParagraph &paragraph : episode.paragraphs)
        paragraph.timeIsEstimated = true;
    QCOMPARE(fileOf(episode, u"text"_s).count("[about "), 4);
    episode.audioPath.clear();
    const QByteArray file = fileOf(episode, u"text"_s);
    QVERIFY(!file.contains("earmark://episode/12?t=") && file.contains("\n**Anna:** First, =="));
}

void HeadingsTest::againIsAsNew_data()
{
    QTest::addColumn<QString>("preset");
    for (const QString &preset : exports::presetNames())
        QTest::newRow(qPrintable(preset)) << preset;
}

// Whatever headings, words and notes were before, where a reader has changed nothing.
void HeadingsTest::againIsAsNew()
{
    QFETCH(const QString, preset);
    QRandomGenerator random(20261129);
    ExportedEpisode before = makeText();
    for (int round = 0; round < 100; ++round) {
        ExportedEpisode after = changedAtRandom(random);
        // What is there already keeps its order in the file.
        std::ranges::sort(after.highlights, {}, [](const auto &h) { return h.id.value; });
        std::ranges::sort(before.highlights, {}, [](const auto &h) { return h.id.value; });
        const exports::Merged merged = again(fileOf(before, preset), after, preset);
        QCOMPARE(merged.kept + merged.brokenMarks, 0);
        QVERIFY(!merged.wasForeign);
        QCOMPARE(QString::fromUtf8(merged.bytes), QString::fromUtf8(fileOf(after, preset)));
        QCOMPARE(again(merged.bytes, after, preset).bytes, merged.bytes);
        before = std::move(after);
    }
}

// Lines of the reader's between regions and within them, at random: every one of them is still there, in its
// order.
void HeadingsTest::whatAReaderWritesStays()
{
    QFETCH(const QString, preset);
    QRandomGenerator random(20261129);
    for (int round = 0; round < 40; ++round) {
        QByteArray file;
        QByteArrayList mine;
        bool isBody = false;
        for (const QByteArray &text : fileOf(makeText(), preset).split('\n')) {
            file += text + '\n';
            isBody = isBody || text == "# On repair";
            if (isBody && random.bounded(8) == 0) {
                mine.append("mine " + QByteArray::number(mine.size()) + " of the reader\n");
                file += mine.back();
            }
        }
        for (int step = 0; step < 4; ++step) {
            file = again(file, changedAtRandom(random), preset).bytes;
            qsizetype at = 0;
            for (const QByteArray &each : std::as_const(mine)) {
                at = file.indexOf(each, at);
                QVERIFY2(at >= 0, each.constData());
                at += each.size();
            }
        }
        const ExportedEpisode last = changedAtRandom(random);
        file = again(file, last, preset).bytes;
        const exports::Merged same = again(file, last, preset);
        QCOMPARE(same.kept, 0);
        QCOMPARE(same.bytes, file);
    }
}

// A file with footnotes is written the second time as it was the first.
void HeadingsTest::footnotesDefineNoLinks()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"text.md"_s);
    const exports::Options options{Format::Markdown, *exports::Template::load(u"text"_s), {}};
    const auto contents = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(exports::writeFile(path, {makeText()}, options));
    const QByteArray first = contents();
    QVERIFY(first.contains("\n[^em-") && first.contains(" [Music] "));
    QVERIFY(exports::writeFile(path, {makeText()}, options));
    QCOMPARE(contents(), first);
}

QTEST_GUILESS_MAIN(HeadingsTest)
#include "test_headings.moc"
