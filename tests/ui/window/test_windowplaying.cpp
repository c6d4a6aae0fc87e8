// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fixtures.h"
#include "ui/window/desk.h"

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;

// Runs through tests/soundcard/with-soundcard.
class TestWindowPlaying : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingWhilePlayingKeepsThePlace()
    {
        using namespace std::chrono_literals;
        const test::Workshop workshop;
        Desk desk;
        library::ImportRequest request;
        request.audioFile = workshop.writeTone(u"tone.wav"_s);
        request.transcriptFile = workshop.write(u"tone.txt"_s, "one two three four five six seven\n");
        desk.service->importEpisode(request);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session(), 20000);
        using playback::Player;
        QTRY_COMPARE_WITH_TIMEOUT(desk.player->state(), Player::State::Paused, 20000);
        QVERIFY2(desk.player->hasDevice(), "run through tests/soundcard/with-soundcard");
        desk.player->setSpeed(Player::slowest);
        desk.press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(desk.player->position() > 300ms, 20000);
        QCOMPARE(desk.player->state(), Player::State::Playing);

        const MediaTime before = desk.player->position();
        desk.window->close();
        const MediaTime after = desk.player->position();
        desk.shut();
        desk.open();
        QTRY_VERIFY_WITH_TIMEOUT(desk.session(), 20000);
        QVERIFY(desk.session()->lastPosition() >= before);
        QVERIFY(desk.session()->lastPosition() <= after);
        QTRY_COMPARE_WITH_TIMEOUT(desk.player->state(), Player::State::Paused, 20000);
        QCOMPARE(desk.player->position(), desk.session()->lastPosition());
    }
};

QTEST_MAIN(TestWindowPlaying)
#include "test_windowplaying.moc"
