// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mpris/mpris.h"
#include "ui/mpris/mprisadaptors.h"

#include "audio/madeaudio.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace earmark;
using namespace earmark::ui;
using namespace Qt::StringLiterals;
using playback::Player;

// What the bus is told, without a bus and without a sound device. The rest is tested with playerctl.
class TestMpris : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("PULSE_SERVER", "unix:/nonexistent");
        qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    }

    // Clients count on from the last place they were told of.
    void everyLapOfALoopIsTold()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"a.wav"_s);
        QVERIFY(audio::writeWav(file, made::tone(16000, 10, 440), 16000, 1));
        Player player;
        const Mpris mpris(player);
        QSignalSpy sought(mpris.findChild<MprisPlayerAdaptor *>(), &MprisPlayerAdaptor::Seeked);
        player.load(file);
        QTRY_COMPARE(player.state(), Player::State::Paused);
        player.setLoop(Player::Loop{MediaTime(2000), MediaTime(2400)});
        player.play();
        sought.clear();
        QTRY_VERIFY(sought.count() >= 3);
        for (const QList<QVariant> &told : sought) {
            const qlonglong position = told.first().toLongLong();
            QVERIFY2(position >= 2000000 && position < 2400000, qPrintable(QString::number(position)));
        }
        // And nothing more when it plays on.
        player.setLoop(std::nullopt);
        QTRY_VERIFY(player.position() > MediaTime(2500));
        sought.clear();
        QTRY_VERIFY(player.position() > MediaTime(3500));
        QCOMPARE(sought.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestMpris)
#include "test_mpris.moc"
