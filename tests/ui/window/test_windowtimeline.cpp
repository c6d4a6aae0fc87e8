// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/madeaudio.h"
#include "ui/player/playerbar.h"
#include "ui/timeline/timeline.h"
#include "ui/window/desk.h"

#include <QFileDialog>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;
using playback::Player;

// The timeline of a window, where there is no sound device.
class TestWindowTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("PULSE_SERVER", "unix:/nonexistent");
        qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    }

    void theSoundIsMeasuredAndShown()
    {
        Desk desk;
        QSignalSpy read(desk.service.get(), &library::LibraryService::peaksRead);
        QVERIFY(listen(desk));
        QTRY_COMPARE_WITH_TIMEOUT(read.count(), 1, 20000);
        QCOMPARE(timelineOf(desk).duration(), MediaTime(12000));
        // Opened anew, it is there without being measured.
        desk.shut();
        desk.open();
        QSignalSpy again(desk.service.get(), &library::LibraryService::peaksRead);
        QSignalSpy measured(desk.service.get(), &library::LibraryService::peaksProgressed);
        QTRY_COMPARE_WITH_TIMEOUT(again.count(), 1, 20000);
        QVERIFY(measured.isEmpty());
    }

    void clicksAndKeysMoveThePlayer()
    {
        Desk desk;
        QVERIFY(listen(desk));
        Timeline &timeline = timelineOf(desk);
        const auto at = [&timeline](int milliseconds) {
            return QPoint(int(std::round(timeline.scale().xOf(MediaTime(milliseconds)))), timeline.height() / 3);
        };
        QTest::mouseClick(&timeline, Qt::LeftButton, {}, at(6000));
        QVERIFY(std::abs((desk.player->position() - MediaTime(6000)).count()) < 100);
        QVERIFY(desk.window->text()->hasFocus()); // the text's keys go on working
        timeline.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&timeline, Qt::Key_Home);
        QCOMPARE(desk.player->position(), MediaTime(0));
        QTest::keyClick(&timeline, Qt::Key_Right);
        QCOMPARE(desk.player->position(), MediaTime(5000));
        QTest::keyClick(&timeline, Qt::Key_Space);
        QCOMPARE(desk.player->state(), Player::State::Playing);
        QTest::keyClick(&timeline, Qt::Key_Space);
        QCOMPARE(desk.player->state(), Player::State::Paused);
        // And the player the timeline.
        desk.player->seek(MediaTime(9000));
        QTRY_COMPARE(timeline.position(), MediaTime(9000));
    }

    void aLoopAndAHighlightAreOnIt()
    {
        Desk desk;
        QVERIFY(listen(desk));
        Timeline &timeline = timelineOf(desk);
        const QImage before = timeline.grab().toImage();
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_J);
        desk.press(Qt::Key_H);
        QCOMPARE(timeline.places().size(), size_t(1));
        QCOMPARE(timeline.places().front().start, MediaTime(4000));
        const QImage marked = timeline.grab().toImage();
        QVERIFY(marked != before);
        desk.player->setLoop(Player::Loop{MediaTime(2000), MediaTime(5000)});
        QVERIFY(timeline.grab().toImage() != marked);
        desk.player->setLoop(std::nullopt);
        QVERIFY(desk.saved());
    }

    void anEpisodeWithoutAudioAsksForIt()
    {
        Desk desk;
        QVERIFY(desk.read());
        Timeline &timeline = timelineOf(desk);
        QVERIFY(timeline.valueText().contains(u"No audio"));
        QTest::mouseClick(&timeline, Qt::LeftButton, {}, timeline.rect().center());
        auto *dialog = desk.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QSignalSpy read(desk.service.get(), &library::LibraryService::peaksRead);
        Q_EMIT dialog->fileSelected(sound(desk));
        QTRY_COMPARE_WITH_TIMEOUT(desk.player->state(), Player::State::Paused, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(read.count(), 1, 20000);
        QVERIFY(timeline.valueText().contains(u"of 0:12"));
    }

    void fullScreenLeavesTheHairline()
    {
        Desk desk;
        QVERIFY(listen(desk));
        Timeline &timeline = timelineOf(desk);
        timeline.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(timeline.popup());
        desk.window->action(ActionId::FullScreen)->trigger();
        QTRY_VERIFY(!timeline.isVisible());
        QVERIFY(!timeline.popup());
        desk.window->action(ActionId::FullScreen)->trigger();
        QTRY_VERIFY(timeline.isVisible());
    }

    void aLowWindowHasALowTimeline()
    {
        Desk desk;
        QVERIFY(listen(desk));
        desk.window->resize(900, 700);
        QTRY_VERIFY(timelineOf(desk).height() >= 48);
        desk.window->resize(900, 450);
        QTRY_VERIFY(timelineOf(desk).height() < 40);
    }

private:
    static Timeline &timelineOf(const Desk &desk) { return *desk.window->playerBar()->timeline(); }

    static QString sound(const Desk &desk)
    {
        const QString path = desk.folder.filePath(u"walk.wav"_s);
        return audio::writeWav(path, made::noise(16000, 12), 16000, 1) ? path : QString();
    }

    static bool listen(Desk &desk)
    {
        library::ImportRequest request;
        request.audioFile = sound(desk);
        request.transcriptFile = desk.write(u"walk.vtt"_s, captions);
        desk.service->importEpisode(request);
        return QTest::qWaitFor([&desk] { return desk.session() && desk.player->state() == Player::State::Paused; },
                               20000);
    }
};

QTEST_MAIN(TestWindowTimeline)
#include "test_windowtimeline.moc"
