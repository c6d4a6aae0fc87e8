// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fixtures.h"
#include "ui/notes/markdowneditor.h"
#include "ui/notes/notespane.h"
#include "ui/window/desk.h"
#include "ui/window/messagebar.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;

namespace {

constexpr int patience = 20000; // ms

// A second episode beside the one that lies on the desk.
EpisodeId importAnother(Desk &desk)
{
    const EpisodeId first = desk.session()->id();
    library::ImportRequest request;
    request.transcriptFile = desk.write(u"other.txt"_s, "quite another talk about the weather\n");
    EpisodeId other;
    QObject scope;
    QObject::connect(desk.service.get(), &library::LibraryService::episodeImported, &scope,
                     [&](const library::Imported &imported) { other = imported.id; });
    desk.service->importEpisode(request);
    const auto isOpen = [&](EpisodeId id) { return desk.session() && desk.session()->id() == id; };
    if (!QTest::qWaitFor([&] { return other.isValid() && isOpen(other); }, patience))
        return {};
    desk.window->desk()->open(first);
    return QTest::qWaitFor([&] { return isOpen(first); }, patience) ? other : EpisodeId{};
}

std::vector<notes::Highlight> inTheLibrary(const Desk &desk, EpisodeId id)
{
    const auto store = store::Store::open(desk.service->libraryPath(), store::Store::Access::ReadOnly);
    const auto highlights = store ? (*store)->highlights(id) : tl::unexpected(store.error());
    return highlights ? *highlights : std::vector<notes::Highlight>{};
}

QMessageBox *question(const Desk &desk)
{
    return desk.window->findChild<QMessageBox *>();
}

} // namespace

class TestWindowSaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { test::allowWrites(); }

    void anotherEpisodeWaitsForTheLastMark()
    {
        Desk desk;
        QVERIFY(desk.read());
        const EpisodeId first = desk.session()->id();
        const EpisodeId other = importAnother(desk);
        QVERIFY(other.isValid());
        desk.window->desk()->open(other);
        desk.press(Qt::Key_H); // asked for after the episode, so saved after it has come
        QCOMPARE(desk.session()->id(), first);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session()->id(), other, patience);
        QCOMPARE(inTheLibrary(desk, first).size(), size_t(1));
        QVERIFY(!desk.window->messages()->isVisible());
    }

    void theEpisodeAskedForLastIsTheOneThatComes()
    {
        Desk desk;
        QVERIFY(desk.read());
        const EpisodeId first = desk.session()->id();
        const EpisodeId other = importAnother(desk);
        QVERIFY(other.isValid());
        const QSignalSpy opened(desk.service.get(), &library::LibraryService::episodeOpened);
        desk.window->desk()->open(other);
        desk.press(Qt::Key_H);
        desk.window->desk()->open(first);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
        QVERIFY(desk.saved());
        QCoreApplication::processEvents();
        QCOMPARE(desk.session()->id(), first);
    }

    void anEpisodeStaysWhileItsNoteCannotBeSaved()
    {
        Desk desk;
        QVERIFY(desk.read());
        const EpisodeId first = desk.session()->id();
        const EpisodeId other = importAnother(desk);
        QVERIFY(other.isValid());
        desk.window->desk()->open(other);
        test::refuseWrites();
        desk.press(Qt::Key_A);
        QTest::keyClicks(desk.window->notes()->editor(), u"keep this"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->desk()->hasRefusedEdits(), patience);
        QTRY_VERIFY(desk.window->messages()->isShowing(Topic::Saving));
        QCoreApplication::processEvents();
        QCOMPARE(desk.session()->id(), first);
        QCOMPARE(desk.window->notes()->editor()->toPlainText(), u"keep this"_s);

        test::allowWrites();
        desk.session()->retryUnsaved();
        QVERIFY(desk.saved());
        desk.window->desk()->open(other);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session()->id(), other, patience);
        QCOMPARE(inTheLibrary(desk, first).at(0).note, u"keep this"_s);
    }

    void wordsOutliveTheirHighlight()
    {
        Desk desk;
        QVERIFY(desk.read());
        desk.press(Qt::Key_A);
        MarkdownEditor *editor = desk.window->notes()->editor();
        QTest::keyClicks(editor, u"one"_s);
        QVERIFY(desk.saved());
        // Another window takes the highlight away while the note is being written.
        {
            library::LibraryService elsewhere(desk.service->libraryPath());
            const QSignalSpy removed(&elsewhere, &library::LibraryService::editSaved);
            elsewhere.apply(notes::removed(desk.session()->highlights().at(0)));
            QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, patience);
        }
        QCOMPARE(inTheLibrary(desk, desk.session()->id()).size(), size_t(0));
        QTest::keyClicks(editor, u" two"_s);
        QVERIFY(desk.saved());
        QCOMPARE(editor->toPlainText(), u"one two"_s);
        QVERIFY(editor->isVisible());
        const auto kept = inTheLibrary(desk, desk.session()->id());
        QCOMPARE(kept.size(), size_t(1));
        QCOMPARE(kept[0].note, u"one two"_s);
    }

    void wordsOutliveTheFailureToSaveTheirHighlight()
    {
        Desk desk;
        QVERIFY(desk.read());
        test::refuseWrites();
        desk.press(Qt::Key_A); // neither the mark nor its note can be saved
        MarkdownEditor *editor = desk.window->notes()->editor();
        QTest::keyClicks(editor, u"one"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->desk()->hasRefusedEdits(), patience);
        QTest::keyClicks(editor, u" two"_s);
        QCOMPARE(editor->toPlainText(), u"one two"_s);
        test::allowWrites();
        desk.session()->retryUnsaved();
        QVERIFY(desk.saved());
        QCOMPARE(editor->toPlainText(), u"one two"_s);
        QCOMPARE(inTheLibrary(desk, desk.session()->id()).at(0).note, u"one two"_s);
    }

    void aNoteIsBegunThoughNothingCanBeSaved()
    {
        Desk desk;
        QVERIFY(desk.read());
        const QSignalSpy failed(desk.service.get(), &library::LibraryService::editFailed);
        test::refuseWrites();
        desk.press(Qt::Key_A);
        QTRY_VERIFY_WITH_TIMEOUT(failed.size() > 0, patience); // before a letter was typed
        MarkdownEditor *editor = desk.window->notes()->editor();
        QCOMPARE(desk.session()->highlights().size(), size_t(1));
        QVERIFY(desk.window->messages()->isShowing(Topic::Saving));
        QTest::keyClicks(QApplication::focusWidget(), u"a thought"_s);
        QCOMPARE(editor->toPlainText(), u"a thought"_s);
        test::allowWrites();
        desk.session()->retryUnsaved();
        QVERIFY(desk.saved());
        QCOMPARE(inTheLibrary(desk, desk.session()->id()).at(0).note, u"a thought"_s);
    }

    void aNoteLeftWithoutAWordTakesItsUnsavedMarkAlong()
    {
        Desk desk;
        QVERIFY(desk.read());
        const QSignalSpy failed(desk.service.get(), &library::LibraryService::editFailed);
        test::refuseWrites();
        desk.press(Qt::Key_A);
        QTRY_VERIFY_WITH_TIMEOUT(failed.size() > 0, patience);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_COMPARE(desk.session()->highlights().size(), size_t(0));
        QVERIFY(!desk.session()->hasUnsavedEdits());
        QVERIFY(desk.window->messages()->isShowing(Topic::Saving));
        QCOMPARE(QApplication::focusWidget(), desk.window->text());
    }

    void wordsStayWhenTheirEpisodeIsRemoved()
    {
        Desk desk;
        QVERIFY(desk.read());
        const EpisodeId id = desk.session()->id();
        desk.press(Qt::Key_A);
        MarkdownEditor *editor = desk.window->notes()->editor();
        QTest::keyClicks(editor, u"one"_s);
        QVERIFY(desk.saved());
        {
            library::LibraryService elsewhere(desk.service->libraryPath());
            const QSignalSpy removed(&elsewhere, &library::LibraryService::episodeRemoved);
            elsewhere.removeEpisode(id);
            QTRY_COMPARE_WITH_TIMEOUT(removed.size(), 1, patience);
        }
        desk.service->refreshIfChanged();
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->messages()->isShowing(Topic::Library), patience);
        QCOMPARE(QApplication::focusWidget(), editor);
        QTest::keyClicks(QApplication::focusWidget(), u" two"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->desk()->hasRefusedEdits(), patience);
        QCOMPARE(editor->toPlainText(), u"one two"_s);
        QVERIFY(editor->isVisible());
    }

    void closingTriesOnceMore()
    {
        Desk desk;
        QVERIFY(desk.read());
        const EpisodeId id = desk.session()->id();
        test::refuseWrites();
        desk.press(Qt::Key_A);
        QTest::keyClicks(desk.window->notes()->editor(), u"there is room again"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->desk()->hasRefusedEdits(), patience);
        test::allowWrites();
        desk.window->close();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.window->isVisible(), patience);
        QVERIFY(!question(desk));
        QCOMPARE(inTheLibrary(desk, id).at(0).note, u"there is room again"_s);
    }

    void closingAsksWhereTheNoteWouldBeLost()
    {
        Desk desk;
        QVERIFY(desk.read());
        test::refuseWrites();
        desk.press(Qt::Key_A);
        QTest::keyClicks(desk.window->notes()->editor(), u"no room"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->desk()->hasRefusedEdits(), patience);
        desk.window->close();
        QTRY_VERIFY_WITH_TIMEOUT(question(desk), patience);
        QVERIFY(desk.window->isVisible());
        question(desk)->button(QMessageBox::Cancel)->click();
        QVERIFY(desk.window->isVisible());
        test::allowWrites();
        desk.session()->retryUnsaved();
        QVERIFY(desk.saved());
        QVERIFY(desk.window->isVisible()); // Cancel was meant
    }
};

QTEST_MAIN(TestWindowSaving)
#include "test_windowsaving.moc"
