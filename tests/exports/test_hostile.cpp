// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exporter.h"
#include "exports/presets.h"
#include "exports/regions.h"
#include "exports/template.h"
#include "exports/templatevalues.h"
#include "made.h"
#include "notes/markdownescape.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QTest>

#include <cmark.h>
#include <yaml.h>

using namespace earmark;
using namespace Qt::StringLiterals;
using notes::ExportedEpisode;

namespace {

struct NodeDeleter {
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};
using Parsed = std::unique_ptr<cmark_node, NodeDeleter>;

// What Markdown says: the text of each line of each block, and what kinds of nodes there are.
struct Rendered {
    QStringList lines;
    QStringList markup; // nodes that no value may make
    QStringList htmlBlocks;
    QStringList links;
};

bool isMarkup(cmark_node_type type)
{
    return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG || type == CMARK_NODE_CODE
        || type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_IMAGE || type == CMARK_NODE_CODE_BLOCK
        || type == CMARK_NODE_LINEBREAK;
}

// QString::fromUtf8 takes U+FEFF at the start for a byte-order mark.
QString withOrderMark(const char *utf8)
{
    return QStringDecoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom)(QByteArrayView(utf8));
}

Rendered render(const QByteArray &markdown)
{
    Rendered rendered;
    const Parsed document(cmark_parse_document(markdown.constData(), size_t(markdown.size()), CMARK_OPT_DEFAULT));
    cmark_iter *iterator = cmark_iter_new(document.get());
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        const bool enters = cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER;
        const cmark_node_type type = cmark_node_get_type(node);
        if (!enters)
            continue;
        if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || type == CMARK_NODE_SOFTBREAK)
            rendered.lines.append(QString());
        if (type == CMARK_NODE_TEXT)
            rendered.lines.back() += withOrderMark(cmark_node_get_literal(node));
        if (isMarkup(type))
            rendered.markup.append(QString::fromUtf8(cmark_node_get_type_string(node)));
        if (type == CMARK_NODE_HTML_BLOCK)
            rendered.htmlBlocks.append(QString::fromUtf8(cmark_node_get_literal(node)));
        if (type == CMARK_NODE_LINK)
            rendered.links.append(QString::fromUtf8(cmark_node_get_url(node)));
    }
    cmark_iter_free(iterator);
    return rendered;
}

// The scalars of a YAML document in order; nothing where it is none.
std::optional<QStringList> scalars(const QByteArray &yaml)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        return std::nullopt;
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char *>(yaml.constData()),
                                 size_t(yaml.size()));
    QStringList found;
    bool ended = false;
    bool sound = true;
    while (!ended && sound) {
        yaml_event_t event;
        sound = yaml_parser_parse(&parser, &event) != 0;
        if (!sound)
            break;
        if (event.type == YAML_SCALAR_EVENT)
            found.append(QStringDecoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom)(
                QByteArrayView(event.data.scalar.value, qsizetype(event.data.scalar.length))));
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return sound ? std::optional(found) : std::nullopt;
}

QByteArray frontMatterOf(const QByteArray &file)
{
    const qsizetype end = file.indexOf("\n---\n", 3);
    return file.startsWith("---\n") && end > 0 ? file.sliced(4, end - 3) : QByteArray();
}

// What a quote, a speaker and what the mark means look like in each preset.
struct Looks {
    QString quote;   // %1: the quote, %2: the speaker, and what the mark means
    QString speaker; // %1: the speaker, and what the mark means
    QString mark;    // the same
};
Looks looksOf(const QString &preset)
{
    if (preset == u"readwise")
        return {u"%1 (Time 0:10, audio)"_s, u"Speaker: %1"_s, u"Mark: %1"_s};
    if (preset == u"podnotes")
        return {u"0:10 %1 — %2 · %2 · audio"_s, u"0:10 %2 — %1 · %1 · audio"_s, u"0:10 %2 — %1 · %1 · audio"_s};
    if (preset == u"snipd")
        return {u"%1"_s, u"— %1"_s, u"[0:10] %1"_s};
    if (preset == u"obsidian")
        return {u"%1"_s, u"[!quote] 0:10–0:18 · %1 · %1"_s, u"[!quote] 0:10–0:18 · %1 · %1"_s};
    return {u"%1"_s, u"— %1, 0:10–0:18 · audio · %1"_s, u"— %1, 0:10–0:18 · audio · %1"_s};
}

