// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/transcript/viewonscreen.h"

#include <QApplication>
#include <QHelpEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QToolTip>
#include <QWheelEvent>

using namespace earmark;
using namespace earmark::ui;
using namespace Qt::StringLiterals;
using transcript::TokenIndex;
using transcript::TokenSpan;

class TestTranscriptView : public ViewOnScreen
{
    Q_OBJECT

private Q_SLOTS:
    void emptyViewHasNothing();
    void opensAtTheFirstSentence();
    void litWordIsWhereTheWordIs();
    void nothingMovesWhenLitOrMarked();
    void followsAndLetsGo_data();
    void followsAndLetsGo();
    void clickKeepsFollowing();
    void cursorGoesWithTheLitWord();
    void innermostHighlightAtCursor();
    void thePointerIsToldWhatIsUnderIt();
    void aFourthMarkAtAPlaceHasASign();
    void newTimesKeepThePlace();
    void zoomKeepsThePlace();
    void theLookIsAsChosen();
    void theLookKeepsThePlace();
    void timesStandBesideParagraphsOnRequest();
    void nothingIsClippedWhenNarrow();
    void themeFollowsThePalette();
    void rightToLeftStandsAtTheRight();
    void aLineUnderThePointerShowsItsTime();
    void aScreenReaderHearsWhoSpeaks();
    void hundredThousandWordsOpen();

private:
    // Of the text, in pixels.
    [[nodiscard]] int columnWidth() const
    {
        const QTextFrameFormat frame = m_view->document()->rootFrame()->frameFormat();
        return int(m_view->document()->size().width() - frame.leftMargin() - frame.rightMargin());
    }
};

void TestTranscriptView::emptyViewHasNothing()
{
    QVERIFY(!m_view->currentSpan());
    QVERIFY(!m_view->cursorToken());
    QVERIFY(!m_view->highlightAtCursor());
    m_view->setLitToken(3);
    QVERIFY(!m_view->litToken());
    m_view->nextSentence();
    m_view->previousParagraph();
    m_view->toEnd();
    m_view->showToken(5);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton);
    QVERIFY(!m_view->currentSpan());
    open(library::OpenEpisode{});
    m_view->nextSentence();
    QVERIFY(!m_view->currentSpan());
}

void TestTranscriptView::opensAtTheFirstSentence()
{
    open(made::episode(shortText()));
    QCOMPARE(m_view->currentSpan(), (TokenSpan{0, 3}));
    QCOMPARE(m_view->cursorToken(), 1); // the label is not shown
    QVERIFY(m_view->isFollowing());
    QCOMPARE(m_view->toPlainText(), m_session->reading().text);
}

void TestTranscriptView::litWordIsWhereTheWordIs()
{
    open(made::episode(shortText()));
    m_view->toEnd(); // away from the words lit: only they change
    for (const TokenIndex token : {1, 6, 8, 10}) {
        m_view->setLitToken(std::nullopt);
        const QImage before = picture();
        m_view->setLitToken(token);
        const QRect changed = differing(before, picture());
        const QRect word = rectOf(token);
        QVERIFY(!changed.isEmpty());
        QVERIFY2(word.adjusted(-6, -6, 6, 8).contains(changed), qPrintable(QString::number(token)));
        QVERIFY(changed.width() >= word.width());
    }
}

void TestTranscriptView::nothingMovesWhenLitOrMarked()
{
    open(made::longEpisode(2000));
    m_view->setFollowing(false);
    const QSizeF size = m_view->document()->size();
    const QRect far = rectOf(300);
    m_view->setLitToken(7);
    m_session->toggleHighlight({3, 40}, notes::Mark::Four);
    const auto id = m_session->toggleHighlight({20, 90}, notes::Mark::Two);
    m_session->setNote(id, u"Worth a note"_s);
    m_view->nextSentence();
    QCOMPARE(m_view->document()->size(), size);
    QCOMPARE(rectOf(300), far);
}

