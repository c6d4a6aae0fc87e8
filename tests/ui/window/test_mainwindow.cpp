// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarypane.h"
#include "ui/notes/highlightmodel.h"
#include "ui/notes/markdowneditor.h"
#include "ui/notes/notespane.h"
#include "ui/player/playerbar.h"
#include "ui/window/desk.h"
#include "ui/window/importbar.h"
#include "ui/window/messagebar.h"
#include "ui/window/welcomepage.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyLibraryWelcomes()
    {
        const Desk desk;
        QVERIFY(!desk.window->text()->isVisible());
        QVERIFY(desk.window->welcome()->isVisible());
    }

    void hMarksTheSentenceAndUndoTakesItBack()
    {
        Desk desk;
        const QAbstractItemModelTester tester(desk.window->notes()->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(desk.read());
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_H);
        QCOMPARE(desk.session()->highlights().size(), size_t(1));
        QCOMPARE(desk.window->notes()->model()->rowCount(), 1);
        const transcript::TokenSpan first = desk.session()->highlights()[0].span;

        desk.press(Qt::Key_J);
        desk.press(Qt::Key_3);
        QTRY_COMPARE(desk.session()->highlights().size(), size_t(2)); // it might have become a count
        QVERIFY(desk.session()->highlights()[1].span.first > first.last);
        QCOMPARE(desk.session()->highlights()[1].mark, notes::Mark::Three);

        desk.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.session()->highlights().size(), size_t(1));
        desk.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk.session()->highlights().size(), size_t(2));
        desk.press(Qt::Key_K);
        desk.press(Qt::Key_H);
        QCOMPARE(desk.session()->highlights().size(), size_t(1)); // again: removed, whichever mark it has
        QVERIFY(desk.saved());
    }

    void aWritesANoteThatIsSavedAsItIsTyped()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_A);
        MarkdownEditor *editor = desk.window->notes()->editor();
        QTRY_VERIFY(editor->isVisible());
        QCOMPARE(desk.session()->highlights().size(), size_t(1));
        QTest::keyClicks(editor, u"a *good* harbour, hjk 1"_s);
        QCOMPARE(desk.session()->highlights().size(), size_t(1)); // letters are letters here
        QCOMPARE(desk.session()->highlights()[0].note, u"a *good* harbour, hjk 1"_s);
        QVERIFY(desk.saved());

        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.session()->highlights()[0].note, QString());
        QCOMPARE(editor->toPlainText(), QString());
        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(editor->toPlainText(), u"a *good* harbour, hjk 1"_s);
        QVERIFY(desk.saved());

        desk.shut();
        desk.open();
        QTRY_VERIFY_WITH_TIMEOUT(desk.session(), 20000); // the episode read last
        QCOMPARE(desk.session()->highlights()[0].note, u"a *good* harbour, hjk 1"_s);
    }

    void aSecondANotesTheSameHighlight()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_A);
        desk.press(Qt::Key_A);
        QCOMPARE(desk.session()->highlights().size(), size_t(1));
    }

    void aNotesTheSentenceUnlessAnotherHighlightIsMeant()
    {
        Desk desk;
        QVERIFY(desk.read());
        const HighlightId part = desk.session()->toggleHighlight({1, 2}, notes::Mark::One);
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_A);
        QCOMPARE(desk.session()->highlights().size(), size_t(2)); // the sentence's own
        QTest::keyClicks(desk.window->notes()->editor(), u"whole"_s);
        QCOMPARE(desk.session()->find(part)->note, QString());
        // Chosen in the notes, the part is meant; visited as a word, too.
        desk.window->notes()->choose(part);
        desk.session()->removeHighlight(desk.session()->highlights()[0].id);
        desk.press(Qt::Key_A);
        QTest::keyClicks(desk.window->notes()->editor(), u"part"_s);
        QCOMPARE(desk.session()->find(part)->note, u"part"_s);
        QCOMPARE(desk.session()->highlights().size(), size_t(1));
        QVERIFY(desk.saved());
    }

    void aNotesTheHighlightOfTheWordVisited()
    {
        Desk desk;
        QVERIFY(desk.read());
        const HighlightId part = desk.session()->toggleHighlight({1, 2}, notes::Mark::One);
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_Right);
        desk.press(Qt::Key_A);
        QTest::keyClicks(desk.window->notes()->editor(), u"part"_s);
        QCOMPARE(desk.session()->highlights().size(), size_t(1));
        QCOMPARE(desk.session()->find(part)->note, u"part"_s);
    }

    void deleteRemovesAHighlightUndoably()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_H);
        QTest::keyClick(desk.window->notes()->list(), Qt::Key_Delete);
        QCOMPARE(desk.session()->highlights().size(), size_t(0));
        desk.window->action(ActionId::Undo)->trigger();
        QCOMPARE(desk.session()->highlights().size(), size_t(1));
    }

    void yCopiesAQuoteInThreeForms()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_Y);
        const QMimeData *clip = QGuiApplication::clipboard()->mimeData();
        QVERIFY(clip->text().contains(u"windy morning"));
        QVERIFY(clip->html().contains(u"<blockquote>"));
        QVERIFY(QString::fromUtf8(clip->data(u"text/markdown"_s)).startsWith(u"> "));
        QVERIFY(clip->text().contains(u"0:01"));
    }

    void exportWritesTheNotes()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_H);
        const QString path = desk.folder.filePath(u"notes.md"_s);
        const QSignalSpy finished(desk.service.get(), &library::LibraryService::exportFinished);
        desk.window->exportTo(path);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("windy morning"));
        QVERIFY(desk.window->messages()->isShowing(Topic::Export));
    }

    void whatCannotBeImportedIsSaidAndNothingElseHappens_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << u"empty.txt"_s << QByteArray();
        QTest::newRow("no text at all") << u"odd.txt"_s << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", 18);
        QTest::newRow("no words") << u"blank.txt"_s << QByteArray(" \n \n");
    }

    void whatCannotBeImportedIsSaidAndNothingElseHappens()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        Desk desk;
        library::ImportRequest request;
        request.transcriptFile = desk.write(name, bytes);
        desk.service->importEpisode(request);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->messages()->isShowing(Topic::Import), 20000);
        QVERIFY(desk.window->messages()->isVisible());
        QVERIFY(desk.window->messages()->text().contains(name));
        QVERIFY(!desk.session());
    }

    void aFileAloneWaitsVisibly()
    {
        Desk desk;
        ImportBar *bar = desk.window->importBar();
        QVERIFY(!bar->isVisible());
        const QSignalSpy requests(bar, &ImportBar::importRequested);
        desk.window->addFiles({desk.write(u"talk.mp3"_s, "sound")});
        QVERIFY(bar->isVisible());
        QVERIFY(bar->accessibleName().contains(u"talk.mp3"));
        QCOMPARE(requests.size(), 0);
        desk.window->addFiles({desk.write(u"talk.txt"_s, "words")});
        QCOMPARE(requests.size(), 1);
        QVERIFY(bar->waiting().isEmpty());
    }

    void aFileThatIsNotThereIsNamed()
    {
        Desk desk;
        const QString gone = desk.folder.filePath(u"gone.mp3"_s);
        desk.window->addFiles({gone, desk.write(u"talk.txt"_s, "words")});
        QVERIFY(desk.window->messages()->isShowing(Topic::Import));
        QVERIFY(desk.window->messages()->text().contains(u"gone.mp3"));
        QCOMPARE(desk.window->importBar()->waiting(), QStringList{desk.folder.filePath(u"talk.txt"_s)});
    }

    void filesAreAcceptedAndOtherThingsNot()
    {
        Desk desk;
        QMimeData page;
        page.setUrls({QUrl(u"https://example.org/a"_s)});
        QDragEnterEvent link(QPoint(50, 50), Qt::CopyAction, &page, Qt::LeftButton, Qt::NoModifier);
        link.ignore();
        QCoreApplication::sendEvent(desk.window.get(), &link);
        QVERIFY(!link.isAccepted());
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(u"/tmp/a.mp3"_s)});
        QDragEnterEvent file(QPoint(50, 50), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(desk.window.get(), &file);
        QVERIFY(file.isAccepted());
    }

    void whatATerminalAddsAppears()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
        library::LibraryService terminal(desk.service->libraryPath());
        library::ImportRequest request;
        request.transcriptFile = desk.write(u"other.txt"_s, "quite another talk about the weather\n");
        terminal.importEpisode(request);
        const auto *list = desk.window->libraryPane()->findChild<QListView *>();
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 2, 20000);

        terminal.apply(notes::added(notes::makeHighlight(desk.session()->id(), desk.session()->transcript(),
                                                         desk.session()->timings(), {1, 3}, notes::Mark::Two,
                                                         QDateTime::currentDateTimeUtc())));
        QTRY_COMPARE_WITH_TIMEOUT(desk.window->notes()->model()->rowCount(), 1, 20000);

        terminal.removeEpisode(desk.session()->id());
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session(), 20000);
        QVERIFY(desk.window->welcome()->isVisible());
        QVERIFY(desk.window->messages()->isShowing(Topic::Library));
    }

    void panesCloseByKeyAndStayClosed()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.press(Qt::Key_F9);
        desk.press(Qt::Key_F10);
        QVERIFY(desk.window->libraryPane()->isHidden());
        QVERIFY(desk.window->notes()->isHidden());
        desk.window->close();
        desk.shut();
        desk.open();
        QVERIFY(desk.window->libraryPane()->isHidden());
        QVERIFY(desk.window->notes()->isHidden());
    }

    void atSevenHundredPixelsNothingIsClipped()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.window->resize(700, 600);
        QTRY_COMPARE(desk.window->width(), 700);
        const NotesPane *notes = desk.window->notes();
        QVERIFY(notes->mapTo(desk.window.get(), QPoint()).y()
                > desk.window->text()->mapTo(desk.window.get(), QPoint()).y());
        for (const QWidget *widget : desk.window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->window() != desk.window.get() || !widget->parentWidget()
                || !qobject_cast<const QAbstractButton *>(widget))
                continue;
            const QPoint corner = widget->mapTo(desk.window.get(), widget->rect().bottomRight());
            QVERIFY2(corner.x() < 700, qPrintable(widget->accessibleName()));
        }
    }

    void everyButtonHasAName()
    {
        Desk desk;
        QVERIFY(desk.read());
        for (const QAbstractButton *button : desk.window->findChildren<QAbstractButton *>()) {
            // Only what Qt itself makes, inside its own widgets, is left out.
            if (button->objectName().startsWith(u"qt_"))
                continue;
            const QString name = button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
            const bool hidden = !button->isVisibleTo(desk.window.get());
            QVERIFY2(hidden || !name.isEmpty(), button->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "test_mainwindow.moc"
