// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/marklayout.h"
#include "ui/transcript/movement.h"
#include "ui/transcript/viewonscreen.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;
using transcript::TokenIndex;
using transcript::TokenSpan;

namespace {

LaidMark laid(int first, int last)
{
    return {HighlightId::create(), {first, last}, notes::Mark::One, notes::Place::Words, false, 0, last};
}

notes::Highlight highlight(int first, int last, notes::Place place = notes::Place::Words)
{
    notes::Highlight made;
    made.id = HighlightId::create();
    made.place = place;
    made.span = {first, last};
    return made;
}

} // namespace

// Where a cursor, the end of a selection and the ends of a highlight go, and how marks are stacked.
class TestMovement : public QObject
{
    Q_OBJECT

private:
    // Tokens: 0 label, 1-3 and 4-7 sentences, 8 a cue; 9-11; 12 label, 13-16, 17-19.
    const library::OpenEpisode m_episode = made::episode(shortText());
    const reading::Reading &m_reading = m_episode.reading;

private Q_SLOTS:
    void unitsBeginAndEnd_data()
    {
        QTest::addColumn<int>("unit");
        QTest::addColumn<int>("token");
        QTest::addColumn<QList<int>>("ends"); // previous start, next start, previous end, next end; -1: none
        QTest::newRow("a word") << int(Unit::Word) << 5 << QList<int>{4, 6, 4, 6};
        QTest::newRow("the first word shown") << int(Unit::Word) << 1 << QList<int>{-1, 2, -1, 2};
        QTest::newRow("the last word") << int(Unit::Word) << 19 << QList<int>{18, -1, 18, -1};
        QTest::newRow("over a label") << int(Unit::Word) << 11 << QList<int>{10, 13, 10, 13};
        QTest::newRow("a sentence's first") << int(Unit::Sentence) << 4 << QList<int>{1, 8, 3, 7};
        QTest::newRow("inside a sentence") << int(Unit::Sentence) << 14 << QList<int>{13, 17, 11, 16};
        QTest::newRow("a sentence's last") << int(Unit::Sentence) << 3 << QList<int>{1, 4, -1, 7};
        QTest::newRow("a paragraph") << int(Unit::Paragraph) << 10 << QList<int>{9, 13, 8, 11};
        QTest::newRow("a turn") << int(Unit::Turn) << 10 << QList<int>{1, 13, -1, 11};
        QTest::newRow("the last turn") << int(Unit::Turn) << 15 << QList<int>{13, -1, 11, 19};
    }

    void unitsBeginAndEnd()
    {
        QFETCH(const int, unit);
        QFETCH(const int, token);
        QFETCH(const QList<int>, ends);
        const auto by = Unit(unit);
        const QList<int> found{
            previousStart(m_reading, token, by).value_or(-1), nextStart(m_reading, token, by).value_or(-1),
            previousEnd(m_reading, token, by).value_or(-1), nextEnd(m_reading, token, by).value_or(-1)};
        QCOMPARE(found, ends);
    }

    void aSelectionStopsAtItsOtherEnd()
    {
        QCOMPARE(headMoved(m_reading, 5, 5, Unit::Sentence, Way::Forward), 7);
        QCOMPARE(headMoved(m_reading, 5, 18, Unit::Paragraph, Way::Back), 11);
        QCOMPARE(headMoved(m_reading, 5, 7, Unit::Paragraph, Way::Back), 5);
        QCOMPARE(headMoved(m_reading, 5, 5, Unit::Sentence, Way::Back), 4);
        QCOMPARE(headMoved(m_reading, 5, 1, Unit::Turn, Way::Forward), 5);
        QCOMPARE(headMoved(m_reading, 19, 19, Unit::Word, Way::Forward), 19);
    }

