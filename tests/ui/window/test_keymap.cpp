// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keymap.h"
#include "ui/window/keyseditor.h"

#include <QComboBox>
#include <QFile>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;

namespace {

const ActionSpec &spec(ActionId id)
{
    return *std::ranges::find(actionTable(), id, &ActionSpec::id);
}

QKeySequence key(const char *name)
{
    return QKeySequence::fromString(QLatin1StringView(name), QKeySequence::PortableText);
}

QTreeWidgetItem *rowOf(const KeysEditor &editor, ActionId id)
{
    const auto *tree = editor.findChild<QTreeWidget *>();
    return tree->findItems(actionName(spec(id)), Qt::MatchExactly | Qt::MatchRecursive).value(0);
}

// Chooses the action and gives it a key, as a reader would.
void give(const KeysEditor &editor, ActionId id, const char *name)
{
    editor.findChild<QTreeWidget *>()->setCurrentItem(rowOf(editor, id));
    editor.findChild<QKeySequenceEdit *>()->setKeySequence(key(name));
    for (QPushButton *button : editor.findChildren<QPushButton *>()) {
        if (button->text() == u"&Add")
            button->click();
    }
}

QString messageOf(const KeysEditor &editor)
{
    QStringList shown;
    for (const QLabel *label : editor.findChildren<QLabel *>()) {
        if (label->wordWrap() && !label->isHidden())
            shown.append(label->text());
    }
    return shown.join(u'\n');
}

} // namespace

