// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/player.h"

#include "audio/madeaudio.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace earmark;
using namespace earmark::playback;
using namespace Qt::StringLiterals;
using State = Player::State;

// Runs where there is no sound server at all.
class TestPlayerWithoutDevice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void playSaysThatThereIsNoDevice();
    void seekingAndSpeedStillWork();
    void fileThatCannotBePlayedFails_data();
    void fileThatCannotBePlayedFails();
    void anotherFileReplacesTheFirst();
    void emptyPathUnloads();
    void lengthIsCorrectedByDecoding();

private:
    QTemporaryDir m_folder;
    QString m_file;
};

void TestPlayerWithoutDevice::initTestCase()
{
    qputenv("PULSE_SERVER", "unix:/nonexistent");
    qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    m_file = m_folder.filePath(u"a.wav"_s);
    QVERIFY(audio::writeWav(m_file, made::tone(16000, 10, 440), 16000, 1));
}

void TestPlayerWithoutDevice::playSaysThatThereIsNoDevice()
{
    Player player;
    QCOMPARE(player.state(), State::Empty);
    QVERIFY(!player.hasDevice());
    QSignalSpy states(&player, &Player::stateChanged);
    QSignalSpy failed(&player, &Player::failed);
    player.load(m_file, MediaTime(2500));
    QCOMPARE(player.state(), State::Loading);
    player.play();
    QTRY_COMPARE(player.state(), State::Paused);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::SoundDeviceMissing);
    QCOMPARE(player.state(), State::Paused);
    QCOMPARE(player.position(), MediaTime(2500));
    QCOMPARE(player.duration(), MediaTime(10000));
    player.togglePlaying();
    QCOMPARE(failed.count(), 2);
    QCOMPARE(states.count(), 2);
}

void TestPlayerWithoutDevice::seekingAndSpeedStillWork()
{
    Player player;
    player.load(m_file);
    QTRY_COMPARE(player.state(), State::Paused);
    QSignalSpy jumped(&player, &Player::positionJumped);
    player.seek(MediaTime(1234));
    QCOMPARE(player.position(), MediaTime(1234));
    player.seek(MediaTime(-5));
    QCOMPARE(player.position(), MediaTime(0));
    player.seek(MediaTime(99999));
    QCOMPARE(player.position(), MediaTime(10000));
    QCOMPARE(jumped.count(), 3);
    player.setSpeed(0.1);
    QCOMPARE(player.speed(), Player::slowest);
    player.setSpeed(17);
    QCOMPARE(player.speed(), Player::fastest);
    player.setVolume(3);
    QCOMPARE(player.volume(), 1.0);
    QCOMPARE(player.state(), State::Paused);
}

void TestPlayerWithoutDevice::fileThatCannotBePlayedFails_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::addRow("missing") << QByteArray() << ErrorCode::FileNotFound;
    QTest::addRow("empty") << QByteArray("") << ErrorCode::FileEmpty;
    QTest::addRow("text") << QByteArray("only words here\n").repeated(500) << ErrorCode::NotAudio;
}

void TestPlayerWithoutDevice::fileThatCannotBePlayedFails()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const QString file = m_folder.filePath(u"bad.mp3"_s);
    QFile::remove(file);
    if (!bytes.isNull())
        QVERIFY(made::write(file, bytes));
    Player player;
    QSignalSpy failed(&player, &Player::failed);
    player.load(file);
    QTRY_COMPARE(player.state(), State::Failed);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(errorName(player.error().code), errorName(code));
    QCOMPARE(player.error().subject, file);
    player.play();
    player.seek(MediaTime(5));
    QCOMPARE(player.state(), State::Failed);
    // And another file can be played afterwards.
    player.load(m_file);
    QTRY_COMPARE(player.state(), State::Paused);
}

void TestPlayerWithoutDevice::anotherFileReplacesTheFirst()
{
    const QString other = m_folder.filePath(u"b.wav"_s);
    QVERIFY(audio::writeWav(other, made::tone(16000, 3, 440), 16000, 1));
    Player player;
    for (int i = 0; i < 20; ++i)
        player.load(i % 2 ? other : m_file, MediaTime(i));
    QTRY_COMPARE(player.state(), State::Paused);
    QCOMPARE(player.duration(), MediaTime(3000));
    QCOMPARE(player.position(), MediaTime(19));
}

void TestPlayerWithoutDevice::emptyPathUnloads()
{
    Player player;
    player.load(m_file, MediaTime(100));
    QTRY_COMPARE(player.state(), State::Paused);
    player.load({});
    QCOMPARE(player.state(), State::Empty);
    QCOMPARE(player.position(), MediaTime(0));
    QCOMPARE(player.duration(), MediaTime(0));
    player.play();
    QCOMPARE(player.state(), State::Empty);
}

void TestPlayerWithoutDevice::lengthIsCorrectedByDecoding()
{
    const QByteArray whole = made::bytesOf(m_file);
    const QString half = m_folder.filePath(u"half.wav"_s);
    QVERIFY(made::write(half, whole.left(44 + 16000 * 2 * 4)));
    Player player;
    QSignalSpy durations(&player, &Player::durationChanged);
    player.load(half);
    QTRY_COMPARE(player.state(), State::Paused);
    QCOMPARE(player.duration(), MediaTime(10000));
    player.seek(MediaTime(3900));
    QTRY_COMPARE(player.duration(), MediaTime(4000));
    player.seek(MediaTime(9000));
    QCOMPARE(player.position(), MediaTime(4000));
}

QTEST_GUILESS_MAIN(TestPlayerWithoutDevice)
#include "test_player_without_device.moc"
