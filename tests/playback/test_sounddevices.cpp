// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/player.h"

#include "audio/madeaudio.h"
#include "soundcard/recording.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace earmark;
using namespace earmark::playback;
using namespace Qt::StringLiterals;
using State = Player::State;

// Sound devices that come and go while something plays; on the sound card of
// tests/soundcard/with-soundcard.
class TestSoundDevices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sinkTakenAwayAndBack();
    void defaultSinkChanges();
    void chosenSinkIsReturnedTo();
    void closingWhilePlayingIsQuick();

private:
    [[nodiscard]] bool load(Player &player) const
    {
        player.load(m_file);
        return QTest::qWaitFor([&player] { return player.state() == State::Paused; }, 10000);
    }

    QTemporaryDir m_folder;
    QString m_file;
};

void TestSoundDevices::initTestCase()
{
    QVERIFY2(qEnvironmentVariableIsSet("EARMARK_TEST_SINK"), "run by tests/soundcard/with-soundcard");
    m_file = m_folder.filePath(u"tone.wav"_s);
    QVERIFY(audio::writeWav(m_file, made::tone(48000, 60, 300), 48000, 1));
}

void TestSoundDevices::sinkTakenAwayAndBack()
{
    Player player;
    QVERIFY(load(player));
    QSignalSpy failed(&player, &Player::failed);
    QSignalSpy availability(&player, &Player::deviceAvailabilityChanged);
    player.play();
    QTRY_VERIFY(player.position() > MediaTime(300));
    QCOMPARE(QProcess::execute(u"pactl"_s, {u"unload-module"_s, u"module-null-sink"_s}), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!player.hasDevice(), 10000);
    QCOMPARE(player.state(), State::Paused);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::SoundDeviceMissing);
    const MediaTime position = player.position();
    QVERIFY(position > MediaTime(200));
    // In silence it goes on.
    player.play();
    QCOMPARE(failed.count(), 1);
    QCOMPARE(player.state(), State::Playing);
    QTRY_VERIFY(player.position() > position + MediaTime(200));
    player.seek(MediaTime(9000));
    QVERIFY(player.position() >= MediaTime(9000));

    QProcess pactl;
    pactl.start(u"pactl"_s,
                {u"load-module"_s, u"module-null-sink"_s, u"sink_name=earmark_test"_s, u"media.class=Audio/Sink"_s,
                 u"rate=48000"_s, u"channels=2"_s});
    QVERIFY(pactl.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(player.hasDevice(), 10000);
    QVERIFY(availability.count() >= 2);
    // And can be heard again.
    QCOMPARE(player.state(), State::Playing);
    const auto soundsIn = [](int milliseconds) {
        const soundcard::Recording recording;
        QTest::qWait(milliseconds);
        const auto heard = recording.samples();
        return std::ranges::any_of(heard, [](qint16 sample) { return sample > 5000; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(soundsIn(300), 10000);
    QVERIFY(player.position() > MediaTime(9300));
    QVERIFY(player.position() < MediaTime(40000));
}

void TestSoundDevices::defaultSinkChanges()
{
    Player player;
    QVERIFY(load(player));
    player.play();
    QTRY_VERIFY(player.position() > MediaTime(300));
    // Another rate too: the file is decoded anew.
    QProcess pactl;
    pactl.start(u"pactl"_s,
                {u"load-module"_s, u"module-null-sink"_s, u"sink_name=other"_s, u"media.class=Audio/Sink"_s,
                 u"rate=44100"_s, u"channels=2"_s});
    QVERIFY(pactl.waitForFinished());
    QTRY_COMPARE_WITH_TIMEOUT(QProcess::execute(u"pactl"_s, {u"set-default-sink"_s, u"other"_s}), 0, 10000);
    const auto isRunning = [] {
        QProcess list;
        list.start(u"pactl"_s, {u"list"_s, u"short"_s, u"sinks"_s});
        list.waitForFinished();
        for (const QByteArray &line : list.readAllStandardOutput().split('\n')) {
            if (line.contains("other") && line.contains("RUNNING"))
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isRunning(), 10000);
    const MediaTime position = player.position();
    QTRY_VERIFY_WITH_TIMEOUT(player.position() > position + MediaTime(500), 10000);
    QCOMPARE(player.state(), State::Playing);
    QVERIFY(player.position() < MediaTime(20000));
    QCOMPARE(QProcess::execute(u"pactl"_s, {u"set-default-sink"_s, qEnvironmentVariable("EARMARK_TEST_SINK")}), 0);
    QCOMPARE(
        QProcess::execute(u"pactl"_s, {u"unload-module"_s, QString::fromUtf8(pactl.readAllStandardOutput().trimmed())}),
        0);
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(), 10000);
}

namespace {

// A sink with that name, until it is taken away.
class Sink
{
public:
    explicit Sink(const QString &name) : m_name(name) { put(); }
    ~Sink() { take(); }
    bool put()
    {
        QProcess pactl;
        pactl.start(u"pactl"_s,
                    {u"load-module"_s, u"module-null-sink"_s, u"sink_name="_s + m_name, u"media.class=Audio/Sink"_s,
                     u"rate=48000"_s, u"channels=2"_s});
        pactl.waitForFinished();
        m_module = QString::fromUtf8(pactl.readAllStandardOutput().trimmed());
        return !m_module.isEmpty();
    }
    void take()
    {
        if (!m_module.isEmpty())
            QProcess::execute(u"pactl"_s, {u"unload-module"_s, std::exchange(m_module, {})});
    }
    // Whether sound goes there.
    [[nodiscard]] static bool isRunning(const QString &name)
    {
        QProcess list;
        list.start(u"pactl"_s, {u"list"_s, u"short"_s, u"sinks"_s});
        list.waitForFinished();
        for (const QByteArray &line : list.readAllStandardOutput().split('\n')) {
            if (line.contains('\t' + name.toUtf8() + '\t') && line.contains("RUNNING"))
                return true;
        }
        return false;
    }

private:
    QString m_name;
    QString m_module;
};

} // namespace

void TestSoundDevices::chosenSinkIsReturnedTo()
{
    const QString usual = qEnvironmentVariable("EARMARK_TEST_SINK");
    Sink headphones(u"headphones"_s);
    Player player;
    QVERIFY(load(player));
    const auto isListed = [&player] {
        return std::ranges::find(player.devices(), "headphones"_ba, &SoundDevice::id) != player.devices().end();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isListed(), 10000);
    QSignalSpy failed(&player, &Player::failed);
    player.setDevice("headphones");
    QCOMPARE(player.device(), "headphones"_ba);
    player.play();
    QTRY_VERIFY_WITH_TIMEOUT(Sink::isRunning(u"headphones"_s), 10000);
    QVERIFY(!Sink::isRunning(usual));
    QTRY_VERIFY(player.position() > MediaTime(300));
    // Gone: on to the system's default, from where it was.
    headphones.take();
    QTRY_VERIFY_WITH_TIMEOUT(Sink::isRunning(usual), 10000);
    QTRY_VERIFY_WITH_TIMEOUT(!isListed(), 10000);
    QCOMPARE(player.state(), State::Playing);
    QCOMPARE(player.device(), "headphones"_ba);
    const MediaTime position = player.position();
    QTRY_VERIFY(player.position() > position + MediaTime(200));
    // Back, with the same name.
    QVERIFY(headphones.put());
    QTRY_VERIFY_WITH_TIMEOUT(Sink::isRunning(u"headphones"_s), 10000);
    QCOMPARE(player.state(), State::Playing);
    QVERIFY(player.position() < MediaTime(40000));
    // The default again.
    player.setDevice({});
    QTRY_VERIFY_WITH_TIMEOUT(Sink::isRunning(usual), 10000);
    QCOMPARE(failed.count(), 0);
}

void TestSoundDevices::closingWhilePlayingIsQuick()
{
    QElapsedTimer timer;
    for (int i = 0; i < 5; ++i) {
        auto player = std::make_unique<Player>();
        QVERIFY(load(*player));
        player->play();
        QTest::qWait(i * 30);
        timer.start();
        player.reset();
        QVERIFY(timer.elapsed() < 2000);
    }
}

QTEST_GUILESS_MAIN(TestSoundDevices)
#include "test_sounddevices.moc"
