// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuewriters.h"
#include "formats/formats.h"

#include <QTest>

#include <ctime>

#include <sys/resource.h>

using namespace earmark;
using namespace earmark::formats;
using namespace Qt::StringLiterals;

// Files that are made to hurt: nested, endless, repeating. Each has to end in good time, whatever comes
// of it.
class TestHostileFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsInGoodTime_data();
    void endsInGoodTime();
    void brokenAnywhereIsReadOrRefused_data();
    void brokenAnywhereIsReadOrRefused();
};

namespace {

constexpr qsizetype megabytes = 5;

// A file of that many megabytes: the piece repeated between head and tail.
struct Filled {
    QByteArray piece;
    QByteArray head;
    QByteArray tail;
};

Filled filled(const QByteArray &piece, const QByteArray &head = {}, const QByteArray &tail = {})
{
    return {piece, head, tail};
}

QByteArray billionLaughs(const QByteArray &element)
{
    QByteArray file = "<?xml version=\"1.0\"?><!DOCTYPE tt [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 12; ++i)
        file += "<!ENTITY a" + QByteArray::number(i) + " \"" + ("&a" + QByteArray::number(i - 1) + ';').repeated(10)
            + "\">";
    return file + "]><tt><body><div><" + element + " begin=\"1s\" end=\"2s\">&a11;</" + element + "></div></body></tt>";
}

double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

void TestHostileFiles::endsInGoodTime_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("tail");
    const auto row = [](const char *name, const Filled &f) { QTest::newRow(name) << f.piece << f.head << f.tail; };
    const QByteArray vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
    const QByteArray srt = "1\n00:00:01,000 --> 00:00:02,000\n";
    const QByteArray tt = "<tt><body><div>";
    row("JSON arrays in arrays", filled("["));
    row("JSON objects in objects", filled("{\"segments\":"));
    row("JSON objects in objects that are left out", filled("{\"x\":", "{\"segments\":[],\"y\":"));
    row("JSON empty objects", filled("{},", "{\"segments\":["));
    row("JSON segments without text", filled("{\"start\":1,\"end\":2},\n", "{\"segments\":["));
    row("JSON one string", filled("a", "{\"segments\":[{\"text\":\""));
    row("JSON one string of escapes", filled("\\\"", "{\"segments\":[{\"text\":\"", "\"}]}"));
    row("JSON backslashes", filled("\\\\", "{\"segments\":[{\"text\":\"", "\"}]}"));
    row("JSON words that are not in the text",
        filled("{\"word\":\"x\",\"start\":1,\"end\":2},",
               "{\"segments\":[{\"text\":\"" + QByteArray(100000, 'y') + "\",\"words\":["));
    row("JSON digits", filled("1", "{\"segments\":[{\"start\":"));
    row("JSON the same key", filled("\"text\":\"a\",", "{\"segments\":[{"));
    row("JSON spaces", filled(" ", "{", "\"segments\":[]}"));
    row("JSON events without text", filled("{\"tStartMs\":1},", "{\"events\":["));
    row("XML nested", filled("<div>", "<tt><body>"));
    row("XML paragraphs never closed", filled("<p begin=\"1s\">a", tt));
    row("XML breaks", filled("<br/>", tt + "<p begin=\"1s\" end=\"2s\">a"));
    row("XML attributes", filled(" a=\"b\"", tt + "<p"));
    row("XML comments", filled("<!-- a -->", tt));
    row("XML spans", filled("<span begin=\"1s\" end=\"2s\">a</span>", tt + "<p begin=\"1s\" end=\"2s\">"));
    row("XML billion laughs", filled(" ", billionLaughs("p")));
    row("srv3 empty paragraphs", filled("<p t=\"1\" d=\"1\">\n</p>", "<timedtext format=\"3\"><body>"));
    row("HTML open tags", filled("<p", "<cite>Anna</cite><time>0:00</time>"));
    row("HTML loose brackets", filled("< ", "<cite>Anna</cite><time>0:00</time><p>"));
    row("HTML comments never closed", filled("<!--", "<cite>Anna</cite><time>0:00</time>"));
    row("WebVTT one line", filled("a", vtt));
    row("WebVTT open tags", filled("<b ", vtt));
    row("WebVTT timestamps", filled("<00:01.500>a ", vtt));
    row("WebVTT voices", filled("<v A>a <v B>b ", vtt));
    row("WebVTT ampersands", filled("&", vtt));
    row("WebVTT the same cue", filled("a\n\n00:01.000 --> 00:02.000\n", vtt));
    row("WebVTT lines that roll", filled("hello and welcome\nto the show\n\n00:01.000 --> 00:02.000\n", vtt));
    row("SubRip braces", filled("{\\", srt));
    row("SubRip numbers", filled("1\n", srt));
    row("SubRip names", filled("Anna B: hello\n", srt));
    row("SubRip carriage returns", filled("\r", srt));
    row("ASS one line", filled("{\\i1}a", "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,x,y,0,0,0,,"));
    row("ASS never closed", filled("{a", "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,x,y,0,0,0,,"));
    row("ASS fields", filled("a,", "[Events]\nFormat: "));
    row("LRC times in a line", filled("[00:01.00]", "[00:01.00]a\n[00:02.00]b\n"));
    row("LRC lines", filled("[00:01.00]a\n"));
    row("SBV", filled("0:00:01.000,0:00:02.000\n"));
    row("text times", filled("[00:01] "));
    row("text time lines", filled("0:01\n"));
    row("text names with times", filled("Anna Smith  0:01\n"));
    row("text one line of letters and spaces", filled("ab "));
    row("zeros", filled(QByteArray(1, '\0')));
    row("bytes of no encoding", filled("\x81\x8d\xff\xfe"));
}

