// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/highlightfilter.h"
#include "ui/notes/highlightmodel.h"
#include "ui/notes/markdowneditor.h"
#include "ui/notes/notepreview.h"
#include "ui/notes/notespane.h"
#include "ui/window/desk.h"
#include "ui/window/exportdialog.h"
#include "ui/window/keyboard.h"

#include <QDir>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::test;
using namespace earmark::ui;
using notes::Highlight;
using notes::Place;
using playback::Player;

namespace {

constexpr char otherWords[] = "WEBVTT\n\n"
                              "00:01.000 --> 00:04.000\nWe met at the harbour on a windy morning.\n\n"
                              "00:04.000 --> 00:07.000\nWhere were you when all the boats came home?\n\n"
                              "00:07.500 --> 00:10.000\nThat was the best part of it.\n";

} // namespace

// A session by keys alone, second half: the notes' order, the sound while one writes, what is taken out and
// brought in, and links in notes. Captions as in test_keyboardsession, with eleven seconds of sound.
class TestKeyboardReach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theSoundGoesOnWhileOneWrites();
    void aTimeInANoteIsFollowed();
    void theNotesAreArranged();
    void exportsGoWhereOneTypes();
    void notesChangedInTheFileComeBack();
    void whatWasLostIsHeardAndPlaced();
    void cleanup();
    void cleanupTestCase();

private:
    [[nodiscard]] const std::vector<Highlight> &highlights() const { return m_desk->session()->highlights(); }
    [[nodiscard]] bool isInText() const { return receiver() == m_desk->window->text(); }
    [[nodiscard]] NotesPane *notes() const { return m_desk->window->notes(); }
    [[nodiscard]] QString path(const QString &name) const { return m_desk->folder.filePath(name); }

    QString m_cwd = QDir::currentPath();
    std::unique_ptr<Desk> m_desk;
};

void TestKeyboardReach::initTestCase()
{
    takeSoundDeviceAway();
    m_desk = std::make_unique<Desk>();
    QVERIFY(m_desk->listen());
    QDir::setCurrent(m_desk->folder.path());
    m_desk->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    QTRY_VERIFY(isInText());
    keys(u"gh"_s);
    keys(u"j"_s);
    press(Qt::Key_2);
    waitForPause();
    keys(u"t"_s);
    write(u"map"_s);
    press(Qt::Key_Return);
    keys(u"Gh"_s);
    QCOMPARE(highlights().size(), size_t(3));
}

void TestKeyboardReach::cleanup()
{
    QTRY_VERIFY(isInText());
    QVERIFY(m_desk->saved());
}

void TestKeyboardReach::cleanupTestCase()
{
    QDir::setCurrent(m_cwd);
    m_desk.reset();
}

void TestKeyboardReach::theSoundGoesOnWhileOneWrites()
{
    keys(u"ga"_s);
    QVERIFY(notes()->editor()->hasFocus());
    write(u"the harbour, "_s);
    press(Qt::Key_Space, control);
    QTRY_COMPARE(m_desk->player->state(), Player::State::Playing);
    write(u"as heard"_s);
    press(Qt::Key_Space, control);
    QCOMPARE(m_desk->player->state(), Player::State::Paused);
    m_desk->player->seek(MediaTime(3000)); // as far as it got
    press(Qt::Key_F2);
    QCOMPARE(m_desk->player->position(), MediaTime(8000));
    press(Qt::Key_F1);
    QCOMPARE(m_desk->player->position(), MediaTime(3000));
    QCOMPARE(highlights()[0].note, u"the harbour, as heard"_s);
    press(Qt::Key_Escape);
}

void TestKeyboardReach::aTimeInANoteIsFollowed()
{
    m_desk->player->seek(MediaTime(7600));
    keys(u"ga"_s);
    write(u" "_s);
    press(Qt::Key_Period, control);
    QVERIFY(highlights()[0].note.endsWith(u"[0:07](earmark://episode/1?t=7.6)"_s));
    press(Qt::Key_P, control);
    QTRY_VERIFY(notes()->preview()->isVisible());
    // From the text, where the last key has led, the preview is found again as any other part of the window.
    press(Qt::Key_Escape);
    QTRY_VERIFY(isInText());
    press(Qt::Key_N, alt);
    press(Qt::Key_O, alt);
    QTRY_VERIFY(notes()->preview()->hasFocus());
    press(Qt::Key_Tab);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_desk->session()->transcript().tokenText(*m_desk->window->text()->cursorToken()).toString(),
                 u"That"_s);
    press(Qt::Key_P, control);
    if (!isInText())
        press(Qt::Key_Escape);
}

