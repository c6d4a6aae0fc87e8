// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarypane.h"
#include "ui/notes/highlightmodel.h"
#include "ui/notes/markdowneditor.h"
#include "ui/notes/notespane.h"
#include "ui/window/desk.h"
#include "ui/window/keysdialog.h"
#include "ui/window/welcomepage.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;

class TestWindowKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstKeyInAnEmptyWindowOpensFiles_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Space") << Qt::Key_Space;
        QTest::newRow("Enter") << Qt::Key_Return;
    }

    void theFirstKeyInAnEmptyWindowOpensFiles()
    {
        QFETCH(const Qt::Key, key);
        const Desk desk;
        desk.window->activateWindow();
        QTRY_VERIFY(desk.window->focusWidget());
        QTest::keyClick(desk.window->focusWidget(), key);
        const auto *dialog = desk.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QVERIFY(dialog->isVisible());
    }

    // "v" in the menu is for the previous paragraph, in the text for selecting.
    void aLetterInAnOpenMenuIsTheMenus()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.window->activateWindow();
        desk.window->text()->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        const QList<QAction *> bar = desk.window->menuBar()->actions();
        const auto go = std::ranges::find_if(bar, [](const QAction *entry) { return entry->text() == u"&Go"; });
        QVERIFY(go != bar.end());
        QMenu *menu = (*go)->menu();
        QSignalSpy chosen(desk.window->action(ActionId::PreviousParagraph), &QAction::triggered);
        menu->popup(QPoint(0, 0));
        QTRY_VERIFY(menu->isVisible());
        QTest::keyClick(menu, Qt::Key_V);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(!menu->isVisible());
        QVERIFY(!desk.window->action(ActionId::Select)->isChecked());
        desk.press(Qt::Key_V);
        QVERIFY(desk.window->action(ActionId::Select)->isChecked());
    }

    void anEmptyWindowTellsItsKeys()
    {
        const Desk desk;
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        QTest::keyClick(desk.window->focusWidget(), Qt::Key_Question);
        QVERIFY(desk.window->findChild<KeysDialog *>());
    }

    void nothingOfTheWelcomeIsCutOffWhereItIsSmall()
    {
        QAction open;
        QAction sample;
        WelcomePage page(&open, &sample);
        page.resize(320, 160);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        for (const QLabel *label : page.findChildren<QLabel *>())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }

    void withoutAnEpisodeThereAreNoNotes()
    {
        Desk desk;
        QVERIFY(desk.window->notes()->isHidden());
        QVERIFY(desk.read());
        QVERIFY(desk.window->notes()->isVisible());
    }

    void fullScreenIsTheTextAlone()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.press(Qt::Key_F11);
        QTRY_VERIFY(desk.window->isFullScreen());
        QVERIFY(desk.window->notes()->isHidden());
        QVERIFY(desk.window->libraryPane()->isHidden());
        desk.press(Qt::Key_F11);
        QTRY_VERIFY(!desk.window->isFullScreen());
        QVERIFY(desk.window->notes()->isVisible());
        QVERIFY(desk.window->libraryPane()->isVisible());
    }

    void aNoteCanBeWrittenInFullScreen()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.press(Qt::Key_F11);
        desk.press(Qt::Key_A);
        QVERIFY(desk.window->notes()->isVisible());
        QVERIFY(desk.window->notes()->editor()->isVisible());
        QVERIFY(desk.window->libraryPane()->isHidden());
        desk.press(Qt::Key_F10);
        QVERIFY(desk.window->notes()->isHidden());
        desk.press(Qt::Key_F11);
        QVERIFY(desk.window->notes()->isVisible()); // as it was before
    }

    void aNewMarkIsSeenAmongMany()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.window->resize(1000, 420);
        desk.press(Qt::Key_G);
        const int words = desk.session()->transcript().count();
        for (int word = 0; word + 1 < words; ++word)
            QVERIFY(desk.session()->toggleHighlight({word, word}, notes::Mark::One).isValid());
        desk.press(Qt::Key_G, Qt::ShiftModifier);
        desk.press(Qt::Key_H);
        const QListView *list = desk.window->notes()->list();
        QVERIFY(list->verticalScrollBar()->maximum() > 0);
        const QModelIndex chosen = list->currentIndex();
        QVERIFY(chosen.isValid());
        QVERIFY(desk.window->notes()->editor()->isVisible());
        QTRY_VERIFY(list->viewport()->rect().contains(list->visualRect(chosen)));
    }

    void theOverviewNamesTheKeysOfTheText_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::newRow("select words") << u"Shift+Left, Shift+Right"_s;
        QTest::newRow("select lines") << u"Shift+Up, Shift+Down"_s;
        QTest::newRow("words") << u"Left, Right"_s;
        QTest::newRow("pages") << u"PgUp, PgDown"_s;
        QTest::newRow("remove a highlight") << u"Del"_s;
        QTest::newRow("a comma among several") << u", or F1"_s;
    }

    void theOverviewNamesTheKeysOfTheText()
    {
        QFETCH(const QString, keys);
        const KeysDialog dialog{Keymap{}};
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == keys; }));
    }

    void theOverviewScrollsByKey()
    {
        KeysDialog dialog{Keymap{}};
        dialog.resize(500, 300);
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        const QScrollBar *bar = dialog.findChild<QScrollArea *>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Down);
        QVERIFY(bar->value() > 0);
        QTest::keyClick(dialog.focusWidget(), Qt::Key_End);
        QCOMPARE(bar->value(), bar->maximum());
        QTest::keyClick(dialog.focusWidget(), Qt::Key_PageUp);
        QVERIFY(bar->value() < bar->maximum());
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Home);
        QCOMPARE(bar->value(), 0);
    }

    void theOverviewFitsTheScreen()
    {
        const KeysDialog dialog{Keymap{}};
        QVERIFY(dialog.height() <= dialog.screen()->availableSize().height());
        QVERIFY(dialog.width() <= dialog.screen()->availableSize().width());
    }

    // Text so large that there is room for one column alone.
    void nothingOfTheOverviewIsSqueezed()
    {
        const QFont before = QApplication::font();
        QFont large = before;
        large.setPointSize(before.pointSize() * 2);
        QApplication::setFont(large);
        {
            KeysDialog dialog{Keymap{}};
            dialog.show();
            QVERIFY(QTest::qWaitForWindowExposed(&dialog));
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                QVERIFY2(label->height() >= label->fontMetrics().height(), qPrintable(label->text()));
        }
        QApplication::setFont(before);
    }

    void oneOfSeveralHighlightsIsChosenByMouse()
    {
        Desk desk;
        QVERIFY(desk.read());
        const HighlightId inner = desk.session()->toggleHighlight({0, 1}, notes::Mark::Two);
        const HighlightId outer = desk.session()->toggleHighlight({0, 8}, notes::Mark::One);
        desk.press(Qt::Key_G);
        Q_EMIT desk.window->text()->customContextMenuRequested(QPoint(300, 120));
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        const QList<QMenu *> parts = menu->findChildren<QMenu *>();
        const auto here =
            std::ranges::find_if(parts, [](const QMenu *part) { return part->title() == u"Highlights here"; });
        QVERIFY(here != parts.end());
        QCOMPARE((*here)->actions().size(), 2);
        (*here)->actions()[1]->trigger();
        menu->close();
        QCOMPARE(desk.window->text()->visitedHighlight(), std::optional(outer));
        QCOMPARE(desk.window->notes()->chosen(), outer);
        // What is done next is done to it, and what is copied is its text.
        desk.press(Qt::Key_Y);
        QVERIFY(QApplication::clipboard()->text().contains(u"windy morning"_s));
        desk.press(Qt::Key_H);
        QVERIFY(!desk.session()->find(outer) && desk.session()->find(inner));
        QVERIFY(desk.saved());
    }

    void theNotesListHasAMenuToo()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_B, Qt::ShiftModifier);
        QListView *list = desk.window->notes()->list();
        QTRY_VERIFY(list->isVisible() && list->visualRect(list->model()->index(0, 0)).isValid());
        Q_EMIT list->customContextMenuRequested(list->visualRect(list->model()->index(0, 0)).center());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts += action->text();
        QVERIFY(texts.contains(u"&Play it alone\tShift+Return"_s));
        QCOMPARE(texts.back(), u"&Remove it\tDel"_s);
        menu->actions().back()->trigger();
        menu->close();
        QVERIFY(desk.session()->highlights().empty());
        QVERIFY(desk.saved());
    }

    void aRightClickOffersWhatCanBeDoneThere()
    {
        Desk desk;
        QVERIFY(desk.read());
        Q_EMIT desk.window->text()->customContextMenuRequested(QPoint(300, 120));
        const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (const ActionId id : {ActionId::ToggleHighlight, ActionId::Annotate, ActionId::CopyQuote})
            QVERIFY(menu->actions().contains(desk.window->action(id)));
    }
};

QTEST_MAIN(TestWindowKeys)
#include "test_windowkeys.moc"
