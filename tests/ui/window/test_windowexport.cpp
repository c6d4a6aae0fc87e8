// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "exports/presets.h"
#include "ui/window/exportdialog.h"
#include "ui/window/messagebar.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// An episode with its first sentence highlighted.
bool markFirst(Desk &desk)
{
    if (!desk.read())
        return false;
    desk.press(Qt::Key_G);
    desk.press(Qt::Key_H);
    return desk.saved();
}

void choose(QComboBox *box, int data)
{
    box->setCurrentIndex(box->findData(data));
}

} // namespace

// The sheet that asks what to export, and exports that go by themselves.
class WindowExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLayoutIsCopiedToBeChanged()
    {
        Desk desk;
        QVERIFY(markFirst(desk));
        desk.press(Qt::Key_E, Qt::ControlModifier);
        auto *dialog = desk.window->findChild<ExportDialog *>();
        QVERIFY(dialog);
        dialog->layoutBox()->setCurrentIndex(dialog->layoutBox()->findData(u"obsidian"_s));
        const auto copyTo = [dialog](const QString &path) {
            dialog->copyButton()->click();
            auto *files = dialog->findChild<QFileDialog *>();
            QVERIFY(files);
            Q_EMIT files->fileSelected(path);
            delete files;
        };
        copyTo(desk.folder.filePath(u"none/mine.mustache"_s));
        QCOMPARE(dialog->templateName(), u"obsidian"_s);
        QVERIFY2(dialog->hint()->text().contains(u"mine.mustache"), qPrintable(dialog->hint()->text()));
        const QString mine = desk.folder.filePath(u"mine.mustache"_s);
        copyTo(mine);
        QCOMPARE(contentOf(mine), exports::presetText(u"obsidian"_s)->toUtf8());
        QCOMPARE(dialog->templateName(), mine);
        // Again, over itself: the same entry.
        const int layouts = dialog->layoutBox()->count();
        copyTo(mine);
        QCOMPARE(dialog->layoutBox()->count(), layouts);
        QCOMPARE(contentOf(mine), exports::presetText(u"obsidian"_s)->toUtf8());
    }

    void theKeyAsksAndEnterExports()
    {
        Desk desk;
        QVERIFY(markFirst(desk));
        desk.settings->setValue("export/folder", desk.folder.path());
        desk.press(Qt::Key_E, Qt::ControlModifier);
        const QPointer<ExportDialog> dialog = desk.window->findChild<ExportDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->path(), desk.folder.filePath(u"Walk.md"_s));
        const QSignalSpy finished(desk.service.get(), &library::LibraryService::exportFinished);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        QVERIFY(contentOf(desk.folder.filePath(u"Walk.md"_s)).contains("windy morning"));
        QTRY_VERIFY(!dialog);
    }

    void whatWasChosenIsRemembered()
    {
        Desk desk;
        QVERIFY(markFirst(desk));
        ExportDialog *dialog = desk.window->askExport();
        choose(dialog->formatBox(), int(exports::Format::Csv));
        QVERIFY(!dialog->layoutBox()->isEnabled());
        QVERIFY(dialog->path().endsWith(u"Walk.csv"_s));
        dialog->pathEdit()->setText(desk.folder.filePath(u"table.csv"_s));
        const QSignalSpy finished(desk.service.get(), &library::LibraryService::exportFinished);
        dialog->accept();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        QVERIFY(contentOf(desk.folder.filePath(u"table.csv"_s)).startsWith("Highlight,Title"));
        dialog = desk.window->askExport();
        QCOMPARE(dialog->format(), exports::Format::Csv);
        QCOMPARE(dialog->path(), desk.folder.filePath(u"Walk.csv"_s));
        choose(dialog->scopeBox(), int(ExportDialog::Scope::All));
        choose(dialog->formatBox(), int(exports::Format::Markdown));
        QCOMPARE(dialog->path(), desk.folder.path());
        dialog->reject();
    }

    void anEditInTheFileIsKeptAndTold()
    {
        Desk desk;
        QVERIFY(markFirst(desk));
        const QString path = desk.folder.filePath(u"notes.md"_s);
        const QSignalSpy finished(desk.service.get(), &library::LibraryService::exportFinished);
        desk.window->exportTo(path);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        desk.write(u"notes.md"_s, contentOf(path).replace("windy morning", "stormy evening"));
        desk.window->exportTo(path);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 20000);
        QVERIFY(contentOf(path).contains("stormy evening") && contentOf(path).contains("windy morning"));
        QVERIFY2(desk.window->messages()->text().contains(u"changed in"), qPrintable(desk.window->messages()->text()));
    }

    void notesTypedInTheFileAreBroughtIn()
    {
        Desk desk;
        QVERIFY(markFirst(desk));
        const QString path = desk.folder.filePath(u"notes.md"_s);
        const QSignalSpy finished(desk.service.get(), &library::LibraryService::exportFinished);
        desk.window->exportTo(path);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        desk.write(u"notes.md"_s, contentOf(path) + "\ntyped *elsewhere*\n");
        desk.press(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"bring in"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(desk.window->findChild<QFileDialog *>());
        auto *dialog = desk.window->findChild<QFileDialog *>();
        auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        dialog->setDirectory(desk.folder.path());
        QTest::keyClicks(name, u"notes.md"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(desk.session()->highlights().front().note, u"typed *elsewhere*"_s);
        QTRY_VERIFY(desk.window->messages()->isShowing(Topic::Import));
        QVERIFY2(desk.window->messages()->text().contains(u"1 highlight"), qPrintable(desk.window->messages()->text()));
        desk.window->exportTo(path);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 20000);
        QCOMPARE(contentOf(path).count("typed *elsewhere*"), 1);
    }

    void changesAreExportedByThemselvesAndFailuresTold()
    {
        Desk desk;
        QVERIFY(desk.read());
        const QString folder = desk.folder.filePath(u"vault"_s);
        desk.settings->setValue("export/folder", folder);
        const QSignalSpy finished(desk.service.get(), &library::LibraryService::exportFinished);
        const QSignalSpy failed(desk.service.get(), &library::LibraryService::exportFailed);
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_H);
        QVERIFY(desk.saved());
        QVERIFY(!QDir(folder).exists()); // off unless it was asked for
        desk.settings->setValue("export/automatic", true);
        desk.session()->setNote(desk.session()->highlights().front().id, u"a thought"_s);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        QVERIFY(contentOf(folder + u"/Walk.md"_s).contains("a thought"));
        QVERIFY(!desk.window->messages()->isShowing(Topic::Export));

        desk.write(u"a file"_s, "x");
        desk.settings->setValue("export/folder", desk.folder.filePath(u"a file"_s));
        desk.session()->setNote(desk.session()->highlights().front().id, u"another"_s);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
        QVERIFY(desk.window->messages()->isShowing(Topic::Export));
        QCOMPARE(contentOf(desk.folder.filePath(u"a file"_s)), "x"_ba);
    }

    void whatWaitsIsExportedWhenTheWindowCloses()
    {
        Desk desk;
        QVERIFY(desk.read());
        const QString folder = desk.folder.filePath(u"vault"_s);
        desk.settings->setValue("export/folder", folder);
        desk.settings->setValue("export/automatic", true);
        const QSignalSpy saved(desk.service.get(), &library::LibraryService::editSaved);
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_H);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 20000);
        desk.shut();
        QVERIFY(contentOf(folder + u"/Walk.md"_s).contains("windy morning"));
    }

    void aCopiedQuoteLinksToItsPlace()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_Y);
        const QMimeData *clip = QGuiApplication::clipboard()->mimeData();
        const QString link = u"earmark://episode/1?t=1"_s;
        QVERIFY2(clip->html().contains(u"href=\""_s + link + u'"'), qPrintable(clip->html()));
        QVERIFY(QString::fromUtf8(clip->data(u"text/markdown"_s)).contains(u"[0:01]("_s + link + u')'));
        QVERIFY(!clip->text().contains(link) && clip->text().contains(u"Walk, 0:01"_s));
    }
};

} // namespace earmark::ui

QTEST_MAIN(earmark::ui::WindowExportTest)
#include "test_windowexport.moc"
