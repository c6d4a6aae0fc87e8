// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/described.h"

#include <QTest>

using namespace earmark;
using namespace earmark::formats;
using namespace Qt::StringLiterals;

class TestCaptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void webVttBecomesTokens_data();
    void webVttBecomesTokens();
    void subRipBecomesTokens_data();
    void subRipBecomesTokens();
    void faultsAreListed_data();
    void faultsAreListed();
    void placesInTheSourceIncludeEntities();
    void languageIsTaken();
    void longInputStaysLinear_data();
    void longInputStaysLinear();
};

void TestCaptions::webVttBecomesTokens_data()
{
    QTest::addColumn<QString>("captions"); // after the signature
    QTest::addColumn<QString>("tokens");
    const auto row = [](const char *name, const QString &captions, const QString &tokens) {
        QTest::newRow(name) << captions << tokens;
    };
    row("caption", u"00:01.000 --> 00:02.500\nhello\nthere"_s, u"{1000-2500 hello there }"_s);
    row("hours, identifier and settings", u"intro\n01:00:01.000 --> 01:00:02.000 align:start line:0\nhi"_s,
        u"{3601000-3602000 hi }"_s);
    row("comments, styles and regions",
        u"NOTE not\nshown\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n00:01.000 --> 00:02.000\nhi"_s,
        u"{1000-2000 hi }"_s);
    row("tags",
        u"00:01.000 --> 00:02.000\n<i>so</i> <c.yellow.bg>we</c> <00:01.500>went<b></b>on <lang en>now</lang>"_s,
        u"{1000-1500 so we } {1500-2000 wenton now }"_s);
    row("timestamps", u"00:01.000 --> 00:03.000\none <00:01.500>two<00:00:02.000> three\n<00:02.500>four"_s,
        u"{1000-1500 one } {1500-2000 two } {2000-2500 three } {2500-3000 four }"_s);
    row("timestamp before the first word", u"00:01.000 --> 00:03.000\n<00:01.200><c>one</c> two"_s,
        u"{1200-3000 one two }"_s);
    row("timestamp in a word", u"00:01.000 --> 00:03.000\n&amp;one<00:01.500>two three"_s,
        u"{1000-1500 &onetwo } {1500-3000 three }"_s);
    row("timestamps out of order", u"00:01.000 --> 00:03.000\na <00:02.000>b <00:01.500>c <00:03.000>d <1>e"_s,
        u"{1000-2000 a } {2000-3000 b c d e }"_s);
    row("timestamp after a voice", u"00:01.000 --> 00:03.000\n<v Anna>one <00:02.000>two"_s,
        u"{1000-2000 /Anna/ one } {2000-3000 two }"_s);
    row("times as other formats have them",
        u"0.860 --> 7.380\na\n\n0:0:8.5 --> 0:0:9,250\nb\n\n0:10.000 --> 00:11.000\nc"_s,
        u"{860-7380 a } {8500-9250 b } {10000-11000 c }"_s);
    row("an arrow in a comment and in a style sheet",
        u"NOTE 1 --> 2\nnot shown\n\nSTYLE\n::cue { /* a --> b */ }\nb\n\n00:01.000 --> 00:02.000\nhi"_s,
        u"{1000-2000 hi }"_s);
    row("an arrow in the text", u"00:01.000 --> 00:02.000\nfrom A --> to B\nso"_s,
        u"{1000-2000 from A --> to B so }"_s);
    row("a tag that broke off", u"00:01.000 --> 00:02.000\n<b>so</b> it <c.yellow\n\n00:02.000 --> 00:03.000\nhi </v"_s,
        u"{1000-2000 so it } {2000-3000 hi }"_s);
    row("an open bracket that is no tag",
        u"00:01.000 --> 00:02.000\nI <3 you <v Anna so\n\n00:02.000 --> 00:03.000\na <b c"_s,
        u"{1000-2000 I <3 you <v Anna so } {2000-3000 a <b c }"_s);
    row("voices",
        u"00:01.000 --> 00:02.000\n<v Anna Smith>hello\n\n00:02.000 --> 00:03.000\n<v.loud Ben &amp; Co>hi</v>"_s,
        u"{1000-2000 /Anna Smith/ hello } {2000-3000 /Ben & Co/ hi }"_s);
    row("same voice goes on", u"00:01.000 --> 00:02.000\n<v Anna>hello\n\n00:02.000 --> 00:03.000\n<v Anna>there"_s,
        u"{1000-2000 /Anna/ hello } {2000-3000 there }"_s);
    row("two voices in one caption", u"00:01.000 --> 00:02.000\n<v Anna>yes\n<v Ben>no"_s,
        u"{1000-2000 /Anna/ yes /Ben/ no }"_s);
    row("entities", u"00:01.000 --> 00:02.000\nR&amp;D &lt;b&gt; a&nbsp;b &#39;tis &bogus; & co"_s,
        u"{1000-2000 R&D <b> a b 'tis &bogus; & co }"_s);
    row("angle bracket that is no tag", u"00:01.000 --> 00:02.000\n1 < 2 and <b never closed"_s,
        u"{1000-2000 1 < 2 and <b never closed }"_s);
    row("dashes stay", u"00:01.000 --> 00:02.000\n- yes\n- no"_s, u"{1000-2000 - yes - no }"_s);
    row("song to the end", u"00:01.000 --> 00:02.000\n♪ la la\n\n00:02.000 --> 00:03.000\nhi"_s,
        u"{1000-2000 <♪> <la> <la> } {2000-3000 hi }"_s);
    row("overlap", u"00:01.000 --> 00:05.000\none\n\n00:03.000 --> 00:06.000\ntwo"_s,
        u"{1000-3000 one } {3000-6000 two }"_s);
    row("at once", u"00:01.000 --> 00:05.000\none\n\n00:01.000 --> 00:05.000\ntwo"_s,
        u"{1000-3000 one } {3000-5000 two }"_s);
    const QString words = u"a "_s.repeated(2000);
    const QString others = u"b "_s.repeated(2000);
    row("at once and absurdly long",
        u"00:01.000 --> 999999999:00:00.000\n%1\n\n00:01.000 --> 999999999:00:00.000\n%2"_s.arg(words, others),
        u"{1000-1799999998200500 %1} {1799999998200500-3599999996400000 %2}"_s.arg(words, others));
    row("backwards", u"00:05.000 --> 00:06.000\none\n\n00:01.000 --> 00:02.000\ntwo"_s,
        u"{5000-6000 one } {6000-6000 two }"_s);
    row("ends before its start", u"00:05.000 --> 00:04.000\none"_s, u"one"_s);
    row("carriage returns", u"00:01.000 --> 00:02.000\ra\rb\r\r00:02.000 --> 00:03.000\r\nc"_s,
        u"{1000-2000 a b } {2000-3000 c }"_s);
}

