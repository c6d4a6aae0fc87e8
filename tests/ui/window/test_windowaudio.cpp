// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fixtures.h"
#include "library/replacement.h"
#include "ui/window/desk.h"
#include "ui/window/importbar.h"
#include "ui/window/messagebar.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;

namespace {

constexpr int patience = 20000; // ms

void drop(Desk &desk, const QString &path)
{
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(400, 200), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(desk.window.get(), &enter);
    QDropEvent event(QPointF(400, 200), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(desk.window.get(), &event);
}

} // namespace

class TestWindowAudio : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }

    void whereItIsCanBeChosen();
    void droppingItAloneIsEnough();
    void whatIsNoAudioIsRefused();
    void goneWhileItIsOpenIsToldAndItPlaysOn();
    void movedWhileItPlaysIsFoundAndPlaysOn_data();
    void movedWhileItPlaysIsFoundAndPlaysOn();
    void itsTextIsReplacedWhileItPlaysOn();
    void wordsBehindItsEndAreNotPlayedFromItsStart();
    void withoutAnySoundItCannotBePlayed();
    void audioAloneIsANewEpisodeWhereNoneIsMissing();

private:
    // The audio's own place is empty now, and the window has been opened anew.
    void loseAudio();
    // It lasts a second only.
    void playWithoutEnd() const;

    test::Workshop m_workshop;
    std::unique_ptr<Desk> m_desk;
};

void TestWindowAudio::init()
{
    m_desk = std::make_unique<Desk>();
    library::ImportRequest request;
    request.audioFile = m_workshop.writeTone(u"tone.wav"_s);
    request.transcriptFile = m_workshop.write(u"tone.txt"_s, "one two three four five six seven\n");
    m_desk->service->importEpisode(request);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->session(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->player->state(), playback::Player::State::Paused, patience);
}

void TestWindowAudio::loseAudio()
{
    m_desk->shut();
    QFile::remove(m_workshop.path(u"moved.wav"_s));
    QVERIFY(QFile::rename(m_workshop.path(u"tone.wav"_s), m_workshop.path(u"moved.wav"_s)));
    m_desk->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->player->state(), playback::Player::State::Failed, patience);
}

void TestWindowAudio::playWithoutEnd() const
{
    m_desk->player->setLoop(playback::Player::Loop{MediaTime(0), MediaTime(900)});
    m_desk->player->play();
    QCOMPARE(m_desk->player->state(), playback::Player::State::Playing);
}

void TestWindowAudio::whereItIsCanBeChosen()
{
    loseAudio();
    MessageBar *messages = m_desk->window->messages();
    QVERIFY(messages->isShowing(Topic::Playback));
    QVERIFY(messages->text().contains(u"tone.wav"));
    messages->findChild<QPushButton *>()->click();
    auto *dialog = m_desk->window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(m_workshop.path(u"moved.wav"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->player->state(), playback::Player::State::Paused, patience);
    QCOMPARE(m_desk->session()->episode().audioPath, m_workshop.path(u"moved.wav"_s));
    QVERIFY(!messages->text().contains(u"tone.wav"));

    m_desk->shut();
    m_desk->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->player->state(), playback::Player::State::Paused, patience);
}