void TestTranscriptView::followsAndLetsGo_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("wheel") << 0;
    QTest::newRow("page key") << 1;
    QTest::newRow("scroll bar") << 2;
    QTest::newRow("sentence cursor") << 3;
    QTest::newRow("selection") << 4;
}

void TestTranscriptView::followsAndLetsGo()
{
    QFETCH(int, how);
    open(made::longEpisode(5000));
    QSignalSpy following(m_view.get(), &TranscriptView::followingChanged);
    m_view->setLitToken(1500);
    const int height = m_view->viewport()->height();
    QTRY_VERIFY(rectOf(1500).top() >= 0 && rectOf(1500).top() <= height / 3);

    switch (how) {
    case 0: {
        const QPoint at(500, 300);
        QWheelEvent wheel(at, m_view->mapToGlobal(at), {}, QPoint(0, -240), {}, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view->viewport(), &wheel);
        break;
    }
    case 1: QTest::keyClick(m_view.get(), Qt::Key_PageDown); break;
    case 2: m_view->verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepAdd); break;
    case 3: m_view->nextParagraph(); break;
    default: drag(pointOf(1500), pointOf(1503)); break;
    }
    QCOMPARE(following.size(), 1);
    QVERIFY(!m_view->isFollowing());
    QTest::qWait(200); // until nothing moves any more
    const int resting = m_view->verticalScrollBar()->value();
    m_view->setLitToken(3000);
    QTest::qWait(200);
    QCOMPARE(m_view->verticalScrollBar()->value(), resting);

    m_view->setFollowing(true);
    QCOMPARE(following.size(), 2);
    QTRY_VERIFY(rectOf(3000).top() >= 0 && rectOf(3000).top() <= height / 3);
}

void TestTranscriptView::clickKeepsFollowing()
{
    open(made::longEpisode(5000));
    m_view->setLitToken(1500);
    QTest::qWait(200);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(1530));
    QVERIFY(m_view->isFollowing());
}

void TestTranscriptView::cursorGoesWithTheLitWord()
{
    open(made::episode(shortText()));
    m_view->setLitToken(6);
    QCOMPARE(m_view->currentSpan(), (TokenSpan{4, 7}));
    m_view->setLitToken(9);
    QCOMPARE(m_view->currentSpan(), (TokenSpan{9, 11}));
    m_view->previousSentence();
    m_view->setLitToken(10);
    QCOMPARE(m_view->currentSpan(), (TokenSpan{8, 8}));
    m_view->showToken(10);
    m_view->setFollowing(true);
    m_view->showToken(2); // elsewhere than what is heard
    QVERIFY(!m_view->isFollowing());
    QCOMPARE(m_view->cursorToken(), 2);
}

void TestTranscriptView::innermostHighlightAtCursor()
{
    library::OpenEpisode episode = made::episode(shortText());
    const HighlightId outer = HighlightId::create();
    const HighlightId inner = HighlightId::create();
    for (const auto &[id, span] : {std::pair(outer, TokenSpan{4, 11}), std::pair(inner, TokenSpan{5, 6})}) {
        notes::Highlight highlight;
        highlight.id = id;
        highlight.span = span;
        episode.highlights.push_back(highlight);
    }
    open(episode);
    QVERIFY(!m_view->highlightAtCursor());
    m_view->showToken(6);
    QCOMPARE(m_view->highlightAtCursor(), inner);
    m_view->showHighlight(outer);
    QCOMPARE(m_view->cursorToken(), 4);
    QCOMPARE(m_view->highlightAtCursor(), outer);
    m_view->toEnd();
    QVERIFY(!m_view->highlightAtCursor());
    m_session->removeHighlight(inner);
    m_view->showToken(6);
    QCOMPARE(m_view->highlightAtCursor(), outer);
}

