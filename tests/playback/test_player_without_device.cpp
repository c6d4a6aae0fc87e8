// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/player.h"
#include "playback/sleeptimer.h"

#include "audio/madeaudio.h"

#include <QElapsedTimer>
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
    void playheadRunsInSilence();
    void seekingAndSpeedStillWork();
    void whatIsBehindTheEndIsNotPlayedFromTheStart();
    void seeksAreTakenBack();
    void playingGoesOnALittleEarlier();
    void loopIsPlayedAgainAndAgain();
    void lapsAreTold();
    void fileThatCannotBePlayedFails_data();
    void fileThatCannotBePlayedFails();
    void anotherFileReplacesTheFirst();
    void movedFileGoesOn();
    void movedFileThatIsShorterKeepsWhatThereIs();
    void movedFileThatCannotBePlayedFails();
    void emptyPathUnloads();
    void lengthIsCorrectedByDecoding();
    void lengthNobodyStatesIsCountedWhileItPlays();
    void lengthThatIsKnownIsNotCounted();
    void silenceIsGoneOverInNoTime();
    void sleepTimerPausesAfterItsTime();
    void sleepTimerPausesWhereTheChapterEnds();
    void sleepTimerGoesAlongToAnotherChapter_data();
    void sleepTimerGoesAlongToAnotherChapter();
    void sleepTimerCanBeCancelled();

private:
    // 40 s of which the first half, silence, makes libav think of hours.
    [[nodiscard]] QString growingFile();

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

