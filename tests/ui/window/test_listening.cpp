// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/chapterbutton.h"
#include "ui/player/chapterlist.h"
#include "ui/player/playerbar.h"
#include "ui/window/desk.h"
#include "ui/window/listening.h"
#include "ui/window/messagebar.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScopeGuard>
#include <QScreen>
#include <QScrollBar>
#include <QSet>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;
using playback::Player;

// Chapters, sleep timer, silence, what a pause does and where the sound goes, where there is no sound device.
class TestListening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { takeSoundDeviceAway(); }

    void chaptersAreGoneToByKey()
    {
        Desk desk;
        QVERIFY(desk.listen(chapters));
        const auto at = [&desk](int milliseconds) { return desk.player->position() == MediaTime(milliseconds); };
        desk.press(Qt::Key_PageDown, Qt::ControlModifier);
        QVERIFY(at(4000));
        desk.press(Qt::Key_PageDown, Qt::ControlModifier);
        QVERIFY(at(8000));
        desk.press(Qt::Key_PageDown, Qt::ControlModifier); // there is none
        QVERIFY(at(8000));
        desk.player->seek(MediaTime(6500));
        desk.press(Qt::Key_PageUp, Qt::ControlModifier);
        QVERIFY(at(4000));
        desk.press(Qt::Key_PageUp, Qt::ControlModifier);
        QVERIFY(at(0));
        QVERIFY(desk.player->canUndoSeek());
    }

    void whichOneIsHeardIsShown()
    {
        Desk desk;
        QVERIFY(desk.listen(chapters));
        ChapterButton *button = desk.window->playerBar()->chapters();
        QVERIFY(button->isVisible());
        QCOMPARE(button->shownTitle(), u"Über <b>uns</b> & \"alle\""_s);
        desk.player->seek(MediaTime(5000));
        QCOMPARE(button->shownTitle(), u"Chapter 2"_s);
        QCOMPARE(button->accessibleName(), u"Chapter: Chapter 2"_s);
        desk.player->seek(MediaTime(7500)); // between two
        QCOMPARE(button->shownTitle(), QString());
        desk.player->seek(MediaTime(11000)); // the very end
        QVERIFY(button->shownTitle().startsWith(u"The end"));
        // However long a title is, the window stays as narrow as it may be.
        desk.window->resize(desk.window->minimumSize());
        QVERIFY(desk.window->width() <= 700);
        QVERIFY(button->width() < 300);
    }

    void listIsOpenedAndUsedByKey()
    {
        Desk desk;
        QVERIFY(desk.listen(chapters));
        desk.press(Qt::Key_C);
        const ChapterList *list = desk.window->playerBar()->chapters()->list();
        QVERIFY(QApplication::activePopupWidget() == list);
        QTreeWidget *rows = list->rows();
        QCOMPARE(rows->topLevelItemCount(), 3);
        QCOMPARE(rows->currentIndex().row(), 0);
        QCOMPARE(rowText(*rows, 0), u"Über <b>uns</b> & \"alle\" 0:00"_s);
        QCOMPARE(rowText(*rows, 1), u"Chapter 2 0:04"_s);
        QVERIFY(!rows->topLevelItem(0)->icon(0).isNull()); // is heard
        QVERIFY(rows->topLevelItem(1)->icon(0).isNull());
        QTest::keyClick(rows, Qt::Key_Down);
        QTest::keyClick(rows, Qt::Key_Return);
        QCOMPARE(desk.player->position(), MediaTime(4000));
        QVERIFY(!list->isVisible());
        QTRY_VERIFY(QApplication::focusWidget() == desk.window->text());
        desk.press(Qt::Key_C);
        QCOMPARE(rows->currentIndex().row(), 1);
        QTest::keyClicks(rows, u"the"_s);
        QCOMPARE(rows->currentIndex().row(), 2);
        QTest::keyClick(rows, Qt::Key_Escape);
        QVERIFY(!list->isVisible());
        QCOMPARE(desk.player->position(), MediaTime(4000));
    }

    void chaptersAreChosenByPointer()
    {
        Desk desk;
        QVERIFY(desk.listen(chapters));
        ChapterButton *button = desk.window->playerBar()->chapters();
        QTest::mouseClick(button, Qt::LeftButton);
        ChapterList *list = button->list();
        QTreeWidget *rows = list->rows();
        QVERIFY(QTest::qWaitForWindowExposed(list));
        const QRect last = rows->visualItemRect(rows->topLevelItem(2));
        QVERIFY(rows->viewport()->rect().contains(last));
        QTest::mouseMove(rows->viewport(), last.center());
        QTRY_COMPARE(rows->currentIndex().row(), 2);
        QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, last.center());
        QVERIFY(!list->isVisible());
        QCOMPARE(desk.player->position(), MediaTime(8000));
    }

    void hundredsOfChaptersAreReached()
    {
        QJsonArray many;
        for (int i = 0; i < 200; ++i) {
            const QString title = u"Number %1 with a title that is as long as those of old novels are, or longer"_s;
            many.append(QJsonObject{{u"startTime"_s, i * 0.05}, {u"title"_s, title.arg(i)}});
        }
        Desk desk;
        QVERIFY(desk.listen(QJsonDocument(QJsonObject{{u"chapters"_s, many}}).toJson()));
        QCOMPARE(desk.session()->chapters().size(), size_t(200));
        const auto restore = qScopeGuard([font = QApplication::font()] { QApplication::setFont(font); });
        for (const int fontSize : {9, 24}) {
            QFont font = QApplication::font();
            font.setPointSize(fontSize);
            QApplication::setFont(font);
            ChapterList *list = desk.window->playerBar()->chapters()->list();
            QTreeWidget *rows = list->rows();
            QTRY_COMPARE(rows->font().pointSize(), fontSize);
            desk.press(Qt::Key_C);
            QVERIFY(QTest::qWaitForWindowExposed(list));
            // The offscreen platform moves what begins at the very left by its frame of two pixels.
            const QRect screen = list->screen()->availableGeometry();
            QVERIFY(list->width() <= screen.width());
            QVERIFY(screen.adjusted(0, 0, 2, 0).contains(list->geometry()));
            QVERIFY(rows->verticalScrollBar()->isVisible());
            const auto isWhole = [&](int row) {
                const QRect time = rows->visualRect(rows->model()->index(row, 2));
                const int needed = QFontMetrics(rows->font()).horizontalAdvance(clockText(MediaTime(9000)));
                return rows->viewport()->rect().contains(time) && time.width() >= needed;
            };
            QVERIFY(isWhole(0));
            // A pointer at rest does not take part.
            QTest::mouseMove(rows->viewport(), rows->viewport()->rect().center());
            QTRY_VERIFY(rows->currentIndex().row() > 0);
            QTest::keyClick(rows, Qt::Key_End);
            QCOMPARE(rows->currentIndex().row(), 199);
            QVERIFY(isWhole(199));
            QTest::qWait(100);
            QCOMPARE(rows->currentIndex().row(), 199);
            QTest::keyClick(rows, Qt::Key_Return);
            QCOMPARE(desk.player->position(), desk.session()->chapters().back().start);
            desk.player->seek(MediaTime(0));
        }
    }

    void withoutChaptersNothingIsShown()
    {
        Desk desk;
        QVERIFY(desk.listen());
        QVERIFY(!desk.window->playerBar()->chapters()->isVisible());
        QVERIFY(!desk.window->action(ActionId::NextChapter)->isEnabled());
        QVERIFY(!desk.window->action(ActionId::ChooseChapter)->isEnabled());
        QVERIFY(!desk.window->action(ActionId::SleepChapter)->isEnabled());
        QVERIFY(desk.window->action(ActionId::Sleep15)->isEnabled());
    }

    void sleepTimerShowsWhatIsLeftAndIsCancelled()
    {
        Desk desk;
        QVERIFY(desk.listen(chapters));
        const auto isShown = [&desk](const QString &text) {
            const auto labels = desk.window->playerBar()->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
        };
        QVERIFY(desk.window->action(ActionId::SleepOff)->isChecked());
        desk.window->action(ActionId::Sleep30)->trigger();
        QVERIFY(desk.window->action(ActionId::Sleep30)->isChecked());
        QVERIFY(!desk.window->action(ActionId::SleepOff)->isChecked());
        QVERIFY(isShown(u"Sleep in 30:00"_s));
        desk.press(Qt::Key_Space);
        QTRY_VERIFY(isShown(u"Sleep in 29:59"_s));
        desk.window->action(ActionId::SleepOff)->trigger();
        QVERIFY(!isShown(u"Sleep in 29:59"_s));
        QVERIFY(desk.window->action(ActionId::SleepOff)->isChecked());
        desk.player->setSpeed(Player::fastest);
        desk.player->seek(MediaTime(2000));
        desk.window->action(ActionId::SleepChapter)->trigger();
        QTRY_COMPARE(desk.player->state(), Player::State::Paused);
        QVERIFY2(std::abs(desk.player->position().count() - 4000) < 400,
                 qPrintable(QString::number(desk.player->position().count())));
        QVERIFY(desk.window->action(ActionId::SleepOff)->isChecked());
        // Whoever was awake is told why it is quiet.
        MessageBar *messages = desk.window->messages();
        QVERIFY(messages->isShowing(Topic::Sleep));
        QVERIFY2(messages->text().contains(u"0:0"), qPrintable(messages->text()));
        messages->findChild<QPushButton *>()->click();
        QCOMPARE(desk.player->state(), Player::State::Playing);
        QVERIFY(!messages->isShowing(Topic::Sleep));
    }

    void choicesAreKept()
    {
        Desk desk;
        QVERIFY(desk.listen());
        QVERIFY(desk.window->action(ActionId::StepBack2)->isChecked());
        desk.window->action(ActionId::StepBack10)->trigger();
        QCOMPARE(desk.player->stepBack(), MediaTime(10000));
        desk.window->action(ActionId::SkipSilence)->trigger();
        QCOMPARE(desk.player->silence(), Player::Silence::Shortened);
        desk.window->close();
        desk.shut();
        desk.settings = std::make_unique<QSettings>(desk.folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        desk.settings->setValue("player/device", "earphones"_ba);
        desk.settings->setValue("player/deviceName", u"Ear & phones"_s);
        desk.settings.reset();
        desk.open();
        QCOMPARE(desk.player->stepBack(), MediaTime(10000));
        QVERIFY(desk.window->action(ActionId::StepBack10)->isChecked());
        QCOMPARE(desk.player->silence(), Player::Silence::Shortened);
        QVERIFY(desk.window->action(ActionId::SkipSilence)->isChecked());
        // One that is not there is still the chosen one.
        QCOMPARE(desk.player->device(), "earphones"_ba);
        QMenu *menu = desk.window->listening()->outputs();
        Q_EMIT menu->aboutToShow();
        const QList<QAction *> outputs = menu->actions();
        QCOMPARE(outputs.first()->text(), u"System &default"_s);
        QVERIFY(!outputs.first()->isChecked());
        QCOMPARE(outputs.last()->text(), u"Ear && phones (not connected)"_s);
        QVERIFY(outputs.last()->isChecked());
        outputs.first()->trigger();
        QCOMPARE(desk.player->device(), QByteArray());
        QVERIFY(outputs.first()->isChecked());
        QVERIFY(!outputs.last()->isChecked());
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 1);
    }

    // It is seen at a glance, and each letter in it means one thing.
    void theMenuIsShort()
    {
        const Desk desk;
        const QList<QAction *> bar = desk.window->menuBar()->actions();
        const auto play = std::ranges::find_if(bar, [](const QAction *a) { return a->text() == u"&Play"; });
        QVERIFY(play != bar.end());
        QList<const QMenu *> menus{(*play)->menu()};
        int commands = 0;
        while (!menus.isEmpty()) {
            const QMenu *menu = menus.takeFirst();
            int rows = 0;
            QSet<QString> letters;
            for (const QAction *action : menu->actions()) {
                if (action->isSeparator())
                    continue;
                ++rows;
                const QString letter = QKeySequence::mnemonic(action->text()).toString();
                QVERIFY2(!letter.isEmpty() && !letters.contains(letter), qPrintable(action->text()));
                letters.insert(letter);
                if (action->menu())
                    menus.append(action->menu());
                else
                    ++commands;
            }
            QVERIFY2(rows <= 12, qPrintable(u"%1 rows in %2"_s.arg(rows).arg(menu->title())));
        }
        QVERIFY2(commands > 30, "something is in no menu");
    }

private:
    static QString rowText(const QTreeWidget &rows, int row)
    {
        return rows.topLevelItem(row)->text(1) + u' ' + rows.topLevelItem(row)->text(2);
    }

    static constexpr char chapters[] = R"({"chapters":[
        {"startTime":0,"title":"Über <b>uns</b> & \"alle\""}, {"startTime":4,"endTime":7},
        {"startTime":8,"title":"The end, which has a very long title that nobody could read in one breath, nor wants to"}]})";
};

QTEST_MAIN(TestListening)
#include "test_listening.moc"
