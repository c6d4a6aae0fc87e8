// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/changedtext.h"
#include "transcript/tokenmatch.h"

#include <QTest>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using transcript::matchTokens;
using transcript::TimingOrigin;
using transcript::TokenMatch;

class TestTokenMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsStandForEachOther_data();
    void wordsStandForEachOther();
    void orderIsKept_data();
    void orderIsKept();
    void onlyWordsAreLookedFor();
    void hostileTextsEnd_data();
    void hostileTextsEnd();
    void timesTellTwinsApart_data();
    void timesTellTwinsApart();
    void timesThatAreGuessedTellNothing();
    void timesAreTakenOver();
    void timesOfNothingAreOrdered();
};

void TestTokenMatch::wordsStandForEachOther_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("expected"); // for each word its place; "~" before: another word; "-": none
    QTest::newRow("the same") << u"a b c"_s << u"a b c"_s << u"0 1 2"_s;
    QTest::newRow("case and marks") << u"so we go"_s << u"So, we go!"_s << u"0 1 2"_s;
    QTest::newRow("one more") << u"a b c"_s << u"a x b c"_s << u"0 2 3"_s;
    QTest::newRow("one less") << u"a x b c"_s << u"a b c"_s << u"0 - 1 2"_s;
    QTest::newRow("another") << u"a horse c"_s << u"a house c"_s << u"0 ~1 2"_s;
    QTest::newRow("the likelier of two") << u"a deepsea c"_s << u"a the deepseek c"_s << u"0 ~2 3"_s;
    QTest::newRow("nothing from") << u""_s << u"a b"_s << u""_s;
    QTest::newRow("nothing to") << u"a b"_s << u""_s << u"- -"_s;
    QTest::newRow("only marks") << u"a & b"_s << u"a & c"_s << u"0 1 ~2"_s;
    QTest::newRow("accents count") << u"ou où"_s << u"où"_s << u"- 0"_s;
}

void TestTokenMatch::wordsStandForEachOther()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QStringList got;
    for (const TokenMatch &match : matchTokens(timedText(from).transcript, timedText(to).transcript))
        got += !match.isFound() ? u"-"_s : (match.same ? u""_s : u"~"_s) + QString::number(match.token);
    QTEST(got.join(u' '), "expected");
}

void TestTokenMatch::orderIsKept_data()
{
    QTest::addColumn<double>("changed");
    QTest::addColumn<double>("same");
    for (const double changed : {0.0, 0.05, 0.2, 0.5})
        QTest::addRow("%g", changed) << changed << 1.0 - changed * 1.02;
    QTest::newRow("all") << 1.0 << 0.0;
}

// Each token at most once, in order, and the words that survived are found.
void TestTokenMatch::orderIsKept()
{
    QFETCH(double, changed);
    QFETCH(double, same);
    const ChangedText text = changedText({.words = 5000, .changed = changed, .seed = 9});
    const std::vector<TokenMatch> matches =
        matchTokens(text.before.transcript, text.before.timings, text.after.transcript, text.after.timings);
    QCOMPARE(matches.size(), text.before.transcript.tokens.size());
    transcript::TokenIndex last = -1;
    int found = 0;
    for (size_t i = 0; i < matches.size(); ++i) {
        if (!matches[i].isFound())
            continue;
        QVERIFY(matches[i].token > last);
        last = matches[i].token;
        QCOMPARE(matches[i].same, text.before.transcript.tokenText(qint32(i)) == text.after.transcript.tokenText(last));
        found += matches[i].same && matches[i].token == text.survivors[i] ? 1 : 0;
    }
    QVERIFY(last < text.after.transcript.count());
    QVERIFY2(found >= same * 5000, qPrintable(QString::number(found)));
}

void TestTokenMatch::onlyWordsAreLookedFor()
{
    TimedText from = timedText(u"[Music] one two"_s);
    TimedText to = timedText(u"one [Music] two"_s);
    from.transcript.tokens[0].kind = transcript::TokenKind::Cue;
    to.transcript.tokens[1].kind = transcript::TokenKind::Cue;
    const std::vector<TokenMatch> expected{{}, {0, true}, {2, true}};
    QVERIFY(matchTokens(from.transcript, to.transcript) == expected);
}

void TestTokenMatch::hostileTextsEnd_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const QString same = u"yeah "_s.repeated(60000);
    QTest::newRow("one word over and over") << same << same.left(5 * 59000);
    QTest::newRow("two of them") << u"yeah no "_s.repeated(30000) << u"no yeah yeah "_s.repeated(20000);
    QTest::newRow("nothing in common") << same << u"no "_s.repeated(60000);
    QString rising;
    QString falling;
    for (int i = 0; i < 30000; ++i) {
        rising += u"w%1 "_s.arg(i);
        falling += u"w%1 "_s.arg(30000 - i);
    }
    QTest::newRow("turned round") << rising << falling;
    QTest::newRow("a word between each two") << rising << QString(rising).replace(u" "_s, u" x "_s);
}

