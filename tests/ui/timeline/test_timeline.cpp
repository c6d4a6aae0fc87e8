// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineonscreen.h"
#include "ui/transcript/madeepisode.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace earmark;
using namespace earmark::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Place::Kind;

namespace {

// What was painted since it was last asked.
class PaintWatch : public QObject
{
public:
    QRegion take() { return std::exchange(m_region, QRegion()); }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_region += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

private:
    QRegion m_region;
};

} // namespace

// An episode of 1,000 words and 300 seconds.
class TestTimeline : public TimelineOnScreen
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aClickSeeksThere();
    void draggingSeeksOnceWhenItEnds();
    void escapeEndsADrag();
    void theSoundDoesNotMoveADraggedPlayhead();
    void aClickOnAHighlightGoesToItsBeginning();
    void aClickOnAChapterGoesToItsBeginning();
    void theWheelSeeksByNotches();
    void theWheelZoomsWithControl();
    void zoomTurnsThePageWithThePlayhead();
    void keysMoveThePlayhead_data();
    void keysMoveThePlayhead();
    void placesAreVisitedWithoutMovingThePlayhead();
    void spacePlays();
    void pointingShowsTimeAndWords();
    void chaptersWithoutTitleHaveANumber();
    void thePopupStaysInsideTheWindow();
    void focusByKeysShowsThePlayheadsWords();
    void highlightsAppearAsTheyAreMade();
    void whatIsHeardDiffersInMoreThanColour();
    void playingPaintsOnlyAroundThePlayhead();
    void screenReadersHearTheTimeAndTheWords();
    void withoutAudioItAsksForSome();
    void withoutALengthNothingHasAPlace();
    void withoutPeaksItCanBeSoughtIn();
    void aLowWindowGetsALowTimeline();

private:
    [[nodiscard]] QPoint at(MediaTime time, double share = 0.4) const { return TimelineOnScreen::at(time, share); }
    [[nodiscard]] MediaTime lastSeek() const { return m_seeks->last().first().value<MediaTime>(); }
    // To a pixel.
    [[nodiscard]] bool isNear(MediaTime time, MediaTime expected) const
    {
        return std::abs((time - expected).count()) <= 300000 / m_timeline->scale().width;
    }
    void wheel(int eighths, Qt::KeyboardModifiers modifiers = Qt::NoModifier, MediaTime time = 150s) const;

    std::unique_ptr<QSignalSpy> m_seeks;
};

void TestTimeline::init()
{
    library::OpenEpisode open = made::longEpisode(1000);
    open.episode.duration = 300s;
    notes::Highlight highlight;
    highlight.id = HighlightId::create();
    highlight.episode = open.episode.id;
    highlight.span = {100, 139}; // 30 s to 42 s
    highlight.mark = notes::Mark::Two;
    open.highlights.push_back(highlight);
    m_seeks.reset();
    show(std::move(open), 800);
    m_window->activateWindow();
    QTest::qWait(0);
    m_seeks = std::make_unique<QSignalSpy>(m_timeline, &Timeline::seekRequested);
}

void TestTimeline::wheel(int eighths, Qt::KeyboardModifiers modifiers, MediaTime time) const
{
    const QPointF place = at(time);
    QWheelEvent event(place, m_timeline->mapToGlobal(place), {}, {0, eighths}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_timeline, &event);
}

void TestTimeline::aClickSeeksThere()
{
    QTest::mouseClick(m_timeline, Qt::LeftButton, {}, at(120s));
    QCOMPARE(m_seeks->count(), 1);
    QVERIFY(isNear(lastSeek(), 120s));
    QVERIFY(isNear(m_timeline->position(), 120s));
    QTest::mouseClick(m_timeline, Qt::RightButton, {}, at(200s));
    QCOMPARE(m_seeks->count(), 1);
    // The ends can be reached from the very edge.
    QTest::mouseClick(m_timeline, Qt::LeftButton, {}, QPoint(0, 10));
    QCOMPARE(lastSeek(), 0s);
    QTest::mouseClick(m_timeline, Qt::LeftButton, {}, QPoint(m_timeline->width() - 1, 10));
    QCOMPARE(lastSeek(), 300s);
}