void TestTranscriptView::thePointerIsToldWhatIsUnderIt()
{
    open(made::episode(shortText()));
    const auto tip = [this](QPoint at) {
        QHelpEvent event(QEvent::ToolTip, at, m_view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_view->viewport(), &event);
        return QToolTip::isVisible() ? QToolTip::text() : QString();
    };
    const HighlightId outer = m_session->toggleHighlight({1, 7}, notes::Mark::One);
    QCOMPARE(tip(pointOf(2)), QString()); // nothing that is not seen
    m_session->setNote(outer, u"Is <this> *so*?\nYes."_s);
    m_session->setTags(outer, {u"doubt"_s});
    const QString one = tip(pointOf(2));
    QVERIFY2(one.contains(u"Is &lt;this&gt; *so*?<br>Yes."_s) && one.contains(u"#doubt"_s), qPrintable(one));
    // Of several each, the shortest first.
    m_view->setMarkNames({QString(), u"claim"_s});
    const HighlightId inner = m_session->toggleHighlight({2, 3}, notes::Mark::Two);
    QCOMPARE(m_view->highlightsOver({2, 2}), (std::vector<HighlightId>{inner, outer}));
    const QString both = tip(pointOf(2));
    QVERIFY2(both.indexOf(u"(claim)"_s) >= 0 && both.indexOf(u"(claim)"_s) < both.indexOf(u"#doubt"_s),
             qPrintable(both));
    QVERIFY(!tip(pointOf(6)).contains(u"claim"_s));
    // The sign of the note, in the margin.
    const QPoint margin(m_view->viewport()->width() - 5, pointOf(1).y());
    QVERIFY(tip(margin).contains(u"#doubt"_s));
    QToolTip::hideText();
}

void TestTranscriptView::aFourthMarkAtAPlaceHasASign()
{
    open(made::episode(shortText()));
    m_view->toEnd();
    for (const int last : {7, 6, 5})
        m_session->toggleHighlight({1, last}, notes::Mark::One);
    const QImage before = picture();
    m_session->toggleHighlight({2, 4}, notes::Mark::Four);
    const QRect changed = differing(before, picture());
    QRect text;
    for (TokenIndex token = 1; token <= 7; ++token)
        text |= rectOf(token);
    QVERIFY2(changed.right() > text.right() + 20, qPrintable(QString::number(changed.right())));
}

void TestTranscriptView::newTimesKeepThePlace()
{
    open(made::longEpisode(5000));
    m_view->setFollowing(false);
    m_view->showToken(2500);
    const TokenIndex cursor = *m_view->cursorToken();
    const int top = rectOf(2500).top();
    transcript::Timings timings = m_session->timings();
    for (auto &timing : timings)
        timing.start += MediaTime(50);
    const QSignalSpy changed(m_session.get(), &library::EpisodeSession::timingsChanged);
    Q_EMIT m_service.timesRead(m_session->id(),
                               std::make_shared<const library::EpisodeTimes>(library::EpisodeTimes{
                                   timings, MediaTime(2000000), reading::divide(m_session->transcript(), timings)}));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_view->toPlainText(), m_session->reading().text);
    QCOMPARE(m_view->cursorToken(), cursor);
    const int line = m_view->fontMetrics().height() * 2;
    QVERIFY(std::abs(rectOf(2500).top() - top) <= m_view->viewport()->height() / 3 + line);
    QVERIFY(m_view->viewport()->rect().contains(rectOf(2500)));
}