void TestPlayerWithoutDevice::playheadRunsInSilence()
{
    Player player;
    QCOMPARE(player.state(), State::Empty);
    QVERIFY(!player.hasDevice());
    QSignalSpy states(&player, &Player::stateChanged);
    QSignalSpy failed(&player, &Player::failed);
    player.load(m_file, MediaTime(2500));
    QCOMPARE(player.state(), State::Loading);
    player.play();
    QTRY_COMPARE(player.state(), State::Playing);
    QCOMPARE(player.duration(), MediaTime(10000));
    QTRY_VERIFY(player.position() > MediaTime(2700));
    // In time: never faster than a clock.
    QElapsedTimer timer;
    timer.start();
    const MediaTime before = player.position();
    QTest::qWait(1000);
    const double passed = double((player.position() - before).count());
    QVERIFY2(passed > 900 && passed < double(timer.elapsed()) + 60, qPrintable(QString::number(passed)));
    player.setSpeed(4);
    QSignalSpy finished(&player, &Player::finished);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(player.state(), State::Paused);
    QCOMPARE(player.position(), MediaTime(10000));
    QCOMPARE(failed.count(), 0);
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

void TestPlayerWithoutDevice::whatIsBehindTheEndIsNotPlayedFromTheStart()
{
    Player player;
    QSignalSpy ended(&player, &Player::endedBefore);
    QVERIFY(!player.playFrom(MediaTime(0))); // nothing is loaded
    player.load(m_file, MediaTime(1000));
    QVERIFY(player.playFrom(MediaTime(18000))); // who knows
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(player.state(), State::Paused);
    QCOMPARE(player.position(), MediaTime(1000));
    for (const int place : {9995, 10000, 18000}) {
        QVERIFY(player.endsBefore(MediaTime(place)));
        QVERIFY(!player.playFrom(MediaTime(place)));
        QCOMPARE(ended.takeLast().first().value<MediaTime>(), MediaTime(place));
        QCOMPARE(player.state(), State::Paused);
        QCOMPARE(player.position(), MediaTime(1000));
    }
    // What plays, plays on; and what is there is played from there, whatever the step back.
    player.setStepBack(MediaTime(2000));
    QVERIFY(player.playFrom(MediaTime(5000)));
    QCOMPARE(player.state(), State::Playing);
    QVERIFY(player.position() >= MediaTime(5000));
    QVERIFY(!player.playFrom(MediaTime(12000)));
    QCOMPARE(player.state(), State::Playing);
    QTRY_VERIFY(player.position() > MediaTime(5200));
    QVERIFY(player.position() < MediaTime(9000));
    // While it is loaded, too.
    player.load(m_file, MediaTime(1000));
    QVERIFY(player.playFrom(MediaTime(4000)));
    QTRY_COMPARE(player.state(), State::Playing);
    QVERIFY(player.position() >= MediaTime(4000));
}

void TestPlayerWithoutDevice::seeksAreTakenBack()
{
    Player player;
    player.load(m_file, MediaTime(1000));
    QTRY_COMPARE(player.state(), State::Paused);
    QVERIFY(!player.canUndoSeek());
    QSignalSpy can(&player, &Player::canUndoSeekChanged);
    // Quick ones are one way to one place.
    player.seek(MediaTime(3000));
    player.seek(MediaTime(4000));
    QTest::qWait(1100);
    player.seek(MediaTime(8000));
    QVERIFY(player.canUndoSeek());
    player.undoSeek();
    QCOMPARE(player.position(), MediaTime(4000));
    player.undoSeek();
    QCOMPARE(player.position(), MediaTime(1000));
    QVERIFY(!player.canUndoSeek());
    player.undoSeek();
    QCOMPARE(player.position(), MediaTime(1000));
    QCOMPARE(can.count(), 2);
}

void TestPlayerWithoutDevice::playingGoesOnALittleEarlier()
{
    Player player;
    player.setStepBack(MediaTime(2000));
    player.load(m_file, MediaTime(5000));
    QTRY_COMPARE(player.state(), State::Paused);
    player.play();
    QCOMPARE(player.state(), State::Playing);
    QVERIFY(player.position() >= MediaTime(3000));
    QVERIFY(player.position() < MediaTime(3500));
    // Where the listener asked for a place, it is played from there.
    player.pause();
    player.seek(MediaTime(7000));
    player.play();
    QVERIFY(player.position() >= MediaTime(7000));
    player.seek(MediaTime(500));
    player.pause();
    player.play();
    QVERIFY(player.position() < MediaTime(400));
    QVERIFY(!player.canUndoSeek() || player.state() == State::Playing);
}

void TestPlayerWithoutDevice::loopIsPlayedAgainAndAgain()
{
    Player player;
    player.load(m_file, MediaTime(1000));
    QTRY_COMPARE(player.state(), State::Paused);
    QSignalSpy changed(&player, &Player::loopChanged);
    // Too short to be heard.
    player.setLoop(Player::Loop{MediaTime(2000), MediaTime(2020)});
    QVERIFY(!player.loop());
    player.setLoop(Player::Loop{MediaTime(2000), MediaTime(2300)});
    QCOMPARE(player.position(), MediaTime(2000));
    player.play();
    int laps = 0;
    MediaTime last = player.position();
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 5000 && laps < 3; QTest::qWait(5)) {
        const MediaTime position = player.position();
        laps += position < last;
        last = position;
        QVERIFY(position >= MediaTime(2000) && position <= MediaTime(2305));
    }
    QCOMPARE(laps, 3);
    player.setLoop(std::nullopt);
    QTRY_VERIFY(player.position() > MediaTime(2500));
    // Set behind the playhead it begins at once, and a place outside ends it.
    player.setLoop(Player::Loop{MediaTime(9500), MediaTime(99999)});
    QCOMPARE(player.loop()->end, MediaTime(10000));
    QVERIFY(player.position() >= MediaTime(9500));
    player.seek(MediaTime(100));
    QVERIFY(!player.loop());
    QCOMPARE(changed.count(), 4);
}

void TestPlayerWithoutDevice::lapsAreTold()
{
    Player player;
    player.load(m_file);
    QTRY_COMPARE(player.state(), State::Paused);
    player.setLoop(Player::Loop{MediaTime(2000), MediaTime(2400)});
    QSignalSpy laps(&player, &Player::lapBegan);
    QSignalSpy jumped(&player, &Player::positionJumped);
    player.play();
    QTRY_COMPARE(laps.count(), 2);
    player.setSpeed(2); // goes on within its lap
    player.pause();
    player.play();
    QTRY_COMPARE(laps.count(), 4);
    for (const QList<QVariant> &lap : laps) {
        const auto position = lap.first().value<MediaTime>();
        QVERIFY2(position >= MediaTime(2000) && position < MediaTime(2400),
                 qPrintable(QString::number(position.count())));
    }
    QCOMPARE(jumped.count(), 0); // nobody went anywhere
}