void TestTimeline::draggingSeeksOnceWhenItEnds()
{
    QSignalSpy scrubbed(m_timeline, &Timeline::scrubbed);
    QTest::mousePress(m_timeline, Qt::LeftButton, {}, at(60s));
    for (MediaTime time = 60s; time <= 240s; time += 20s)
        QTest::mouseMove(m_timeline, at(time));
    QVERIFY(m_timeline->isScrubbing());
    QVERIFY(m_seeks->isEmpty());
    QVERIFY(scrubbed.count() >= 9);
    QVERIFY(isNear(scrubbed.last().first().value<MediaTime>(), 240s));
    // Far beyond the edge it stays at the end.
    QTest::mouseMove(m_timeline, QPoint(5000, 10));
    QCOMPARE(m_timeline->position(), 300s);
    QTest::mouseMove(m_timeline, at(200s));
    QTest::mouseRelease(m_timeline, Qt::LeftButton, {}, at(200s));
    QCOMPARE(m_seeks->count(), 1);
    QVERIFY(isNear(lastSeek(), 200s));
    QVERIFY(!m_timeline->isScrubbing());
}

void TestTimeline::escapeEndsADrag()
{
    m_timeline->setPosition(30s);
    QTest::mousePress(m_timeline, Qt::LeftButton, {}, at(60s));
    QTest::mouseMove(m_timeline, at(150s));
    QTest::keyClick(m_timeline, Qt::Key_Escape);
    QCOMPARE(m_timeline->position(), 30s);
    QTest::mouseRelease(m_timeline, Qt::LeftButton, {}, at(150s));
    QVERIFY(m_seeks->isEmpty());
}

void TestTimeline::theSoundDoesNotMoveADraggedPlayhead()
{
    QTest::mousePress(m_timeline, Qt::LeftButton, {}, at(60s));
    m_timeline->setPosition(10s);
    QVERIFY(isNear(m_timeline->position(), 60s));
    QTest::mouseRelease(m_timeline, Qt::LeftButton, {}, at(60s));
    m_timeline->setPosition(61s);
    QCOMPARE(m_timeline->position(), 61s);
}

void TestTimeline::aClickOnAHighlightGoesToItsBeginning()
{
    QTest::mouseClick(m_timeline, Qt::LeftButton, {}, at(38s, 0.9));
    QCOMPARE(lastSeek(), 30s);
    QTest::mouseClick(m_timeline, Qt::LeftButton, {}, at(38s, 0.3));
    QVERIFY(isNear(lastSeek(), 38s));
    QTest::mouseClick(m_timeline, Qt::LeftButton, {}, at(100s, 0.9));
    QVERIFY(isNear(lastSeek(), 100s));
}

void TestTimeline::aClickOnAChapterGoesToItsBeginning()
{
    const int before = m_timeline->height();
    m_timeline->setChapters({{100s, 300s, u"The harbour"_s}, {0s, 100s, u"Beginning"_s}}); // in any order
    QTRY_VERIFY(m_timeline->height() > before);
    QTest::mouseClick(m_timeline, Qt::LeftButton, {}, QPoint(at(180s).x(), 5));
    QCOMPARE(lastSeek(), 100s);
    QTest::mouseMove(m_timeline, at(180s, 0.6));
    QTRY_VERIFY(m_timeline->popup());
    QVERIFY(m_timeline->popup()->content().title.contains(u"The harbour"));
}

void TestTimeline::theWheelSeeksByNotches()
{
    m_timeline->setPosition(100s);
    wheel(120);
    QCOMPARE(lastSeek(), 105s);
    wheel(-240);
    QCOMPARE(lastSeek(), 95s);
    // A touchpad's small steps add up; turning round begins anew.
    m_seeks->clear();
    for (int i = 0; i < 3; ++i)
        wheel(30);
    QVERIFY(m_seeks->isEmpty());
    wheel(30);
    QCOMPARE(lastSeek(), 100s);
    wheel(90);
    wheel(-90);
    QCOMPARE(m_seeks->count(), 1);
    m_timeline->setPosition(1s);
    wheel(-120 * 5);
    QCOMPARE(lastSeek(), 0s);
}

void TestTimeline::theWheelZoomsWithControl()
{
    const MediaTime pointed = m_timeline->scale().timeAt(at(150s).x());
    const double x = at(150s).x();
    for (int i = 0; i < 5; ++i)
        wheel(120, Qt::ControlModifier);
    QVERIFY(m_seeks->isEmpty());
    const TimeScale scale = m_timeline->scale();
    QVERIFY(scale.to - scale.from < 150s);
    QVERIFY(std::abs((scale.timeAt(x) - pointed).count()) < 300); // what is pointed at stays there
    for (int i = 0; i < 100; ++i)
        wheel(120, Qt::ControlModifier);
    QCOMPARE(m_timeline->scale().to - m_timeline->scale().from, 10s);
    QTest::keyClick(m_timeline, Qt::Key_0);
    QCOMPARE(m_timeline->scale().from, 0s);
    QCOMPARE(m_timeline->scale().to, 300s);
    for (int i = 0; i < 10; ++i)
        wheel(-120, Qt::ControlModifier);
    QCOMPARE(m_timeline->scale().to, 300s);
}