void TestTokenMatch::hostileTextsEnd()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const TimedText before = timedText(from);
    QCOMPARE(matchTokens(before.transcript, timedText(to).transcript).size(), before.transcript.tokens.size());
}

void TestTokenMatch::timesTellTwinsApart_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QList<int>>("left"); // the words that are left in the other text, at their times
    QTest::newRow("the first of two") << u"so da da it is"_s << QList<int>{0, 2, 3, 4};
    QTest::newRow("the second of two") << u"so da da it is"_s << QList<int>{0, 1, 3, 4};
    QTest::newRow("with words between") << u"so da we go da it is"_s << QList<int>{0, 4, 5, 6};
    QTest::newRow("and the other way") << u"so da we go da it is"_s << QList<int>{0, 1, 5, 6};
    QTest::newRow("two words twice") << u"so you know you know it is"_s << QList<int>{0, 3, 4, 5, 6};
    QTest::newRow("and the first two") << u"so you know you know it is"_s << QList<int>{0, 1, 2, 5, 6};
    QTest::newRow("at the beginning") << u"da da it is so"_s << QList<int>{1, 2, 3, 4};
    QTest::newRow("at the end") << u"so it is da da"_s << QList<int>{0, 1, 2, 3};
}

void TestTokenMatch::timesTellTwinsApart()
{
    QFETCH(QString, from);
    QFETCH(QList<int>, left);
    const TimedText whole = timedText(from);
    QStringList words;
    for (const int word : std::as_const(left))
        words += whole.transcript.tokenText(word).toString();
    TimedText part = timedText(words.join(u' '));
    // All of it is heard a minute later there.
    for (qsizetype i = 0; i < left.size(); ++i) {
        part.timings[size_t(i)] = whole.timings[size_t(left[i])];
        part.timings[size_t(i)].start += MediaTime(60000);
        part.timings[size_t(i)].end += MediaTime(60000);
    }
    std::vector<TokenMatch> there(whole.transcript.tokens.size());
    std::vector<TokenMatch> back;
    for (qsizetype i = 0; i < left.size(); ++i) {
        there[size_t(left[i])] = {int(i), true};
        back.push_back({left[i], true});
    }
    QVERIFY(matchTokens(whole.transcript, whole.timings, part.transcript, part.timings) == there);
    QVERIFY(matchTokens(part.transcript, part.timings, whole.transcript, whole.timings) == back);
}

void TestTokenMatch::timesThatAreGuessedTellNothing()
{
    const TimedText from = timedText(u"so da da it is"_s);
    TimedText to = timedText(u"so da it is"_s);
    for (transcript::WordTiming &timing : to.timings)
        timing.origin = TimingOrigin::Estimated;
    QVERIFY(matchTokens(from.transcript, from.timings, to.transcript, to.timings)
            == matchTokens(from.transcript, to.transcript));
}

void TestTokenMatch::timesAreTakenOver()
{
    TimedText from = timedText(u"one two three four five"_s);
    from.timings[1].origin = TimingOrigin::Tapped;
    from.timings[2].confidence = 0.25F;
    TimedText to = timedText(u"one two new three five"_s);
    const transcript::Timings times =
        timesTakenOver(from.timings, to.transcript, matchTokens(from.transcript, to.transcript));
    QCOMPARE(times.size(), size_t(5));
    QCOMPARE(times[0].start, from.timings[0].start);
    QVERIFY(times[0].origin == TimingOrigin::Aligned);
    QCOMPARE(times[1].start, from.timings[1].start);
    QVERIFY(times[1].origin == TimingOrigin::Tapped);
    QVERIFY(times[2].origin == TimingOrigin::Interpolated);
    QVERIFY(times[2].start >= from.timings[1].end && times[2].end <= from.timings[2].start);
    QCOMPARE(times[3].start, from.timings[2].start);
    QCOMPARE(times[3].end, from.timings[2].end);
    QCOMPARE(times[3].confidence, 0.25F);
    QCOMPARE(times[4].start, from.timings[4].start);
}

void TestTokenMatch::timesOfNothingAreOrdered()
{
    const ChangedText text = changedText({.words = 2000, .changed = 0.3, .seed = 11});
    const transcript::Timings times = timesTakenOver(text.before.timings, text.after.transcript,
                                                     matchTokens(text.before.transcript, text.after.transcript));
    QCOMPARE(times.size(), text.after.transcript.tokens.size());
    for (size_t i = 0; i < times.size(); ++i) {
        QVERIFY(times[i].end >= times[i].start);
        QVERIFY(i == 0 || times[i].start >= times[i - 1].start);
        QVERIFY(times[i].end <= text.before.timings.back().end);
    }
    const TimedText none = timedText(u""_s);
    QVERIFY(timesTakenOver(none.timings, none.transcript, {}).empty());
}

QTEST_GUILESS_MAIN(TestTokenMatch)
#include "test_tokenmatch.moc"
