// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/desk.h"
#include "ui/window/keyboard.h"
#include "ui/window/keymap.h"
#include "ui/window/keyseditor.h"

#include <QDir>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::test;
using namespace earmark::ui;

// A session by keys alone, about the keys themselves. Captions as in test_keyboardsession.
class TestKeyboardKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aKeymapIsChosen_data();
    void aKeymapIsChosen();
    void keysAreGivenAndTakenBack();
    void keymapsGoOutAndIn();
    void cleanup();
    void cleanupTestCase();

private:
    [[nodiscard]] bool isInText() const { return receiver() == m_desk->window->text(); }
    [[nodiscard]] QString path(const QString &name) const { return m_desk->folder.filePath(name); }
    [[nodiscard]] static KeysEditor *openKeys();
    [[nodiscard]] static QString saidBy(const QWidget *dialog);
    [[nodiscard]] bool isKeyOf(ActionId id, const QKeySequence &key) const
    {
        return m_desk->window->action(id)->shortcuts().contains(key);
    }

    QString m_cwd = QDir::currentPath();
    std::unique_ptr<Desk> m_desk;
};

void TestKeyboardKeys::initTestCase()
{
    m_desk = std::make_unique<Desk>();
    QVERIFY(m_desk->read());
    QDir::setCurrent(m_desk->folder.path());
    m_desk->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    QTRY_VERIFY(isInText());
}

void TestKeyboardKeys::cleanup()
{
    QTRY_VERIFY(isInText());
    QVERIFY(m_desk->saved());
}

void TestKeyboardKeys::cleanupTestCase()
{
    QDir::setCurrent(m_cwd);
    m_desk.reset();
}

KeysEditor *TestKeyboardKeys::openKeys()
{
    command(u"change the keys"_s);
    static_cast<void>(QTest::qWaitFor([] { return qobject_cast<KeysEditor *>(foremost()) != nullptr; }, 5000));
    return qobject_cast<KeysEditor *>(foremost());
}

QString TestKeyboardKeys::saidBy(const QWidget *dialog)
{
    QStringList texts;
    for (const QLabel *label : dialog->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts += label->text();
    }
    return texts.join(u'\n');
}

void TestKeyboardKeys::aKeymapIsChosen_data()
{
    QTest::addColumn<QString>("letter");
    QTest::addColumn<QString>("name");
    for (const QString &name : keymapNames())
        QTest::newRow(qPrintable(name)) << name.left(1).toLower() << name;
}

void TestKeyboardKeys::aKeymapIsChosen()
{
    QFETCH(const QString, letter);
    QFETCH(const QString, name);
    QVERIFY(openKeys());
    press(Qt::Key_K, alt);
    write(letter);
    press(Qt::Key_Escape);
    QTRY_VERIFY(isInText());
    for (const ActionSpec &spec : actionTable())
        QCOMPARE(m_desk->window->action(spec.id)->shortcuts(), keysOf(spec, keymapNamed(name)).keys);
    // And back, by a key that every keymap has for commands.
    QVERIFY(openKeys());
    press(Qt::Key_K, alt);
    press(Qt::Key_Home);
    press(Qt::Key_Escape);
    QVERIFY(isKeyOf(ActionId::PlayPause, Qt::Key_Space));
}

void TestKeyboardKeys::keysAreGivenAndTakenBack()
{
    KeysEditor *editor = openKeys();
    QVERIFY(editor);
    press(Qt::Key_Tab); // from the keymaps to the field, and from there to the table
    write(u"bookmark"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Home);
    press(Qt::Key_Down);
    press(Qt::Key_N, alt);
    press(Qt::Key_J); // the next sentence's
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    QTRY_VERIFY2(saidBy(editor).contains(u"so that neither works"), qPrintable(saidBy(editor)));
    QVERIFY(isKeyOf(ActionId::Bookmark, Qt::Key_J));
    press(Qt::Key_D, alt);
    QTRY_VERIFY(!saidBy(editor).contains(u"so that neither works"));
    // One that is free.
    press(Qt::Key_N, alt);
    press(Qt::Key_F4);
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    QVERIFY(!saidBy(editor).contains(u"so that neither works"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(isInText());
    const size_t before = m_desk->session()->highlights().size();
    press(Qt::Key_F4);
    QCOMPARE(m_desk->session()->highlights().size(), before + 1);
    press(Qt::Key_Z, control);
    QCOMPARE(m_desk->session()->highlights().size(), before);
}

void TestKeyboardKeys::keymapsGoOutAndIn()
{
    KeysEditor *editor = openKeys();
    QVERIFY(editor);
    press(Qt::Key_X, alt);
    QVERIFY(typeFileName(path(u"mine"_s)));
    QTRY_VERIFY2(contentOf(path(u"mine.json"_s)).contains("F4"), qPrintable(saidBy(editor)));
    press(Qt::Key_K, alt);
    press(Qt::Key_Home);
    QVERIFY(!isKeyOf(ActionId::Bookmark, Qt::Key_F4));
    press(Qt::Key_I, alt);
    QVERIFY(typeFileName(path(u"mine.json"_s)));
    QTRY_VERIFY(!keysOf(*std::ranges::find(actionTable(), ActionId::Bookmark, &ActionSpec::id),
                        *readKeymap(m_desk->settings->value("keys/keymap").toByteArray(), {}))
                     .anywhere.isEmpty());
    press(Qt::Key_K, alt);
    press(Qt::Key_Home);
    press(Qt::Key_Escape);
}

QTEST_MAIN(TestKeyboardKeys)
#include "test_keyboardkeys.moc"