void TestTimeline::zoomTurnsThePageWithThePlayhead()
{
    m_timeline->setPosition(20s);
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(m_timeline, Qt::Key_Plus);
    const TimeScale before = m_timeline->scale();
    QVERIFY(before.from <= 20s && 20s <= before.to && before.to - before.from < 60s);
    m_timeline->setPosition(before.to - 1ms);
    QCOMPARE(m_timeline->scale().from, before.from);
    m_timeline->setPosition(before.to + 100ms);
    QVERIFY(m_timeline->scale().from > before.from);
    QVERIFY(m_timeline->scale().to > before.to + 5s);
}

void TestTimeline::keysMoveThePlayhead_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("shift");
    QTest::addColumn<int>("seconds");
    QTest::newRow("left") << int(Qt::Key_Left) << false << 95;
    QTest::newRow("right") << int(Qt::Key_Right) << false << 105;
    QTest::newRow("a little left") << int(Qt::Key_Left) << true << 99;
    QTest::newRow("a little right") << int(Qt::Key_Right) << true << 101;
    QTest::newRow("page up") << int(Qt::Key_PageUp) << false << 130;
    QTest::newRow("page down") << int(Qt::Key_PageDown) << false << 70;
    QTest::newRow("home") << int(Qt::Key_Home) << false << 0;
    QTest::newRow("end") << int(Qt::Key_End) << false << 300;
}

void TestTimeline::keysMoveThePlayhead()
{
    QFETCH(const int, key);
    QFETCH(const bool, shift);
    QFETCH(const int, seconds);
    m_timeline->setPosition(100s);
    QTest::keyClick(m_timeline, Qt::Key(key), shift ? Qt::ShiftModifier : Qt::NoModifier);
    QCOMPARE(m_seeks->count(), 1);
    QCOMPARE(lastSeek(), std::chrono::seconds(seconds));
    QCOMPARE(m_timeline->position(), std::chrono::seconds(seconds));
    QVERIFY(m_timeline->popup());
    QCOMPARE(m_timeline->popup()->content().time, clockText(std::chrono::seconds(seconds)));
}

void TestTimeline::placesAreVisitedWithoutMovingThePlayhead()
{
    m_timeline->setChapters({{0s, 100s, u"Beginning"_s}, {100s, 300s, u"The harbour"_s}});
    m_timeline->setPosition(10s);
    QTest::keyClick(m_timeline, Qt::Key_Down);
    QVERIFY(m_timeline->visitedPlace());
    QCOMPARE(m_timeline->visitedPlace()->kind, Kind::Highlight);
    QVERIFY(m_timeline->popup());
    QCOMPARE(m_timeline->popup()->content().time, u"0:30"_s);
    QTest::keyClick(m_timeline, Qt::Key_Down);
    QCOMPARE(m_timeline->visitedPlace()->text, u"The harbour"_s);
    QTest::keyClick(m_timeline, Qt::Key_Down); // the last stays
    QCOMPARE(m_timeline->visitedPlace()->text, u"The harbour"_s);
    QVERIFY(m_timeline->valueText().contains(u"The harbour"));
    QVERIFY(m_seeks->isEmpty());
    QCOMPARE(m_timeline->position(), 10s);
    QTest::keyClick(m_timeline, Qt::Key_Return);
    QCOMPARE(lastSeek(), 100s);
    QVERIFY(!m_timeline->visitedPlace());

    QTest::keyClick(m_timeline, Qt::Key_Up);
    QCOMPARE(m_timeline->visitedPlace()->kind, Kind::Highlight);
    QTest::keyClick(m_timeline, Qt::Key_Up);
    QCOMPARE(m_timeline->visitedPlace()->text, u"Beginning"_s);
    QTest::keyClick(m_timeline, Qt::Key_Escape);
    QVERIFY(!m_timeline->visitedPlace());
    QCOMPARE(m_seeks->count(), 1);
}

void TestTimeline::spacePlays()
{
    QSignalSpy playing(m_timeline, &Timeline::playPauseRequested);
    QTest::keyClick(m_timeline, Qt::Key_Space);
    QCOMPARE(playing.count(), 1);
}

