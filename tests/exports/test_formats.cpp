// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/annotations.h"
#include "exports/exporter.h"
#include "made.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace earmark;
using namespace Qt::StringLiterals;
using exports::Format;
using notes::ExportedEpisode;

namespace {

QByteArray bytesOf(const ExportedEpisode &episode, Format format, const QString &folder = {})
{
    return exports::exportBytes({episode}, {format, std::nullopt, folder}).value_or("failed"_ba);
}

// RFC 4180, as whoever imports the file reads it.
QList<QStringList> parsedCsv(const QString &text)
{
    QList<QStringList> rows{{QString()}};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == u'"' && text.mid(i + 1, 1) == u"\"")
            rows.back().back() += text.at(++i);
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u',')
            rows.back().append(QString());
        else if (!quoted && c == u'\r')
            continue;
        else if (!quoted && c == u'\n')
            rows.append(QStringList{QString()});
        else
            rows.back().back() += c;
    }
    rows.removeLast();
    return rows;
}

} // namespace

class FormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvHoldsWhatReadwiseTakes();
    void ankiFieldsAreOneLineOfHtml();
    void htmlIsWellFormedAndLoadsNothing();
    void htmlShowsNotesAsTheyRead_data();
    void htmlShowsNotesAsTheyRead();
    void htmlNamesItsAudio_data();
    void htmlNamesItsAudio();
    void annotationsFollowTheModel();
    void annotationsComeBack();
    void annotationsOfOthersAreRead_data();
    void annotationsOfOthersAreRead();
    void whatIsNoAnnotationsIsRefused_data();
    void whatIsNoAnnotationsIsRefused();
    void onlyChangedNotesComeBackFromMarkdown();
};

void FormatsTest::csvHoldsWhatReadwiseTakes()
{
    ExportedEpisode episode = test::makeExported({{u"He said \"no, never\""_s, u"a\nb"_s}, {u"plain"_s, {}}});
    episode.highlights[0].tags = {u"one"_s, u"two"_s};
    const QList<QStringList> rows = parsedCsv(QString::fromUtf8(bytesOf(episode, Format::Csv)));
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0],
             (QStringList{u"Highlight"_s, u"Title"_s, u"Author"_s, u"URL"_s, u"Note"_s, u"Location"_s, u"Date"_s}));
    QCOMPARE(rows[1],
             (QStringList{u"He said \"no, never\""_s, u"On repair"_s, u"Slow & Steady"_s,
                          u"earmark://episode/12?t=10"_s, u".one .two\na\nb"_s, u"10"_s, u"2026-05-08 09:30:00"_s}));
    QCOMPARE(rows[2].value(0), u"plain"_s);
}

void FormatsTest::ankiFieldsAreOneLineOfHtml()
{
    ExportedEpisode episode = test::makeExported({{u"a <b> \"c\"\td"_s, u"x\ny"_s}});
    episode.highlights[0].tags = {u"one"_s, u"two"_s};
    const QStringList lines = QString::fromUtf8(bytesOf(episode, Format::Anki)).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.contains(u"#separator:tab"_s) && lines.contains(u"#html:true"_s));
    const QStringList fields = lines.back().split(u'\t');
    QCOMPARE(fields.size(), 5);
    QCOMPARE(fields[1], u"a &lt;b&gt; &quot;c&quot; d"_s);
    QCOMPARE(fields[2], u"x<br>y"_s);
    QCOMPARE(fields[4], u"one two"_s);
}

void FormatsTest::htmlIsWellFormedAndLoadsNothing()
{
    ExportedEpisode episode = test::makeExported({{u"a <script>x</script> & \"b\""_s, u"</div><img src=http://x>"_s}});
    episode.title = u"</title><b>"_s;
    QString page = QString::fromUtf8(bytesOf(episode, Format::Html));
    QCOMPARE(page.count(u"<script"_s), 1);
    QVERIFY(!page.contains(u"<img"_s) && !page.contains(u"src=\"http"_s) && !page.contains(u"@import"_s)
            && !page.contains(u"url("_s));
    QVERIFY(page.contains(u"prefers-color-scheme: dark"_s));
    // As XML, but for what HTML does not close, and what stands raw in it.
    page.remove(u"<!DOCTYPE html>\n"_s);
    page.replace(QRegularExpression(u"(<meta [^>]*)>"_s), u"\\1/>"_s);
    page.replace(u"<audio controls"_s, u"<audio controls=\"\""_s);
    page.remove(
        QRegularExpression(u"<script>.*</script>|<style>.*</style>"_s, QRegularExpression::DotMatchesEverythingOption));
    QXmlStreamReader xml(page);
    QStringList starts;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.attributes().hasAttribute("data-t"_L1))
            starts.append(xml.attributes().value("data-t"_L1).toString());
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(starts, (QStringList(4, u"10"_s)) + QStringList{u"10"_s});
}

