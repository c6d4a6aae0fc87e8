// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/viewonscreen.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextDocument>

using namespace earmark;
using namespace earmark::ui;
using namespace Qt::StringLiterals;
using transcript::TokenIndex;
using transcript::TokenSpan;

class TestTranscriptInput : public ViewOnScreen
{
    Q_OBJECT

private Q_SLOTS:
    void sentencesAndParagraphs_data();
    void sentencesAndParagraphs();
    void clickActivatesTheWord();
    void clickBesideTheTextActivatesNothing();
    void enterActivatesTheCursor();
    void dragSelectsWholeWords_data();
    void dragSelectsWholeWords();
    void doubleClickSelectsTheWord();
    void shiftArrowsSelectAndEscapeClears();
    void letterKeysReachTheWindow();
    void spaceIsLeftToTheWindow();
    void copyIsTheQuote();
};

void TestTranscriptInput::sentencesAndParagraphs_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<TokenIndex>("cursor");
    QTest::newRow("next sentence") << u"j"_s << 4;
    QTest::newRow("a cue is a sentence") << u"jj"_s << 8;
    QTest::newRow("into the next paragraph") << u"jjj"_s << 9;
    QTest::newRow("past a label") << u"jjjj"_s << 13;
    QTest::newRow("not beyond the end") << u"jjjjjjjjj"_s << 17;
    QTest::newRow("back") << u"jjjk"_s << 8;
    QTest::newRow("not before the start") << u"jkkk"_s << 1;
    QTest::newRow("next paragraph") << u"J"_s << 9;
    QTest::newRow("paragraphs to the last") << u"JJJJ"_s << 13;
    QTest::newRow("back to this paragraph's start") << u"JJjK"_s << 13;
    QTest::newRow("back to the paragraph before") << u"JJK"_s << 9;
    QTest::newRow("end") << u"G"_s << 17;
    QTest::newRow("start") << u"Gg"_s << 1;
}

void TestTranscriptInput::sentencesAndParagraphs()
{
    QFETCH(QString, keys);
    QFETCH(TokenIndex, cursor);
    open(made::episode(shortText()));
    QSignalSpy moved(m_view.get(), &TranscriptView::cursorMoved);
    for (const QChar key : keys) {
        switch (key.unicode()) {
        case u'j': m_view->nextSentence(); break;
        case u'k': m_view->previousSentence(); break;
        case u'J': m_view->nextParagraph(); break;
        case u'K': m_view->previousParagraph(); break;
        case u'g': m_view->toStart(); break;
        case u'G': m_view->toEnd(); break;
        default: QFAIL("unknown key");
        }
    }
    QCOMPARE(m_view->cursorToken(), cursor);
    QVERIFY(!moved.isEmpty());
}

void TestTranscriptInput::clickActivatesTheWord()
{
    open(made::episode(shortText()));
    QSignalSpy activated(m_view.get(), &TranscriptView::tokenActivated);
    for (const TokenIndex token : {1, 6, 8, 11, 19}) {
        activated.clear();
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(token));
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().value<TokenIndex>(), token);
        QCOMPARE(m_view->cursorToken(), token);
        QVERIFY(m_view->currentSpan()->contains(token));
        QVERIFY(!m_view->hasTokenSelection());
        QTest::qWait(QApplication::doubleClickInterval() + 10);
    }
    QCOMPARE(m_view->currentSpan(), (TokenSpan{17, 19}));
}

void TestTranscriptInput::clickBesideTheTextActivatesNothing()
{
    open(made::episode(shortText()));
    QSignalSpy activated(m_view.get(), &TranscriptView::tokenActivated);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(5, pointOf(9).y()));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(500, 690));
    QVERIFY(activated.isEmpty());
}

void TestTranscriptInput::enterActivatesTheCursor()
{
    open(made::episode(shortText()));
    QSignalSpy activated(m_view.get(), &TranscriptView::tokenActivated);
    m_view->nextSentence();
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated[0].first().value<TokenIndex>(), 4);
    QCOMPARE(activated[1].first().value<TokenIndex>(), 5);
}