QString filled(QString look, const QString &first, const QString &second)
{
    return look.replace(u"%1"_s, QString(QChar(0x11)))
        .replace(u"%2"_s, QString(QChar(0x12)))
        .replace(QChar(0x11), first)
        .replace(QChar(0x12), second);
}

QStringList hostileTexts()
{
    QStringList texts{u"plain words"_s,
                      u"]]"_s,
                      u"a]] b [[c"_s,
                      u"-->"_s,
                      u"a --> b"_s,
                      u"<!-- a -->"_s,
                      u"<!-- earmark:end -->"_s,
                      u"<!-- earmark:begin 12/head 0 -->"_s,
                      u"# earmark:end"_s,
                      u"---"_s,
                      u"..."_s,
                      u"- a"_s,
                      u"+ a"_s,
                      u"* a"_s,
                      u"1. a"_s,
                      u"2) a"_s,
                      u"# a #"_s,
                      u"> a"_s,
                      u"==="_s,
                      u"--"_s,
                      u"```"_s,
                      u"~~~"_s,
                      u"*a* _b_ **c** `d`"_s,
                      u"a*b"_s,
                      u"_a"_s,
                      u"a`b"_s,
                      u"[a](b) ![c](d)"_s,
                      u"[a]: b"_s,
                      u"<b>x</b>"_s,
                      u"<script>alert(1)</script>"_s,
                      u"&amp; &#35;"_s,
                      u"a \\ b \\"_s,
                      u"\\"_s,
                      u"{{title}} {{{x}}}"_s,
                      u"{{#highlights}}"_s,
                      u"%1 %2 %3"_s,
                      u"null"_s,
                      u"yes"_s,
                      u"12:30"_s,
                      u"~"_s,
                      u"!tag"_s,
                      u"&a *b"_s,
                      u"key: value # no"_s,
                      u"'\"'"_s,
                      u"\"a\"b"_s,
                      u"@ ` %"_s,
                      u"[a, b] {c: d}"_s,
                      u"|"_s,
                      u">-"_s,
                      u"\U0001F469\u200d\U0001F467 \U0001F600"_s,
                      u"שלום (עולם) abc"_s,
                      u"\u202eabc\u202c"_s,
                      u"مرحبا"_s,
                      u"a\u2028b\u2029c\u0085d"_s,
                      u"a\nb\r\nc\rd"_s,
                      u"a\tb"_s,
                      QString(),
                      u"   "_s,
                      u"\n\n"_s,
                      QString(20'000, u'*'),
                      QString(3000, u'x') + u" end"_s,
                      u"\ufeffa"_s,
                      u"a\u00a0b"_s,
                      u"$x$ ^y^ =z="_s,
                      u"a|b|c"_s,
                      u"#tag @name"_s,
                      u"http://x.org?a=b&c=d"_s,
                      u"https://[x]"_s,
                      u"<http://x.org>"_s};
    QString controls;
    for (char16_t c = 1; c < 0xa0; c = c == 0x1f ? 0x7f : char16_t(c + 1))
        controls += QChar(c);
    texts.append(u"a"_s + controls + u"b"_s);
    texts.append(u"a"_s + QChar(QChar::Null) + u"b"_s);
    texts.append(u"a"_s + QChar(0xd800) + u"b"_s);
    const QString special = u"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"_s;
    for (const QChar c : special)
        texts += {QString(c), c + u" a"_s, u"a "_s + c, u"a"_s + c + u"b"_s, QString(3, c), c + u"a"_s + c};
    QRandomGenerator random(20261129);
    for (int i = 0; i < 150; ++i) {
        QString text;
        for (quint32 left = 1 + random.bounded(12); left > 0; --left)
            text +=
                random.bounded(3) ? special.at(random.bounded(special.size())) : QChar(u"a1 \u00e9"[random.bounded(4)]);
        texts.append(text);
    }
    return texts;
}

QString withoutHalves(const QString &text)
{
    return QString(text).remove(QChar(0xd800));
}

} // namespace