void TestTranscriptView::zoomKeepsThePlace()
{
    open(made::longEpisode(5000));
    m_view->setFollowing(false);
    m_view->showToken(2500);
    const auto topToken = [this] {
        const QPoint corner(m_view->viewport()->width() / 2, 20);
        return *reading::tokenAtPosition(m_session->reading(), m_view->cursorForPosition(corner).position());
    };
    const TokenIndex before = topToken();
    QSignalSpy zoomed(m_view.get(), &TranscriptView::zoomChanged);
    const QPoint at(500, 300);
    QWheelEvent wheel(at, m_view->mapToGlobal(at), {}, QPoint(0, 120), {}, Qt::ControlModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(m_view->viewport(), &wheel);
    QCOMPARE(zoomed.size(), 1);
    QVERIFY(m_view->zoom() > 1.05);
    QVERIFY(std::abs(topToken() - before) < 30);
    for (const double zoom : {1.5, 2.0, 1.0})
        m_view->setZoom(zoom);
    QVERIFY(std::abs(topToken() - before) < 30);
    m_view->setZoom(9);
    QCOMPARE(m_view->zoom(), 3.0);
    for (const int width : {700, 1400, 500, 1000})
        m_view->resize(width, 700);
    m_view->setZoom(1);
    QVERIFY(std::abs(topToken() - before) < 30);
}

void TestTranscriptView::theLookIsAsChosen()
{
    open(made::longEpisode(400));
    const auto width = [this] { return columnWidth(); };
    const int normal = width();
    const double height = m_view->document()->size().height();
    TextLook look;
    look.measure = TextLook::shortLines;
    m_view->setLook(look);
    QVERIFY(width() < normal);
    look.measure = TextLook::longLines;
    m_view->setLook(look);
    QVERIFY(width() > normal);
    look = {};
    look.lineHeight = TextLook::wideLines;
    m_view->setLook(look);
    QCOMPARE(width(), normal);
    QVERIFY(m_view->document()->size().height() > height * 1.1);
    look = {};
    look.letters = TextLook::Letters::Sans;
    m_view->setLook(look);
    QVERIFY(m_view->document()->defaultFont().families() != readingFont(1).families());
    look = {};
    look.paper = TextLook::Paper::Dark;
    m_view->setLook(look);
    QCOMPARE(picture().pixelColor(2, 2), themeFor(QApplication::palette(), TextLook::Paper::Dark).ground);
    m_view->setLook({});
    QCOMPARE(picture().pixelColor(2, 2), themeFor(QApplication::palette()).ground);
    QCOMPARE(m_view->document()->size().height(), height);
}

void TestTranscriptView::theLookKeepsThePlace()
{
    open(made::longEpisode(5000));
    m_view->setFollowing(false);
    m_view->showToken(2500);
    const auto topToken = [this] {
        const QPoint corner(m_view->viewport()->width() / 2, 20);
        return *reading::tokenAtPosition(m_session->reading(), m_view->cursorForPosition(corner).position());
    };
    const TokenIndex before = topToken();
    const auto cursor = m_view->cursorToken();
    TextLook look;
    for (const auto paper : {TextLook::Paper::Sepia, TextLook::Paper::Dark, TextLook::Paper::Desktop}) {
        look.paper = paper;
        look.measure = paper == TextLook::Paper::Dark ? TextLook::longLines : TextLook::shortLines;
        look.lineHeight = paper == TextLook::Paper::Dark ? TextLook::closeLines : TextLook::wideLines;
        m_view->setLook(look);
        QVERIFY(std::abs(topToken() - before) < 30);
        QCOMPARE(m_view->cursorToken(), cursor);
    }
}

// Nothing else changes where there is room, and they are not cut off where there is little.
void TestTranscriptView::timesStandBesideParagraphsOnRequest()
{
    open(made::episode(shortText()));
    const QImage before = picture();
    TextLook look;
    look.times = true;
    m_view->setLook(look);
    const QRect times = differing(before, picture());
    QVERIFY(!times.isEmpty());
    QVERIFY(times.left() > rectOf(10).right());
    QVERIFY(times.top() <= rectOf(1).bottom());
    QVERIFY(times.bottom() >= rectOf(13).top());
    m_view->setLook({});
    QVERIFY(differing(before, picture()).isEmpty());
    m_view->resize(420, 600);
    const int plain = columnWidth();
    m_view->setLook(look);
    QVERIFY(columnWidth() < plain);
}

void TestTranscriptView::nothingIsClippedWhenNarrow()
{
    open(made::episode(shortText()));
    for (const int width : {1920, 1000, 700, 500, 350}) {
        m_view->resize(width, 600);
        QCoreApplication::processEvents();
        const QRect inside = m_view->viewport()->rect();
        for (TokenIndex token = 0; token < m_session->transcript().count(); ++token) {
            const QRect rect = rectOf(token);
            QVERIFY2(rect.left() >= 8 && rect.right() <= inside.right() - 8, qPrintable(QString::number(width)));
        }
        QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
    }
}

void TestTranscriptView::themeFollowsThePalette()
{
    open(made::episode(shortText()));
    const QPalette before = QApplication::palette();
    const QColor light = picture().pixelColor(2, 2);
    QPalette dark = before;
    dark.setColor(QPalette::Base, QColor(0xff202020));
    dark.setColor(QPalette::Window, QColor(0xff303030));
    dark.setColor(QPalette::Text, Qt::white);
    dark.setColor(QPalette::WindowText, Qt::white);
    QApplication::setPalette(dark);
    QCoreApplication::processEvents();
    const QColor ground = picture().pixelColor(2, 2);
    QApplication::setPalette(before);
    QCoreApplication::processEvents();
    QCOMPARE(ground, themeFor(dark).ground);
    QCOMPARE(picture().pixelColor(2, 2), light);
    QVERIFY(light != ground);
}

void TestTranscriptView::rightToLeftStandsAtTheRight()
{
    open(made::episode({{{}, u"A line from left to right."_s}, {{}, QString::fromUtf8("שלום לכולם וברוכים הבאים.")}}));
    const TokenIndex first = 6;
    QVERIFY(rectOf(first).center().x() > rectOf(first + 3).center().x());
    QVERIFY(rectOf(first).center().x() > 500);
    QSignalSpy activated(m_view.get(), &TranscriptView::tokenActivated);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(first + 1));
    QCOMPARE(activated.value(0).value(0).value<TokenIndex>(), first + 1);
    m_view->toStart();
    m_view->setLitToken(std::nullopt);
    const QImage before = picture();
    m_view->setFollowing(false);
    m_view->setLitToken(first + 1);
    QVERIFY(rectOf(first + 1).adjusted(-6, -6, 6, 8).contains(differing(before, picture())));
}