void TestTimeline::chaptersWithoutTitleHaveANumber()
{
    m_timeline->setChapters({{0s, 20s, u"Beginning"_s}, {20s, 300s, {}}});
    m_timeline->setPosition(10s);
    QTest::keyClick(m_timeline, Qt::Key_Down);
    QTRY_VERIFY(m_timeline->popup());
    QCOMPARE(m_timeline->popup()->content().title, u"Chapter 2"_s);
    QTest::keyClick(m_timeline, Qt::Key_Down);
    const QString expected = u"Chapter 2 · Highlight, %1"_s.arg(markName(notes::Mark::Two));
    QCOMPARE(m_timeline->popup()->content().title, expected);
    QVERIFY2(m_timeline->valueText().contains(expected), qPrintable(m_timeline->valueText()));
}

void TestTimeline::pointingShowsTimeAndWords()
{
    QTest::mouseMove(m_timeline, at(36s));
    QTRY_VERIFY(m_timeline->popup());
    const MediaTime time = m_timeline->scale().timeAt(at(36s).x());
    const TimelinePopup::Content content = m_timeline->popup()->content();
    QCOMPARE(content.time, clockText(time));
    QVERIFY(content.title.contains(markName(notes::Mark::Two)));
    m_timeline->setMarkNames({QString(), u"claim"_s, QString(), QString(), QString()});
    QTest::mouseMove(m_timeline, at(36s) + QPoint(1, 0));
    QTRY_VERIFY(m_timeline->popup()->content().title.contains(u"claim"));
    const auto token = transcript::tokenAt(m_session->timings(), time);
    QVERIFY(token);
    const reading::TextRange range = m_session->reading().tokenRanges[size_t(*token)];
    QCOMPARE(content.spoken.word, m_session->reading().text.mid(range.begin, range.end - range.begin));
    QVERIFY(m_seeks->isEmpty());
    QTest::mouseMove(m_timeline, at(200s));
    QTRY_COMPARE(m_timeline->popup()->content().time, clockText(m_timeline->scale().timeAt(at(200s).x())));
    QVERIFY(!m_timeline->popup()->content().title.contains(markName(notes::Mark::Two)));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_timeline, &leave);
    QVERIFY(!m_timeline->popup());
}

void TestTimeline::thePopupStaysInsideTheWindow()
{
    for (const MediaTime time : {0s, 150s, 300s}) {
        QTest::mouseMove(m_timeline, at(time));
        QTRY_VERIFY(m_timeline->popup());
        const QRect popup = m_timeline->popup()->geometry();
        QVERIFY(m_window->rect().contains(popup));
        QVERIFY(popup.bottom() < m_timeline->y());
    }
}

void TestTimeline::focusByKeysShowsThePlayheadsWords()
{
    m_timeline->setPosition(60s);
    m_timeline->clearFocus(); // it has it with the window
    QVERIFY(!m_timeline->popup());
    m_timeline->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(m_timeline->popup());
    QCOMPARE(m_timeline->popup()->content().time, u"1:00"_s);
    // It goes along while it plays.
    m_timeline->setPosition(66s);
    QCOMPARE(m_timeline->popup()->content().time, u"1:06"_s);
    m_timeline->clearFocus();
    QVERIFY(!m_timeline->popup());
}

void TestTimeline::highlightsAppearAsTheyAreMade()
{
    QCOMPARE(m_timeline->places().size(), size_t(1));
    const HighlightId id = m_session->toggleHighlight({200, 220}, notes::Mark::Four);
    QCOMPARE(m_timeline->places().size(), size_t(2));
    QCOMPARE(m_timeline->places().back(), (Place{Kind::Highlight, 60s, 66280ms, {}, notes::Mark::Four, id}));
    m_session->removeHighlight(id);
    QCOMPARE(m_timeline->places().size(), size_t(1));
}

// The rail under what has been heard is there in grey, too.
void TestTimeline::whatIsHeardDiffersInMoreThanColour()
{
    // Loud at first, then soft.
    const QByteArray levels = QByteArray(200, char(255)) + QByteArray(5800, char(20));
    m_timeline->setPeaks(std::make_shared<audio::Peaks>(audio::Peaks{levels}));
    m_timeline->setPosition(150s);
    const QImage image = m_timeline->grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    const auto contrastAt = [&](MediaTime time) {
        const int x = at(time).x();
        int darkest = 255;
        int lightest = 0;
        // Below the flat wave, above the highlights.
        for (int y = image.height() / 2 + 6; y < image.height() - 9; ++y) {
            darkest = std::min(darkest, qGray(image.pixel(x, y)));
            lightest = std::max(lightest, qGray(image.pixel(x, y)));
        }
        return lightest - darkest;
    };
    QVERIFY(contrastAt(100s) > 80);
    QVERIFY(contrastAt(200s) < 20);
}