    void nothingIsLeftOfNoHighlight()
    {
        const auto moved = [&](TokenSpan span, Edge edge, Unit unit, Way way) {
            return edgeMoved(m_reading, span, edge, unit, way);
        };
        QVERIFY(moved({4, 5}, Edge::End, Unit::Sentence, Way::Forward) == (TokenSpan{4, 7}));
        QVERIFY(moved({4, 4}, Edge::End, Unit::Word, Way::Back) == (TokenSpan{4, 4}));
        QVERIFY(moved({4, 4}, Edge::Start, Unit::Word, Way::Forward) == (TokenSpan{4, 4}));
        QVERIFY(moved({4, 7}, Edge::Start, Unit::Sentence, Way::Forward) == (TokenSpan{4, 7}));
        QVERIFY(moved({4, 8}, Edge::Start, Unit::Sentence, Way::Back) == (TokenSpan{1, 8}));
        QVERIFY(moved({1, 8}, Edge::Start, Unit::Sentence, Way::Back) == (TokenSpan{1, 8}));
    }

    void sentencesAreCounted()
    {
        QVERIFY(sentencesFrom(m_reading, 5, 1) == m_reading.sentences[reading::sentenceOf(m_reading, 5)]);
        QCOMPARE(sentencesFrom(m_reading, 5, 2).last, 8);
        QCOMPARE(sentencesFrom(m_reading, 5, 99).last, 19);
    }

    void marksThatOverlapAreStacked()
    {
        const auto marks =
            layMarks({highlight(0, 9), highlight(0, 0, notes::Place::Episode), highlight(2, 5), highlight(3, 4),
                      highlight(6, 6, notes::Place::Moment), highlight(6, 8), highlight(12, 13)});
        QList<int> lanes;
        for (const LaidMark &mark : marks) {
            if (mark.place == notes::Place::Words)
                lanes += mark.lane;
        }
        QCOMPARE(lanes, (QList<int>{0, 1, 2, 1, 0}));
        QCOMPARE(marks.size(), size_t(6)); // a note on the episode stands nowhere in the text
    }

    // There is room for three lines: the fourth begins where the first of them ends, a fifth has none.
    void noTwoLinesAreInOnePlace()
    {
        const auto marks =
            layMarks({highlight(0, 9), highlight(1, 6), highlight(2, 9), highlight(3, 12), highlight(4, 8)});
        QList<std::pair<int, int>> lines;
        QList<bool> crowded;
        for (const LaidMark &mark : marks) {
            lines += {mark.lane, mark.lined};
            crowded += mark.isCrowded();
        }
        QCOMPARE(lines.mid(0, 4), (QList<std::pair<int, int>>{{0, 0}, {1, 1}, {2, 2}, {1, 7}}));
        QVERIFY(marks[4].lined > marks[4].span.last);
        QCOMPARE(crowded, (QList<bool>{false, false, false, true, true}));
    }

    void whatMayTouchIsFoundAmongMany()
    {
        std::vector<LaidMark> marks;
        for (const auto &[first, last] : {std::pair(0, 50), std::pair(3, 4), std::pair(20, 22), std::pair(60, 61)})
            marks.push_back(laid(first, last));
        TokenIndex reach = -1;
        for (LaidMark &mark : marks)
            mark.reach = reach = std::max(reach, mark.span.last);
        QCOMPARE(marksAround(marks, {30, 31}).size(), size_t(3));
        QCOMPARE(marksAround(marks, {51, 59}).size(), size_t(0));
        QCOMPARE(marksAround(marks, {60, 60}).size(), size_t(1));
        QCOMPARE(innermost(marks, {21, 21})->id, marks[2].id);
        QCOMPARE(innermost(marks, {30, 30})->id, marks[0].id);
    }

    void onlyWhatDiffersIsPaintedAgain()
    {
        const std::vector<LaidMark> before{laid(0, 1), laid(4, 6), laid(8, 9)};
        QVERIFY(differences(before, before)->empty());
        std::vector<LaidMark> after = before;
        after[1].hasNote = true;
        QCOMPARE(differences(before, after)->size(), size_t(2));
        after = before;
        after.insert(after.begin() + 1, laid(2, 3));
        QVERIFY(*differences(before, after) == (std::vector<TokenSpan>{{2, 3}}));
        QVERIFY(*differences(after, before) == (std::vector<TokenSpan>{{2, 3}}));
        after = before;
        after.push_back(laid(20, 21));
        QVERIFY(*differences(before, after) == (std::vector<TokenSpan>{{20, 21}}));
        QVERIFY(!differences(before, {laid(0, 1), laid(4, 6), laid(8, 9)}));
    }
};

QTEST_MAIN(TestMovement)
#include "test_movement.moc"
