// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exporter.h"
#include "exports/presets.h"
#include "exports/template.h"
#include "made.h"

#include <QTest>

using namespace earmark;
using namespace Qt::StringLiterals;
using exports::Template;

class TemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultsNameTheLine_data();
    void faultsNameTheLine();
    void everyPresetIsSound_data();
    void everyPresetIsSound();
    void everyPresetLinksAndNamesTheMark_data() { everyPresetIsSound_data(); }
    void everyPresetLinksAndNamesTheMark();
    void valuesAreWritten_data();
    void valuesAreWritten();
    void aTemplateWithoutRegionsIsOne();
    void headingsStandAboveTheirFirstHighlight();
};

void TemplateTest::faultsNameTheLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("subject");
    QTest::newRow("misspelt") << u"a\n{{titel}}"_s << "TemplateNameUnknown"_ba << u"my.md:2: {{titel}}"_s;
    QTest::newRow("open tag") << u"a\n\n{{title\n"_s << "TemplateTagOpen"_ba << u"my.md:3: {{title"_s;
    QTest::newRow("open triple tag") << u"{{{title}}"_s << "TemplateTagOpen"_ba << u"my.md:1: {{{title}}"_s;
    QTest::newRow("open section") << u"a\n{{#highlights}}\nb"_s << "TemplateSectionOpen"_ba
                                  << u"my.md:2: {{#highlights}}"_s;
    QTest::newRow("crossed") << u"{{#show}}\n{{#date}}{{/show}}"_s << "TemplateSectionOpen"_ba
                             << u"my.md:2: {{#date}}"_s;
    QTest::newRow("only an end") << u"\n{{/show}}"_s << "TemplateEndWithoutSection"_ba << u"my.md:2: {{/show}}"_s;
    QTest::newRow("partial") << u"{{> other}}"_s << "TemplateTagUnsupported"_ba << u"my.md:1: {{> other}}"_s;
    QTest::newRow("delimiters") << u"{{=  =}}"_s << "TemplateTagUnsupported"_ba << u"my.md:1: {{= =}}"_s;
    QTest::newRow("empty tag") << u"{{}}"_s << "TemplateNameUnknown"_ba << u"my.md:1: {{}}"_s;
    QTest::newRow("at the end") << u"{{"_s << "TemplateTagOpen"_ba << u"my.md:1: {{"_s;
    QTest::newRow("region not ended") << u"{{head.open}}a"_s << "TemplateRegions"_ba << u"my.md"_s;
    QTest::newRow("region not begun") << u"a{{head.close}}"_s << "TemplateRegions"_ba << u"my.md"_s;
    QTest::newRow("note within a region")
        << u"{{#highlights}}{{open}}{{note}}{{close}}{{/highlights}}"_s << "TemplateRegions"_ba << u"my.md"_s;
}

void TemplateTest::faultsNameTheLine()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, code);
    const auto parsed = Template::parse(text, u"my.md"_s);
    QVERIFY(!parsed);
    QCOMPARE(QByteArray(errorName(parsed.error().code)), code);
    QTEST(parsed.error().subject, "subject");
}

void TemplateTest::everyPresetIsSound_data()
{
    QTest::addColumn<QString>("preset");
    for (const QString &preset : exports::presetNames())
        QTest::newRow(qPrintable(preset)) << preset;
}

// Also with nothing known; and no blank line doubles where something is left out.
void TemplateTest::everyPresetIsSound()
{
    QFETCH(QString, preset);
    const auto markdown = Template::load(preset);
    QVERIFY2(markdown, markdown ? "" : qPrintable(markdown.error().subject));
    for (const notes::ExportedEpisode &episode :
         {notes::ExportedEpisode(), test::makeExported({{u"some words"_s, u"a note"_s}, {u"more"_s, {}}})}) {
        const auto bytes = exports::exportBytes({episode}, {exports::Format::Markdown, *markdown, {}});
        QVERIFY(bytes);
        QVERIFY2(!bytes->contains("\n\n\n") && !bytes->contains("{{") && bytes->endsWith('\n'), bytes->constData());
        QCOMPARE(bytes->contains("some words"), !episode.highlights.empty());
        QCOMPARE(bytes->contains("earmark://episode/12"), !episode.highlights.empty());
    }
}

void TemplateTest::everyPresetLinksAndNamesTheMark()
{
    QFETCH(QString, preset);
    const auto markdown = Template::load(preset);
    QVERIFY(markdown);
    notes::ExportedEpisode episode =
        test::makeExported({{u"some words"_s, {}}, {u"a moment"_s, {}}, {{}, u"a note"_s}});
    for (notes::ExportedHighlight &highlight : episode.highlights)
        highlight.markName = u"look up"_s;
    episode.highlights[1].place = notes::Place::Moment;
    episode.highlights[2].place = notes::Place::Episode;
    const auto bytes = exports::exportBytes({episode}, {exports::Format::Markdown, *markdown, {}});
    QVERIFY(bytes);
    QVERIFY2(bytes->contains("](earmark://episode/12?t=10)"), bytes->constData());
    QVERIFY2(bytes->contains("](earmark://episode/12?t=20)"), bytes->constData());
    // What is about the whole episode has no mark.
    QCOMPARE(bytes->count("look up"), 2);
    QVERIFY2(bytes->contains("](file:///music/slow%20steady%20%2812%29.mp3#t=10,18.5)"), bytes->constData());
}

