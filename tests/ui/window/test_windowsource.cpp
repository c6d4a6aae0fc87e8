// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/sourcepane.h"
#include "ui/source/sourceview.h"
#include "ui/window/desk.h"
#include "ui/window/messagebar.h"

#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;

class TestWindowSource : public QObject
{
    Q_OBJECT

private:
    static QAction *toggle(const Desk &desk) { return desk.window->action(ActionId::ShowSource); }
    static SourceView *source(const Desk &desk) { return desk.window->source()->view(); }

private Q_SLOTS:
    void theSourceStandsUnderTheTextAsItCame()
    {
        Desk desk;
        QVERIFY(!toggle(desk)->isEnabled()); // nothing is open
        QVERIFY(desk.read());
        QVERIFY(!desk.window->source()->isVisible());
        desk.press(Qt::Key_F8);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->source()->hasSource(), 20000);
        QVERIFY(source(desk)->isVisible());
        QCOMPARE(source(desk)->toPlainText(), QString::fromUtf8(captions));
        QVERIFY(source(desk)->isReadOnly());
        QVERIFY(desk.window->text()->hasFocus()); // reading goes on
        desk.press(Qt::Key_F8);
        QVERIFY(!desk.window->source()->isVisible());
    }

    void whereThereIsRoomItStandsBeside()
    {
        Desk desk;
        QVERIFY(desk.read());
        toggle(desk)->trigger();
        desk.window->resize(1000, 700);
        QTRY_VERIFY(desk.window->source()->y() > 0);
        desk.window->resize(1700, 900);
        QTRY_VERIFY(desk.window->source()->x() > 0);
        QCOMPARE(desk.window->source()->y(), 0);
    }

    void theSameWordIsSelectedInBoth()
    {
        Desk desk;
        QVERIFY(desk.read());
        toggle(desk)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->source()->hasSource(), 20000);
        desk.press(Qt::Key_G);
        QCOMPARE(source(desk)->markedText(), u"We"_s);
        desk.press(Qt::Key_J);
        QCOMPARE(source(desk)->markedText(), u"Nobody"_s);
        desk.press(Qt::Key_J);
        QCOMPARE(source(desk)->place().line, 10);

        source(desk)->setFocus();
        QTextCursor cursor = source(desk)->document()->find(u"harbour"_s);
        cursor.setPosition(cursor.selectionStart() + 2);
        source(desk)->setTextCursor(cursor);
        QCOMPARE(desk.window->text()->selectedWords(), u"harbour"_s);
        QCOMPARE(source(desk)->textCursor().position(), cursor.position());
        QTest::keyClick(source(desk), Qt::Key_Down); // the empty line below: the nearest word
        QTest::keyClick(source(desk), Qt::Key_Down);
        QTest::keyClick(source(desk), Qt::Key_Down);
        QVERIFY(!desk.window->text()->selectedWords().isEmpty());
        QVERIFY(desk.window->text()->selectedWords() != u"harbour"_s);
        QTest::keyClick(source(desk), Qt::Key_Escape);
        QVERIFY(!desk.window->source()->isVisible());
        QVERIFY(desk.window->text()->hasFocus());
    }

    void theSourceFollowsTheSoundAsTheTextDoes()
    {
        Desk desk;
        QByteArray walk("WEBVTT\n");
        for (int i = 0; i < 300; ++i) {
            const QByteArray minute = QByteArray::number(10 + i / 10);
            const QByteArray second = QByteArray::number(i % 10 * 6).rightJustified(2, '0');
            walk += "\n" + minute + ':' + second + ".000 --> " + minute + ':' + second + ".900\nword"
                + QByteArray::number(i) + " and other" + QByteArray::number(i) + "\n";
        }
        library::ImportRequest request;
        request.transcriptFile = desk.write(u"walk.vtt"_s, walk);
        desk.service->importEpisode(request);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session(), 20000);
        toggle(desk)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->source()->hasSource(), 20000);
        const auto isInView = [&](const QString &word) {
            const QTextCursor cursor = source(desk)->document()->find(word);
            return source(desk)->viewport()->rect().contains(source(desk)->cursorRect(cursor));
        };
        const auto isMarked = [&](const QString &word) {
            const auto marks = source(desk)->extraSelections();
            return std::any_of(marks.begin(), marks.end(), [&](const QTextEdit::ExtraSelection &mark) {
                return mark.cursor.selectedText() == word;
            });
        };
        TranscriptView *text = desk.window->text();
        QVERIFY(text->isFollowing());
        text->showWord(0); // what is selected stays where it is
        text->setFollowing(true);
        for (const int line : {0, 3, 250, 251, 299, 120, 0}) {
            text->setLitToken(line * 3 + 2);
            const QString name = u"other%1"_s.arg(line);
            QVERIFY2(isInView(name), qPrintable(name));
            QVERIFY2(isMarked(name), qPrintable(name));
        }
        QVERIFY(!isMarked(u"other120"_s));
        QCOMPARE(source(desk)->markedText(), u"word0"_s);

        // Whoever looks somewhere else stays there, in both; the word is lit all the same.
        source(desk)->verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMaximum);
        QVERIFY(!text->isFollowing());
        text->setLitToken(30);
        QVERIFY(isInView(u"word299"_s) && !isInView(u"word10"_s));
        QVERIFY(isMarked(u"word10"_s));
        text->setFollowing(true);
        QVERIFY(isInView(u"word10"_s));

        // Not seen, it need not follow; seen again, it is there.
        toggle(desk)->trigger();
        text->setLitToken(600);
        toggle(desk)->trigger();
        QTRY_VERIFY(isInView(u"word200"_s));
        QVERIFY(isMarked(u"word200"_s));
        text->setLitToken(std::nullopt);
        QVERIFY(!isMarked(u"word200"_s));
    }

    void anotherEpisodeBringsItsOwn()
    {
        Desk desk;
        QVERIFY(desk.read());
        toggle(desk)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->source()->hasSource(), 20000);
        library::ImportRequest request;
        request.transcriptFile = desk.write(u"other.txt"_s, "Quite another text of five words.\n");
        desk.service->importEpisode(request);
        QTRY_VERIFY_WITH_TIMEOUT(source(desk)->toPlainText().startsWith(u"Quite"), 20000);
    }

    void whatCouldNotBeReadIsAKeyAway()
    {
        Desk desk;
        library::ImportRequest request;
        request.transcriptFile = desk.write(u"walk.vtt"_s,
                                            "WEBVTT\n\n00:01.000 --> 00:04.000\nWe met at the harbour.\n\n"
                                            "00:0x.000 --> 00:07.000\nNobody had brought a map.\n");
        desk.service->importEpisode(request);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session(), 20000);
        QTRY_VERIFY(desk.window->messages()->isShowing(Topic::Import));
        QVERIFY(desk.window->messages()->text().contains(u"6"));
        const QList<QPushButton *> buttons = desk.window->messages()->findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 1);
        buttons.first()->click();
        QVERIFY(toggle(desk)->isChecked());
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->source()->hasSource(), 20000);
        QCOMPARE(source(desk)->place().line, 6);
        QVERIFY(desk.window->source()->warnings()->isVisible());
        QVERIFY(desk.session()->transcript().text.contains(u"Nobody had brought a map.")); // read without its time

        desk.window->close(); // remembers what was shown
        desk.shut();
        desk.open();
        QTRY_VERIFY_WITH_TIMEOUT(desk.session(), 20000); // later, too
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->source()->hasSource(), 20000);
        QVERIFY(desk.window->source()->warnings()->isVisible());
    }
};

QTEST_MAIN(TestWindowSource)
#include "test_windowsource.moc"
