// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "ui/transcript/namefield.h"
#include "ui/transcript/wordsfield.h"
#include "ui/window/amending.h"
#include "ui/window/changesdialog.h"
#include "ui/window/messagebar.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace earmark;
using namespace earmark::ui;
using namespace Qt::StringLiterals;

namespace {

struct AmendingDesk : Desk {
    explicit AmendingDesk(const QByteArray &words = captions)
    {
        library::ImportRequest request;
        request.transcriptFile = write(QStringLiteral("walk.vtt"), words);
        service->importEpisode(request);
        if (!QTest::qWaitFor([this] { return session() != nullptr; }, 20000))
            qFatal("the captions were not opened");
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window is not active");
        window->text()->setFocus();
    }

    // Types into whatever field stands on the page, and saves.
    void type(const QString &text) const
    {
        QWidget *field = window->focusWidget();
        if (!qobject_cast<WordsField *>(field) && !qobject_cast<NameField *>(field))
            qFatal("no field has the focus");
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }

    [[nodiscard]] QString text() const { return session()->reading().text; }
};

} // namespace

// The text is changed, and changed back, with keys alone.
class WindowAmendingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWordIsCorrectedWhereItStands();
    void ofASentenceOnlyWhatDiffersIsCorrected();
    void whoSpeaksIsSaidWithOneKey();
    void whoIsNamedStaysNamed();
    void headingsAreWritten();
    void whatIsWrittenStaysInView();
    void theFirstParagraphHasNoneBefore();
    void whatIsTakenBackIsLeftAsItCame();
    void theListTakesBackOneByOne();
    void theListSaysWhatToDo();
    void anotherEpisodeClosesTheList();
};

void WindowAmendingTest::aWordIsCorrectedWhereItStands()
{
    const AmendingDesk desk;
    desk.window->text()->showWord(4); // harbour
    desk.press(Qt::Key_E);
    desk.type(u"port"_s);
    QVERIFY2(desk.text().startsWith(u"We met at the port on a windy morning."), qPrintable(desk.text()));
    QVERIFY(desk.window->text()->hasFocus());
    QVERIFY(desk.saved());
    QTest::keyClick(desk.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.text().contains(u"harbour"));
    QVERIFY(desk.saved());
}

void WindowAmendingTest::ofASentenceOnlyWhatDiffersIsCorrected()
{
    const AmendingDesk desk;
    desk.window->text()->showToken(0);
    desk.press(Qt::Key_E);
    desk.type(u"We met in the harbour on one windy morning."_s);
    QCOMPARE(desk.session()->amendments().size(), size_t(2));
    QCOMPARE(desk.session()->amendments()[0].text, u"in"_s);
    QCOMPARE(desk.session()->amendments()[1].span, (transcript::TokenSpan{6, 6}));
    desk.session()->undo();
    QVERIFY(desk.session()->amendments().empty());
}

void WindowAmendingTest::whoSpeaksIsSaidWithOneKey()
{
    const AmendingDesk desk;
    desk.press(Qt::Key_S, Qt::ShiftModifier);
    QVERIFY(desk.window->messages()->text().contains(u'S'));
    desk.window->text()->showToken(9);
    desk.press(Qt::Key_S);
    desk.type(u"Mara"_s);
    QCOMPARE(desk.session()->speakers(), QStringList{u"Mara"_s});
    desk.press(Qt::Key_S, Qt::ShiftModifier);
    desk.type(u"Mara Lind"_s);
    QCOMPARE(desk.session()->speakers(), QStringList{u"Mara Lind"_s});
    const size_t paragraphs = desk.session()->reading().paragraphs.size();
    desk.press(Qt::Key_P, Qt::ShiftModifier);
    QCOMPARE(desk.session()->reading().paragraphs.size(), paragraphs - 1);
    QVERIFY(desk.session()->speakers().isEmpty());
    QVERIFY(desk.saved());
}

void WindowAmendingTest::whoIsNamedStaysNamed()
{
    const AmendingDesk desk;
    QVERIFY(desk.session()->setTurn(9, u"Mara"_s));
    const size_t amendments = desk.session()->amendments().size();
    desk.window->text()->showToken(9);
    desk.press(Qt::Key_S);
    desk.type({}); // Enter alone
    QCOMPARE(desk.session()->speakers(), QStringList{u"Mara"_s});
    QCOMPARE(desk.session()->amendments().size(), amendments);
    desk.press(Qt::Key_S);
    desk.type(u"Jonas"_s); // in its place
    QCOMPARE(desk.session()->speakers(), QStringList{u"Jonas"_s});
    // Further on it is somebody else.
    desk.window->text()->showWord(10);
    desk.press(Qt::Key_S);
    desk.type({});
    QVERIFY(desk.session()->speakerAt(10).isEmpty());
    QCOMPARE(desk.session()->speakerAt(9), u"Jonas"_s);
}

