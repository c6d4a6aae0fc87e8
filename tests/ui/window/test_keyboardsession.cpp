// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/highlightfilter.h"
#include "ui/notes/highlightmodel.h"
#include "ui/notes/notespane.h"
#include "ui/palette/commandpalette.h"
#include "ui/window/actions.h"
#include "ui/window/desk.h"
#include "ui/window/keyboard.h"
#include "ui/window/keysdialog.h"
#include "ui/window/marknamesdialog.h"
#include "ui/window/messagebar.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;
using namespace earmark::test;
using notes::Highlight;
using notes::Mark;
using notes::Place;

namespace {

constexpr char corrected[] = "WEBVTT\n\n"
                             "00:01.000 --> 00:04.000\nWe met at the harbour, on a windy morning.\n\n"
                             "00:04.000 --> 00:07.000\nWhere were you when all the boats came home?\n\n"
                             "00:07.500 --> 00:10.000\nThat was the best part of it!\n";

} // namespace

// One session with one window, from the first highlight to another transcript: keys
// alone, and each of them goes to whatever has the focus. What the window shows and stores is only
// looked at. The captions: words 0 to 8, 9 to 13 and 14 to 20.
class TestKeyboardSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theTextIsMarked();
    void highlightsAreShapedAndFound();
    void stepsAreTakenBack();
    void notesAndTagsAreWritten();
    void marksGetNames();
    void theNotesAreSearched();
    void aQuoteIsCopied();
    void everyCommandIsFoundByItsName();
    void keysAreLookedUp();
    void whatAnotherTranscriptLosesIsPlaced();
    void cleanup();
    void cleanupTestCase();

private:
    [[nodiscard]] const std::vector<Highlight> &highlights() const { return m_desk->session()->highlights(); }
    // "first-last:mark" of each highlight, "m" before a moment, "e" before the episode's note.
    [[nodiscard]] QStringList marks() const;
    [[nodiscard]] bool isInText() const { return receiver() == m_desk->window->text(); }
    void removeAll();

    QString m_cwd = QDir::currentPath();
    std::unique_ptr<Desk> m_desk;
};

QStringList TestKeyboardSession::marks() const
{
    QStringList all;
    for (const Highlight &highlight : highlights()) {
        const QString place = highlight.place == Place::Moment ? u"m"_s
            : highlight.place == Place::Episode                ? u"e"_s
            : highlight.place == Place::Lost                   ? u"lost"_s
                                                               : QString();
        all += u"%1%2-%3:%4"_s.arg(place).arg(highlight.span.first).arg(highlight.span.last).arg(int(highlight.mark));
    }
    return all;
}

void TestKeyboardSession::removeAll()
{
    for (size_t left = highlights().size(); left > 0; --left)
        keys(u"goh"_s);
    QVERIFY(highlights().empty());
}

void TestKeyboardSession::initTestCase()
{
    m_desk = std::make_unique<Desk>();
    QVERIFY(m_desk->read());
    QDir::setCurrent(m_desk->folder.path()); // where file dialogs begin
    m_desk->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    // Whoever opens an episode can read on at once.
    QTRY_VERIFY(isInText());
}

// Each part ends where one reads, with everything on the disk.
void TestKeyboardSession::cleanup()
{
    QVERIFY(isInText());
    QVERIFY(m_desk->saved());
}

void TestKeyboardSession::cleanupTestCase()
{
    QDir::setCurrent(m_cwd);
    m_desk.reset();
}