void TestKeyboardReach::theNotesAreArranged()
{
    using Order = HighlightFilter::Order;
    const auto choose = [](int steps) {
        return [steps] {
            for (int i = 0; i < steps; ++i)
                press(Qt::Key_Down);
            press(Qt::Key_Return);
        };
    };
    press(Qt::Key_N, alt);
    press(Qt::Key_Slash);
    press(Qt::Key_Tab);
    // The order: as in the text, latest made, latest changed; then all marks, the five marks, all tags, #map.
    pressAndGoOn(Qt::Key_Space, choose(3));
    QCOMPARE(notes()->filter()->order(), Order::Changed);
    pressAndGoOn(Qt::Key_Space, choose(2));
    QCOMPARE(notes()->filter()->order(), Order::Made);
    const QModelIndex latest = notes()->filter()->mapToSource(notes()->filter()->index(0, 0));
    QCOMPARE(notes()->model()->idAt(latest), highlights().back().id);
    pressAndGoOn(Qt::Key_Space, choose(1));
    QCOMPARE(notes()->filter()->order(), Order::Text);
    pressAndGoOn(Qt::Key_Space, choose(6));
    QCOMPARE(notes()->filter()->mark(), std::optional(notes::Mark::Two));
    const auto twos = std::ranges::count(highlights(), notes::Mark::Two, &Highlight::mark);
    QVERIFY(twos < 3);
    QCOMPARE(notes()->filter()->rowCount(), int(twos));
    pressAndGoOn(Qt::Key_Space, choose(4));
    QCOMPARE(notes()->filter()->rowCount(), 3);
    pressAndGoOn(Qt::Key_Space, choose(11));
    QCOMPARE(notes()->filter()->tag(), u"map"_s);
    QCOMPARE(notes()->filter()->rowCount(), 1);
    pressAndGoOn(Qt::Key_Space, choose(10));
    QCOMPARE(notes()->filter()->rowCount(), 3);
    press(Qt::Key_Tab, shift);
    press(Qt::Key_Escape);
}

void TestKeyboardReach::exportsGoWhereOneTypes()
{
    press(Qt::Key_E, control);
    const auto *dialog = qobject_cast<ExportDialog *>(foremost());
    QVERIFY(dialog);
    QVERIFY(tabTo(dialog->pathEdit()));
    press(Qt::Key_A, control);
    write(path(u"walk.md"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(contentOf(path(u"walk.md"_s)).contains("> Nobody had brought a map."));
}

void TestKeyboardReach::notesChangedInTheFileComeBack()
{
    QByteArray file = contentOf(path(u"walk.md"_s));
    QVERIFY(file.contains("the harbour, as heard"));
    m_desk->write(u"walk.md"_s, file.replace("the harbour, as heard", "the old harbour"));
    command(u"bring in annotations"_s);
    QVERIFY(typeFileName(path(u"walk.md"_s)));
    QTRY_VERIFY(highlights()[0].note.startsWith(u"the old harbour"));
}

void TestKeyboardReach::whatWasLostIsHeardAndPlaced()
{
    m_desk->write(u"other.vtt"_s, otherWords);
    command(u"replace the transcript"_s);
    QVERIFY(typeFileName(u"other.vtt"_s));
    QTRY_VERIFY(m_desk->session()->transcript().text.contains(u"boats"_s));
    QTRY_VERIFY(isInText());
    const auto isLost = [](const Highlight &highlight) { return highlight.place == Place::Lost; };
    QCOMPARE(std::ranges::count_if(highlights(), isLost), 1);
    const HighlightId id = std::ranges::find_if(highlights(), isLost)->id;
    // Its sound, from the list where it waits.
    press(Qt::Key_N, alt);
    press(Qt::Key_Home);
    for (size_t i = 0; i < highlights().size() && notes()->chosen() != id; ++i)
        press(Qt::Key_Down);
    QCOMPARE(notes()->chosen(), id);
    press(Qt::Key_Return, shift);
    QTRY_COMPARE(m_desk->player->state(), Player::State::Playing); // the audio is opened anew with the transcript
    QVERIFY(m_desk->player->position() >= MediaTime(4000) && m_desk->player->position() < MediaTime(7000));
    press(Qt::Key_Escape);
    keys(u" "_s);
    QCOMPARE(m_desk->player->state(), Player::State::Paused);
    keys(u"gjvwwwH"_s);
    const Highlight *placed = m_desk->session()->find(id);
    QVERIFY(placed);
    QCOMPARE(placed->place, Place::Words);
    QCOMPARE(placed->selectors.exact, u"Where were you when"_s);
    QCOMPARE(placed->tags, QStringList{u"map"_s});
}

QTEST_MAIN(TestKeyboardReach)
#include "test_keyboardreach.moc"