// Whatever a title, a name, a quote, a tag or a note holds: the reference implementation of CommonMark and
// a parser of YAML read the same strings back.
class HostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextReadsTheSame_data();
    void everyTextReadsTheSame();
    void headingsReadTheSame_data() { everyTextReadsTheSame_data(); }
    void headingsReadTheSame();
    void theWholeTextReadsTheSame();
    void notesSwallowNothing_data() { everyTextReadsTheSame_data(); }
    void notesSwallowNothing();
};

void HostileTest::everyTextReadsTheSame_data()
{
    QTest::addColumn<QString>("preset");
    for (const QString &preset : exports::presetNames())
        QTest::newRow(qPrintable(preset)) << preset;
}

void HostileTest::everyTextReadsTheSame()
{
    QFETCH(QString, preset);
    const auto markdown = exports::Template::load(preset);
    QVERIFY(markdown);
    const Looks looks = looksOf(preset);
    for (const QString &text : hostileTexts()) {
        ExportedEpisode episode = test::makeExported({{text, {}}});
        episode.title = episode.show = episode.audioFile = text;
        episode.highlights[0].speaker = episode.highlights[0].markName = text;
        episode.highlights[0].tags = {text};
        const auto document = markdown->render(episode);
        QVERIFY(document);
        const QByteArray file = exports::markedBytes(*document);
        const QByteArray front = frontMatterOf(file);
        if (preset == u"obsidian") {
            const auto values = scalars(front);
            QVERIFY2(values, front.constData());
            QCOMPARE(values->value(0), u"title"_s);
            QCOMPARE(values->value(1), withoutHalves(text));
            if (!notes::oneLine(text).isEmpty()) {
                QCOMPARE(values->size(), 14);
                QCOMPARE(values->value(3), withoutHalves(text));
            }
            QCOMPARE(values->last(), withoutHalves(text));
        }
        const Rendered rendered = render(front.isEmpty() ? file : file.sliced(front.size() + 8));
        const QString one = notes::oneLine(text);
        const QString quote = one.isEmpty() ? u"…"_s : one;
        QVERIFY2(rendered.markup.isEmpty(), file.constData());
        QVERIFY2(rendered.lines.contains(one.isEmpty() ? u"Episode without a title"_s : one), file.constData());
        if (!one.isEmpty()) {
            // Where the quote stands alone it looks like the title.
            QVERIFY2(rendered.lines.count(filled(looks.quote, quote, one)) >= (looks.quote == u"%1" ? 2 : 1),
                     file.constData());
            QVERIFY2(rendered.lines.contains(filled(looks.speaker, one, quote)), file.constData());
            QVERIFY2(rendered.lines.contains(filled(looks.mark, one, quote)), file.constData());
        }
        for (const QString &html : rendered.htmlBlocks)
            QVERIFY2(html.startsWith(u"<!-- earmark:") && html.count(u'\n') == 1, file.constData());
        for (const QString &link : rendered.links)
            QVERIFY2(link.startsWith(u"earmark://episode/12") || link.startsWith(u"file:///music/"), file.constData());
        const exports::Merged merged = exports::mergeDocument(file, *document);
        QCOMPARE(merged.bytes, file);
        QCOMPARE(merged.kept + merged.brokenMarks, 0);
    }
}

