// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/pace.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace earmark;
using namespace earmark::align;

class TestAlignPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePaceTellsHowLongItWouldHaveLasted_data()
    {
        QTest::addColumn<double>("length"); // seconds of the recording; the track has 3,000
        QTest::addColumn<double>("head");   // before the text begins
        QTest::addColumn<double>("pace");   // of the track's, until the limit of 600 s from the line
        QTest::addColumn<double>("whole");  // 0: nothing is told
        QTest::newRow("half of it") << 1500.0 << 0.0 << 1.0 << 3000.0;
        QTest::newRow("half of it, spoken faster") << 1250.0 << 0.0 << 1.2 << 2500.0;
        QTest::newRow("whole") << 3000.0 << 0.0 << 1.0 << 0.0;
        QTest::newRow("within reach") << 2700.0 << 0.0 << 1.0 << 0.0;
        QTest::newRow("after a quarter of an hour of others") << 3900.0 << 900.0 << 1.0 << 0.0;
    }
    void thePaceTellsHowLongItWouldHaveLasted()
    {
        QFETCH(double, length);
        QFETCH(double, head);
        QFETCH(double, pace);
        QFETCH(double, whole);
        constexpr double track = 3000;
        Path path{12, {}, {}};
        for (int t = 0; t < int(length / (12 * frameHop)); ++t) {
            const double time = t * 12 * frameHop;
            const double least = (time - 600) * track / length;
            const double place = std::clamp(std::max((time - head) * pace, least), 0.0, track);
            path.place.push_back(int(place / frameHop));
            path.word.push_back(0);
        }
        const auto told = lengthByPace(path, int(track / frameHop), length, 600);
        QCOMPARE(told.has_value(), whole > 0);
        if (told)
            QVERIFY2(std::abs(*told - whole) < 5, qPrintable(QString::number(*told)));
    }
};

QTEST_GUILESS_MAIN(TestAlignPace)
#include "test_align_pace.moc"
