// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "ui/window/glossarydialog.h"
#include "ui/window/glossaryflow.h"
#include "ui/window/messagebar.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTabWidget>

using namespace earmark;
using namespace earmark::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr char talk[] = "WEBVTT\n\n"
                        "00:01.000 --> 00:04.000\nThe app is made by deep sequel.\n\n"
                        "00:04.000 --> 00:07.000\nNobody knew what deep sequel was.\n\n"
                        "00:07.500 --> 00:10.000\nThat was deep sequel's best part.\n";

struct TalkDesk : Desk {
    explicit TalkDesk(const QByteArray &words = talk)
    {
        library::ImportRequest request;
        request.transcriptFile = write(QStringLiteral("talk.vtt"), words);
        service->importEpisode(request);
        if (!QTest::qWaitFor([this] { return window->desk()->session() != nullptr; }, 20000))
            qFatal("the captions were not opened");
    }

    [[nodiscard]] QString text() const { return session()->reading().text; }
};

} // namespace

// Misheard words are corrected everywhere, with keys alone, and never silently.
class WindowGlossaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCorrectionBecomesARuleThatFindsTheOthers();
    void whileCorrectingOneKeySavesAndGoesOn();
    void ofWordsThatWereChosenTheRuleHasAll();
    void whatWasFoundIsCorrectedEverywhere();
    void withoutWordsTheyAreAskedFor();
    void hitsAreCorrectedOneByOneOrAllTogether();
    void whatIsLeftStaysLeftUntilItIsWantedAgain();
    void theListFitsASmallScreen();
    void rulesAreChangedAndRemoved();
    void anImportOffersWhatRulesKnow();
    void theListIsOfTheEpisodeThatIsOpen();
};

void WindowGlossaryTest::aCorrectionBecomesARuleThatFindsTheOthers()
{
    TalkDesk desk;
    QVERIFY(desk.session()->correct({5, 6}, u"DeepSeek."_s));
    desk.window->text()->showWord(5);
    desk.press(Qt::Key_R, Qt::ControlModifier);
    auto *dialog = desk.window->findChild<GlossaryDialog *>();
    QVERIFY(dialog);
    const auto fields = dialog->findChildren<QLineEdit *>();
    QCOMPARE(fields.value(0)->text(), u"deep sequel"_s);
    QCOMPARE(fields.value(1)->text(), u"DeepSeek"_s);
    QTest::keyClick(fields.value(1), Qt::Key_Return);
    QTRY_COMPARE(dialog->found()->count(), 2); // the first one is corrected already
    QVERIFY(dialog->found()->item(0)->text().contains(u"what “deep sequel” was"_s));
    QCOMPARE(dialog->ruleList()->count(), 1);
    QVERIFY(desk.text().contains(u"what deep sequel was"_s)); // nothing by itself
}

void WindowGlossaryTest::whileCorrectingOneKeySavesAndGoesOn()
{
    TalkDesk desk;
    desk.window->text()->selectSpan({5, 6});
    desk.press(Qt::Key_E);
    auto *field = desk.window->text()->viewport()->findChild<QTextEdit *>();
    QVERIFY(field);
    field->selectAll();
    QTest::keyClicks(field, u"DeepSeek."_s);
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.text().startsWith(u"The app is made by DeepSeek. Nobody"_s));
    QTRY_VERIFY(desk.window->findChild<GlossaryDialog *>());
    const auto fields = desk.window->findChild<GlossaryDialog *>()->findChildren<QLineEdit *>();
    QCOMPARE(fields.value(0)->text(), u"deep sequel"_s);
    QCOMPARE(fields.value(1)->text(), u"DeepSeek"_s);
}

// Also of those that stayed: "us" is right in most places.
void WindowGlossaryTest::ofWordsThatWereChosenTheRuleHasAll()
{
    TalkDesk desk("WEBVTT\n\n"
                  "00:01.000 --> 00:04.000\nIt was made in the us.\n\n"
                  "00:04.000 --> 00:07.000\nNobody told us that the us knew.\n");
    desk.window->text()->search(u"the us"_s);
    desk.window->text()->endSearch();
    desk.press(Qt::Key_E);
    auto *field = desk.window->text()->viewport()->findChild<QTextEdit *>();
    QVERIFY(field);
    QCOMPARE(field->toPlainText(), u"the us."_s);
    field->selectAll();
    QTest::keyClicks(field, u"the U.S."_s);
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(desk.window->findChild<GlossaryDialog *>());
    auto *dialog = desk.window->findChild<GlossaryDialog *>();
    const auto fields = dialog->findChildren<QLineEdit *>();
    QCOMPARE(fields.value(0)->text(), u"the us"_s);
    QCOMPARE(fields.value(1)->text(), u"the U.S."_s);
    QTest::keyClick(fields.value(1), Qt::Key_Return);
    QTRY_COMPARE(dialog->found()->count(), 1);
    QTest::keyClick(dialog->found(), Qt::Key_Return);
    QCOMPARE(desk.text(), u"It was made in the U.S. Nobody told us that the U.S. knew."_s);
}