void TestPlayerWithoutDevice::fileThatCannotBePlayedFails_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::addRow("missing") << QByteArray() << ErrorCode::FileNotFound;
    QTest::addRow("empty") << QByteArray("") << ErrorCode::FileEmpty;
    QTest::addRow("no frame") << made::bytesOf(m_file).left(44) << ErrorCode::AudioWithoutSound;
    QTest::addRow("one frame") << made::bytesOf(m_file).left(46) << ErrorCode::AudioWithoutSound;
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

void TestPlayerWithoutDevice::movedFileGoesOn()
{
    const QString other = m_folder.filePath(u"moved.wav"_s);
    QVERIFY(made::write(other, made::bytesOf(m_file)));
    Player player;
    player.setStepBack(MediaTime(2000));
    SleepTimer timer(player);
    player.load(m_file, MediaTime(1000));
    QTRY_COMPARE(player.state(), State::Paused);
    player.seek(MediaTime(5000));
    const Player::Loop loop{MediaTime(4000), MediaTime(9000)};
    player.setLoop(loop);
    player.play();
    timer.startForFile();
    QTRY_VERIFY(player.position() > MediaTime(5300));
    QSignalSpy states(&player, &Player::stateChanged);
    const MediaTime before = player.position();
    player.reload(other);
    QVERIFY(player.position() >= before);
    QTRY_VERIFY(player.position() > before + MediaTime(300));
    QCOMPARE(states.count(), 0);
    QVERIFY(player.loop() == loop);
    QCOMPARE(timer.until(), SleepTimer::Until::FileEnd);
    QVERIFY(player.canUndoSeek());
    // It is the other one that plays.
    QTest::qWait(1200);
    QVERIFY(QFile::remove(other));
    QTRY_COMPARE_WITH_TIMEOUT(player.filePlace(), Player::FilePlace::Gone, 5000);
    // And paused it stays where it is.
    player.setLoop(std::nullopt);
    player.pause();
    player.seek(MediaTime(7000));
    player.reload(m_file);
    QTRY_COMPARE(player.filePlace(), Player::FilePlace::There);
    QTest::qWait(300);
    QCOMPARE(player.state(), State::Paused);
    QCOMPARE(player.position(), MediaTime(7000));
    player.undoSeek();
    player.undoSeek();
    QCOMPARE(player.position(), MediaTime(1000));
}

void TestPlayerWithoutDevice::movedFileThatIsShorterKeepsWhatThereIs()
{
    const QString shorter = m_folder.filePath(u"shorter.wav"_s);
    QVERIFY(audio::writeWav(shorter, made::tone(16000, 6, 440), 16000, 1));
    Player player;
    player.load(m_file);
    QTRY_COMPARE(player.state(), State::Paused);
    player.setLoop(Player::Loop{MediaTime(4000), MediaTime(9000)});
    player.reload(shorter);
    QTRY_COMPARE(player.duration(), MediaTime(6000));
    QVERIFY(player.loop());
    QCOMPARE(player.loop()->end, MediaTime(6000));
    player.reload(m_file);
    QTRY_COMPARE(player.duration(), MediaTime(10000));
    player.setLoop(Player::Loop{MediaTime(7000), MediaTime(9000)});
    player.reload(shorter);
    QTRY_COMPARE(player.duration(), MediaTime(6000));
    QVERIFY(!player.loop());
    QCOMPARE(player.position(), MediaTime(6000));
}

void TestPlayerWithoutDevice::movedFileThatCannotBePlayedFails()
{
    Player player;
    player.load(m_file);
    QTRY_COMPARE(player.state(), State::Paused);
    player.play();
    QTRY_VERIFY(player.position() > MediaTime(200));
    QSignalSpy failed(&player, &Player::failed);
    player.reload(m_folder.filePath(u"nowhere.wav"_s));
    QTRY_COMPARE(player.state(), State::Failed);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(errorName(player.error().code), errorName(ErrorCode::FileNotFound));
    player.reload(m_file);
    QTRY_COMPARE(player.state(), State::Paused);
    player.play();
    QTRY_VERIFY(player.position() > MediaTime(400));
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
    QTRY_COMPARE(player.duration(), MediaTime(10000)); // a guess before
    player.seek(MediaTime(3900));
    QTRY_COMPARE(player.duration(), MediaTime(4000));
    player.seek(MediaTime(9000));
    QCOMPARE(player.position(), MediaTime(4000));
}

