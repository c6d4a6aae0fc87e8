// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/highlightfilter.h"
#include "ui/notes/highlightmodel.h"
#include "ui/notes/markdowneditor.h"
#include "ui/notes/notepreview.h"
#include "ui/notes/notespane.h"
#include "ui/notes/tagfield.h"
#include "ui/window/desk.h"
#include "ui/window/keycount.h"
#include "ui/window/marking.h"
#include "ui/window/marknamesdialog.h"

#include <QApplication>
#include <QCompleter>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;
using notes::Highlight;
using notes::Mark;
using notes::Place;

// Marking, from the keys to the highlights. The captions: words 0 to 8, 9 to 13 and 14 to 20.
class TestWindowMarks : public QObject
{
    Q_OBJECT

private:
    static constexpr Qt::KeyboardModifiers shift = Qt::ShiftModifier;
    static constexpr Qt::KeyboardModifiers control = Qt::ControlModifier;

    // "first-last:mark" of each highlight, "m" before a moment, "e" before the episode's note.
    static QStringList marksOf(const Desk &desk)
    {
        QStringList marks;
        for (const Highlight &highlight : desk.session()->highlights()) {
            const QString place = highlight.place == Place::Moment ? u"m"_s
                : highlight.place == Place::Episode                ? u"e"_s
                                                                   : QString();
            marks +=
                u"%1%2-%3:%4"_s.arg(place).arg(highlight.span.first).arg(highlight.span.last).arg(int(highlight.mark));
        }
        return marks;
    }

