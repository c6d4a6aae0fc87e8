// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/ids.h"
#include "base/mediatime.h"
#include "base/task.h"

#include <QSet>
#include <QTest>

using namespace earmark;
using namespace Qt::StringLiterals;

class TestMediaTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clockShowsWhatPlayersShow_data();
    void clockShowsWhatPlayersShow();
    void secondsHaveThreeDecimals_data();
    void secondsHaveThreeDecimals();
    void everyErrorHasANameOfItsOwn();
    void madeHighlightIdsDiffer();
    void cancellingReachesEveryCopy();
};

void TestMediaTime::clockShowsWhatPlayersShow_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"0:00"_s;
    QTest::newRow("rounded down") << qint64(161'999) << u"2:41"_s;
    QTest::newRow("last of an hour") << qint64(3'599'999) << u"59:59"_s;
    QTest::newRow("an hour") << qint64(3'723'000) << u"1:02:03"_s;
    QTest::newRow("more than a day") << qint64(90'061'000) << u"25:01:01"_s;
    QTest::newRow("what remains") << qint64(-1'160'000) << u"-19:20"_s;
}

void TestMediaTime::clockShowsWhatPlayersShow()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(clockText(MediaTime(ms)), text);
}

void TestMediaTime::secondsHaveThreeDecimals_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"0.000"_s;
    QTest::newRow("fraction") << qint64(161'250) << u"161.250"_s;
    QTest::newRow("one millisecond") << qint64(36'000'001) << u"36000.001"_s;
    QTest::newRow("before the start") << qint64(-5) << u"-0.005"_s;
}

void TestMediaTime::secondsHaveThreeDecimals()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(secondsText(MediaTime(ms)), text);
}

void TestMediaTime::everyErrorHasANameOfItsOwn()
{
    QSet<QByteArray> names;
    const int last = int(ErrorCode::Internal);
    for (int code = 0; code <= last; ++code)
        names.insert(errorName(ErrorCode(code)));
    QCOMPARE(names.size(), qsizetype(last + 1));
    QVERIFY(!names.contains("unknown"));
}

void TestMediaTime::madeHighlightIdsDiffer()
{
    const HighlightId a = HighlightId::create();
    QVERIFY(a.isValid());
    QVERIFY(!(a == HighlightId::create()));
    QVERIFY(!HighlightId().isValid());
    QVERIFY(!EpisodeId().isValid());
}

void TestMediaTime::cancellingReachesEveryCopy()
{
    const CancelToken asked;
    const CancelToken copy = asked;
    QVERIFY(!copy.isCancelled());
    asked.cancel();
    QVERIFY(copy.isCancelled());
    QVERIFY(!CancelToken().isCancelled());
}

QTEST_GUILESS_MAIN(TestMediaTime)
#include "test_mediatime.moc"
