// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clocktime.h"
#include "formats/entities.h"
#include "formats/jsontree.h"
#include "formats/placecounter.h"
#include "formats/ttmltime.h"

#include <QTest>

using namespace earmark;
using namespace earmark::formats;
using namespace Qt::StringLiterals;

// The small parts that readers are made of.
class TestFormatTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clockTimes_data();
    void clockTimes();
    void ttmlTimes_data();
    void ttmlTimes();
    void characterReferences_data();
    void characterReferences();
    void placesAreCountedForwardsAndBack();
    void jsonKnowsWhereItsStringsStand();
    void jsonKeepsOnlyWhatTranscriptsUse();
};

void TestFormatTimes::clockTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("time"); // -1: none
    const auto row = [](const QString &text, qint64 time) { QTest::newRow(qPrintable(text)) << text << time; };
    row(u"0:53"_s, 53'000);
    row(u"12:34"_s, 754'000);
    row(u"1:02:03"_s, 3'723'000);
    row(u"00:00:01.5"_s, 1500);
    row(u"0:01,25"_s, 1250);
    row(u"123:45:59.999"_s, 445'559'999);
    row(u"53"_s, -1);
    row(u"0:5"_s, -1);
    row(u"0:60"_s, -1);
    row(u"1:60:00"_s, -1);
    row(u"1:02:03:04"_s, -1);
    row(u"0:53."_s, -1);
    row(u"0:53 "_s, -1);
    row(u"1234:00"_s, -1);
    row(u":30"_s, -1);
    row(u""_s, -1);
}

void TestFormatTimes::clockTimes()
{
    QFETCH(QString, text);
    QFETCH(qint64, time);
    QCOMPARE(qint64(parseClockTime(text).value_or(MediaTime(-1)).count()), time);
}

void TestFormatTimes::ttmlTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("time");
    const auto row = [](const QString &text, qint64 time) { QTest::newRow(qPrintable(text)) << text << time; };
    // 25 frames of 2 sub-frames each, 1000 ticks a second.
    row(u"00:00:01"_s, 1000);
    row(u"01:00:00.25"_s, 3'600'250);
    row(u"00:00:02:05"_s, 2200);
    row(u"00:00:02:05.1"_s, 2220);
    row(u"1.5h"_s, 5'400'000);
    row(u"2m"_s, 120'000);
    row(u"12.25s"_s, 12'250);
    row(u"1500ms"_s, 1500);
    row(u"50f"_s, 2000);
    row(u"2500t"_s, 2500);
    row(u"7.25"_s, 7250);
    row(u"1:02.5"_s, 62'500);
    row(u" 3s "_s, 3000);
    row(u"soon"_s, -1);
    row(u"-1s"_s, -1);
    row(u"1e3s"_s, -1);
    row(u"00:00:00:00:00"_s, -1);
    row(u"99999999999h"_s, -1);
    row(u"s"_s, -1);
}

void TestFormatTimes::ttmlTimes()
{
    QFETCH(QString, text);
    QFETCH(qint64, time);
    QCOMPARE(qint64(parseTtmlTime(text, {25, 2, 1000}).value_or(MediaTime(-1)).count()), time);
}

void TestFormatTimes::characterReferences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("decoded");
    const auto row = [](const QString &text, const QString &decoded) {
        QTest::newRow(qPrintable(text)) << text << decoded;
    };
    row(u"R&amp;D"_s, u"R&D"_s);
    row(u"&lt;&gt;&quot;&apos;"_s, u"<>\"'"_s);
    row(u"&eacute;&nbsp;&hellip;&thetasym;"_s, u"é\u00a0…ϑ"_s);
    row(u"&#39;&#x2019;&#X41;"_s, u"'’A"_s);
    row(u"&#128512;"_s, u"😀"_s);
    row(u"&#146;"_s, u"’"_s);
    row(u"&#0;&#xd800;&#x110000;&#99999999999;"_s, u"\ufffd\ufffd\ufffd\ufffd"_s);
    row(u"R&amp D"_s, u"R& D"_s);
    row(u"&#39 x"_s, u"' x"_s);
    row(u"&hellip &bogus; & &; &#; &#x;"_s, u"&hellip &bogus; & &; &#; &#x;"_s);
    // HTML, "named character reference state": in text the longest name counts, whatever follows.
    row(u"&ampere; x&lty &notit; &notin; &copyright"_s, u"&ere; x<y ¬it; ∉ ©right"_s);
    row(u"&amp;amp;"_s, u"&amp;"_s);
}

void TestFormatTimes::characterReferences()
{
    QFETCH(QString, text);
    QFETCH(QString, decoded);
    QCOMPARE(withoutReferences(text), decoded);
}

void TestFormatTimes::placesAreCountedForwardsAndBack()
{
    const QString text = u"a\nbc\r\n\rd"_s;
    PlaceCounter counter(text);
    const auto at = [&counter](qint32 place) {
        const Warning warning = counter.warningAt(Warning::Kind::UnknownBlock, place);
        return std::pair(warning.line, warning.column);
    };
    QCOMPARE(at(0), std::pair(1, 1));
    QCOMPARE(at(3), std::pair(2, 2));
    QCOMPARE(at(7), std::pair(4, 1));
    QCOMPARE(at(2), std::pair(2, 1));
    QCOMPARE(at(100), std::pair(4, 94));
}

void TestFormatTimes::jsonKnowsWhereItsStringsStand()
{
    const QString source = u"{\"text\": \"plain\", \"body\": \"a\\\\\\\"b\\u00e9\\\\\", \"word\": \"\"}"_s;
    const JsonTree tree(source);
    QVERIFY(!tree.fault());
    const auto written = [&](JsonKey key) {
        const JsonValue value = tree.root()[key];
        return source.mid(value.begin(), value.end() - value.begin());
    };
    QCOMPARE(written(JsonKey::Text), u"plain"_s);
    QCOMPARE(written(JsonKey::Body), u"a\\\\\\\"b\\u00e9\\\\"_s);
    QCOMPARE(tree.root()[JsonKey::Body].text(), u"a\\\"bé\\"_s);
    QCOMPARE(written(JsonKey::Word), QString());
}

void TestFormatTimes::jsonKeepsOnlyWhatTranscriptsUse()
{
    const QString source =
        u"{\"unknown\": {\"text\": [{\"text\": \"no\"}]}, \"tokens\": [1, \"a\", null, {\"text\": \"yes\"}], \"start\": NaN}"_s;
    const JsonTree tree(source);
    QVERIFY(!tree.fault());
    QVERIFY(!tree.root()[JsonKey::Text]);
    const JsonValue token = tree.root()[JsonKey::Tokens].first();
    QCOMPARE(token[JsonKey::Text].text(), u"yes"_s);
    QVERIFY(!token.next());
    QVERIFY(!tree.root()[JsonKey::Start].number());
}

QTEST_GUILESS_MAIN(TestFormatTimes)
#include "test_formattimes.moc"