void TestTranscriptInput::dragSelectsWholeWords_data()
{
    QTest::addColumn<TokenIndex>("from");
    QTest::addColumn<TokenIndex>("to");
    QTest::addColumn<TokenSpan>("span");
    QTest::newRow("forwards") << 2 << 5 << TokenSpan{2, 5};
    QTest::newRow("backwards") << 5 << 2 << TokenSpan{2, 5};
    QTest::newRow("across paragraphs and a label") << 10 << 14 << TokenSpan{10, 14};
    QTest::newRow("upwards across paragraphs") << 14 << 6 << TokenSpan{6, 14};
}

void TestTranscriptInput::dragSelectsWholeWords()
{
    QFETCH(TokenIndex, from);
    QFETCH(TokenIndex, to);
    QFETCH(TokenSpan, span);
    open(made::episode(shortText()));
    QSignalSpy activated(m_view.get(), &TranscriptView::tokenActivated);
    drag(pointOf(from), pointOf(to));
    QVERIFY(m_view->hasTokenSelection());
    QCOMPARE(m_view->currentSpan(), span);
    QCOMPARE(m_view->cursorToken(), span.first);
    const auto range = reading::rangeOf(m_session->reading(), span);
    QCOMPARE(m_view->textCursor().selectionStart(), range.begin);
    QCOMPARE(m_view->textCursor().selectionEnd(), range.end);
    QVERIFY(activated.isEmpty());
    QVERIFY(!m_view->isFollowing());
}

void TestTranscriptInput::doubleClickSelectsTheWord()
{
    open(made::episode(shortText()));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(10));
    QCOMPARE(m_view->currentSpan(), (TokenSpan{10, 10}));
    QVERIFY(m_view->hasTokenSelection());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(10)); // the third: its sentence
    QCOMPARE(m_view->currentSpan(), (TokenSpan{9, 11}));
}

void TestTranscriptInput::shiftArrowsSelectAndEscapeClears()
{
    open(made::episode(shortText()));
    m_view->nextSentence();
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_view->currentSpan(), (TokenSpan{4, 4}));
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_view->currentSpan(), (TokenSpan{4, 6}));
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_view->currentSpan(), (TokenSpan{4, 5}));
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(m_view->currentSpan()->last >= 9);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->hasTokenSelection());
    QCOMPARE(m_view->currentSpan(), (TokenSpan{4, 7}));
    m_view->selectAll();
    QCOMPARE(m_view->currentSpan(), (TokenSpan{1, 19}));
    m_view->nextParagraph();
    QVERIFY(!m_view->hasTokenSelection());
    QCOMPARE(m_view->cursorToken(), 9);
}

void TestTranscriptInput::letterKeysReachTheWindow()
{
    open(made::episode(shortText()));
    QAction next;
    next.setShortcut(QKeySequence(Qt::Key_J));
    m_view->addAction(&next);
    connect(&next, &QAction::triggered, m_view.get(), &TranscriptView::nextSentence);
    QTest::keyClick(m_view.get(), Qt::Key_J);
    QCOMPARE(m_view->cursorToken(), 4);
}

void TestTranscriptInput::spaceIsLeftToTheWindow()
{
    open(made::longEpisode(5000));
    QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, {}, u" "_s);
    QApplication::sendEvent(m_view.get(), &space);
    QVERIFY(!space.isAccepted());
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
}

void TestTranscriptInput::copyIsTheQuote()
{
    open(made::episode(shortText()));
    drag(pointOf(4), pointOf(11));
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    QCOMPARE(copied, reading::quote(m_session->reading(), m_session->transcript(), {4, 11}));
    QVERIFY(!copied.contains(u'\n'));
}

QTEST_MAIN(TestTranscriptInput)
#include "test_transcriptinput.moc"
