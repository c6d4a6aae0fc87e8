// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formats.h"
#include "formats/timingreader.h"
#include "formats/timingwriters.h"

#include <QTest>

using namespace earmark;
using namespace earmark::formats;
using namespace earmark::transcript;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTimingReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenComesBack();
    void wordsWithoutALineAreEstimatedInTheirGap();
    void startsNeverFall();
    void aByteOrderMarkIsPassedOver();
    void aFaultyLineIsNamed_data();
    void aFaultyLineIsNamed();
};

namespace {

Transcript fiveWords()
{
    return parsePlainText(u"so it was late [Music]"_s).transcript;
}

} // namespace

void TestTimingReader::whatIsWrittenComesBack()
{
    Timings timings;
    for (int i = 0; i < 5; ++i)
        timings.push_back({i * 300ms, i * 300ms + 250ms, 0.25F * float(i), TimingOrigin::Aligned});
    const auto read = parseTsv(writeTsv(timings), fiveWords(), u"a.tsv"_s);
    QVERIFY(read);
    QCOMPARE(*read, timings);
}

void TestTimingReader::wordsWithoutALineAreEstimatedInTheirGap()
{
    const auto read = parseTsv("0\t0.5\t1\r\n3\t3.000\t3.5\r\n\r\n", fiveWords(), u"a.tsv"_s);
    QVERIFY(read);
    const Timings expected{{500ms, 1000ms, 1, TimingOrigin::Aligned},
                           {1000ms, 2000ms, 0, TimingOrigin::Estimated},
                           {2000ms, 3000ms, 0, TimingOrigin::Estimated},
                           {3000ms, 3500ms, 1, TimingOrigin::Aligned},
                           {3500ms, 3500ms, 0, TimingOrigin::Estimated}};
    QCOMPARE(*read, expected);
}

// As recognisers have it now and then.
void TestTimingReader::startsNeverFall()
{
    const auto read = parseTsv("0\t1\t1.5\n1\t0.9\t0.95\n2\t0.8\t2\n", fiveWords(), u"a.tsv"_s);
    QVERIFY(read);
    QCOMPARE((*read)[0], (WordTiming{1000ms, 1500ms, 1, TimingOrigin::Aligned}));
    QCOMPARE((*read)[1], (WordTiming{1000ms, 1000ms, 1, TimingOrigin::Aligned}));
    QCOMPARE((*read)[2], (WordTiming{1000ms, 2000ms, 1, TimingOrigin::Aligned}));
}

void TestTimingReader::aByteOrderMarkIsPassedOver()
{
    const QByteArray bytes = "0\t1\t1.5\n1\t2\t3\n";
    const auto read = parseTsv("\xef\xbb\xbf" + bytes, fiveWords(), u"a.tsv"_s);
    QVERIFY(read);
    QCOMPARE(*read, parseTsv(bytes, fiveWords(), u"a.tsv"_s).value());
}

void TestTimingReader::aFaultyLineIsNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<int>("code");
    QTest::newRow("no line") << QByteArray("\n") << u"a.tsv"_s << int(ErrorCode::NotTimings);
    QTest::newRow("two columns") << QByteArray("0\t1\n") << u"a.tsv:1"_s << int(ErrorCode::NotTimings);
    QTest::newRow("five columns") << QByteArray("0\t1\t2\t1\t1\n") << u"a.tsv:1"_s << int(ErrorCode::NotTimings);
    QTest::newRow("a word") << QByteArray("0\t1\t2\nso\t2\t3\n") << u"a.tsv:2"_s << int(ErrorCode::NotTimings);
    QTest::newRow("outside the transcript") << QByteArray("5\t1\t2\n") << u"a.tsv:1"_s << int(ErrorCode::TimingOutside);
    QTest::newRow("before the first word") << QByteArray("-1\t1\t2\n") << u"a.tsv:1"_s << int(ErrorCode::NotTimings);
    QTest::newRow("an index again") << QByteArray("1\t1\t2\n1\t2\t3\n") << u"a.tsv:2"_s
                                    << int(ErrorCode::TimingsOutOfOrder);
    QTest::newRow("the words in another order")
        << QByteArray("3\t1\t2\n1\t2\t3\n") << u"a.tsv:2"_s << int(ErrorCode::TimingsOutOfOrder);
    QTest::newRow("ends before it starts") << QByteArray("0\t2\t1\n") << u"a.tsv:1"_s << int(ErrorCode::NotTimings);
    QTest::newRow("no number") << QByteArray("0\tnan\t1\n") << u"a.tsv:1"_s << int(ErrorCode::NotTimings);
    QTest::newRow("without end") << QByteArray("0\t1\tinf\n") << u"a.tsv:1"_s << int(ErrorCode::NotTimings);
    QTest::newRow("below zero") << QByteArray("0\t-1\t1\n") << u"a.tsv:1"_s << int(ErrorCode::NotTimings);
    QTest::newRow("more than sure") << QByteArray("0\t1\t2\t1.5\n") << u"a.tsv:1"_s << int(ErrorCode::NotTimings);
    QTest::newRow("something else") << QByteArray("\x89PNG\r\n\x1a\n") << u"a.tsv:1"_s << int(ErrorCode::NotTimings);
}

void TestTimingReader::aFaultyLineIsNamed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, subject);
    QFETCH(int, code);
    const auto read = parseTsv(bytes, fiveWords(), u"a.tsv"_s);
    QVERIFY(!read);
    QCOMPARE(errorName(read.error().code), errorName(ErrorCode(code)));
    QCOMPARE(read.error().subject, subject);
}

QTEST_GUILESS_MAIN(TestTimingReader)
#include "test_timingreader.moc"