void TestWindowAudio::droppingItAloneIsEnough()
{
    loseAudio();
    drop(*m_desk, m_workshop.path(u"moved.wav"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->player->state(), playback::Player::State::Paused, patience);
    QCOMPARE(m_desk->session()->episode().audioPath, m_workshop.path(u"moved.wav"_s));
    QVERIFY(m_desk->window->importBar()->waiting().isEmpty());
}

void TestWindowAudio::whatIsNoAudioIsRefused()
{
    loseAudio();
    m_desk->window->desk()->setAudio(m_workshop.path(u"tone.txt"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->window->messages()->isShowing(Topic::Audio), patience);
    QVERIFY(m_desk->window->messages()->text().contains(u"tone.txt"));
    QCOMPARE(m_desk->session()->episode().audioPath, m_workshop.path(u"tone.wav"_s));
}

void TestWindowAudio::goneWhileItIsOpenIsToldAndItPlaysOn()
{
    MessageBar *messages = m_desk->window->messages();
    playWithoutEnd();
    QFile::remove(m_workshop.path(u"moved.wav"_s));
    QVERIFY(QFile::rename(m_workshop.path(u"tone.wav"_s), m_workshop.path(u"moved.wav"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(messages->isShowing(Topic::AudioPlace), patience);
    QVERIFY(messages->text().contains(u"tone.wav"));
    QVERIFY(!QApplication::activeModalWidget());
    m_desk->player->seek(MediaTime(100));
    m_desk->player->pause();
    m_desk->player->play();
    QCOMPARE(m_desk->player->state(), playback::Player::State::Playing);
    QVERIFY(messages->isShowing(Topic::AudioPlace));
    // Back again: nothing is wrong any more.
    QVERIFY(QFile::rename(m_workshop.path(u"moved.wav"_s), m_workshop.path(u"tone.wav"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(!messages->isShowing(Topic::AudioPlace), patience);
}

void TestWindowAudio::movedWhileItPlaysIsFoundAndPlaysOn_data()
{
    QTest::addColumn<bool>("byDropping");
    QTest::newRow("chosen") << false;
    QTest::newRow("dropped") << true;
}

void TestWindowAudio::movedWhileItPlaysIsFoundAndPlaysOn()
{
    QFETCH(bool, byDropping);
    MessageBar *messages = m_desk->window->messages();
    m_desk->player->seek(MediaTime(500));
    playWithoutEnd();
    QFile::remove(m_workshop.path(u"moved.wav"_s));
    QVERIFY(QFile::rename(m_workshop.path(u"tone.wav"_s), m_workshop.path(u"moved.wav"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(messages->isShowing(Topic::AudioPlace), patience);
    m_desk->window->action(ActionId::SleepEpisode)->trigger();
    if (byDropping) {
        drop(*m_desk, m_workshop.path(u"moved.wav"_s));
    } else {
        messages->findChild<QPushButton *>()->click();
        auto *dialog = m_desk->window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(m_workshop.path(u"moved.wav"_s));
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session()->episode().audioPath, m_workshop.path(u"moved.wav"_s), patience);
    QCOMPARE(m_desk->player->state(), playback::Player::State::Playing);
    QVERIFY(m_desk->player->loop());
    QVERIFY(m_desk->player->canUndoSeek());
    QVERIFY(m_desk->window->action(ActionId::SleepEpisode)->isChecked());
    QVERIFY(!messages->isShowing(Topic::AudioPlace));
    QCOMPARE(m_desk->player->filePlace(), playback::Player::FilePlace::There);
}

// In a terminal.
void TestWindowAudio::itsTextIsReplacedWhileItPlaysOn()
{
    playWithoutEnd();
    QSignalSpy states(m_desk->player.get(), &playback::Player::stateChanged);
    {
        const auto other = store::Store::open(m_desk->service->libraryPath(), store::Store::Access::ReadWrite);
        QVERIFY(other);
        const QString better = m_workshop.write(u"better.txt"_s, "One, two, three, four, five, six, eight.\n");
        QVERIFY(library::replaceTranscript(**other, m_desk->session()->id(), better));
    }
    m_desk->service->refreshIfChanged();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->session()->transcript().text.contains(u"eight"), patience);
    QCOMPARE(states.count(), 0);
    QCOMPARE(m_desk->player->state(), playback::Player::State::Playing);
    QVERIFY(m_desk->player->loop());
}

void TestWindowAudio::wordsBehindItsEndAreNotPlayedFromItsStart()
{
    Desk desk;
    QVERIFY(desk.listen({},
                        "WEBVTT\n\n00:01.000 --> 00:04.000\nWe met at the harbour.\n\n"
                        "01:01.000 --> 01:04.000\nNobody had brought a map.\n"));
    MessageBar *messages = desk.window->messages();
    desk.player->seek(MediaTime(2000));
    desk.press(Qt::Key_G, Qt::ShiftModifier);
    desk.press(Qt::Key_K);
    desk.press(Qt::Key_J);
    desk.press(Qt::Key_H);
    QVERIFY(desk.saved());
    for (const Qt::KeyboardModifiers modifiers : {Qt::NoModifier, Qt::ShiftModifier}) {
        desk.press(Qt::Key_Return, modifiers);
        QVERIFY(messages->isShowing(Topic::RecordingEnd));
        QVERIFY2(messages->text().contains(u"0:11"), qPrintable(messages->text()));
        QCOMPARE(desk.player->state(), playback::Player::State::Paused);
        QCOMPARE(desk.player->position(), MediaTime(2000));
        desk.player->seek(MediaTime(2000));
        QVERIFY(!messages->isShowing(Topic::RecordingEnd));
    }
    desk.window->desk()->openAt(desk.session()->id(), MediaTime(61500));
    QVERIFY(messages->isShowing(Topic::RecordingEnd));
}

void TestWindowAudio::withoutAnySoundItCannotBePlayed()
{
    QFile file(m_workshop.path(u"tone.wav"_s));
    m_desk->shut();
    QVERIFY(file.resize(44));
    m_desk->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->player->state(), playback::Player::State::Failed, patience);
    QVERIFY(m_desk->window->messages()->isShowing(Topic::Playback));
    QVERIFY(m_desk->window->messages()->text().contains(u"tone.wav"));
    QVERIFY(!m_desk->window->action(ActionId::PlayPause)->isEnabled());
    QVERIFY(!m_desk->window->action(ActionId::Loop)->isEnabled());
}

void TestWindowAudio::audioAloneIsANewEpisodeWhereNoneIsMissing()
{
    const QString other = m_workshop.writeTone(u"other.wav"_s);
    drop(*m_desk, other);
    QCOMPARE(m_desk->window->importBar()->waiting(), QStringList{other});
}

QTEST_MAIN(TestWindowAudio)
#include "test_windowaudio.moc"