QString TestPlayerWithoutDevice::growingFile()
{
    const QString name = m_folder.filePath(u"growing.mp3"_s);
    if (QFile::exists(name))
        return name;
    made::Samples samples(size_t(20 * 44100));
    const made::Samples loud = made::noise(44100, 20, 9);
    samples.insert(samples.end(), loud.begin(), loud.end());
    return made::encoded(name, samples, 44100, 1, {u"-q:a"_s, u"0"_s, u"-write_xing"_s, u"0"_s}) ? name : QString();
}

void TestPlayerWithoutDevice::lengthNobodyStatesIsCountedWhileItPlays()
{
    const QString file = growingFile();
    QVERIFY(!file.isEmpty());
    Player player;
    std::vector<std::pair<MediaTime, State>> lengths;
    connect(&player, &Player::durationChanged, this,
            [&](MediaTime length) { lengths.emplace_back(length, player.state()); });
    player.load(file, MediaTime(38000)); // behind what a guess may say
    player.play();
    QTRY_COMPARE(player.state(), State::Playing);
    QVERIFY(player.position() >= MediaTime(37990));
    const auto isTrue = [](MediaTime length) { return std::abs(length.count() - 40000) < 120; };
    QTRY_VERIFY(isTrue(player.duration()));
    // First 0, then a guess far off, then the truth.
    QVERIFY(std::ranges::any_of(lengths, [&](const auto &length) {
        return length.first > MediaTime(0) && std::abs(length.first.count() - 40000) > 5000;
    }));
    player.seek(MediaTime(1000000));
    QCOMPARE(player.position(), player.duration());
    player.seek(MediaTime(39000));
    QSignalSpy finished(&player, &Player::finished);
    player.play();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(isTrue(player.duration()));
}

void TestPlayerWithoutDevice::lengthThatIsKnownIsNotCounted()
{
    const QString file = growingFile();
    Player player;
    QSignalSpy lengths(&player, &Player::durationChanged);
    player.load(file, {}, {MediaTime(40111), QFileInfo(file).size()});
    QTRY_COMPARE(player.state(), State::Paused);
    QCOMPARE(player.duration(), MediaTime(40111));
    QTest::qWait(200);
    QCOMPARE(lengths.count(), 1);
    // Of a file that was replaced nothing is known.
    player.load(file, {}, {MediaTime(40111), QFileInfo(file).size() + 1});
    QTRY_VERIFY(player.duration() > MediaTime(0) && std::abs(player.duration().count() - 40000) < 120
                && player.duration() != MediaTime(40111));
    // What states its length is believed.
    player.load(m_file, {}, {MediaTime(7000), QFileInfo(m_file).size()});
    QTRY_COMPARE(player.duration(), MediaTime(10000));
}

void TestPlayerWithoutDevice::silenceIsGoneOverInNoTime()
{
    const QString file = m_folder.filePath(u"pauses.wav"_s);
    made::Samples samples = made::noise(16000, 0.5);
    samples.resize(size_t(16000 * 30));
    const made::Samples voice = made::noise(16000, 1);
    samples.insert(samples.end(), voice.begin(), voice.end());
    QVERIFY(audio::writeWav(file, samples, 16000, 1));
    Player player;
    player.setSilence(Player::Silence::Shortened);
    player.load(file);
    QTRY_COMPARE(player.state(), State::Paused);
    QElapsedTimer timer;
    timer.start();
    player.play();
    QSignalSpy finished(&player, &Player::finished);
    MediaTime last{};
    while (finished.isEmpty() && timer.elapsed() < 10000) {
        QTest::qWait(5);
        QVERIFY(player.position() >= last);
        last = player.position();
    }
    QCOMPARE(finished.count(), 1);
    QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY2(std::abs(player.timeSaved().count() - 29050) < 60,
             qPrintable(QString::number(player.timeSaved().count())));
    QCOMPARE(player.duration(), MediaTime(31000));
    player.load(m_file);
    QCOMPARE(player.timeSaved(), MediaTime(0));
}

