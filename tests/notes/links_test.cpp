// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/links.h"

#include <QTest>

using namespace earmark;
using namespace Qt::StringLiterals;
using notes::EpisodeLink;

class TestLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksAreRead_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<qint64>("episode"); // 0: no link
        QTest::addColumn<qint64>("time");    // ms; -1: none
        QTest::newRow("time") << u"earmark://episode/12?t=723.4"_s << qint64(12) << qint64(723400);
        QTest::newRow("whole seconds") << u"earmark://episode/12?t=60"_s << qint64(12) << qint64(60000);
        QTest::newRow("the beginning") << u"earmark://episode/12?t=0"_s << qint64(12) << qint64(0);
        QTest::newRow("no time") << u"earmark://episode/3"_s << qint64(3) << qint64(-1);
        QTest::newRow("slash") << u"earmark://episode/3/?t=1"_s << qint64(3) << qint64(1000);
        QTest::newRow("fragment") << u"earmark://episode/3?t=1#x"_s << qint64(3) << qint64(1000);
        QTest::newRow("more asked") << u"earmark://episode/3?a=b&t=1.5"_s << qint64(3) << qint64(1500);
        QTest::newRow("negative time") << u"earmark://episode/3?t=-1"_s << qint64(3) << qint64(-1);
        QTest::newRow("no number") << u"earmark://episode/3?t=1:20"_s << qint64(3) << qint64(-1);
        QTest::newRow("a huge time") << u"earmark://episode/3?t=99999999999999999999"_s << qint64(3) << qint64(-1);
        QTest::newRow("a huge episode") << u"earmark://episode/9999999999999999999999"_s << qint64(0) << qint64(-1);
        QTest::newRow("no episode") << u"earmark://episode/"_s << qint64(0) << qint64(-1);
        QTest::newRow("something else") << u"earmark://library/3"_s << qint64(0) << qint64(-1);
        QTest::newRow("another scheme") << u"https://episode/3"_s << qint64(0) << qint64(-1);
        QTest::newRow("nothing") << u""_s << qint64(0) << qint64(-1);
    }

    void linksAreRead()
    {
        QFETCH(const QString, link);
        QFETCH(const qint64, episode);
        QFETCH(const qint64, time);
        const auto read = notes::readEpisodeLink(link);
        QCOMPARE(read.has_value(), episode > 0);
        QCOMPARE(notes::episodeOfLink(link).has_value(), episode > 0);
        if (!read)
            return;
        QCOMPARE(read->episode.value, episode);
        QCOMPARE(read->time ? qint64(read->time->count()) : qint64(-1), time);
    }

    void whatIsWrittenIsRead()
    {
        for (const int time : {0, 1, 999, 1000, 723400, 36000001}) {
            const EpisodeLink expected{EpisodeId{7}, MediaTime(time)};
            QVERIFY(notes::readEpisodeLink(notes::episodeLink(expected.episode, *expected.time)) == expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestLinks)
#include "links_test.moc"