void FormatsTest::htmlShowsNotesAsTheyRead_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("html");
    QTest::newRow("emphasis") << u"a *b* **c** ~~d~~ `e`"_s
                              << u"<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>"_s;
    QTest::newRow("paragraphs") << u"a\nb\n\nc"_s << u"<p>a\nb</p>\n<p>c</p>"_s;
    QTest::newRow("list") << u"- a\n- b"_s << u"<ul>\n<li>a</li>\n<li>b</li>\n</ul>"_s;
    QTest::newRow("numbers") << u"3. a"_s << u"<ol start=\"3\">\n<li>a</li>\n</ol>"_s;
    QTest::newRow("tasks") << u"- [x] a\n- [ ] b"_s
                           << u"<ul>\n<li class=\"task\">☑ a</li>\n<li class=\"task\">☐ b</li>\n</ul>"_s;
    QTest::newRow("heading below the page's") << u"# a"_s << u"<h2>a</h2>"_s;
    QTest::newRow("table") << u"| a |\n| ---: |\n| b |"_s
                           << u"<table>\n<thead>\n<tr><th style=\"text-align: right\">a</th></tr>\n</thead>\n"
                              "<tbody>\n<tr><td style=\"text-align: right\">b</td></tr>\n</tbody>\n</table>"_s;
    QTest::newRow("code is text") << u"```\n<b>&amp;\n```"_s << u"<pre><code>&lt;b&gt;&amp;amp;\n</code></pre>"_s;
    QTest::newRow("HTML is text") << u"<script>x</script>"_s << u"<p>&lt;script&gt;x&lt;/script&gt;</p>"_s;
    QTest::newRow("a line break") << u"a\\\nb"_s << u"<p>a<br/>\nb</p>"_s;
    QTest::newRow("characters by name") << u"&lt;b&gt; &copy; &#60;"_s << u"<p>&lt;b&gt; &copy; &lt;</p>"_s;
    QTest::newRow("a link") << u"[a](http://x/?a=1&b=2)"_s << u"<p><a href=\"http://x/?a=1&amp;b=2\">a</a></p>"_s;
    QTest::newRow("a time of this episode")
        << u"[0:12](earmark://episode/12?t=12.5)"_s
        << u"<p><a href=\"earmark://episode/12?t=12.5\" data-t=\"12.5\">0:12</a></p>"_s;
    QTest::newRow("a time of another") << u"[0:12](earmark://episode/3?t=12.5)"_s
                                       << u"<p><a href=\"earmark://episode/3?t=12.5\">0:12</a></p>"_s;
    QTest::newRow("a link that runs") << u"[a](javascript:alert(1))"_s << u"<p>a</p>"_s;
    QTest::newRow("hidden by characters")
        << u"[a](JaVa&#115;cript:alert(1)) [b](&#x20;data:text/html,x)"_s << u"<p>a b</p>"_s;
    QTest::newRow("hidden by names") << u"[a](javascript&colon;alert)"_s
                                     << u"<p><a href=\"javascript&amp;colon;alert\">a</a></p>"_s;
    QTest::newRow("out of the quotes") << u"[a](http://x/&quot;onclick=y)"_s
                                       << u"<p><a href=\"http://x/&quot;onclick=y\">a</a></p>"_s;
    QTest::newRow("a picture is a link") << u"![a *b*](http://x/y.png)"_s
                                         << u"<p><a href=\"http://x/y.png\">a <em>b</em></a></p>"_s;
    QTest::newRow("a picture in a link") << u"[![a](http://x/y.png)](http://z)"_s
                                         << u"<p><a href=\"http://z\">a</a></p>"_s;
}