void TestPlayerWithoutDevice::sleepTimerPausesAfterItsTime()
{
    using namespace std::chrono_literals;
    Player player;
    SleepTimer timer(player);
    QSignalSpy changed(&timer, &SleepTimer::changed);
    player.load(m_file);
    QTRY_COMPARE(player.state(), State::Paused);
    timer.startFor(1s);
    QCOMPARE(timer.until(), SleepTimer::Until::Time);
    QTest::qWait(300); // time runs only while it plays
    QCOMPARE(timer.left(), 1000ms);
    player.play();
    QTRY_VERIFY(timer.left() < 700ms);
    QCOMPARE(player.state(), State::Playing);
    QTRY_COMPARE(player.state(), State::Paused);
    QVERIFY(player.position() > MediaTime(700) && player.position() < MediaTime(1500));
    QCOMPARE(timer.until(), SleepTimer::Until::Off);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(player.volume(), 1.0);
}

void TestPlayerWithoutDevice::sleepTimerPausesWhereTheChapterEnds()
{
    Player player;
    SleepTimer timer(player);
    player.load(m_file);
    QTRY_COMPARE(player.state(), State::Paused);
    const auto endAfter = [](MediaTime position) { return MediaTime(position < MediaTime(2000) ? 2000 : 6000); };
    timer.startForChapter(endAfter);
    player.setSpeed(2);
    player.play();
    QTRY_COMPARE(player.state(), State::Paused);
    QVERIFY2(std::abs(player.position().count() - 2000) < 200, qPrintable(QString::number(player.position().count())));
    // Whoever goes to another chapter means that one's end.
    timer.startForChapter(endAfter);
    player.seek(MediaTime(5500));
    player.play();
    QTRY_COMPARE(player.state(), State::Paused);
    QVERIFY2(std::abs(player.position().count() - 6000) < 200, qPrintable(QString::number(player.position().count())));
}

void TestPlayerWithoutDevice::sleepTimerGoesAlongToAnotherChapter_data()
{
    QTest::addColumn<MediaTime>("to");
    QTest::newRow("its very beginning") << MediaTime(2000);
    QTest::newRow("shortly behind it") << MediaTime(2030);
    QTest::newRow("a second behind it") << MediaTime(3000);
}

// Over the end of the one that was heard.
void TestPlayerWithoutDevice::sleepTimerGoesAlongToAnotherChapter()
{
    QFETCH(const MediaTime, to);
    Player player;
    SleepTimer timer(player);
    player.load(m_file, MediaTime(1000));
    QTRY_COMPARE(player.state(), State::Paused);
    timer.startForChapter([](MediaTime position) { return MediaTime(position < MediaTime(2000) ? 2000 : 6000); });
    player.play();
    QTRY_VERIFY(player.position() > MediaTime(1150)); // so that the timer has looked
    player.seek(to);
    QTRY_VERIFY(player.position() > to + MediaTime(300));
    QCOMPARE(player.state(), State::Playing);
    QCOMPARE(timer.until(), SleepTimer::Until::ChapterEnd);
    player.setSpeed(4);
    QTRY_COMPARE(player.state(), State::Paused);
    QVERIFY2(std::abs(player.position().count() - 6000) < 400, qPrintable(QString::number(player.position().count())));
}

void TestPlayerWithoutDevice::sleepTimerCanBeCancelled()
{
    using namespace std::chrono_literals;
    Player player;
    SleepTimer timer(player);
    player.load(m_file);
    QTRY_COMPARE(player.state(), State::Paused);
    player.play();
    timer.startFor(1s);
    QTest::qWait(200);
    timer.cancel();
    QCOMPARE(timer.left(), 0ms);
    QTest::qWait(1200);
    QCOMPARE(player.state(), State::Playing);
    // Another file is not what the end was asked of.
    timer.startForFile();
    QVERIFY(timer.left() > 1s);
    player.load(m_file);
    QCOMPARE(timer.until(), SleepTimer::Until::Off);
}

QTEST_GUILESS_MAIN(TestPlayerWithoutDevice)
#include "test_player_without_device.moc"