// However much room it takes.
void WindowAmendingTest::whatIsWrittenStaysInView()
{
    QByteArray talk = "WEBVTT\n\n";
    for (int i = 10; i < 58; ++i)
        talk += "00:" + QByteArray::number(i) + ":01.000 --> 00:" + QByteArray::number(i)
            + ":50.000\nNobody had brought a map to the harbour, nor to any of the other places that we saw.\n\n";
    const AmendingDesk desk(talk);
    TranscriptView *text = desk.window->text();
    text->setFollowing(false);
    // As far down as the text need not scroll for the field.
    const auto placeOf = [&](transcript::TokenIndex token) {
        QTextCursor cursor(text->document());
        cursor.setPosition(desk.session()->reading().tokenRanges[size_t(token)].begin);
        return text->cursorRect(cursor);
    };
    text->showToken(0);
    text->verticalScrollBar()->setValue(0);
    const int line = placeOf(0).height();
    const auto &sentences = desk.session()->reading().sentences;
    for (size_t i = 1; placeOf(sentences[i].last).bottom() + 4 * line < text->viewport()->height(); ++i)
        text->nextSentence();
    const transcript::TokenIndex token = *text->cursorToken();
    QVERIFY(token > 0);
    desk.press(Qt::Key_T, Qt::ShiftModifier);
    desk.type(QString(u"A rather long heading about maps that nobody had brought "_s).repeated(6));
    QVERIFY(text->viewport()->rect().contains(placeOf(token)));
    QCOMPARE(text->cursorToken(), token);
}

void WindowAmendingTest::theFirstParagraphHasNoneBefore()
{
    const AmendingDesk desk;
    desk.window->text()->showToken(0);
    desk.press(Qt::Key_P, Qt::ShiftModifier);
    QVERIFY(desk.window->messages()->isShowing(Topic::Text));
    QVERIFY(desk.session()->amendments().empty());
}

void WindowAmendingTest::whatIsTakenBackIsLeftAsItCame()
{
    const AmendingDesk desk("WEBVTT\n\n00:01.000 --> 00:04.000\nThe price was $5. 5 million.\n");
    const QPointer<ChangesDialog> dialog = desk.window->amending()->showChanges();
    QCOMPARE(dialog->list()->count(), 1);
    QTest::keyClick(dialog->list(), Qt::Key_Delete);
    QCOMPARE(dialog->list()->count(), 1);
    QVERIFY2(dialog->list()->item(0)->text().contains(u"“$5. 5” left as it came"),
             qPrintable(dialog->list()->item(0)->text()));
}

void WindowAmendingTest::headingsAreWritten()
{
    const AmendingDesk desk;
    desk.window->text()->showToken(9);
    desk.press(Qt::Key_T, Qt::ShiftModifier);
    desk.type(u"The map"_s);
    QCOMPARE(desk.session()->reading().paragraphs.back().heading, u"The map"_s);
    QCOMPARE(desk.window->text()->toPlainText(), desk.text());
    QVERIFY(desk.saved());
}

void WindowAmendingTest::theListTakesBackOneByOne()
{
    const AmendingDesk desk;
    QVERIFY(desk.session()->correct({4, 4}, u"port"_s));
    QVERIFY(desk.session()->setHeading(9, u"The map"_s));
    desk.press(Qt::Key_E, Qt::ShiftModifier);
    const QPointer<ChangesDialog> dialog = desk.window->findChild<ChangesDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->list()->count(), 2);
    QVERIFY(dialog->list()->item(0)->text().contains(u"“port” instead of “harbour”"));
    QSignalSpy play(dialog, &ChangesDialog::playWanted);
    QTest::keyClick(dialog->list(), Qt::Key_Space);
    QCOMPARE(play.size(), 1);
    QTest::keyClick(dialog->list(), Qt::Key_Return);
    QCOMPARE(desk.window->text()->cursorToken(), 4);
    QTest::keyClick(dialog->list(), Qt::Key_Delete);
    QCOMPARE(dialog->list()->count(), 1);
    QVERIFY(desk.text().contains(u"harbour"));
    QTest::keyClick(dialog->list(), Qt::Key_Delete);
    QCOMPARE(dialog->list()->count(), 0);
    QVERIFY(desk.session()->amendments().empty());
    desk.session()->undo();
    QCOMPARE(dialog->list()->count(), 1);
    // Going there has left the text with the keys, Escape included, until one comes back.
    QCOMPARE(QApplication::focusWidget(), desk.window->text());
    desk.press(Qt::Key_E, Qt::ShiftModifier);
    QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(dialog->list(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    QVERIFY(desk.saved());
}

void WindowAmendingTest::theListSaysWhatToDo()
{
    const AmendingDesk desk;
    const QPointer<ChangesDialog> dialog = desk.window->amending()->showChanges();
    QVERIFY(!dialog->list()->isVisible());
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Close), Qt::LeftButton);
    QTRY_VERIFY(!dialog);
}

void WindowAmendingTest::anotherEpisodeClosesTheList()
{
    const AmendingDesk desk;
    const QPointer<ChangesDialog> dialog = desk.window->amending()->showChanges();
    desk.window->desk()->close();
    QTRY_VERIFY(!dialog);
}

QTEST_MAIN(WindowAmendingTest)
#include "test_windowamending.moc"