void FormatsTest::htmlShowsNotesAsTheyRead()
{
    QFETCH(const QString, note);
    QFETCH(const QString, html);
    const QString page = QString::fromUtf8(bytesOf(test::makeExported({{u"a"_s, note}}), Format::Html));
    const QString begin = u"<div class=\"note\" dir=\"auto\">\n"_s;
    const qsizetype from = page.indexOf(begin) + begin.size();
    QCOMPARE(page.mid(from, page.indexOf(u"</div>"_s, from) - from).trimmed(), html);
}

void FormatsTest::htmlNamesItsAudio_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("source");
    const QString name = u"slow%20steady%20%2812%29.mp3"_s;
    QTest::newRow("beside it") << u"/music"_s << u"./"_s + name;
    QTest::newRow("above it") << u"/"_s << u"./music/"_s + name;
    QTest::newRow("elsewhere") << u"/home/ada"_s << u"file:///music/"_s + name;
    QTest::newRow("nowhere") << QString() << u"file:///music/"_s + name;
}

void FormatsTest::htmlNamesItsAudio()
{
    QFETCH(QString, folder);
    QFETCH(QString, source);
    const QString page = QString::fromUtf8(bytesOf(test::makeExported({{u"a"_s, {}}}), Format::Html, folder));
    QVERIFY2(page.contains(u"src=\"%1\""_s.arg(source)), qPrintable(page));
    QVERIFY(page.contains(u"href=\"%1#t=10,18.5\""_s.arg(source)));
}

void FormatsTest::annotationsFollowTheModel()
{
    ExportedEpisode episode = test::makeExported({{u"some words"_s, u"a note"_s}});
    episode.highlights[0].textBegin = 100;
    episode.highlights[0].textEnd = 110;
    const QJsonObject root = QJsonDocument::fromJson(bytesOf(episode, Format::WebAnnotation)).object();
    QCOMPARE(root.value("@context"_L1).toString(), u"http://www.w3.org/ns/anno.jsonld"_s);
    QCOMPARE(root.value("type"_L1).toString(), u"AnnotationCollection"_s);
    QCOMPARE(root.value("total"_L1).toInt(), 1);
    const QJsonObject first = root.value("first"_L1).toObject();
    QCOMPARE(first.value("type"_L1).toString(), u"AnnotationPage"_s);
    const QJsonObject annotation = first.value("items"_L1).toArray().first().toObject();
    QCOMPARE(annotation.value("id"_L1).toString(), u"urn:uuid:00000001-0001-0002-0304-05060708090a"_s);
    QStringList kinds;
    for (const QJsonValue &value : annotation.value("target"_L1).toObject().value("selector"_L1).toArray()) {
        const QJsonObject selector = value.toObject();
        kinds.append(selector.value("type"_L1).toString());
        if (kinds.back() == u"TextPositionSelector")
            QCOMPARE(selector.value("end"_L1).toInt(), 110);
        if (kinds.back() == u"FragmentSelector")
            QCOMPARE(selector.value("value"_L1).toString(), u"t=10,18.5"_s);
    }
    QCOMPARE(kinds, (QStringList{u"TextQuoteSelector"_s, u"TextPositionSelector"_s, u"FragmentSelector"_s}));
}