void TestTimeline::playingPaintsOnlyAroundThePlayhead()
{
    m_timeline->setPeaks(std::make_shared<audio::Peaks>(audio::Peaks{QByteArray(6000, char(100))}));
    m_timeline->setPosition(100s);
    QTest::qWait(50);
    PaintWatch watch;
    m_timeline->installEventFilter(&watch);
    for (MediaTime time = 100s; time < 101s; time += 16ms) {
        m_timeline->setPosition(time);
        QTest::qWait(0);
    }
    QTest::qWait(20);
    const QRegion painted = watch.take();
    QVERIFY(!painted.isEmpty());
    QVERIFY2(painted.boundingRect().width() < 30, qPrintable(QString::number(painted.boundingRect().width())));
    // A playhead that has not reached another pixel paints nothing.
    m_timeline->setPosition(m_timeline->position() + 1ms);
    QTest::qWait(20);
    QVERIFY(watch.take().isEmpty());
}

void TestTimeline::screenReadersHearTheTimeAndTheWords()
{
    m_timeline->setPosition(60s);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(m_timeline);
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::Slider);
    QVERIFY(!interface->text(QAccessible::Name).isEmpty());
    QAccessibleValueInterface *value = interface->valueInterface();
    QVERIFY(value);
    QCOMPARE(value->currentValue().toDouble(), 60.0);
    QCOMPARE(value->minimumValue().toDouble(), 0.0);
    QCOMPARE(value->maximumValue().toDouble(), 300.0);
    const QString text = interface->text(QAccessible::Value);
    QVERIFY2(text.startsWith(u"1:00 of 5:00"_s), qPrintable(text));
    const Spoken spoken = spokenAt(m_session->reading(), m_session->timings(), 60s);
    QVERIFY(!spoken.word.isEmpty());
    QVERIFY(text.contains(spoken.word + u' ' + spoken.after));
    value->setCurrentValue(90.5);
    QCOMPARE(lastSeek(), 90500ms);
}

void TestTimeline::withoutAudioItAsksForSome()
{
    m_timeline->setSound(Timeline::Sound::None);
    QSignalSpy asked(m_timeline, &Timeline::audioRequested);
    QTest::mouseMove(m_timeline, at(30s));
    QTest::mouseClick(m_timeline, Qt::LeftButton, {}, at(60s));
    QCOMPARE(asked.count(), 1);
    QTest::keyClick(m_timeline, Qt::Key_Return);
    QCOMPARE(asked.count(), 2);
    QTest::keyClick(m_timeline, Qt::Key_Right);
    wheel(120);
    QVERIFY(m_seeks->isEmpty());
    QVERIFY(!m_timeline->popup());
    QVERIFY(m_timeline->valueText().contains(u"audio"));
    m_timeline->setSession(nullptr);
    QTest::mouseClick(m_timeline, Qt::LeftButton, {}, at(60s));
    QCOMPARE(asked.count(), 2);
    QCOMPARE(m_timeline->focusPolicy(), Qt::NoFocus); // nothing to stop at
}

void TestTimeline::withoutALengthNothingHasAPlace()
{
    m_timeline->setSound(Timeline::Sound::None);
    const QImage known = m_timeline->grab().toImage();
    m_timeline->setDuration(0s);
    const QImage unknown = m_timeline->grab().toImage();
    QVERIFY(unknown != known); // the highlight
    m_session->removeHighlight(m_session->highlights().front().id);
    QCOMPARE(m_timeline->grab().toImage(), unknown);
}

void TestTimeline::withoutPeaksItCanBeSoughtIn()
{
    const QImage plain = m_timeline->grab().toImage();
    m_timeline->setPeaksProgress(0.5);
    QVERIFY(m_timeline->grab().toImage() != plain);
    QTest::mouseClick(m_timeline, Qt::LeftButton, {}, at(120s));
    QVERIFY(isNear(lastSeek(), 120s));
}

void TestTimeline::aLowWindowGetsALowTimeline()
{
    const int normal = m_timeline->height();
    m_timeline->setSizeKind(Timeline::Size::Low);
    QTRY_VERIFY(m_timeline->height() <= normal / 2);
    QTest::mouseClick(m_timeline, Qt::LeftButton, {}, at(38s, 0.9));
    QCOMPARE(lastSeek(), 30s);
}

QTEST_MAIN(TestTimeline)
#include "test_timeline.moc"