void TestCaptions::webVttBecomesTokens()
{
    QFETCH(QString, captions);
    QFETCH(QString, tokens);
    const QString text = u"WEBVTT\n\n"_s + captions;
    const ParsedTranscript parsed = parseWebVtt(text);
    QCOMPARE(brokenPromise(parsed.transcript, text), QString());
    QCOMPARE(described(parsed.transcript), tokens);
}

void TestCaptions::subRipBecomesTokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens");
    const auto row = [](const char *name, const QString &text, const QString &tokens) {
        QTest::newRow(name) << text << tokens;
    };
    row("as it should be",
        u"1\n00:00:01,000 --> 00:00:02,500\nhello\nthere\n\n2\n00:00:03,000 --> 00:00:04,000\nhi\n"_s,
        u"{1000-2500 hello there } {3000-4000 hi }"_s);
    row("without numbers", u"00:00:01,000 --> 00:00:02,000\nhello\n\n00:00:03,000 --> 00:00:04,000\nhi"_s,
        u"{1000-2000 hello } {3000-4000 hi }"_s);
    row("without empty lines", u"1\n00:00:01,000 --> 00:00:02,000\nhello\n2\n00:00:03,000 --> 00:00:04,000\nhi"_s,
        u"{1000-2000 hello } {3000-4000 hi }"_s);
    row("empty line inside",
        u"1\n00:00:01,000 --> 00:00:02,000\nhello\n\nthere\n\n2\n00:00:03,000 --> 00:00:04,000\nhi"_s,
        u"{1000-2000 hello there } {3000-4000 hi }"_s);
    row("a number that is said",
        u"1\n00:00:01,000 --> 00:00:02,000\nit was\n1984\n\n2\n00:00:03,000 --> 00:00:04,000\nhi"_s,
        u"{1000-2000 it was 1984 } {3000-4000 hi }"_s);
    row("dots, short times, odd arrows", u"1\n0:01.5 -> 0:02.25\na\n\n2\n00:00:03:000 -- > 00:00:04 X1:1 X2:2\nb"_s,
        u"{1500-2250 a } {3000-4000 b }"_s);
    row("tags",
        u"1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>so</i> <font color=\"#fff\">we</font>{b}go{/b}<br>now 1<2 a\\Nb"_s,
        u"{1000-2000 so wego now 1<2 a b }"_s);
    row("entities", u"1\n00:00:01,000 --> 00:00:02,000\nR&amp;D &lt;x"_s, u"{1000-2000 R&D <x }"_s);
    row("labels",
        u"1\n00:00:01,000 --> 00:00:02,000\nAnna: you are\n\n2\n00:00:02,000 --> 00:00:03,000\nRemember: late"_s,
        u"{1000-2000 /Anna/ @Anna: you are } {2000-3000 Remember: late }"_s);
    row("unreadable time", u"1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:00:0x,000 --> 00:00:04,000\nb"_s,
        u"{1000-2000 a } b"_s);
    row("arrow that is said", u"1\n00:00:01,000 --> 00:00:02,000\nfrom a --> b"_s, u"{1000-2000 from a --> b }"_s);
}

