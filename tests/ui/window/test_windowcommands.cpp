// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "ui/palette/commandpalette.h"
#include "ui/window/keyseditor.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;

// Ctrl+K, and keys of one's own.
class TestWindowCommands : public QObject
{
    Q_OBJECT

    static void openPalette(const Desk &desk)
    {
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.window->text()->setFocus();
        QTest::keyClick(desk.window->text(), Qt::Key_K, Qt::ControlModifier);
    }

    static CommandPalette *palette(const Desk &desk) { return desk.window->findChild<CommandPalette *>(); }
    static QString first(const Desk &desk) { return palette(desk)->list()->currentIndex().data().toString(); }

private Q_SLOTS:
    void aCommandIsFoundAndDone()
    {
        Desk desk;
        QVERIFY(desk.read());
        openPalette(desk);
        QVERIFY(palette(desk)->isVisible());
        QVERIFY(palette(desk)->field()->hasFocus());
        QTest::keyClicks(palette(desk)->field(), u"highli"_s);
        QCOMPARE(first(desk), u"Highlight"_s);
        QTest::keyClick(palette(desk)->field(), Qt::Key_Return);
        QVERIFY(!palette(desk)->isVisible());
        QVERIFY(desk.window->text()->hasFocus());
        QCOMPARE(desk.session()->highlights().size(), size_t(1));
    }

    void lettersTypedThereDoNothingElse()
    {
        Desk desk;
        QVERIFY(desk.read());
        openPalette(desk);
        QTest::keyClicks(palette(desk)->field(), u"h1jg?"_s);
        QCOMPARE(palette(desk)->field()->text(), u"h1jg?"_s);
        QVERIFY(desk.session()->highlights().empty());
        // Nor does a key of the window.
        QTest::keyClick(palette(desk)->field(), Qt::Key_F9);
        QVERIFY(desk.window->action(ActionId::ShowLibrary)->isChecked());
    }

    void escapeGoesBack()
    {
        Desk desk;
        QVERIFY(desk.read());
        openPalette(desk);
        QTest::keyClick(palette(desk)->field(), Qt::Key_Escape);
        QVERIFY(!palette(desk)->isVisible());
        QVERIFY(desk.window->text()->hasFocus());
    }

    void whatWasUsedLastComesFirst()
    {
        Desk desk;
        QVERIFY(desk.read());
        openPalette(desk);
        QTest::keyClicks(palette(desk)->field(), u"larger"_s);
        QTest::keyClick(palette(desk)->field(), Qt::Key_Return);
        openPalette(desk);
        QCOMPARE(first(desk), u"Larger text"_s);
        // In the next window, too.
        QTest::keyClick(palette(desk)->field(), Qt::Key_Escape);
        desk.shut();
        desk.open();
        openPalette(desk);
        QTRY_COMPARE(first(desk), u"Larger text"_s);
    }

    void whatCannotBeDoneIsNotDone()
    {
        const Desk desk;
        openPalette(desk);
        QTest::keyClicks(palette(desk)->field(), u"undo"_s);
        QVERIFY(palette(desk)->list()->model()->rowCount() > 0);
        QTest::keyClick(palette(desk)->field(), Qt::Key_Return);
        QVERIFY(palette(desk)->isVisible());
    }

    void nothingFoundIsSaid()
    {
        const Desk desk;
        openPalette(desk);
        QTest::keyClicks(palette(desk)->field(), u"xqzw"_s);
        QVERIFY(palette(desk)->list()->isHidden());
        QTest::keyClick(palette(desk)->field(), Qt::Key_Down);
        QTest::keyClick(palette(desk)->field(), Qt::Key_Return);
        QVERIFY(palette(desk)->isVisible());
    }

    // No action without a key or an entry.
    void everythingIsThere()
    {
        const Desk desk;
        openPalette(desk);
        QCOMPARE(palette(desk)->list()->model()->rowCount(), int(actionTable().size()) - 1);
    }

    void itStaysInsideASmallWindow()
    {
        const Desk desk;
        desk.window->resize(desk.window->minimumSize());
        openPalette(desk);
        QVERIFY(desk.window->rect().contains(palette(desk)->geometry()));
    }

    void aKeyOfOnesOwnWorksAndStays()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.window->action(ActionId::ChangeKeys)->trigger();
        auto *editor = desk.window->findChild<KeysEditor *>();
        QVERIFY(editor);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"keys.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"earmark-keymap\": 1, \"keys\": {\"ToggleHighlight\": [\"Q\"]}}");
        file.close();
        editor->importFrom(path);
        editor->close();
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        desk.window->text()->setFocus();
        desk.press(Qt::Key_H);
        QVERIFY(desk.session()->highlights().empty());
        desk.press(Qt::Key_Q);
        QCOMPARE(desk.session()->highlights().size(), size_t(1));
        QVERIFY(desk.saved());
        desk.shut();
        desk.open();
        QCOMPARE(desk.window->action(ActionId::ToggleHighlight)->shortcut(), QKeySequence(Qt::Key_Q));
    }
};

QTEST_MAIN(TestWindowCommands)
#include "test_windowcommands.moc"