void FormatsTest::annotationsComeBack()
{
    ExportedEpisode episode = test::makeExported({{u"some words"_s, u"a *note*\n\n\"x\""_s}, {u"more"_s, {}}});
    episode.highlights[0].tags = {u"one"_s, u"two"_s};
    episode.highlights[0].mark = notes::Mark::Three;
    const auto read = exports::readAnnotations(bytesOf(episode, Format::WebAnnotation), u"a.jsonld"_s);
    QVERIFY(read);
    QCOMPARE(read->size(), size_t(2));
    const exports::Annotation &first = read->front();
    QCOMPARE(first.id, episode.highlights[0].id);
    QCOMPARE(first.episode, std::optional(EpisodeId{12}));
    QCOMPARE(first.exact, u"some words"_s);
    QCOMPARE(first.start, std::optional(MediaTime(10'000)));
    QCOMPARE(first.end, std::optional(MediaTime(18'500)));
    QCOMPARE(first.note, std::optional(episode.highlights[0].note));
    QCOMPARE(first.tags, std::optional(episode.highlights[0].tags));
    QCOMPARE(first.mark, std::optional(notes::Mark::Three));
    QVERIFY(!first.isMoment && !read->back().note && !read->back().tags);
}

void FormatsTest::annotationsOfOthersAreRead_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray selectors = R"([{"type":"TextQuoteSelector","exact":"some words"},)"
                                 R"({"type":"FragmentSelector","value":"t=npt:10,18.5"}])";
    QTest::newRow("one annotation")
        << R"({"type":"Annotation","id":"http://x/1","body":"hello","target":{"source":"http://x/a.mp3","selector":)"_ba
            + selectors + "}}";
    QTest::newRow("list, body value")
        << R"([{"type":["Annotation"],"bodyValue":"hello","target":[{"source":{"id":"http://x/a.mp3"},"selector":)"_ba
            + selectors + "}]}]";
    QTest::newRow("refined")
        << R"({"type":"AnnotationPage","items":[{"type":"Annotation","body":{"type":"TextualBody","value":"hello"},"target":{"source":"x","selector":{"type":"FragmentSelector","value":"t=10,18.5","refinedBy":{"type":"TextQuoteSelector","exact":"some words"}}}}]})"_ba;
    QTest::newRow("fragment in the source")
        << R"({"type":"Annotation","bodyValue":"hello","target":{"source":"http://x/a.mp3#t=10,18.5","selector":{"type":"TextQuoteSelector","exact":"some words"}}})"_ba;
}

void FormatsTest::annotationsOfOthersAreRead()
{
    QFETCH(QByteArray, json);
    const auto read = exports::readAnnotations(json, u"a.json"_s);
    QVERIFY(read);
    QCOMPARE(read->size(), size_t(1));
    QCOMPARE(read->front().exact, u"some words"_s);
    QCOMPARE(read->front().note, std::optional(u"hello"_s));
    QCOMPARE(read->front().start, std::optional(MediaTime(10'000)));
    QCOMPARE(read->front().end, std::optional(MediaTime(18'500)));
}

void FormatsTest::whatIsNoAnnotationsIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty object") << "{}"_ba;
    QTest::newRow("other JSON") << R"([{"type":"Note"}, 3, null])"_ba;
    QTest::newRow("Markdown of others") << "# A title\n\ntext\n"_ba;
    QTest::newRow("cut off") << R"({"type":"Annotation")"_ba;
    QTest::newRow("bytes") << QByteArray("\0\xff\xfe\x01", 4);
}

void FormatsTest::whatIsNoAnnotationsIsRefused()
{
    QFETCH(QByteArray, bytes);
    const auto read = exports::readAnnotations(bytes, u"a"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NotAnnotations);
}

void FormatsTest::onlyChangedNotesComeBackFromMarkdown()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"notes.md"_s);
    const ExportedEpisode episode = test::makeExported(
        {{u"a"_s, u"first"_s}, {u"b"_s, u"second"_s}, {u"c"_s, u"```\nopen\n<!-- earmark:end -->"_s}});
    QVERIFY(exports::writeFile(path, {episode}, {}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    QCOMPARE(exports::readAnnotations(bytes, path)->size(), size_t(0));
    bytes.replace("second\n", "second,\nand more\n").replace("open\n", "opened\n").replace("\n", "\r\n");
    const auto read = exports::readAnnotations(bytes, path);
    QVERIFY(read);
    QCOMPARE(read->size(), size_t(2));
    QCOMPARE(read->front().id, episode.highlights[1].id);
    QCOMPARE(read->front().note, std::optional(u"second,\nand more"_s));
    QVERIFY(exports::wasWrittenAs(u"second"_s, read->front().writtenHash));
    QCOMPARE(read->back().note, std::optional(u"```\nopened\n<!-- earmark:end -->\n```"_s));
}

QTEST_GUILESS_MAIN(FormatsTest)
#include "test_formats.moc"