void TestTranscriptView::aLineUnderThePointerShowsItsTime()
{
    open(made::episode(shortText()));
    const QImage before = picture();
    QTest::mouseMove(m_view->viewport(), pointOf(10));
    const QRect time = differing(before, picture());
    QVERIFY(!time.isEmpty());
    QVERIFY(time.left() > m_view->width() / 2);
    QVERIFY(time.left() > rectOf(10).right());
    QVERIFY(time.top() >= rectOf(10).top() - 8);
    QVERIFY(time.bottom() <= rectOf(10).bottom() + 8);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(m_view->viewport(), &leave);
    QVERIFY(differing(before, picture()).isEmpty());
}

void TestTranscriptView::aScreenReaderHearsWhoSpeaks()
{
    open(made::episode(shortText()));
    QVERIFY2(m_view->accessibleDescription().contains(u"Mara"), qPrintable(m_view->accessibleDescription()));
    QVERIFY(m_view->accessibleDescription().contains(u"0:00"));
    m_view->toEnd();
    QVERIFY2(m_view->accessibleDescription().contains(u"Jonas"), qPrintable(m_view->accessibleDescription()));
    QVERIFY(m_view->accessibleDescription().contains(u"0:05"));
    m_view->setSession(nullptr);
    QCOMPARE(m_view->accessibleDescription(), QString());
}

void TestTranscriptView::hundredThousandWordsOpen()
{
    open(made::longEpisode(100000));
    QCOMPARE(m_view->document()->blockCount(), int(m_session->reading().paragraphs.size()));
    m_view->toEnd();
    QTRY_VERIFY(m_view->viewport()->rect().contains(rectOf(m_session->transcript().count() - 1)));
    m_view->toStart();
    QTRY_VERIFY(m_view->viewport()->rect().contains(rectOf(1)));
}

QTEST_MAIN(TestTranscriptView)
#include "test_transcriptview.moc"
