// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exporter.h"
#include "notes/markdown.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmark.h>

#include <array>

using namespace earmark;
using namespace Qt::StringLiterals;
using notes::MarkdownPlace;

namespace {

struct NodeDeleter {
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};
using Document = std::unique_ptr<cmark_node, NodeDeleter>;

Document parse(const QByteArray &text)
{
    return Document(cmark_parse_document(text.constData(), size_t(text.size()), CMARK_OPT_DEFAULT));
}

bool is(cmark_node *node, cmark_node_type type)
{
    return node && cmark_node_get_type(node) == type;
}

// The text of a block that holds text and nothing else; otherwise a name for what else there is.
QByteArray plainText(cmark_node *block)
{
    QByteArray text;
    for (cmark_node *inlined = cmark_node_first_child(block); inlined; inlined = cmark_node_next(inlined)) {
        if (is(inlined, CMARK_NODE_TEXT))
            text += cmark_node_get_literal(inlined);
        else
            text += "{" + QByteArray(cmark_node_get_type_string(inlined)) + "}";
    }
    return text;
}

template <size_t Count>
QString randomText(QRandomGenerator &random, const std::array<const char16_t *, Count> &pieces, quint32 longest)
{
    QString text;
    for (quint32 left = 1 + random.bounded(longest); left > 0; --left)
        text += QString::fromUtf16(pieces[random.bounded(quint32(Count))]);
    return text;
}

constexpr quint32 seed = 20260507;
constexpr int texts = 8'000; // a row

} // namespace

// The reference implementation of CommonMark reads what was meant, whatever a title, a quote or a name
// holds and whatever a note leaves open.
class TestCommonMark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapedTextReadsTheSame_data();
    void escapedTextReadsTheSame();
    void notesSwallowNothing();
};

void TestCommonMark::escapedTextReadsTheSame_data()
{
    QTest::addColumn<MarkdownPlace>("place");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<cmark_node_type>("container");
    QTest::newRow("paragraph") << MarkdownPlace::ParagraphStart << ""_ba << CMARK_NODE_NONE;
    QTest::newRow("quote") << MarkdownPlace::ParagraphStart << "> "_ba << CMARK_NODE_BLOCK_QUOTE;
    QTest::newRow("heading") << MarkdownPlace::Heading << "# "_ba << CMARK_NODE_NONE;
    QTest::newRow("anywhere") << MarkdownPlace::Anywhere << ""_ba << CMARK_NODE_NONE;
    QTest::newRow("in a line") << MarkdownPlace::InLine << "Show: "_ba << CMARK_NODE_NONE;
}

void TestCommonMark::escapedTextReadsTheSame()
{
    QFETCH(MarkdownPlace, place);
    QFETCH(QByteArray, before);
    QFETCH(cmark_node_type, container);
    constexpr std::array pieces{
        u"*",  u"**",   u"_",  u"__",  u"`",   u"``", u"```",    u"~~~",     u"~",         u"[",          u"]",
        u"](", u")",    u"]:", u"<",   u">",   u"<a", u"</b>",   u"<!--",    u"-->",       u"&amp;",      u"&",
        u";",  u"&#1;", u"#",  u"##",  u" ",   u" ",  u" ",      u"a",       u"b1",        u"1",          u"1.",
        u"2)", u"-",    u"+",  u"---", u"===", u"\\", u"!",      u"$5.5",    u"é",         u"\U0001F600", u"—",
        u"(",  u"\"",   u"'",  u"=",   u"x_y", u":",  u"\u00a0", u"<a@b.c>", u"<http://x>"};
    QRandomGenerator random(seed);
    for (int i = 0; i < texts; ++i) {
        const QString text = randomText(random, pieces, 10);
        const QByteArray expected = text.split(u' ', Qt::SkipEmptyParts).join(u' ').toUtf8();
        if (expected.isEmpty())
            continue;
        const QByteArray markdown = before + notes::escapedMarkdown(text, place).toUtf8() + "\n\nend\n";
        const Document document = parse(markdown);
        cmark_node *block = cmark_node_first_child(document.get());
        if (container != CMARK_NODE_NONE) {
            QVERIFY2(is(block, container), markdown.constData());
            block = cmark_node_first_child(block);
        }
        QVERIFY2(is(block, place == MarkdownPlace::Heading ? CMARK_NODE_HEADING : CMARK_NODE_PARAGRAPH),
                 markdown.constData());
        QCOMPARE(plainText(block), (place == MarkdownPlace::InLine ? before : QByteArray()) + expected);
    }
}

void TestCommonMark::notesSwallowNothing()
{
    constexpr std::array pieces{u"```", u"~~~",  u"````",       u"```c++",    u"- ",   u"1. ",       u"2) ", u"* ",
                                u"> ",  u">",    u"    ",       u"  ",        u" ",    u"   ",       u"\t",  u"\n",
                                u"\n",  u"\n",   u"\n\n",       u"text",      u"a",    u"<!--",      u"-->", u"<?",
                                u"?>",  u"<!X",  u"<script>",   u"</script>", u"<pre", u"</pre>",    u"]]>", u"---",
                                u"===", u"-",    u"<div>",      u"<a>",       u"</a>", u"<![CDATA[", u"# h", u"`",
                                u"+",   u"10. ", u"<b x=\"1\">"};
    QRandomGenerator random(seed);
    for (int i = 0; i < texts; ++i) {
        notes::ExportedEpisode episode;
        episode.highlights.resize(2);
        episode.highlights[0].note = randomText(random, pieces, 14);
        episode.highlights[1].quote = u"the next one"_s;
        const QByteArray markdown = *exports::exportBytes({episode}, {});
        const Document document = parse(markdown);
        cmark_node *time = cmark_node_last_child(document.get());
        cmark_node *quote = cmark_node_previous(time);
        QVERIFY2(is(time, CMARK_NODE_PARAGRAPH) && is(quote, CMARK_NODE_BLOCK_QUOTE), markdown.constData());
        QVERIFY2(is(cmark_node_previous(quote), CMARK_NODE_THEMATIC_BREAK), markdown.constData());
        QCOMPARE(plainText(cmark_node_first_child(quote)), "the next one"_ba);
    }
}

QTEST_GUILESS_MAIN(TestCommonMark)
#include "test_commonmark.moc"