    // Types signs as they stand on the keys: "3h", "vwwh", "J" with Shift.
    static void type(const Desk &desk, const QString &keys)
    {
        for (const QChar sign : keys) {
            const Qt::KeyboardModifiers modifiers = sign.isUpper() ? shift : Qt::NoModifier;
            desk.press(Qt::Key(sign.toUpper().unicode()), modifiers);
        }
    }

private Q_SLOTS:
    void keysMark_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QStringList>("marks");
        QTest::newRow("a sentence") << u"gh"_s << QStringList{u"0-8:1"_s};
        QTest::newRow("again removes") << u"ghh"_s << QStringList{};
        QTest::newRow("two sentences") << u"g2h"_s << QStringList{u"0-13:1"_s};
        QTest::newRow("more than there are") << u"g12h"_s << QStringList{u"0-20:1"_s};
        QTest::newRow("a count moves") << u"g2jh"_s << QStringList{u"14-20:1"_s};
        QTest::newRow("words") << u"g3wh"_s << QStringList{u"0-8:1"_s};
        QTest::newRow("selected words") << u"g3wvwwh"_s << QStringList{u"3-5:1"_s};
        QTest::newRow("selected with a count") << u"gv4wh"_s << QStringList{u"0-4:1"_s};
        QTest::newRow("selecting back") << u"g5wvbbh"_s << QStringList{u"3-5:1"_s};
        QTest::newRow("selecting there and back") << u"g5wvbbwwwh"_s << QStringList{u"5-6:1"_s};
        QTest::newRow("a counted selection") << u"g3vh"_s << QStringList{u"0-2:1"_s};
        QTest::newRow("sentence by sentence") << u"g2wvjh"_s << QStringList{u"2-8:1"_s};
        QTest::newRow("two sentences on") << u"g2wvjjh"_s << QStringList{u"2-13:1"_s};
        QTest::newRow("and back") << u"g2wvjjkh"_s << QStringList{u"2-8:1"_s};
        QTest::newRow("to the end") << u"gjvGh"_s << QStringList{u"9-20:1"_s};
        QTest::newRow("the sentence around") << u"g2wvsh"_s << QStringList{u"0-8:1"_s};
        QTest::newRow("selecting is left") << u"gvwwvh"_s << QStringList{u"0-8:1"_s};
        QTest::newRow("around another") << u"gv2whgh"_s << QStringList{u"0-2:1"_s, u"0-8:1"_s};
        QTest::newRow("a sentence that is not all in it") << u"gv2wh5whgjkh"_s << QStringList{u"0-2:1"_s};
        QTest::newRow("removed from inside") << u"g3hjh"_s << QStringList{};
        QTest::newRow("the smallest goes") << u"g3hgvwhgwbh"_s << QStringList{u"0-20:1"_s};
        QTest::newRow("what was marked last goes") << u"ghvwwhh"_s << QStringList{u"0-8:1"_s};
        QTest::newRow("the smallest at the word goes") << u"gh2wvwwhg3wh"_s << QStringList{u"0-8:1"_s};
        QTest::newRow("split") << u"gh3wx"_s << QStringList{u"0-2:1"_s, u"3-8:1"_s};
        QTest::newRow("split and merged") << u"gh3wxgwX"_s << QStringList{u"0-8:1"_s};
        QTest::newRow("merged with the next") << u"ghjjhkkX"_s << QStringList{u"0-20:1"_s};
        QTest::newRow("visited and removed") << u"ghjhgoh"_s << QStringList{u"9-13:1"_s};
        QTest::newRow("the second visited") << u"ghjhgooh"_s << QStringList{u"0-8:1"_s};
        QTest::newRow("a count visits") << u"ghjhg2oh"_s << QStringList{u"0-8:1"_s};
        QTest::newRow("back to the first") << u"ghjhGOOh"_s << QStringList{u"9-13:1"_s};
    }

    void keysMark()
    {
        QFETCH(const QString, keys);
        QFETCH(const QStringList, marks);
        Desk desk;
        QVERIFY(desk.read());
        type(desk, keys);
        QCOMPARE(marksOf(desk), marks);
        QVERIFY(desk.saved());
    }

    void aFigureAloneMarksAfterAPause()
    {
        Desk desk;
        QVERIFY(desk.read());
        type(desk, u"g3"_s);
        QVERIFY(marksOf(desk).isEmpty());
        QTRY_COMPARE(marksOf(desk), QStringList{u"0-8:3"_s});
        // Another one gives the highlight that mark, the same takes it away.
        type(desk, u"4"_s);
        QTRY_COMPARE(marksOf(desk), QStringList{u"0-8:4"_s});
        type(desk, u"4"_s);
        QTRY_VERIFY(marksOf(desk).isEmpty());
    }

    // All typed before the window comes to anything else.
    void aFigureRightAfterACountIsNotLost()
    {
        Desk desk;
        QVERIFY(desk.read());
        type(desk, u"g2hjj3"_s);
        QTRY_COMPARE(marksOf(desk), (QStringList{u"0-13:1"_s, u"14-20:3"_s}));
    }

    void aFigureMarksBeforeAKeyThatCountsNothing()
    {
        Desk desk;
        QVERIFY(desk.read());
        type(desk, u"g2f"_s);
        QCOMPARE(marksOf(desk), QStringList{u"0-8:2"_s});
    }

    void aFigureMarksASelectionAtOnce()
    {
        Desk desk;
        QVERIFY(desk.read());
        type(desk, u"g"_s);
        desk.press(Qt::Key_Right, shift);
        desk.press(Qt::Key_Right, shift);
        type(desk, u"5"_s);
        QCOMPARE(marksOf(desk), QStringList{u"0-1:5"_s});
    }

    // Although the sentence it lies in is another one.
    void aNoteGoesToWhatWasMarkedLast()
    {
        Desk desk;
        QVERIFY(desk.read());
        type(desk, u"ghvwwh"_s);
        type(desk, u"a"_s);
        auto *editor = desk.window->findChild<MarkdownEditor *>();
        QTest::keyClicks(editor, u"who met?"_s);
        const auto highlights = desk.session()->highlights();
        QCOMPARE(highlights.size(), size_t(2));
        QCOMPARE(highlights[0].span.last, 2);
        QCOMPARE(highlights[0].note, u"who met?"_s);
        QVERIFY(highlights[1].note.isEmpty());
    }

    void escapeTakesACountBack()
    {
        Desk desk;
        QVERIFY(desk.read());
        type(desk, u"g2"_s);
        const auto *count = desk.window->findChild<KeyCount *>();
        QCOMPARE(count->pending(), u"2"_s);
        desk.press(Qt::Key_Escape);
        QCOMPARE(count->pending(), QString());
        QTest::qWait(QApplication::keyboardInputInterval() + 50);
        QVERIFY(marksOf(desk).isEmpty());
        type(desk, u"h"_s);
        QCOMPARE(marksOf(desk), QStringList{u"0-8:1"_s});
    }

    void controlAndArrowsMoveTheEnds_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<bool>("start");
        QTest::addColumn<QString>("words");
        QTest::newRow("end, word later") << Qt::Key_Right << false << u"9-14:1"_s;
        QTest::newRow("end, word earlier") << Qt::Key_Left << false << u"9-12:1"_s;
        QTest::newRow("end, sentence later") << Qt::Key_Down << false << u"9-20:1"_s;
        QTest::newRow("end, sentence earlier: nothing would be left") << Qt::Key_Up << false << u"9-13:1"_s;
        QTest::newRow("start, word later") << Qt::Key_Right << true << u"10-13:1"_s;
        QTest::newRow("start, word earlier") << Qt::Key_Left << true << u"8-13:1"_s;
        QTest::newRow("start, sentence earlier") << Qt::Key_Up << true << u"0-13:1"_s;
    }

    void controlAndArrowsMoveTheEnds()
    {
        QFETCH(const Qt::Key, key);
        QFETCH(const bool, start);
        QFETCH(const QString, words);
        Desk desk;
        QVERIFY(desk.read());
        type(desk, u"gjh"_s);
        desk.press(key, start ? control | shift : control);
        QCOMPARE(marksOf(desk), QStringList{words});
        if (words != u"9-13:1"_s)
            desk.press(Qt::Key_Z, control);
        QCOMPARE(marksOf(desk), QStringList{u"9-13:1"_s});
        QVERIFY(desk.saved());
    }

    void tagsAreTypedAndCompleted()
    {
        Desk desk;
        QVERIFY(desk.read());
        type(desk, u"gt"_s);
        TagField *field = desk.window->notes()->tagField();
        QTRY_VERIFY(field->hasFocus());
        QCOMPARE(marksOf(desk), QStringList{u"0-8:1"_s});
        QTest::keyClicks(field, u"harbour, wind"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(desk.session()->highlights()[0].tags, (QStringList{u"harbour"_s, u"wind"_s}));
        QTRY_VERIFY(desk.window->text()->hasFocus());
        QVERIFY(desk.saved());

        type(desk, u"jht"_s);
        QTRY_VERIFY(field->hasFocus());
        auto *completer = field->findChild<QCompleter *>();
        QTRY_COMPARE(completer->model()->rowCount(), 2); // all tags of the library
        QTest::keyClicks(field, u"ha"_s);
        QCOMPARE(completer->currentCompletion(), u"harbour"_s);
        QVERIFY(completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QCOMPARE(field->text(), u"harbour"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(desk.session()->highlights()[1].tags, QStringList{u"harbour"_s});

        type(desk, u"t"_s);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u", never"_s);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(desk.session()->highlights()[1].tags, QStringList{u"harbour"_s});
        QVERIFY(desk.saved());
    }

    void momentsAndTheEpisodeHaveNotes()
    {
        Desk desk;
        QVERIFY(desk.read());
        type(desk, u"gjB"_s); // without sound it is where one reads
        QCOMPARE(marksOf(desk), QStringList{u"m9-9:1"_s});
        type(desk, u"A"_s);
        MarkdownEditor *editor = desk.window->notes()->editor();
        QTRY_VERIFY(editor->hasFocus());
        QTest::keyClicks(editor, u"all of it"_s);
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(desk.session()->highlights().size(), size_t(2));
        QCOMPARE(desk.session()->highlights()[0].place, Place::Episode);
        QCOMPARE(desk.session()->highlights()[0].note, u"all of it"_s);
        QVERIFY(desk.saved());
    }

    void whatWasJustSaidIsHighlighted()
    {
        Desk desk;
        QVERIFY(desk.read());
        type(desk, u"Gz"_s);
        // The last word that has begun where one reads, and what was said in the 20 s before it.
        QCOMPARE(marksOf(desk), QStringList{u"0-14:1"_s});
        type(desk, u"hGvz1"_s);
        QTRY_COMPARE(marksOf(desk).size(), 1);
    }

    void aTimeIsPutIntoTheNote()
    {
        Desk desk;
        QVERIFY(desk.read());
        type(desk, u"gja"_s);
        MarkdownEditor *editor = desk.window->notes()->editor();
        QTRY_VERIFY(editor->hasFocus());
        QTest::keyClicks(editor, u"at "_s);
        QTest::keyClick(editor, Qt::Key_Period, control);
        QCOMPARE(desk.session()->highlights()[0].note,
                 u"at [0:04](earmark://episode/%1?t=4)"_s.arg(desk.session()->id().value));
        QTest::keyClick(editor, Qt::Key_P, control);
        QVERIFY(desk.window->notes()->preview()->isVisible());
        QCOMPARE(desk.window->notes()->preview()->toPlainText(), u"at 0:04"_s);
        QTest::keyClick(desk.window->notes()->preview(), Qt::Key_P, control);
        QVERIFY(editor->isVisible());
        QVERIFY(desk.saved());
    }

    void marksHaveNamesEverywhere()
    {
        Desk desk;
        QVERIFY(desk.read());
        type(desk, u"gh"_s);
        desk.window->action(ActionId::NameMarks)->trigger();
        auto *dialog = desk.window->findChild<MarkNamesDialog *>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChildren<QLineEdit *>().first(), u"claim & more"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        const QAction *first = desk.window->action(ActionId::Mark1);
        QTRY_COMPARE(first->text(), u"&1 Highlight as “claim && more”"_s);
        QCOMPARE(first->toolTip(), u"Highlight as “claim & more” (1)"_s);
        const HighlightModel *model = desk.window->notes()->model();
        QCOMPARE(model->index(0).data(HighlightModel::MarkNameRole).toString(), u"claim & more"_s);
        QVERIFY(model->index(0).data(Qt::AccessibleTextRole).toString().contains(u"claim & more"));
        desk.shut();
        desk.open();
        QTRY_COMPARE(desk.window->action(ActionId::Mark1)->toolTip(), u"Highlight as “claim & more” (1)"_s);
    }

    void notesAreFilteredAndSorted()
    {
        Desk desk;
        QVERIFY(desk.read());
        type(desk, u"ghjhjh"_s);
        const auto id = [&](size_t i) { return desk.session()->highlights()[i].id; };
        desk.session()->setNote(id(1), u"Remember the map"_s);
        desk.session()->setMark(id(2), Mark::Four);
        desk.session()->setTags(id(2), {u"best"_s});
        NotesPane *notes = desk.window->notes();
        const auto listed = [&] {
            QList<int> rows;
            for (int row = 0; row < notes->filter()->rowCount(); ++row)
                rows += notes->filter()->mapToSource(notes->filter()->index(row, 0)).row();
            return rows;
        };
        QCOMPARE(listed(), (QList<int>{0, 1, 2}));
        for (const auto &[text, rows] :
             {std::pair(u"harbour"_s, QList<int>{0}), std::pair(u"MAP remember"_s, QList<int>{1}),
              std::pair(u"#best"_s, QList<int>{2}), std::pair(u"#map"_s, QList<int>{}),
              std::pair(QString(), QList<int>{0, 1, 2})}) {
            notes->filterField()->setText(text);
            QCOMPARE(listed(), rows);
        }
        notes->filter()->setMark(Mark::Four);
        QCOMPARE(listed(), (QList<int>{2}));
        // Whoever writes a note to what is not listed, finds it.
        type(desk, u"ga"_s);
        QTRY_VERIFY(notes->editor()->hasFocus());
        QCOMPARE(listed(), (QList<int>{0, 1, 2}));
        QCOMPARE(notes->chosen(), id(0));
        QTest::qWait(5);
        QTest::keyClicks(notes->editor(), u"x"_s);
        notes->filter()->setOrder(HighlightFilter::Order::Changed);
        QCOMPARE(listed().front(), 0);
        notes->filter()->setOrder(HighlightFilter::Order::Text);
        QCOMPARE(listed(), (QList<int>{0, 1, 2}));
        // What is being written stays, though it no longer matches.
        notes->filterField()->setText(u"map"_s);
        QVERIFY(listed().contains(1));
        QVERIFY(desk.saved());
    }

    void textAndNotesGoAlong()
    {
        Desk desk;
        QVERIFY(desk.read());
        type(desk, u"ghjjh"_s);
        NotesPane *notes = desk.window->notes();
        type(desk, u"g"_s);
        QCOMPARE(notes->chosen(), desk.session()->highlights()[0].id);
        type(desk, u"G"_s);
        QCOMPARE(notes->chosen(), desk.session()->highlights()[1].id);
        notes->list()->setCurrentIndex(notes->filter()->index(0, 0));
        QTest::keyClick(notes->list(), Qt::Key_Return);
        QCOMPARE(desk.window->text()->cursorToken(), std::optional(0));
        QCOMPARE(desk.window->text()->visitedHighlight(), std::optional(desk.session()->highlights()[0].id));
    }

    void undoIsThereWhenTheEpisodeIsOpenedAgain()
    {
        Desk desk;
        QVERIFY(desk.read());
        const EpisodeId first = desk.session()->id();
        type(desk, u"gh3wx"_s);
        QVERIFY(desk.saved());
        library::ImportRequest request;
        request.transcriptFile = desk.write(u"other.txt"_s, "Another one. Quite short.");
        desk.service->importEpisode(request);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session() && desk.session()->id() != first, 20000);
        QVERIFY(!desk.session()->canUndo());
        desk.window->desk()->open(first);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session() && desk.session()->id() == first, 20000);
        desk.press(Qt::Key_Z, control);
        QCOMPARE(marksOf(desk), QStringList{u"0-8:1"_s});
        desk.press(Qt::Key_Z, control);
        QVERIFY(marksOf(desk).isEmpty());
        desk.press(Qt::Key_Z, control | shift);
        QCOMPARE(marksOf(desk), QStringList{u"0-8:1"_s});
        QVERIFY(desk.saved());
    }
};

QTEST_MAIN(TestWindowMarks)
#include "test_windowmarks.moc"