void TestKeyboardSession::theTextIsMarked()
{
    keys(u"gh"_s); // a sentence
    QCOMPARE(marks(), QStringList{u"0-8:1"_s});
    keys(u"h"_s); // again
    QCOMPARE(marks(), QStringList{});
    keys(u"g2h"_s); // two
    QCOMPARE(marks(), QStringList{u"0-13:1"_s});
    keys(u"hgjjkwwbvwh"_s); // up and down, and by words
    QCOMPARE(marks(), QStringList{u"10-11:1"_s});
    keys(u"hJKUGvsh"_s); // paragraph, turn, end; a whole sentence
    QCOMPARE(marks(), QStringList{u"14-20:1"_s});
    keys(u"hgvph"_s); // all of the paragraph
    QCOMPARE(highlights().size(), size_t(1));
    keys(u"hgvth"_s); // all that the speaker says
    QCOMPARE(highlights().size(), size_t(1));
    keys(u"hGvzh"_s); // what was just said
    QCOMPARE(marks(), QStringList{u"0-14:1"_s});
    keys(u"hGz"_s);
    QCOMPARE(marks(), QStringList{u"0-14:1"_s});
    keys(u"h"_s);
    QCOMPARE(marks(), QStringList{});
    keys(u"g"_s);
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5}) {
        press(key);
        waitForPause();
        QCOMPARE(marks(), QStringList{u"0-8:%1"_s.arg(key - Qt::Key_0)});
    }
    press(Qt::Key_5);
    waitForPause();
    QCOMPARE(marks(), QStringList{});
}

void TestKeyboardSession::highlightsAreShapedAndFound()
{
    keys(u"g"_s);
    press(Qt::Key_1);
    waitForPause();
    QCOMPARE(marks(), QStringList{u"0-8:1"_s});
    press(Qt::Key_Right, control);
    press(Qt::Key_Left, control | shift);
    press(Qt::Key_Right, control | shift);
    QCOMPARE(marks(), QStringList{u"1-9:1"_s});
    press(Qt::Key_Left, control);
    press(Qt::Key_Down, control);
    QCOMPARE(marks(), QStringList{u"1-13:1"_s});
    press(Qt::Key_Up, control);
    press(Qt::Key_Up, control | shift);
    QCOMPARE(marks(), QStringList{u"0-8:1"_s});
    keys(u"g3wx"_s);
    QCOMPARE(marks(), (QStringList{u"0-2:1"_s, u"3-8:1"_s}));
    keys(u"gwX"_s);
    QCOMPARE(marks(), QStringList{u"0-8:1"_s});
    // One within another, and each is reached.
    keys(u"g2wvwwh"_s);
    QCOMPARE(marks(), (QStringList{u"0-8:1"_s, u"2-4:1"_s}));
    keys(u"go"_s);
    const TranscriptView *text = m_desk->window->text();
    QCOMPARE(text->visitedHighlight(), std::optional(highlights()[0].id));
    keys(u"o"_s);
    QCOMPARE(text->visitedHighlight(), std::optional(highlights()[1].id));
    keys(u"O"_s);
    QCOMPARE(text->visitedHighlight(), std::optional(highlights()[0].id));
    // A moment.
    keys(u"GB"_s);
    QCOMPARE(marks().back(), u"m14-14:1"_s);
}

void TestKeyboardSession::stepsAreTakenBack()
{
    const QStringList before = marks();
    removeAll();
    for (qsizetype i = 0; i < before.size(); ++i)
        press(Qt::Key_Z, control);
    QCOMPARE(marks(), before);
    for (qsizetype i = 0; i < before.size(); ++i)
        press(Qt::Key_Z, control | shift);
    QVERIFY(highlights().empty());
}

void TestKeyboardSession::notesAndTagsAreWritten()
{
    keys(u"ga"_s);
    write(u"who *met* at "_s);
    press(Qt::Key_Period, control);
    QVERIFY2(highlights().at(0).note.startsWith(u"who *met* at [0:0"_s), qPrintable(highlights().at(0).note));
    press(Qt::Key_P, control);
    press(Qt::Key_P, control);
    press(Qt::Key_Escape);
    QVERIFY(isInText());
    keys(u"t"_s);
    write(u"harbour, claim"_s);
    press(Qt::Key_Return);
    QCOMPARE(highlights()[0].tags, (QStringList{u"claim"_s, u"harbour"_s}));
    QTRY_VERIFY(isInText());
    keys(u"jt"_s);
    write(u"map"_s);
    press(Qt::Key_Return);
    QCOMPARE(highlights().at(1).tags, QStringList{u"map"_s});
    QTRY_VERIFY(isInText());
    keys(u"A"_s);
    write(u"on all of it"_s);
    press(Qt::Key_Escape);
    QCOMPARE(highlights()[0].place, Place::Episode);
    QCOMPARE(highlights()[0].note, u"on all of it"_s);
    keys(u"GB"_s);
    QCOMPARE(marks(), (QStringList{u"e0-0:1"_s, u"0-8:1"_s, u"9-13:1"_s, u"m14-14:1"_s}));
}