void TemplateTest::valuesAreWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto each = [](const QString &text) { return u"{{#highlights}}"_s + text + u"{{/highlights}}"_s; };
    QTest::newRow("title") << u"{{title}}"_s << "On repair"_ba;
    QTest::newRow("triple") << u"{{{title}}}"_s << "On repair"_ba;
    QTest::newRow("and") << u"{{&title}}"_s << "On repair"_ba;
    QTest::newRow("YAML") << u"{{yaml.show}}"_s << "\"Slow & Steady\""_ba;
    QTest::newRow("anywhere") << u"{{show}}"_s << "Slow \\& Steady"_ba;
    QTest::newRow("in a line") << u"{{line.show}}"_s << "Slow & Steady"_ba;
    QTest::newRow("time") << each(u"{{time}}"_s) << "0:10\u20130:18"_ba;
    QTest::newRow("seconds") << each(u"{{start-seconds}} {{end-seconds}}"_s) << "10 18.5"_ba;
    QTest::newRow("link") << each(u"{{link}}"_s) << "earmark://episode/12?t=10"_ba;
    QTest::newRow("fragment") << each(u"{{audio-link}}"_s) << "file:///music/slow%20steady%20%2812%29.mp3#t=10,18.5"_ba;
    QTest::newRow("tags") << each(u"{{#tags}}[{{tag}}]{{/tags}} {{hashtags}}"_s)
                          << "[big-idea\\_x][c++] #big-idea_x #c--"_ba;
    QTest::newRow("mark") << each(u"{{mark}} {{mark-name}}"_s) << "2 look up"_ba;
    QTest::newRow("attribution") << each(u"{{attribution}}"_s) << "— Anna, 0:10\u20130:18"_ba;
    QTest::newRow("attribution with a link")
        << each(u"{{attribution-link}}"_s) << "— Anna, [0:10\u20130:18](earmark://episode/12?t=10)"_ba;
    QTest::newRow("absent") << u"{{#language}}a{{/language}}{{^language}}b{{/language}}"_s << "b"_ba;
    QTest::newRow("outer value") << each(u"{{title}}"_s) << "On repair"_ba;
    QTest::newRow("comment") << u"a{{! {{no}}b"_s << "ab"_ba;
    QTest::newRow("blank lines stay") << u"a\n\n{{#show}}\n\nb\n{{/show}}\n\nc"_s << "a\n\n\nb\n\nc"_ba;
    QTest::newRow("created") << each(u"{{created}}"_s) << "2026-05-08T09:30:00.000Z"_ba;
}

void TemplateTest::valuesAreWritten()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, expected);
    const auto markdown = Template::parse(text, u"my.md"_s);
    QVERIFY2(markdown, markdown ? "" : qPrintable(markdown.error().subject));
    notes::ExportedEpisode episode = test::makeExported({{u"words"_s, {}}});
    episode.highlights[0].tags = {u"big-idea_x"_s, u"c++"_s};
    episode.highlights[0].mark = notes::Mark::Two;
    episode.highlights[0].markName = u"look up"_s;
    const auto bytes = exports::exportBytes({episode}, {exports::Format::Markdown, *markdown, {}});
    QVERIFY(bytes);
    QCOMPARE(*bytes, expected + '\n');
}

void TemplateTest::aTemplateWithoutRegionsIsOne()
{
    const auto markdown =
        Template::parse(u"{{title}}\n{{#highlights}}\n- {{quote}}\n\n{{note}}\n{{/highlights}}"_s, u"my.md"_s);
    QVERIFY(markdown);
    const auto document = markdown->render(test::makeExported({{u"a"_s, u"b"_s}, {u"c"_s, {}}}));
    QVERIFY(document);
    QCOMPARE(document->body.size(), size_t(1));
    QCOMPARE(document->body[0].region, "12/document"_ba);
}

void TemplateTest::headingsStandAboveTheirFirstHighlight()
{
    notes::ExportedEpisode episode = test::makeExported({{u"a"_s, {}}, {u"b"_s, {}}, {u"c"_s, {}}, {u"d"_s, {}}});
    episode.chapters = {{u"Of *mills*"_s, MediaTime(15'000), MediaTime(35'000), false},
                        {u"Of bread & water"_s, MediaTime(35'000), MediaTime(60'000), false}};
    episode.highlights[1].chapter = episode.highlights[2].chapter = 0;
    episode.highlights[3].chapter = 1;
    const auto markdown = Template::parse(
        u"{{#highlights}}\n{{#new-chapter}}\n## {{heading.new-chapter}}\n{{/new-chapter}}\n{{quote}} ({{chapter}})\n"
        "{{/highlights}}"_s,
        u"my.md"_s);
    QVERIFY(markdown);
    QCOMPARE(*exports::exportBytes({episode}, {exports::Format::Markdown, *markdown, {}}),
             "a ()\n## Of \\*mills\\*\nb (Of \\*mills\\*)\nc (Of \\*mills\\*)\n## Of bread & water\n"
             "d (Of bread \\& water)\n"_ba);
    const auto plain = exports::exportBytes({episode}, {exports::Format::Markdown, {}, {}});
    QVERIFY(plain && plain->count("\n## Of ") == 2);
    const auto page = exports::exportBytes({episode}, {exports::Format::Html, {}, {}});
    QVERIFY(page && page->count("<h2><span dir=\"auto\">Of *mills*</span> <a class=\"time\" ") == 1
            && page->count("<h2>") == 2 && page->contains("data-t=\"35\">0:35</a></h2>"));
}

QTEST_GUILESS_MAIN(TemplateTest)
#include "test_template.moc"