// Half a second for five megabytes, on a machine with other things to do and under a sanitizer.
void TestHostileFiles::endsInGoodTime()
{
    QFETCH(QByteArray, piece);
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, tail);
    const QByteArray bytes = head + piece.repeated((megabytes << 20) / piece.size()) + tail;
    const double begin = cpuSeconds();
    if (const auto list = readCues(bytes, u"hostile"_s))
        (void)writeCuesJson(*list, [](const Warning &) { return QString(); });
    const double cues = cpuSeconds() - begin;
    (void)parseTranscript(bytes, u"hostile"_s);
    const double transcript = cpuSeconds() - begin - cues;
    struct rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    qInfo("%.2f s for cues, %.2f s for the transcript; %.0f times the file at most so far", cues, transcript,
          double(usage.ru_maxrss) * 1024 / (megabytes << 20));
    QVERIFY2(cues < 5 && transcript < 5, "more than linear");
    QVERIFY2(usage.ru_maxrss / 1024 < 80 * megabytes, "more than bounded");
}

void TestHostileFiles::brokenAnywhereIsReadOrRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("JSON") << QByteArray(R"({"segments":[{"start":0.5,"end":1e0,"text":"a \"b\" \u00e9\ud83d\ude00",)"
                                        R"("words":[{"word":" a","start":0.5,"end":null}]}],"x":[1,{"y":NaN}]})");
    QTest::newRow("TTML") << QByteArray(
        "<?xml version=\"1.0\"?><tt xml:lang=\"en\"><body><div><p begin=\"1s\" "
        "end=\"00:00:02:12\">a<br/>&amp;<span begin=\"1s\">b</span></p></div></body></tt>");
    QTest::newRow("WebVTT") << QByteArray("WEBVTT\n\nid\n00:01.000 --> 00:02.000 line:0\n<v A>a &lt; <00:01.5>b</v>\n");
    QTest::newRow("SubRip") << QByteArray("1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>a</i> &amp;\r\n\r\n2\r\n");
    QTest::newRow("ASS") << QByteArray("[Script Info]\n[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,"
                                       "0:00:02.00,{\\p1}m 0{\\p0}a\\Nb\n");
    QTest::newRow("HTML") << QByteArray("<cite>A:</cite><time>0:01</time><p>a &eacute; <br>b</p><!-- c -->");
    QTest::newRow("LRC") << QByteArray("[la:en]\n[00:01.00]a <00:01.50>b\n[00:02.00][00:03.00]c\n");
    QTest::newRow("text") << QByteArray("Anna Smith  0:01\na [Music] b\n\n**Ben:** \\[0:02\\] c (laughs)\n");
}

// Cut off after every byte, and with every byte replaced by some that mean something somewhere.
void TestHostileFiles::brokenAnywhereIsReadOrRefused()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype i = 1; i < bytes.size(); ++i) {
        (void)parseTranscript(bytes.first(i), u"broken"_s);
        for (const char c : QByteArrayLiteral("\0<>{}[]\"\\&:,\n 9\xff")) {
            QByteArray broken = bytes;
            broken[i] = c;
            const auto list = readCues(broken, u"broken"_s);
            if (!list)
                continue;
            for (const Cue &cue : list->cues)
                QVERIFY(cue.begin <= cue.end && cue.end <= list->text.size() && cue.firstWord <= cue.wordEnd);
        }
    }
}

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "test_hostilefiles.moc"