void TestKeyboardSession::marksGetNames()
{
    command(u"names of the marks"_s);
    QTRY_VERIFY(qobject_cast<MarkNamesDialog *>(foremost()));
    write(u"claim"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(isInText());
    const HighlightModel *model = m_desk->window->notes()->model();
    QTRY_COMPARE(model->index(1).data(HighlightModel::MarkNameRole).toString(), u"claim"_s);
}

void TestKeyboardSession::theNotesAreSearched()
{
    const NotesPane *notes = m_desk->window->notes();
    press(Qt::Key_N, alt);
    QVERIFY(notes->list()->hasFocus());
    press(Qt::Key_Slash);
    write(u"#map"_s);
    QCOMPARE(notes->filter()->rowCount(), 1);
    press(Qt::Key_Down);
    QVERIFY(notes->list()->hasFocus());
    press(Qt::Key_End);
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    QVERIFY(isInText());
    QCOMPARE(m_desk->window->text()->visitedHighlight(), std::optional(highlights()[2].id));
    press(Qt::Key_N, alt);
    press(Qt::Key_Slash);
    press(Qt::Key_A, control);
    press(Qt::Key_Backspace);
    QCOMPARE(notes->filter()->rowCount(), 4);
    press(Qt::Key_Escape);
    QVERIFY(isInText());
    // A moment is taken out where it is listed.
    press(Qt::Key_N, alt);
    press(Qt::Key_End);
    press(Qt::Key_Delete);
    QCOMPARE(highlights().size(), size_t(3));
    press(Qt::Key_Escape);
}

void TestKeyboardSession::aQuoteIsCopied()
{
    keys(u"gy"_s);
    const QMimeData *clip = QApplication::clipboard()->mimeData();
    QVERIFY(clip && clip->text().contains(u"windy morning"_s) && clip->text().contains(u"Walk, 0:01"_s));
    QVERIFY(clip->hasHtml() && clip->hasFormat(u"text/markdown"_s));
    // Of a highlight that is visited, all of it.
    keys(u"go"_s);
    keys(u"y"_s);
    QVERIFY(QApplication::clipboard()->text().contains(u"windy morning"_s));
}

void TestKeyboardSession::everyCommandIsFoundByItsName()
{
    const auto *palette = m_desk->window->findChild<CommandPalette *>();
    for (const ActionSpec &spec : actionTable()) {
        if (spec.id == ActionId::Commands)
            continue;
        const QString name = shownName(*m_desk->window->action(spec.id));
        press(Qt::Key_K, control);
        write(QString(name).removeIf([](QChar sign) { return sign.unicode() > 0x7f; })); // what keys have
        QCOMPARE(palette->list()->model()->index(0, 0).data().toString(), name);
        press(Qt::Key_Escape);
        QVERIFY2(isInText(), qPrintable(name));
    }
}

void TestKeyboardSession::keysAreLookedUp()
{
    press(Qt::Key_Question);
    QTRY_VERIFY(qobject_cast<KeysDialog *>(foremost()));
    press(Qt::Key_End);
    press(Qt::Key_Escape);
    QTRY_VERIFY(isInText());
}

void TestKeyboardSession::whatAnotherTranscriptLosesIsPlaced()
{
    m_desk->write(u"corrected.vtt"_s, corrected);
    command(u"replace the transcript"_s);
    QTRY_VERIFY(qobject_cast<QFileDialog *>(foremost()));
    QVERIFY(typeFileName(u"corrected.vtt"_s));
    QTRY_VERIFY(m_desk->session()->transcript().text.contains(u"boats"_s));
    QTRY_VERIFY(isInText());
    QVERIFY2(marks().contains(u"lost0-0:1"_s), qPrintable(marks().join(u' ')));
    keys(u"gjvwwwH"_s);
    QCOMPARE(marks(), (QStringList{u"e0-0:1"_s, u"0-8:1"_s, u"9-12:1"_s}));
    QCOMPARE(highlights()[2].tags, QStringList{u"map"_s});
}

QTEST_MAIN(TestKeyboardSession)
#include "test_keyboardsession.moc"
