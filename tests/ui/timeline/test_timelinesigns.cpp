// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineonscreen.h"
#include "ui/transcript/madeepisode.h"

#include <QSignalSpy>

using namespace earmark;
using namespace earmark::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Place::Kind;

// How well the words' times are known, and what is not in the text: 1,000 words of which the last 100 are estimated,
// a stretch without words that is heard from 100 s to 110 s, and one from 120 s to 140 s that the reader marked.
class TestTimelineSigns : public TimelineOnScreen
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatIsMarkedIsReachedByKeys();
    void whatIsMarkedIsNamedWherePointedAt();
    void signsDifferWithoutColour();
    void estimatedTimesAreDottedWhereTheyAre();
    void theBarFillsWhileWordsAreMatched();

private:
    [[nodiscard]] QPoint at(MediaTime time, double share = 0.6) const { return TimelineOnScreen::at(time, share); }
    [[nodiscard]] QImage greyPicture() const
    {
        return m_timeline->grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    }
    // How often it turns from light to dark or back along a row, well within a stretch.
    [[nodiscard]] int turnsBetween(const QImage &grey, MediaTime from, MediaTime to, int y) const
    {
        int turns = 0;
        for (int x = at(from).x() + 3; x < at(to).x() - 3; ++x)
            turns += std::abs(qGray(grey.pixel(x, y)) - qGray(grey.pixel(x - 1, y))) > 25 ? 1 : 0;
        return turns;
    }
};

void TestTimelineSigns::init()
{
    library::OpenEpisode open = made::longEpisode(1000);
    open.episode.duration = 300s;
    for (size_t i = 0; i < open.timings.size(); ++i) {
        const MediaTime start = i < 400 ? MediaTime(250 * qint64(i)) : 140s + MediaTime(250 * qint64(i - 400));
        const bool isKnown = i + 100 < open.timings.size();
        open.timings[i] = {start, start + 250ms, 1,
                           isKnown ? transcript::TimingOrigin::Aligned : transcript::TimingOrigin::Estimated};
    }
    open.notInText = {{120s, 140s}};
    show(std::move(open), 1200);
    const QByteArray levels = QByteArray(100 * 20, char(120)) + QByteArray(10 * 20, char(120))
        + QByteArray(10 * 20, char(0)) + QByteArray(180 * 20, char(120));
    m_timeline->setPeaks(std::make_shared<audio::Peaks>(audio::Peaks{levels}));
}

void TestTimelineSigns::whatIsMarkedIsReachedByKeys()
{
    QSignalSpy seeks(m_timeline, &Timeline::seekRequested);
    QTest::keyClick(m_timeline, Qt::Key_Down);
    QVERIFY(m_timeline->visitedPlace());
    QCOMPARE(m_timeline->visitedPlace()->kind, Kind::NotInText);
    QCOMPARE(m_timeline->visitedPlace()->start, 100s);
    QTest::keyClick(m_timeline, Qt::Key_Down);
    QCOMPARE(m_timeline->visitedPlace()->kind, Kind::MarkedOut);
    QVERIFY(m_timeline->popup());
    QCOMPARE(m_timeline->popup()->content().title, u"Marked as not in the text"_s);
    QVERIFY2(m_timeline->valueText().contains(u"Marked as not in the text"), qPrintable(m_timeline->valueText()));
    QTest::keyClick(m_timeline, Qt::Key_Return);
    QCOMPARE(seeks.count(), 1);
    QCOMPARE(seeks.front().front().value<MediaTime>(), 120s);
}

void TestTimelineSigns::whatIsMarkedIsNamedWherePointedAt()
{
    const auto titleAt = [&](MediaTime time) {
        QTest::mouseMove(m_timeline, at(time));
        return m_timeline->popup() ? m_timeline->popup()->content().title : u"no popup"_s;
    };
    QCOMPARE(titleAt(105s), u"Not in the text"_s);
    QCOMPARE(titleAt(130s), u"Marked as not in the text"_s);
    QCOMPARE(titleAt(50s), QString());
}

void TestTimelineSigns::signsDifferWithoutColour()
{
    const QImage grey = greyPicture();
    const TimelineBands bands = bandsFor(m_timeline->size(), m_timeline->height() / 48.0, 0);
    const int top = int(bands.wave.top());
    const int inside = int(bands.wave.top() + bands.wave.height() * 0.12);
    // A closed frame here, teeth there, neither elsewhere.
    QCOMPARE(turnsBetween(grey, 120s, 140s, top), 0);
    QVERIFY(qGray(grey.pixel(at(130s).x(), top)) + 50 < qGray(grey.pixel(at(50s).x(), top)));
    QVERIFY(turnsBetween(grey, 100s, 110s, top) > 8);
    // And what is marked is struck out.
    QVERIFY(turnsBetween(grey, 120s, 140s, inside) > 8);
    QCOMPARE(turnsBetween(grey, 50s, 70s, top), 0);
}

void TestTimelineSigns::estimatedTimesAreDottedWhereTheyAre()
{
    const QImage grey = greyPicture();
    const int edge = int(bandsFor(m_timeline->size(), m_timeline->height() / 48.0, 0).exactness.center().y());
    QVERIFY(turnsBetween(grey, 270s, 284s, edge) > 8);
    QCOMPARE(turnsBetween(grey, 10s, 260s, edge), 0);
    QTest::mouseMove(m_timeline, at(275s));
    QVERIFY(m_timeline->popup());
    QCOMPARE(m_timeline->popup()->content().title, u"the words are estimated"_s);
}

void TestTimelineSigns::theBarFillsWhileWordsAreMatched()
{
    const int edge = int(bandsFor(m_timeline->size(), m_timeline->height() / 48.0, 0).exactness.bottom()) - 1;
    const auto greyAt = [&](const QImage &grey, MediaTime time) { return qGray(grey.pixel(at(time).x(), edge)); };
    const QImage before = greyPicture();
    const int empty = greyAt(before, 50s);
    for (const double done : {0.0, 0.25, 0.75}) {
        m_timeline->setMatched(done);
        const QImage grey = greyPicture();
        for (const MediaTime time : {10s, 60s, 90s, 210s, 240s}) {
            const bool isFilled = time < MediaTime(qint64(300000 * done));
            QVERIFY2((greyAt(grey, time) + 30 < empty) == isFilled,
                     qPrintable(u"%1 at %2"_s.arg(done).arg(double(time.count()) / 1000)));
        }
    }
    m_timeline->setMatched(std::nullopt);
    QCOMPARE(greyPicture(), before);
}

QTEST_MAIN(TestTimelineSigns)
#include "test_timelinesigns.moc"