void HostileTest::headingsReadTheSame()
{
    QFETCH(const QString, preset);
    const auto markdown = exports::Template::load(preset);
    QVERIFY(markdown);
    for (const QString &text : hostileTexts()) {
        const QString one = notes::oneLine(text);
        if (one.isEmpty())
            continue;
        ExportedEpisode episode = test::makeExported({{u"words"_s, {}}});
        episode.chapters = {{text, MediaTime(15'000), MediaTime(35'000), false}};
        episode.highlights[0].chapter = 0;
        episode.highlights[0].isInText = preset == u"text";
        episode.paragraphs = {{0, 0, {}, false, MediaTime(15'000), {}, false, {{u"words"_s, false, true, {0}}}}};
        const auto document = markdown->render(episode);
        QVERIFY(document);
        const QByteArray file = exports::markedBytes(*document);
        const QByteArray front = frontMatterOf(file);
        const Rendered rendered = render(front.isEmpty() ? file : file.sliced(front.size() + 8));
        QVERIFY2(rendered.markup.isEmpty(), file.constData());
        QVERIFY2(rendered.lines.contains(preset == u"snipd" ? u"0:15 "_s + one : one), file.constData());
        QCOMPARE(exports::mergeDocument(file, *document).bytes, file);
    }
}

// Whoever speaks and whatever is said, highlighted or not.
void HostileTest::theWholeTextReadsTheSame()
{
    const auto markdown = exports::Template::load(u"text"_s);
    QVERIFY(markdown);
    for (const QString &text : hostileTexts()) {
        const QString one = notes::oneLine(text);
        if (one.isEmpty())
            continue;
        ExportedEpisode episode = test::makeExported({{u"words"_s, {}}});
        episode.highlights[0].isInText = true;
        episode.paragraphs = {{0, {}, text, true, MediaTime(15'000), {}, false, {{one, false, false, {}}}},
                              {5,
                               {},
                               {},
                               true,
                               MediaTime(16'000),
                               {},
                               false,
                               {{one, false, false, {}}, {one, true, true, {}}, {one, true, false, {}}}}};
        const auto document = markdown->render(episode);
        QVERIFY(document);
        const QByteArray file = exports::markedBytes(*document);
        const Rendered rendered = render(file);
        // The speaker alone is set in bold.
        QCOMPARE(rendered.markup, QStringList{u"strong"_s});
        QVERIFY2(rendered.lines.contains(u"0:15 "_s + one + u": "_s + one), file.constData());
        QVERIFY2(rendered.lines.contains(u"0:16 "_s + one + u" =="_s + one + u"== "_s + one), file.constData());
        const QString bare = QString::fromUtf8(file).replace(QRegularExpression(u"\\\\."_s), u"x"_s);
        QVERIFY2(bare.count(u"=="_s) == 2, file.constData());
        const exports::Merged merged = exports::mergeDocument(file, *document);
        QCOMPARE(merged.bytes, file);
        QCOMPARE(merged.kept + merged.brokenMarks, 0);
    }
}

void HostileTest::notesSwallowNothing()
{
    QFETCH(QString, preset);
    const auto markdown = exports::Template::load(preset);
    QVERIFY(markdown);
    const QString quote = filled(looksOf(preset).quote.replace(u" · %2"_s, QString()), u"the next one"_s, u"Anna"_s)
                              .replace(u"0:10"_s, u"0:20"_s);
    for (const QString &text : hostileTexts()) {
        const ExportedEpisode episode = test::makeExported({{u"words"_s, text}, {u"the next one"_s, {}}});
        const auto document = markdown->render(episode, notes::LinkLabels::Defined);
        QVERIFY(document);
        const QByteArray file = exports::markedBytes(*document);
        const exports::MarkedFile read = exports::readRegions(file);
        QCOMPARE(read.brokenMarks, 0);
        const auto note = std::find_if(read.pieces.begin(), read.pieces.end(),
                                       [](const auto &piece) { return piece.region.contains("/note/"); });
        QCOMPARE(note == read.pieces.end(), exports::noteText(text).isEmpty());
        if (note != read.pieces.end())
            QCOMPARE(withOrderMark(note->content.constData()), exports::noteText(text));
        const QByteArray front = frontMatterOf(file);
        const Rendered rendered = render(front.isEmpty() ? file : file.sliced(front.size() + 8));
        QVERIFY2(rendered.lines.contains(quote), file.constData());
    }
}

QTEST_GUILESS_MAIN(HostileTest)
#include "test_hostile.moc"