// After the search and during it, with the keys in its field.
void WindowGlossaryTest::whatWasFoundIsCorrectedEverywhere()
{
    TalkDesk desk;
    desk.press(Qt::Key_Slash);
    QPointer<QWidget> field = desk.window->focusWidget();
    QVERIFY(qobject_cast<QLineEdit *>(field));
    QTest::keyClicks(field, u"deep sequel"_s);
    QTest::keyClick(field, Qt::Key_R, Qt::ControlModifier);
    QPointer<GlossaryDialog> dialog = desk.window->findChild<GlossaryDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChildren<QLineEdit *>().value(0)->text(), u"deep sequel"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    desk.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTest::keyClick(field, Qt::Key_Return);
    QTest::keyClick(field, Qt::Key_Escape);
    desk.press(Qt::Key_R, Qt::ControlModifier);
    dialog = desk.window->findChild<GlossaryDialog *>();
    QVERIFY(dialog);
    const auto fields = dialog->findChildren<QLineEdit *>();
    QCOMPARE(fields.value(0)->text(), u"deep sequel"_s);
    QCOMPARE(dialog->focusWidget(), fields.value(1));
}

void WindowGlossaryTest::withoutWordsTheyAreAskedFor()
{
    TalkDesk desk;
    desk.window->text()->showToken(0);
    desk.press(Qt::Key_R, Qt::ControlModifier);
    auto *dialog = desk.window->findChild<GlossaryDialog *>();
    QVERIFY(dialog);
    const auto fields = dialog->findChildren<QLineEdit *>();
    QCOMPARE(dialog->focusWidget(), fields.value(0));
    fields.value(1)->setFocus();
    QTest::keyClicks(fields.value(1), u"DeepSeek"_s);
    QTest::keyClick(fields.value(1), Qt::Key_Return);
    QCOMPARE(dialog->focusWidget(), fields.value(0));
    QVERIFY(!dialog->saying().isEmpty());
    QTest::keyClicks(fields.value(0), u"deep sequel"_s);
    QTest::keyClick(fields.value(0), Qt::Key_Return);
    QVERIFY(dialog->saying().isEmpty());
    QTRY_COMPARE(dialog->found()->count(), 3);
    // What is said of a change goes with it.
    QTest::keyClick(dialog->found(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!dialog->saying().isEmpty());
    desk.session()->undo();
    QVERIFY(dialog->saying().isEmpty());
}

void WindowGlossaryTest::hitsAreCorrectedOneByOneOrAllTogether()
{
    TalkDesk desk;
    desk.service->saveRule(glossary::makeRule(u"deep sequel"_s, u"DeepSeek"_s));
    GlossaryDialog *dialog = desk.window->glossary()->show();
    QTRY_COMPARE(dialog->found()->count(), 3);
    dialog->found()->setCurrentRow(1);
    QTest::keyClick(dialog->found(), Qt::Key_Return);
    QCOMPARE(desk.text(),
             u"The app is made by deep sequel. Nobody knew what DeepSeek was. That was deep sequel's best part."_s);
    QCOMPARE(dialog->found()->count(), 2);
    QTest::keyClick(dialog->found(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk.text(),
             u"The app is made by DeepSeek. Nobody knew what DeepSeek was. That was DeepSeek's best part."_s);
    QCOMPARE(dialog->found()->count(), 0);
    QTRY_COMPARE(desk.session()->amendments().size(), size_t(3));
    // All together is one step, one by one was another.
    desk.session()->undo();
    QCOMPARE(desk.session()->amendments().size(), size_t(1));
    QCOMPARE(dialog->found()->count(), 2);
    QTest::keyClick(dialog->found(), Qt::Key_Delete); // this one is right as it is
    QCOMPARE(dialog->found()->count(), 1);
}

void WindowGlossaryTest::whatIsLeftStaysLeftUntilItIsWantedAgain()
{
    TalkDesk desk;
    desk.service->saveRule(glossary::makeRule(u"deep sequel"_s, u"DeepSeek"_s));
    QPointer<GlossaryDialog> dialog = desk.window->glossary()->show();
    QTRY_COMPARE(dialog->found()->count(), 3);
    dialog->found()->setCurrentRow(1);
    QTest::keyClick(dialog->found(), Qt::Key_Delete);
    QTest::keyClick(dialog->found(), Qt::Key_Delete);
    QCOMPARE(dialog->found()->count(), 1);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);

    dialog = desk.window->glossary()->show();
    QTRY_COMPARE(dialog->declinedList()->count(), 2);
    QCOMPARE(dialog->found()->count(), 1);
    QVERIFY(dialog->declinedList()->item(0)->text().contains(u"what “deep sequel” was"_s));
    QSignalSpy play(dialog, &GlossaryDialog::playWanted);
    dialog->declinedList()->setCurrentRow(0);
    QTest::keyClick(dialog->declinedList(), Qt::Key_Space);
    QCOMPARE(play.size(), 1);
    QTest::keyClick(dialog->declinedList(), Qt::Key_Return);
    QCOMPARE(dialog->declinedList()->count(), 1);
    QCOMPARE(dialog->found()->count(), 2);
    QVERIFY(desk.session()->amendments().empty());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
    dialog = desk.window->glossary()->show();
    QTRY_COMPARE(dialog->declinedList()->count(), 1);
    QCOMPARE(dialog->found()->count(), 2);
}

// However large the letters are.
void WindowGlossaryTest::theListFitsASmallScreen()
{
    TalkDesk desk;
    QFont large = desk.window->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    desk.window->setFont(large);
    GlossaryDialog *dialog = desk.window->glossary()->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    const QSize screen = dialog->screen()->availableSize();
    QVERIFY2(dialog->width() <= screen.width() && dialog->height() <= screen.height(),
             qPrintable(u"%1 of %2"_s.arg(dialog->width()).arg(screen.width())));
    // Even where it is made as narrow as it may be, its list lies within it.
    dialog->resize(dialog->minimumSizeHint());
    QApplication::processEvents();
    const QRect list(dialog->found()->mapTo(dialog, QPoint()), dialog->found()->size());
    QVERIFY(dialog->rect().contains(list));
    QVERIFY(dialog->minimumSizeHint().width() <= 1000);
}

void WindowGlossaryTest::rulesAreChangedAndRemoved()
{
    TalkDesk desk;
    desk.service->saveRule(glossary::makeRule(u"deep sequel"_s, u"Deepseek"_s));
    GlossaryDialog *dialog = desk.window->glossary()->show();
    QTRY_COMPARE(dialog->found()->count(), 3);
    QTest::keyClick(dialog->ruleList(), Qt::Key_Return);
    const auto fields = dialog->findChildren<QLineEdit *>();
    fields.value(1)->setText(u"DeepSeek"_s);
    QTest::keyClick(fields.value(1), Qt::Key_Return);
    QTRY_VERIFY(dialog->ruleList()->item(0)->text().contains(u"DeepSeek"_s));
    QCOMPARE(dialog->ruleList()->count(), 1);
    QTest::keyClick(dialog->found(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk.session()->amendments().size(), size_t(3));
    dialog->tabs()->setCurrentIndex(1);
    QTest::keyClick(dialog->ruleList(), Qt::Key_Delete);
    QTRY_COMPARE(dialog->ruleList()->count(), 0);
    QCOMPARE(desk.session()->amendments().size(), size_t(3)); // until the reader says so
    QTest::mouseClick(dialog->takeBackButton(), Qt::LeftButton);
    QVERIFY(desk.session()->amendments().empty());
}

void WindowGlossaryTest::anImportOffersWhatRulesKnow()
{
    Desk desk;
    QSignalSpy saved(desk.service.get(), &library::LibraryService::rulesRead);
    desk.service->saveRule(glossary::makeRule(u"harbour"_s, u"Harbour"_s));
    QTRY_VERIFY(!saved.isEmpty());
    QVERIFY(desk.read());
    QTRY_VERIFY(desk.window->messages()->isShowing(Topic::Glossary));
    QVERIFY(desk.session()->amendments().empty());
    GlossaryDialog *dialog = desk.window->glossary()->show();
    QVERIFY(!desk.window->messages()->isShowing(Topic::Glossary));
    QTRY_COMPARE(dialog->found()->count(), 1);
}

void WindowGlossaryTest::theListIsOfTheEpisodeThatIsOpen()
{
    TalkDesk desk;
    QVERIFY(desk.window->glossary()->show());
    desk.window->desk()->close();
    QTRY_VERIFY(!desk.window->findChild<GlossaryDialog *>());
    QVERIFY(!desk.window->glossary()->show());
    QVERIFY(!desk.window->glossary()->correctEverywhere());
}

QTEST_MAIN(WindowGlossaryTest)
#include "test_windowglossary.moc"
