// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "library/replacement.h"
#include "ui/notes/notespane.h"
#include "ui/window/messagebar.h"
#include "ui/window/replaceflow.h"

#include <QLabel>
#include <QListView>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;
using notes::Place;

// A better transcript comes: what was marked goes along, or waits to be placed.
class TestWindowReplace : public QObject
{
    Q_OBJECT

    static constexpr char better[] = "WEBVTT\n\n"
                                     "00:01.000 --> 00:04.000\nANNA: We met at the harbour, on a windy morning.\n\n"
                                     "00:07.500 --> 00:10.000\nThat was the best part of it!\n";

    static QString messageOf(const Desk &desk)
    {
        QStringList texts;
        for (const QLabel *label : desk.window->messages()->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u' ');
    }

    static QString wordsOf(const Desk &desk, const notes::Highlight &highlight)
    {
        QStringList words;
        for (auto i = highlight.span.first; i <= highlight.span.last; ++i)
            words += desk.session()->transcript().tokenText(i).toString();
        return words.join(u' ');
    }

    // Highlights the three sentences and brings the other transcript.
    static bool prepare(Desk &desk)
    {
        if (!desk.read())
            return false;
        desk.window->activateWindow();
        desk.window->text()->setFocus();
        for (int i = 0; i < 3; ++i) {
            desk.press(Qt::Key_H);
            desk.press(Qt::Key_J);
        }
        if (desk.session()->highlights().size() != 3 || !desk.saved())
            return false;
        const library::EpisodeSession *before = desk.session();
        desk.window->replacing()->replace(before->id(), desk.write(u"better.vtt"_s, better));
        return QTest::qWaitFor([&] { return desk.session()->transcript().text.contains(u"harbour,"_s); }, 20000);
    }

private Q_SLOTS:
    void highlightsGoAlong()
    {
        Desk desk;
        QVERIFY(prepare(desk));
        const auto &highlights = desk.session()->highlights();
        QCOMPARE(highlights.size(), size_t(3));
        QVERIFY(highlights[0].place == Place::Lost);
        QCOMPARE(highlights[0].selectors.exact, u"Nobody had brought a map."_s);
        QCOMPARE(wordsOf(desk, highlights[1]), u"We met at the harbour, on a windy morning."_s);
        QCOMPARE(wordsOf(desk, highlights[2]), u"That was the best part of it!"_s);
        QVERIFY(!desk.window->messages()->isHidden());
        QVERIFY(messageOf(desk).contains(u"Mark menu"_s));
        QCOMPARE(desk.window->notes()->list()->model()->rowCount(), 3);
    }

    void whatWasLostIsPlacedByKey()
    {
        Desk desk;
        QVERIFY(prepare(desk));
        const HighlightId id = desk.session()->highlights()[0].id;
        desk.window->text()->setFocus();
        desk.press(Qt::Key_G, Qt::ShiftModifier);
        desk.press(Qt::Key_K);
        desk.press(Qt::Key_H, Qt::ShiftModifier);
        const notes::Highlight placed = *desk.session()->find(id);
        QVERIFY(placed.place == Place::Words);
        QCOMPARE(wordsOf(desk, placed), u"ANNA: We met at the harbour, on a windy morning."_s);
        QVERIFY(desk.saved());
        // And back, like any step.
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(desk.session()->find(id)->place == Place::Lost);
        QCOMPARE(desk.session()->find(id)->selectors.exact, u"Nobody had brought a map."_s);
        QVERIFY(desk.saved());
        // The same from the disk.
        const EpisodeId episode = desk.session()->id();
        desk.shut();
        desk.open();
        QTRY_VERIFY(desk.session() && desk.session()->id() == episode);
        QVERIFY(desk.session()->find(id)->place == Place::Lost);
    }

    void undoNeverReachesIntoTheOldText()
    {
        Desk desk;
        QVERIFY(prepare(desk));
        QVERIFY(!desk.session()->canUndo());
    }

    // In a terminal, while the window shows the old text.
    void anotherProgramReplacesIt()
    {
        Desk desk;
        QVERIFY(desk.read());
        const EpisodeId id = desk.session()->id();
        const auto other = store::Store::open(desk.service->libraryPath(), store::Store::Access::ReadWrite);
        QVERIFY(other);
        QVERIFY(library::replaceTranscript(**other, id, desk.write(u"better.vtt"_s, better)));
        desk.window->text()->setFocus();
        desk.press(Qt::Key_G, Qt::ShiftModifier);
        desk.press(Qt::Key_H);
        QCOMPARE(desk.session()->highlights().size(), size_t(1));
        // Taken back, and nothing of it is in the library.
        QTRY_VERIFY(desk.session()->highlights().empty());
        QVERIFY((*other)->highlights(id)->empty());
        desk.service->refreshIfChanged();
        QTRY_VERIFY(desk.session()->transcript().text.contains(u"harbour,"_s));
        desk.window->text()->setFocus();
        desk.press(Qt::Key_G, Qt::ShiftModifier);
        desk.press(Qt::Key_H);
        QVERIFY(desk.saved());
        QCOMPARE((*other)->highlights(id)->size(), size_t(1));
    }

    void aFileThatIsNoTranscriptChangesNothing()
    {
        Desk desk;
        QVERIFY(desk.read());
        const QString before = desk.session()->transcript().text;
        desk.window->replacing()->replace(desk.session()->id(), desk.write(u"x.pdf"_s, "%PDF-1.4\n%\xe2\xe3\n"));
        QTRY_VERIFY(!desk.window->messages()->isHidden());
        QCOMPARE(desk.session()->transcript().text, before);
    }
};

QTEST_MAIN(TestWindowReplace)
#include "test_windowreplace.moc"
