// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/markdowneditor.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTextBlock>
#include <QTextLayout>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace earmark::ui;

class TestMarkdownEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColourIsLegible_data()
    {
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<QColor>("ink");
        QTest::newRow("light") << QColor(0xff, 0xff, 0xff) << QColor(0x23, 0x26, 0x29);
        QTest::newRow("Breeze dark") << QColor(0x23, 0x26, 0x29) << QColor(0xfc, 0xfc, 0xfc);
        QTest::newRow("black") << QColor(Qt::black) << QColor(Qt::white);
    }

    void everyColourIsLegible()
    {
        QFETCH(const QColor, ground);
        QFETCH(const QColor, ink);
        QPalette palette;
        for (const auto role : {QPalette::Base, QPalette::Window, QPalette::Button})
            palette.setColor(role, ground);
        for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
            palette.setColor(role, ink);
        QApplication::setPalette(palette);
        MarkdownEditor editor;
        editor.setPlainText(u"# Heading\n\nplain *emphasis* **strong** `code` [link](https://example.org)\n"
                            "> quote\n- item\n1. first\n\n```\nblock\n```\n~~gone~~ <b>html</b>\n## Second\n"_s);
        editor.show();
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        const auto coloured = [&] {
            int ranges = 0;
            for (QTextBlock block = editor.document()->begin(); block.isValid(); block = block.next())
                ranges += int(block.layout()->formats().size());
            return ranges;
        };
        QTRY_VERIFY(coloured() > 5);
        for (QTextBlock block = editor.document()->begin(); block.isValid(); block = block.next()) {
            for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
                if (!range.format.hasProperty(QTextFormat::ForegroundBrush))
                    continue;
                const QColor colour = range.format.foreground().color();
                QVERIFY2(contrast(colour, ground) >= 4.5,
                         qPrintable(u"%1 on %2 in “%3”"_s.arg(colour.name(), ground.name(), block.text())));
            }
        }
    }
};

QTEST_MAIN(TestMarkdownEditor)
#include "test_markdowneditor.moc"
