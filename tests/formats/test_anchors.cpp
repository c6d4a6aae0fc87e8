// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/anchors.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::formats;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(earmark::ErrorCode)

class TestAnchors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreTokensAndSeconds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::vector<AnchorLine>>("anchors");
        const auto row = [](const char *name, const QString &text, const std::vector<AnchorLine> &anchors) {
            QTest::newRow(name) << text << anchors;
        };
        row("blank", u"12 3.5\n"_s, {{{12, 3500ms}, 1}});
        row("tabulator", u"12\t3.5"_s, {{{12, 3500ms}, 1}});
        row("whole seconds", u"0 7"_s, {{{0, 7s}, 1}});
        row("blanks around", u"  12 \t 3.0004  \r\n"_s, {{{12, 3000ms}, 1}});
        row("a line of the aligner", u"12\t3.500\t3.900\t0.87\n"_s, {{{12, 3500ms}, 1}});
        row("comments and empty lines", u"# from the studio\n\n1 2\n   \n#3 4\n5 6\n"_s, {{{1, 2s}, 3}, {{5, 6s}, 6}});
        row("any order", u"5 6\n1 2\n"_s, {{{1, 2s}, 2}, {{5, 6s}, 1}});
        row("nothing", u""_s, {});
    }
    void linesAreTokensAndSeconds()
    {
        QFETCH(QString, text);
        const auto parsed = parseAnchors(text, u"a.tsv"_s);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().subject));
        QTEST(*parsed, "anchors");
    }

    void whatIsWrongIsNamedWithItsLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *name, const QString &text, ErrorCode code, int line) {
            QTest::newRow(name) << text << code << u"a.tsv:%1"_s.arg(line);
        };
        const ErrorCode malformed = ErrorCode::AnchorMalformed;
        const ErrorCode contradict = ErrorCode::AnchorsContradict;
        row("one number", u"1 2\n3\n"_s, malformed, 2);
        row("words", u"one two"_s, malformed, 1);
        row("a decimal comma", u"1 2,5"_s, malformed, 1);
        row("a clock", u"1 0:02"_s, malformed, 1);
        row("a broken index", u"1.5 2"_s, malformed, 1);
        row("below 0", u"\n-1 2"_s, malformed, 2);
        row("a time below 0", u"1 -2"_s, malformed, 1);
        row("no time at all", u"1 nan"_s, malformed, 1);
        row("a time without end", u"1 inf"_s, malformed, 1);
        row("an index beyond all", u"99999999999 2"_s, malformed, 1);
        row("the wrong way round", u"3 4\n5 6\n7 5.9"_s, contradict, 3);
        row("in any order", u"7 5.9\n3 4\n5 6\n"_s, contradict, 3);
        row("one time for two", u"3 4\n5 4\n"_s, contradict, 2);
        row("two times for one", u"3 4\n1 1\n3 5\n"_s, contradict, 3);
        row("the same twice", u"3 4\n3 4\n"_s, contradict, 2);
    }
    void whatIsWrongIsNamedWithItsLine()
    {
        QFETCH(QString, text);
        const auto parsed = parseAnchors(text, u"a.tsv"_s);
        QVERIFY(!parsed);
        QTEST(parsed.error().code, "code");
        QTEST(parsed.error().subject, "subject");
    }
};

QTEST_GUILESS_MAIN(TestAnchors)
#include "test_anchors.moc"