void TestCaptions::subRipBecomesTokens()
{
    QFETCH(QString, text);
    QFETCH(QString, tokens);
    for (const QString &lines : {text, QString(text).replace(u'\n', u"\r\n"_s)}) {
        const ParsedTranscript parsed = parseSubRip(lines);
        QCOMPARE(brokenPromise(parsed.transcript, lines), QString());
        QCOMPARE(described(parsed.transcript), tokens);
        QCOMPARE(parsed.transcript.format, transcript::SourceFormat::SubRip);
    }
}

void TestCaptions::faultsAreListed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const QString &text, Warning::Kind kind, int line) {
        QTest::newRow(name) << text << int(kind) << line;
    };
    row("malformed time", u"WEBVTT\n\n00:0a.000 --> 00:02.000\nhi"_s, Warning::Kind::MalformedTime, 3);
    row("end before start", u"WEBVTT\n\n00:05.000 --> 00:02.000\nhi"_s, Warning::Kind::SegmentEndsBeforeStart, 3);
    row("overlap", u"WEBVTT\n\n00:01.000 --> 00:05.000\na\n\n00:02.000 --> 00:06.000\nb"_s,
        Warning::Kind::SegmentsOverlap, 6);
    row("no text", u"WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:02.000 --> 00:03.000\nhi"_s,
        Warning::Kind::SegmentWithoutText, 3);
    row("unknown block", u"WEBVTT\n\nwhat is this\n\n00:02.000 --> 00:03.000\nhi"_s, Warning::Kind::UnknownBlock, 3);
    row("SubRip: malformed time", u"1\n00:00:0a,000 --> 00:00:02,000\nhi"_s, Warning::Kind::MalformedTime, 2);
    row("SubRip: something before", u"what\n1\n00:00:01,000 --> 00:00:02,000\nhi"_s, Warning::Kind::UnknownBlock, 1);
}

void TestCaptions::faultsAreListed()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(int, line);
    const ParsedTranscript parsed = text.startsWith(u"WEBVTT") ? parseWebVtt(text) : parseSubRip(text);
    QCOMPARE(parsed.warnings.size(), size_t(1));
    QCOMPARE(int(parsed.warnings.front().kind), kind);
    QCOMPARE(parsed.warnings.front().line, line);
}

void TestCaptions::placesInTheSourceIncludeEntities()
{
    const QString text = u"WEBVTT\n\n00:01.000 --> 00:02.000\nso <b>R&amp;D</b> now"_s;
    const ParsedTranscript parsed = parseWebVtt(text);
    const transcript::Token &token = parsed.transcript.tokens[1];
    QCOMPARE(parsed.transcript.tokenText(1).toString(), u"R&D"_s);
    QCOMPARE(text.mid(token.sourceBegin, token.sourceLength), u"R&amp;D"_s);
}

void TestCaptions::languageIsTaken()
{
    const QString text = u"WEBVTT\nKind: captions\nLanguage: de-AT\n\n00:01.000 --> 00:02.000\nhallo"_s;
    QCOMPARE(parseWebVtt(text).transcript.language, u"de-AT"_s);
}

void TestCaptions::longInputStaysLinear_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("piece");
    const QString vtt = u"WEBVTT\n\n00:01.000 --> 00:02.000\n"_s;
    const QString srt = u"1\n00:00:01,000 --> 00:00:02,000\n"_s;
    QTest::newRow("open tags") << vtt << u"<b "_s;
    QTest::newRow("loose brackets") << vtt << u"< "_s;
    QTest::newRow("ampersands") << vtt << u"&"_s;
    QTest::newRow("arrows") << vtt << u"-->\n"_s;
    QTest::newRow("captions") << vtt << u"a\n\n00:01.000 --> 00:02.000\n"_s;
    QTest::newRow("SubRip open tags") << srt << u"<i <{"_s;
    QTest::newRow("SubRip numbers") << srt << u"1\n"_s;
    QTest::newRow("SubRip times") << srt << u"1:1 --> 1:2\n"_s;
}

void TestCaptions::longInputStaysLinear()
{
    QFETCH(QString, head);
    QFETCH(QString, piece);
    const QString text = head + piece.repeated(100'000);
    const ParsedTranscript parsed = head.startsWith(u"WEBVTT") ? parseWebVtt(text) : parseSubRip(text);
    QVERIFY(parsed.transcript.text.size() <= text.size());
}

QTEST_GUILESS_MAIN(TestCaptions)
#include "test_captions.moc"
