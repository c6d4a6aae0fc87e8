// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/actions.h"

#include <QSet>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace earmark::ui;

class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noKeyDoesTwoThings()
    {
        // Window keys work while the text has the focus, so both contexts share one space.
        QSet<QKeySequence> seen;
        for (const ActionSpec &spec : actionTable()) {
            for (const QKeySequence &key : spec.keys + spec.anywhere) {
                QVERIFY2(!seen.contains(key), qPrintable(key.toString()));
                seen.insert(key);
            }
        }
    }

    void everyActionIsThereOnce()
    {
        QSet<int> seen;
        for (const ActionSpec &spec : actionTable()) {
            QVERIFY2(!seen.contains(int(spec.id)), spec.text);
            seen.insert(int(spec.id));
        }
        QCOMPARE(seen.size(), int(ActionId::About) + 1);
    }

    void whatCanBeTypedActsOnlyInTheText()
    {
        for (const ActionSpec &spec : actionTable()) {
            QList<QKeySequence> whileTyping = spec.anywhere;
            if (spec.context == KeyContext::Window)
                whileTyping += spec.keys;
            for (const QKeySequence &key : std::as_const(whileTyping)) {
                const QKeyCombination first = key[0];
                const bool function = first.key() >= Qt::Key_F1 && first.key() <= Qt::Key_F35;
                QVERIFY2(function || first.keyboardModifiers().testFlag(Qt::ControlModifier),
                         qPrintable(key.toString()));
            }
        }
    }

    void designedKeys_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("id");
        const auto row = [](const char *key, ActionId id) {
            QTest::newRow(key) << QString::fromLatin1(key) << int(id);
        };
        row("J", ActionId::NextSentence);
        row("K", ActionId::PreviousSentence);
        row("Shift+J", ActionId::NextParagraph);
        row("Shift+K", ActionId::PreviousParagraph);
        row("G", ActionId::ToStart);
        row("Shift+G", ActionId::ToEnd);
        row("Space", ActionId::PlayPause);
        row("Ctrl+Space", ActionId::PlayPause);
        row("Return", ActionId::PlayFromHere);
        row(",", ActionId::Back);
        row(".", ActionId::Forward);
        row("F1", ActionId::Back);
        row("F2", ActionId::Forward);
        row("[", ActionId::Slower);
        row("]", ActionId::Faster);
        row("Backspace", ActionId::NormalSpeed);
        row("F", ActionId::Follow);
        row("H", ActionId::ToggleHighlight);
        row("5", ActionId::Mark5);
        row("A", ActionId::Annotate);
        row("F8", ActionId::ShowSource);
        row("Ctrl+U", ActionId::RawText);
        row("Ctrl+R", ActionId::CorrectEverywhere);
        row("F7", ActionId::Glossary);
        row("Ctrl+V", ActionId::Paste);
        row("Y", ActionId::CopyQuote);
        row("F9", ActionId::ShowLibrary);
        row("F10", ActionId::ShowNotes);
        row("F11", ActionId::FullScreen);
        row("Ctrl+O", ActionId::OpenFiles);
        row("Ctrl+E", ActionId::Export);
        row("Ctrl+Z", ActionId::Undo);
        row("Ctrl+Shift+Z", ActionId::Redo);
        row("Ctrl+Q", ActionId::Quit);
        row("?", ActionId::Keys);
    }

    void designedKeys()
    {
        QFETCH(const QString, key);
        QFETCH(const int, id);
        const auto &table = actionTable();
        const auto found = std::find_if(table.begin(), table.end(), [&](const ActionSpec &spec) {
            return (spec.keys + spec.anywhere).contains(QKeySequence(key, QKeySequence::PortableText));
        });
        QVERIFY(found != table.end());
        QCOMPARE(int(found->id), id);
    }

    void tooltipsNameTheKey()
    {
        QWidget window;
        QWidget reading(&window);
        const Actions actions(&window, &reading);
        QCOMPARE(actions[ActionId::ToggleHighlight]->toolTip(), u"Highlight (H)"_s);
        QCOMPARE(actions[ActionId::OpenSample]->toolTip(), u"Open the sample"_s);
    }
};

QTEST_MAIN(TestActions)
#include "test_actions.moc"
