// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exporter.h"
#include "golden.h"
#include "notes/markdown.h"

#include <QTest>

using namespace earmark;
using namespace Qt::StringLiterals;
using notes::ExportedEpisode;
using notes::ExportedHighlight;
using notes::MarkdownPlace;

namespace {

ExportedEpisode makeEpisode()
{
    ExportedEpisode episode;
    episode.id = EpisodeId{3};
    episode.title = u"What a small company taught everybody"_s;
    episode.show = u"Slow & Steady"_s;
    episode.date = QDate(2026, 5, 7);
    episode.duration = MediaTime(1867'000);
    episode.audioPath = u"/music/slow_and_steady_12.mp3"_s;
    episode.audioFile = u"slow_and_steady_12.mp3"_s;
    episode.transcriptFile = u"slow_and_steady_12.txt"_s;
    return episode;
}

ExportedHighlight makeHighlight(const QString &quote, const QString &note = {})
{
    ExportedHighlight highlight;
    highlight.quote = quote;
    highlight.speaker = u"Anna"_s;
    highlight.start = MediaTime(723'000);
    highlight.end = MediaTime(739'500);
    highlight.note = note;
    return highlight;
}

QByteArray plain(const ExportedEpisode &episode)
{
    return exports::exportBytes({episode}, {}).value_or("failed"_ba);
}

// The document's text after the head, for an episode of nothing but a title.
QByteArray bodyOf(const ExportedHighlight &highlight)
{
    ExportedEpisode episode;
    episode.title = u"T"_s;
    episode.highlights = {highlight};
    QByteArray document = plain(episode);
    return document.startsWith("# T\n\n---\n\n") ? document.mid(10) : document;
}

} // namespace

// What stands in an exported file, to the letter. That it is rendered as it was meant is tested against
// the reference implementation of CommonMark (test_commonmark.cpp).
class TestMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeDocument_data();
    void wholeDocument();
    void times_data();
    void times();
    void textIsEscapedOnlyWhereItMustBe_data();
    void textIsEscapedOnlyWhereItMustBe();
    void notesEndWhereTheyEnd_data();
    void notesEndWhereTheyEnd();
    void linksDefinedInANoteStayOutOfQuotes();
};

void TestMarkdown::wholeDocument_data()
{
    QTest::addColumn<ExportedEpisode>("episode");
    QTest::addColumn<QString>("golden");
    ExportedEpisode full = makeEpisode();
    full.highlights = {makeHighlight(u"They raised $5.5 million, and nobody had asked for it."_s),
                       makeHighlight(u"[Music]"_s, u"What *is* this tune?\n\n- ask Anna\n- look it up"_s),
                       makeHighlight(u"So: 1. we wait, 2. we see."_s, u"```\nunfinished code"_s)};
    full.highlights[0].markName = u"claim"_s;
    full.highlights[1].speaker.clear();
    full.highlights[1].timeIsEstimated = true;
    QTest::newRow("highlights and notes") << full << u"full.md"_s;
    QTest::newRow("no highlights") << makeEpisode() << u"none.md"_s;
    QTest::newRow("nothing known") << ExportedEpisode() << u"nothing.md"_s;
}

void TestMarkdown::wholeDocument()
{
    QFETCH(ExportedEpisode, episode);
    QFETCH(QString, golden);
    test::compareWithGolden(plain(episode), golden);
}

void TestMarkdown::times_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("end");
    QTest::addColumn<bool>("estimated");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("from and to") << 723'000 << 739'900 << false
                                 << "— Anna, [12:03–12:19](earmark://episode/0?t=723)"_ba;
    QTest::newRow("within a second") << 723'100 << 723'900 << false
                                     << "— Anna, [12:03](earmark://episode/0?t=723.1)"_ba;
    QTest::newRow("no end") << 723'000 << 0 << false << "— Anna, [12:03](earmark://episode/0?t=723)"_ba;
    QTest::newRow("hours") << 3'723'000 << 3'800'000 << false
                           << "— Anna, [1:02:03–1:03:20](earmark://episode/0?t=3723)"_ba;
    QTest::newRow("estimated") << 723'000 << 739'900 << true << "— Anna, [about 12:03](earmark://episode/0?t=723)"_ba;
}

void TestMarkdown::times()
{
    QFETCH(int, start);
    QFETCH(int, end);
    QFETCH(bool, estimated);
    QFETCH(QByteArray, line);
    ExportedHighlight highlight = makeHighlight(u"Words"_s);
    highlight.start = MediaTime(start);
    highlight.end = MediaTime(end);
    highlight.timeIsEstimated = estimated;
    QCOMPARE(bodyOf(highlight), "> Words\n\n" + line + "\n");
}

void TestMarkdown::textIsEscapedOnlyWhereItMustBe_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    same("money", u"$5.5 million, $3 and 50 %"_s);
    same("a cue", u"[Music] [Applause] and so on"_s);
    same("underscores in words", u"slow_and_steady_12 __init"_s);
    same("stars between spaces", u"five * six * seven"_s);
    same("one star", u"5*3 is 15"_s);
    same("number in a sentence", u"in 2025. Then 3.14"_s);
    same("decimal first", u"3.14 is pi"_s);
    same("hashtag", u"#podcast is no heading"_s);
    same("minus", u"-5 degrees"_s);
    same("heart", u"I <3 you, a < b"_s);
    same("company", u"R&D at AT&T & more"_s);
    same("exclamation", u"No! [Laughter]!"_s);
    same("backslash in a path", u"C:\\Users\\me"_s);
    same("one backtick", u"a ` b"_s);
    same("right to left, emoji", u"שלום 👩‍👧 é"_s);
    row("emphasis", u"*really* _so_ **much**"_s, u"\\*really\\* \\_so\\_ \\*\\*much\\*\\*"_s);
    row("code", u"`a` and ``b``"_s, u"\\`a\\` and \\`\\`b\\`\\`"_s);
    row("link", u"[a](b) ![c](d)"_s, u"[a\\](b) ![c\\](d)"_s);
    row("definition", u"[Music]: https://example.org"_s, u"\\[Music]: https://example.org"_s);
    row("quote", u"> said she"_s, u"\\> said she"_s);
    row("numbered", u"1. First"_s, u"1\\. First"_s);
    row("numbered with bracket", u"2) Second"_s, u"2\\) Second"_s);
    row("year alone", u"2025."_s, u"2025\\."_s);
    row("bullets", u"- one"_s, u"\\- one"_s);
    row("plus", u"+ one"_s, u"\\+ one"_s);
    row("star", u"* one"_s, u"\\* one"_s);
    row("rule", u"- - -"_s, u"\\- - -"_s);
    row("underline rule", u"___"_s, u"\\___"_s);
    row("heading", u"## Not a heading"_s, u"\\## Not a heading"_s);
    row("fence", u"~~~ wavy"_s, u"\\~\\~\\~ wavy"_s);
    row("script", u"<script>alert(1)</script>"_s, u"\\<script>alert(1)\\</script>"_s);
    row("comment", u"<!-- hidden -->"_s, u"\\<!-- hidden -->"_s);
    row("address", u"<me@example.org>"_s, u"\\<me@example.org>"_s);
    row("entities", u"&amp; &#35; &#x23;"_s, u"\\&amp; \\&#35; \\&#x23;"_s);
    row("escaped already", u"\\* and \\"_s, u"\\\\* and \\\\"_s);
    row("strike", u"~~no~~"_s, u"\\~\\~no\\~\\~"_s);
    row("white space", u"  two\n\n lines\t and\r\nmore "_s, u"two lines and more"_s);
    row("line separators", u"a\u2028b\u2029c\u0085d\fe"_s, u"a b c d e"_s);
    row("control characters", u"a\u0001\u007f\u009fb"_s + QChar(QChar::Null) + u"c"_s, u"abc"_s);
    row("half a character", u"a"_s + QChar(0xd83d) + u"b"_s, u"ab"_s);
    row("nothing", u" \n "_s, QString());
}