class TestKeymap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedKeymapsFit_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : keymapNames())
            QTest::newRow(qPrintable(name)) << name;
    }

    // Every action and key in them is known, none does two things, none acts while one types.
    void shippedKeymapsFit()
    {
        QFETCH(const QString, name);
        const Keymap keymap = keymapNamed(name);
        QCOMPARE(keymap.changed.empty(), name == u"Earmark");
        QFile file(QStringLiteral(":/earmark/keymaps/%1.json").arg(name.toLower()));
        QStringList unknown;
        if (file.open(QIODevice::ReadOnly)) {
            QVERIFY(readKeymap(file.readAll(), name, &unknown));
        }
        QCOMPARE(unknown, QStringList());
        QStringList twice;
        for (const KeyConflict &conflict : conflicts(keymap))
            twice +=
                u"%1: %2, %3"_s.arg(conflict.key.toString(), actionKey(conflict.first), actionKey(conflict.second));
        QCOMPARE(twice, QStringList());
        for (const ActionSpec &action : actionTable()) {
            for (const QKeySequence &sequence : keysOf(action, keymap).all())
                QVERIFY2(objection(sequence).isEmpty(), qPrintable(actionKey(action.id)));
        }
    }

    void keymapsSurviveTheirFile()
    {
        Keymap keymap = withKeys({}, spec(ActionId::PlayPause), {key("P"), key("Ctrl+P"), key("F8")});
        keymap = withKeys(keymap, spec(ActionId::About), {});
        keymap = withKeys(keymap, spec(ActionId::Follow), {key("Shift+?"), key("Alt+Up")});
        const Result<Keymap> read = readKeymap(writeKeymap(keymap), {});
        QVERIFY(read);
        QVERIFY(*read == keymap);
    }

    void theTablesOwnKeysAreNoChange()
    {
        const ActionSpec &find = spec(ActionId::Find);
        QVERIFY(withKeys({}, find, find.keys + find.anywhere) == Keymap{});
        QVERIFY(withKeys(withKeys({}, find, {}), find, find.keys + find.anywhere) == Keymap{});
    }

    void damagedFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("PlayPause = Space");
        QTest::newRow("cut off") << QByteArray("{\"earmark-keymap\": 1, \"keys\": {\"PlayPause");
        QTest::newRow("another JSON") << QByteArray("[{\"key\": \"ctrl+p\"}]");
        QTest::newRow("a later version") << QByteArray("{\"earmark-keymap\": 2, \"keys\": {}}");
        QTest::newRow("no keys") << QByteArray("{\"earmark-keymap\": 1, \"keys\": []}");
    }

    void damagedFilesAreRefused()
    {
        QFETCH(const QByteArray, json);
        const Result<Keymap> read = readKeymap(json, u"my.json"_s);
        QVERIFY(!read);
        QVERIFY(read.error().code == ErrorCode::NotAKeymap);
        QCOMPARE(read.error().subject, u"my.json"_s);
    }

    void whatIsUnknownIsLeftOutAndNamed()
    {
        QStringList unknown;
        const Result<Keymap> read = readKeymap("{\"earmark-keymap\": 1, \"keys\": {\"Fly\": [\"F\"], \"Undo\": "
                                               "[\"Ctrl+Y\", \"Kaboom\", 7], \"Redo\": \"Ctrl+R\"}}",
                                               {}, &unknown);
        QVERIFY(read);
        QVERIFY(*read == withKeys({}, spec(ActionId::Undo), {key("Ctrl+Y")}));
        unknown.sort();
        QCOMPARE(unknown, (QStringList{u"?"_s, u"Fly"_s, u"Kaboom"_s, u"Redo"_s}));
    }

    void lettersOfOnesOwnNeverActWhileTyping()
    {
        const ActionSpec &play = spec(ActionId::PlayPause);
        const ActionKeys keys =
            keysOf(play, withKeys({}, play, {key("P"), key("Ctrl+P"), key("F8"), key("Ctrl+Left")}));
        QCOMPARE(keys.keys, (QList<QKeySequence>{key("P"), key("Ctrl+Left")}));
        QCOMPARE(keys.anywhere, (QList<QKeySequence>{key("Ctrl+P"), key("F8")}));
    }

    void conflictsAreFound()
    {
        const Keymap keymap = withKeys({}, spec(ActionId::Undo), {key("Ctrl+E")});
        const std::vector<KeyConflict> expected{{key("Ctrl+E"), ActionId::Export, ActionId::Undo}};
        QVERIFY(conflicts(keymap) == expected);
    }

    void actionsTakeTheirKeymap()
    {
        QWidget window;
        QWidget reading(&window);
        Actions actions(&window, &reading);
        actions.setKeymap(withKeys({}, spec(ActionId::PlayPause), {key("P")}));
        QCOMPARE(actions[ActionId::PlayPause]->shortcuts(), QList<QKeySequence>{key("P")});
        QCOMPARE(actions.keysText(ActionId::PlayPause), u"P"_s);
        QVERIFY(actions[ActionId::PlayPause]->toolTip().contains(u"(P)"_s));
        actions.setKeymap({});
        QVERIFY(actions[ActionId::PlayPause]->shortcuts().contains(key("Space")));
    }

    void editorGivesAKey()
    {
        KeysEditor editor{Keymap{}};
        const QSignalSpy changed(&editor, &KeysEditor::keymapChanged);
        give(editor, ActionId::Export, "Ctrl+Shift+E");
        QCOMPARE(changed.size(), 1);
        QVERIFY(keysOf(spec(ActionId::Export), editor.keymap()).all().contains(key("Ctrl+Shift+E")));
        QVERIFY(rowOf(editor, ActionId::Export)->text(1).contains(u"Ctrl+Shift+E"_s));
        QCOMPARE(editor.findChild<QComboBox *>()->currentIndex(), int(keymapNames().size()));
    }

    void editorWarnsOfTwoThings()
    {
        KeysEditor editor{Keymap{}};
        give(editor, ActionId::Undo, "Ctrl+E");
        QVERIFY(messageOf(editor).contains(u"Ctrl+E"_s));
        QVERIFY(messageOf(editor).contains(actionName(spec(ActionId::Export))));
    }

    void letterForTheWindowWorksInTheTextOnly()
    {
        const ActionSpec &full = spec(ActionId::FullScreen);
        const ActionKeys keys = keysOf(full, withKeys({}, full, {key("F"), key("F11")}));
        QCOMPARE(keys.keys, QList<QKeySequence>{key("F11")});
        QCOMPARE(keys.inText, QList<QKeySequence>{key("F")});
        QVERIFY(keys.anywhere.isEmpty());
    }

    void editorKeepsTheTabKeyForTheFocus()
    {
        KeysEditor editor{Keymap{}};
        give(editor, ActionId::Export, "Tab");
        QVERIFY(editor.keymap() == Keymap{});
        QVERIFY(!messageOf(editor).isEmpty());
    }

    void editorReadsAndWritesFiles()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"mine.json"_s);
        KeysEditor first{Keymap{}};
        give(first, ActionId::Export, "Ctrl+Shift+E");
        first.exportTo(path);
        KeysEditor second{Keymap{}};
        second.importFrom(path);
        QVERIFY(second.keymap() == first.keymap());
        second.importFrom(folder.filePath(u"none.json"_s));
        QVERIFY(second.keymap() == first.keymap());
        QVERIFY(!messageOf(second).isEmpty());
    }
};

QTEST_MAIN(TestKeymap)
#include "test_keymap.moc"
