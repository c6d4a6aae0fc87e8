// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/episodemodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;

namespace {

std::vector<store::Episode> episodesOf(const QList<int> &ids)
{
    std::vector<store::Episode> episodes;
    for (const int id : ids) {
        store::Episode episode;
        episode.id = {id};
        episode.title = u"Episode %1"_s.arg(id);
        episodes.push_back(episode);
    }
    return episodes;
}

} // namespace

class TestEpisodeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsFollowTheList_data()
    {
        QTest::addColumn<QList<int>>("before");
        QTest::addColumn<QList<int>>("after");
        QTest::newRow("first") << QList<int>{} << QList<int>{1, 2};
        QTest::newRow("one more on top") << QList<int>{1, 2} << QList<int>{3, 1, 2};
        QTest::newRow("one less") << QList<int>{1, 2, 3} << QList<int>{1, 3};
        QTest::newRow("another order") << QList<int>{1, 2, 3, 4} << QList<int>{4, 2, 1, 3};
        QTest::newRow("all at once") << QList<int>{1, 2, 3, 4} << QList<int>{5, 4, 1};
        QTest::newRow("none left") << QList<int>{1, 2} << QList<int>{};
    }

    void rowsFollowTheList()
    {
        QFETCH(const QList<int>, before);
        QFETCH(const QList<int>, after);
        EpisodeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEpisodes(episodesOf(before));
        QList<QPersistentModelIndex> kept;
        for (int row = 0; row < model.rowCount(); ++row)
            kept << model.index(row);
        model.setEpisodes(episodesOf(after));
        QCOMPARE(model.episodes(), episodesOf(after));
        for (qsizetype i = 0; i < kept.size(); ++i) {
            QCOMPARE(kept[i].isValid(), after.contains(before[i]));
            if (kept[i].isValid())
                QCOMPARE(model.idAt(kept[i]).value, qint64(before[i]));
        }
    }

    void theSecondLineSaysWhatIsKnown()
    {
        EpisodeModel model;
        std::vector<store::Episode> episodes = episodesOf({1});
        episodes[0].show = u"Small Talk"_s;
        model.setEpisodes(episodes);
        QCOMPARE(model.index(0).data(EpisodeModel::DetailRole).toString(), u"Small Talk"_s);
        model.setHighlightCount({1}, 3);
        QVERIFY(model.index(0).data(EpisodeModel::DetailRole).toString().startsWith(u"Small Talk · 3 highlight"));
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().startsWith(u"Episode 1, Small Talk"));
    }
};

QTEST_GUILESS_MAIN(TestEpisodeModel)
#include "test_episodemodel.moc"