void TestMarkdown::textIsEscapedOnlyWhereItMustBe()
{
    QFETCH(QString, text);
    QTEST(notes::escapedMarkdown(text), "expected");
}

void TestMarkdown::notesEndWhereTheyEnd_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("expected");
    const auto same = [](const char *name, const QString &note) { QTest::newRow(name) << note << note; };
    same("Markdown as it is", u"# Mine\n\n* [a](b) <b>c</b>\n  1. d\n\n    code"_s);
    same("closed fence", u"```\na\n```"_s);
    same("fence in a list", u"- a\n\n  ```\n  code"_s);
    same("fence in a quote", u"> ```\n> code"_s);
    same("fence as indented code", u"    ```"_s);
    same("code span", u"```a``` b"_s);
    same("closed comment", u"<!-- a\n\nb --> c"_s);
    same("block tag, which a blank line ends", u"<div>\n<!--"_s);
    same("indented code first", u"    code\n\ntext"_s);
    QTest::newRow("open fence") << u"```c++\nint a;"_s << u"```c++\nint a;\n```"_s;
    QTest::newRow("long open fence") << u"~~~~~\n~~~\na"_s << u"~~~~~\n~~~\na\n~~~~~"_s;
    QTest::newRow("fence after a list") << u"- a\n\n```\nb"_s << u"- a\n\n```\nb\n```"_s;
    QTest::newRow("open comment") << u"<!-- a\n\nb"_s << u"<!-- a\n\nb\n-->"_s;
    QTest::newRow("open script") << u"<SCRIPT>\na"_s << u"<SCRIPT>\na\n</script>"_s;
    QTest::newRow("open instruction") << u"<?php"_s << u"<?php\n?>"_s;
    QTest::newRow("blank lines around") << u"\n \n  a\n\n \n"_s << u"  a"_s;
    QTest::newRow("line ends and controls") << u"a\r\nb\rc\u0007"_s << u"a\nb\nc"_s;
}

void TestMarkdown::notesEndWhereTheyEnd()
{
    QFETCH(QString, note);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromUtf8(bodyOf(makeHighlight(u"Q"_s, note))),
             u"> Q\n\n— Anna, [12:03–12:19](earmark://episode/0?t=723)\n\n"_s + expected + u'\n');
}

void TestMarkdown::linksDefinedInANoteStayOutOfQuotes()
{
    const QByteArray body =
        bodyOf(makeHighlight(u"[Music] plays"_s, u"See [music].\n\n[music]: https://example.org"_s));
    QVERIFY2(body.startsWith("> \\[Music] plays\n"), body.constData());
    QVERIFY(body.endsWith("See [music].\n\n[music]: https://example.org\n"));
}

QTEST_GUILESS_MAIN(TestMarkdown)
#include "test_plainmarkdown.moc"
