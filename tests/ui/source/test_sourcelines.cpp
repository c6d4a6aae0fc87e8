// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/sourcelines.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;

class TestSourceLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCharacterIsFoundInBothDirections_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("json");
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("one line") << u"a line"_s << false;
        QTest::newRow("all line ends") << u"one\ntwo\r\nthree\rfour\n\n\r\n"_s << false;
        QTest::newRow("what ends a block in a document") << u"a\u2029b\ufdd0c\ufffcd\u2028e"_s << false;
        QTest::newRow("a long line of words") << u"seven letters "_s.repeated(4000) << false;
        QTest::newRow("a long word") << u"x"_s.repeated(9000) << false;
        QTest::newRow("a long word of surrogates") << u"x"_s + u"😀"_s.repeated(4000) << false;
        QTest::newRow("long JSON") << u"[%1]"_s.arg(u"{\"text\": \"it, [is] \\\"so\\\"\", \"start\": 1.5}, "_s.repeated(
            500)) << true;
        QTest::newRow("a long string in JSON") << u"{\"text\": \"%1\"}"_s.arg(u"word "_s.repeated(3000)) << true;
        QTest::newRow("long lines with short ones")
            << u"short\r\n"_s + u"long line "_s.repeated(500) + u"\r\nshort\n"_s << false;
    }

    void everyCharacterIsFoundInBothDirections()
    {
        QFETCH(const QString, source);
        QFETCH(const bool, json);
        const SourceLines lines = linesOf(source, json ? LineCutting::BetweenValues : LineCutting::AtSpaces);
        QVERIFY(!lines.lines.empty());
        for (qint32 i = 0; i < source.size(); ++i) {
            if (source[i] == u'\n' || source[i] == u'\r')
                continue;
            const qint32 shown = shownAt(lines, i);
            QCOMPARE(sourceAt(lines, shown), i);
            if (lines.shown[shown] != QChar(QChar::ReplacementCharacter))
                QCOMPARE(lines.shown[shown], source[i]);
        }
        QCOMPARE(qsizetype(std::ranges::count(lines.shown, QChar(u'\n'))) + 1, qsizetype(lines.lines.size()));
        for (const SourceLine &line : lines.lines) {
            QVERIFY(line.length <= 2000);
            QVERIFY(line.length == 0 || !source[line.source].isLowSurrogate());
        }
    }

    void linesAreCountedAsWarningsCountThem()
    {
        const SourceLines lines =
            linesOf(u"one\r\ntwo\r"_s + u"long "_s.repeated(1000) + u"\nfour"_s, LineCutting::AtSpaces);
        QCOMPARE(lines.lines.back().number, 4);
        QCOMPARE(sourceAt(lines, 2, 1), 5);
        QCOMPARE(sourceAt(lines, 2, 3), 7);
        QCOMPARE(sourceAt(lines, 3, 4001), 9 + 4000); // in a later piece of the line
        QCOMPARE(columnAt(lines, 9 + 4000), 4001);
        QCOMPARE(sourceAt(lines, 4, 0), 9 + 5000 + 1);
        QCOMPARE(sourceAt(lines, 99, 1), 9 + 5000 + 1 + 4); // beyond the end: the end
        QCOMPARE(sourceAt(lines, 2, 99), 8);
    }

    void jsonIsCutBetweenValues()
    {
        const QString entry = u"{\"text\": \"a, b\", \"start\": 1.5},"_s;
        const SourceLines lines = linesOf(u"["_s + entry.repeated(200), LineCutting::BetweenValues);
        QVERIFY(lines.lines.size() > 3);
        for (size_t i = 0; i + 1 < lines.lines.size(); ++i) {
            const QString piece = lines.shown.mid(lines.lines[i].shown, lines.lines[i].length);
            QVERIFY2(piece.count(u'"') % 2 == 0, qPrintable(piece.right(40)));
            QVERIFY(piece.trimmed().endsWith(u',') || piece.endsWith(u'{'));
            QVERIFY(!piece.startsWith(u' '));
        }
    }

    void aPlaceBetweenWordsNamesTheNearestOne()
    {
        transcript::Transcript transcript;
        transcript.text = u"first second"_s;
        // In time's order, which is not the source's.
        transcript.tokens = {{transcript::TokenKind::Word, 0, 5, 100, 5}, {transcript::TokenKind::Word, 6, 6, 10, 6}};
        const SourceTokens tokens = tokensOf(transcript);
        QCOMPARE(tokenAt(tokens, 0), std::optional(1));
        QCOMPARE(tokenAt(tokens, 12), std::optional(1));
        QCOMPARE(tokenAt(tokens, 16), std::optional(1));
        QCOMPARE(tokenAt(tokens, 40), std::optional(1));
        QCOMPARE(tokenAt(tokens, 80), std::optional(0));
        QCOMPARE(tokenAt(tokens, 104), std::optional(0));
        QCOMPARE(tokenAt(tokens, 5000), std::optional(0));
        QVERIFY(!tokenAt({}, 5));
    }
};

QTEST_APPLESS_MAIN(TestSourceLines)
#include "test_sourcelines.moc"
