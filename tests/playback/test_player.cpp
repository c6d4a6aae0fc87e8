// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/player.h"

#include "audio/madeaudio.h"
#include "playback/sleeptimer.h"
#include "playback/stairs.h"
#include "soundcard/recording.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace earmark;
using namespace earmark::playback;
using namespace Qt::StringLiterals;
using soundcard::Clock;
using soundcard::Recording;
using stairs::isSilent;
using stairs::rate;
using stairs::stepMs;
using stairs::toneAt;
using stairs::toneOf;
using State = Player::State;

namespace {

// A busy machine's recorder loses samples; what it says around a hole is no word about the player,
// and is heard again, so often at most.
constexpr int mostTries = 8;

struct Sample {
    Clock::time_point when;
    double position;
};

std::vector<Sample> watch(const Player &player, int milliseconds)
{
    std::vector<Sample> samples;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds) {
        const auto position = double(player.position().count());
        samples.push_back({Clock::now(), position});
        QTest::qWait(5);
    }
    return samples;
}

// How far each position is, in milliseconds of the file, from the stretch of it whose tone is heard
// then; of those at which the recording is whole and a tone is heard.
std::vector<double> offsets(const std::vector<Sample> &watched, const Recording &recording)
{
    const auto heard = recording.samples();
    std::vector<double> off;
    for (const Sample &sample : watched) {
        const int tone = recording.isWholeAt(sample.when) ? toneAt(heard, recording.indexAt(sample.when)) : -1;
        const int step = int(sample.position) / stepMs;
        double least = 1e9;
        for (int near = std::max(step - 15, 0); near <= step + 15 && tone >= 0; ++near) {
            if (toneOf(near) != tone)
                continue;
            const double begin = near * stepMs;
            least = std::min(least, std::max({0.0, begin - sample.position, sample.position - begin - stepMs}));
        }
        if (least < 1e9)
            off.push_back(least);
    }
    return off;
}

} // namespace

// Runs on the sound card of tests/soundcard/with-soundcard.
class TestPlayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void playingIsHeardAndPausingIsSilent();
    void pitchStaysAtDoubleSpeed();
    void positionIsWhatIsHeard_data();
    void positionIsWhatIsHeard();
    void seekIsHeardAtItsPlace();
    void speedChangesWhilePlaying();
    void volumeLowersWhatIsHeard();
    void endStopsAndPlayStartsOver();
    void damageInTheMiddleIsPlayedOver_data();
    void damageInTheMiddleIsPlayedOver();
    void deletedFileIsPlayedOn();
    void loopHasNoGap();
    void startsPausesAndSeeksDoNotClick();
    void playingAgainWhileTheDeviceIsLetGo();
    void sleepTimerFadesOut();

private:
    [[nodiscard]] bool load(Player &player, MediaTime start = {}) const
    {
        player.load(m_file, start);
        return QTest::qWaitFor([&player] { return player.state() == State::Paused; }, 10000);
    }

    QTemporaryDir m_folder;
    QString m_file;
};

void TestPlayer::initTestCase()
{
    QVERIFY2(qEnvironmentVariableIsSet("EARMARK_TEST_SINK"), "run by tests/soundcard/with-soundcard");
    m_file = m_folder.filePath(u"stairs.wav"_s);
    QVERIFY(audio::writeWav(m_file, stairs::made(60), rate, 1));
}

void TestPlayer::playingIsHeardAndPausingIsSilent()
{
    Recording recording;
    QVERIFY(recording.isRunning());
    Player player;
    QVERIFY(player.hasDevice());
    QVERIFY(load(player, MediaTime(4000)));
    QCOMPARE(player.duration(), MediaTime(60000));
    QCOMPARE(player.position(), MediaTime(4000));
    Clock::time_point paused;
    MediaTime position{};
    for (int tries = 0; tries < mostTries && (tries == 0 || !recording.isWholeAt(paused)); ++tries) {
        player.seek(MediaTime(4000));
        player.play();
        QCOMPARE(player.state(), State::Playing);
        QTRY_VERIFY(player.position() > MediaTime(5000));
        paused = Clock::now();
        player.pause();
        position = player.position();
        QTest::qWait(700);
        QCOMPARE(player.state(), State::Paused);
        QCOMPARE(player.position(), position);
    }
    const auto heard = recording.samples();
    const qint64 at = recording.indexAt(paused);
    const int tone = toneAt(heard, at - rate / 20);
    const int step = int(position.count() - 50) / stepMs;
    QVERIFY2(tone == toneOf(step - 1) || tone == toneOf(step) || tone == toneOf(step + 1) || tone == -1,
             "another place is heard");
    const auto begin = heard.begin() + std::max<qint64>(0, at - rate / 2);
    QVERIFY2(std::any_of(begin, heard.begin() + std::min(at, qint64(heard.size())),
                         [](qint16 sample) { return sample > 5000; }),
             "nothing is heard");
    QVERIFY2(isSilent(heard, at + rate / 5, at + rate / 2), "sound after pause");

    // And it goes on from there.
    player.play();
    QTRY_VERIFY(player.position() > position);
    QVERIFY(player.position() - position < MediaTime(1000));
}

void TestPlayer::pitchStaysAtDoubleSpeed()
{
    const QString file = m_folder.filePath(u"tone.wav"_s);
    QVERIFY(audio::writeWav(file, made::tone(rate, 30, 300), rate, 1));
    // Only windows without a hole, which looks like a longer period.
    std::vector<double> pitches;
    constexpr size_t enough = 4;
    for (int tries = 0; tries < mostTries && pitches.size() < enough; ++tries) {
        Player player;
        player.load(file);
        QTRY_COMPARE(player.state(), State::Paused);
        player.setSpeed(2);
        Recording recording;
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > MediaTime(6000), 20000);
        const auto heard = recording.samples();
        player.pause();
        constexpr size_t window = rate / 10;
        for (size_t from = 0; from + window < heard.size(); from += window) {
            if (const double pitch = stairs::pitchIn(std::span(heard).subspan(from, window)); pitch > 0)
                pitches.push_back(pitch);
        }
    }
    QVERIFY(pitches.size() >= enough);
    std::ranges::sort(pitches);
    const double pitch = pitches[pitches.size() / 2];
    QVERIFY2(std::abs(pitch / 300 - 1) < 0.01, qPrintable(QString::number(pitch)));
}

void TestPlayer::positionIsWhatIsHeard_data()
{
    QTest::addColumn<double>("speed");
    for (const double speed : {0.5, 1.0, 1.5, 2.0, 3.0})
        QTest::addRow("%g", speed) << speed;
}

void TestPlayer::positionIsWhatIsHeard()
{
    QFETCH(double, speed);
    constexpr size_t enough = 400;
    std::vector<double> off;
    int told = 0;
    for (int tries = 0; tries < mostTries && off.size() < enough; ++tries) {
        Player player;
        QVERIFY(load(player, MediaTime(2000)));
        player.setSpeed(speed);
        Recording recording;
        player.play();
        QTRY_VERIFY(player.position() > MediaTime(2000));
        const auto watched = watch(player, 4000);
        QTest::qWait(100); // for what the recorder still holds
        player.pause();

        double last = 0;
        for (const Sample &sample : watched) {
            QVERIFY2(sample.position >= last, "the position falls");
            last = sample.position;
        }
        const auto some = offsets(watched, recording);
        off.insert(off.end(), some.begin(), some.end());
        told += int(watched.size());
        // Never faster than asked for; slower only where a busy machine starves the sound card.
        const double seconds = std::chrono::duration<double>(watched.back().when - watched.front().when).count();
        const double measured = (watched.back().position - watched.front().position) / 1000 / seconds;
        QVERIFY2(measured / speed < 1.05 && measured > 0, qPrintable(QString::number(measured)));
        qInfo("speed %g: kept to %.3f", speed, measured / speed);
    }
    QVERIFY2(off.size() >= enough, "no recording without holes");
    for (double &each : off)
        each /= speed;
    std::ranges::sort(off);
    const double median = off[off.size() / 2];
    const double worst = off[off.size() * 95 / 100];
    qInfo("speed %g: position against what is heard, at %d of %d places: median %.1f ms, 95th percentile %.1f ms, "
          "most %.1f ms",
          speed, int(off.size()), told, median, worst, off.back());
    QVERIFY2(median < 30, qPrintable(QString::number(median)));
    QVERIFY2(worst < 120, qPrintable(QString::number(worst)));
}

void TestPlayer::seekIsHeardAtItsPlace()
{
    Player player;
    QVERIFY(load(player));
    QSignalSpy jumped(&player, &Player::positionJumped);
    Recording recording;
    player.play();
    QTRY_VERIFY(player.position() > MediaTime(500));
    std::vector<double> delays;
    int sought = 0;
    for (const int step : {53, 104, 155, 22, 203, 71, 170, 120, 88, 230}) {
        if (delays.size() == 5)
            break;
        ++sought;
        const auto when = Clock::now();
        player.seek(MediaTime(step * stepMs + 5));
        QVERIFY(player.position() >= MediaTime(step * stepMs + 5));
        QVERIFY(player.position() < MediaTime(step * stepMs + 150));
        QTest::qWait(700);
        const auto heard = recording.samples();
        qint64 at = recording.indexAt(when);
        const qint64 begin = at;
        while (at < qint64(heard.size()) && toneAt(heard, at) != toneOf(step))
            at += 48;
        if (at >= qint64(heard.size())) {
            // A hole may have swallowed it.
            QVERIFY2(!recording.isWholeAt(when + std::chrono::milliseconds(450)), "the place is not heard");
            continue;
        }
        delays.push_back(double(at - begin) * 1000 / rate);
    }
    QVERIFY2(delays.size() == 5, "no recording without holes");
    std::ranges::sort(delays);
    qInfo("seek: heard after %.0f ms (median), %.0f ms (worst)", delays[2], delays[4]);
    QVERIFY(delays[2] < 250);
    QCOMPARE(jumped.count(), sought);

    // Of many quick ones the last counts.
    for (int i = 0; i < 200; ++i)
        player.seek(MediaTime(i * 100));
    player.seek(MediaTime(40000));
    QTest::qWait(300);
    QVERIFY(player.position() >= MediaTime(40000));
    QVERIFY(player.position() < MediaTime(41000));
}

void TestPlayer::speedChangesWhilePlaying()
{
    Player player;
    QVERIFY(load(player, MediaTime(3000)));
    QSignalSpy changed(&player, &Player::speedChanged);
    Recording recording;
    player.play();
    QTRY_VERIFY(player.position() > MediaTime(3500));
    MediaTime last = player.position();
    for (const double speed : {1.5, 3.0, 0.5, 9.0, 1.0}) {
        player.setSpeed(speed);
        for (const Sample &sample : watch(player, 300)) {
            QVERIFY2(sample.position >= double(last.count()) && sample.position - double(last.count()) < 400,
                     "the position jumps");
            last = MediaTime(qint64(sample.position));
        }
    }
    QCOMPARE(changed.count(), 5);
    QCOMPARE(player.speed(), 1.0);
    // What is heard is still what is told.
    Clock::time_point when;
    qint64 position = 0;
    for (int tries = 0; tries < mostTries && (tries == 0 || !recording.isWholeAt(when)); ++tries) {
        QTest::qWait(500);
        when = Clock::now();
        position = player.position().count();
        QTest::qWait(300);
    }
    const int tone = toneAt(recording.samples(), recording.indexAt(when));
    const int step = int(position) / stepMs;
    QVERIFY(tone == toneOf(step) || tone == toneOf(step - 1) || tone == toneOf(step + 1));
}

void TestPlayer::volumeLowersWhatIsHeard()
{
    Player player;
    QVERIFY(load(player));
    Recording full;
    player.play();
    QTRY_VERIFY(player.position() > MediaTime(1000));
    full.stop();
    player.setVolume(0.5);
    QTest::qWait(300);
    Recording recording;
    const MediaTime position = player.position();
    QTRY_VERIFY(player.position() > position + MediaTime(1000));
    const auto loud = full.samples();
    const auto quiet = recording.samples();
    const double ratio = double(*std::ranges::max_element(quiet)) / *std::ranges::max_element(loud);
    // Half as loud to the ear: the cube.
    QVERIFY2(std::abs(ratio - 0.125) < 0.01, qPrintable(QString::number(ratio)));
    player.setVolume(0);
    QTest::qWait(300);
    const qint64 silentFrom = recording.indexAt(Clock::now());
    QTest::qWait(300);
    QVERIFY(isSilent(recording.samples(), silentFrom, silentFrom + rate / 5));
    QCOMPARE(player.volume(), 0.0);
}

void TestPlayer::endStopsAndPlayStartsOver()
{
    Player player;
    QVERIFY(load(player));
    player.seek(MediaTime(59700));
    QSignalSpy finished(&player, &Player::finished);
    Recording recording;
    player.play();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(player.state(), State::Paused);
    QCOMPARE(player.position(), MediaTime(60000));
    QTest::qWait(200);
    const auto heard = recording.samples();
    qint64 sounds = 0;
    for (const qint16 sample : heard)
        sounds += std::abs(sample) > 300;
    QVERIFY2(sounds > 0.2 * rate, "the end was not heard");
    player.play();
    QCOMPARE(player.state(), State::Playing);
    QVERIFY(player.position() < MediaTime(1000));
    QTRY_VERIFY(player.position() > MediaTime(300));
    QVERIFY(player.position() < MediaTime(20000));
}

void TestPlayer::damageInTheMiddleIsPlayedOver_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("flac") << u"damaged.flac"_s;
    QTest::newRow("m4a") << u"damaged.m4a"_s;
}

void TestPlayer::damageInTheMiddleIsPlayedOver()
{
    QFETCH(const QString, name);
    const QString file = m_folder.filePath(name);
    QVERIFY(made::encoded(file, made::noise(rate, 8), rate, 1, {}));
    QByteArray bytes = made::bytesOf(file);
    const qsizetype middle = bytes.size() / 2;
    for (qsizetype i = middle; i < middle + bytes.size() / 50; ++i)
        bytes[i] = char(i * 77 + 13);
    QVERIFY(made::write(file, bytes));
    Player player;
    QSignalSpy damage(&player, &Player::damageMet);
    QSignalSpy failed(&player, &Player::failed);
    player.load(file, MediaTime(3000));
    QTRY_COMPARE(player.state(), State::Paused);
    player.play();
    QTRY_VERIFY(player.position() > MediaTime(5500));
    QCOMPARE(damage.count(), 1);
    QCOMPARE(failed.count(), 0);
    const Recording recording;
    QTest::qWait(400);
    const auto heard = recording.samples();
    QVERIFY2(std::ranges::any_of(heard, [](qint16 sample) { return std::abs(sample) > 1000; }), "nothing is heard");
}

void TestPlayer::deletedFileIsPlayedOn()
{
    const QString file = m_folder.filePath(u"gone.mp3"_s);
    QVERIFY(made::encoded(file, made::tone(rate, 20, 300), rate, 1, {}));
    Player player;
    QSignalSpy failed(&player, &Player::failed);
    QSignalSpy placed(&player, &Player::filePlaceChanged);
    QSignalSpy finished(&player, &Player::finished);
    const auto isHeard = [] {
        const Recording recording;
        QTest::qWait(300);
        const auto heard = recording.samples();
        return std::ranges::any_of(heard, [](qint16 sample) { return std::abs(sample) > 5000; });
    };
    player.load(file);
    QTRY_COMPARE(player.state(), State::Paused);
    player.play();
    QTRY_VERIFY(player.position() > MediaTime(300));
    QCOMPARE(player.filePlace(), Player::FilePlace::There);
    QVERIFY(QFile::remove(file));
    QTRY_COMPARE_WITH_TIMEOUT(player.filePlace(), Player::FilePlace::Gone, 1500);
    player.seek(MediaTime(12000));
    player.setSpeed(2);
    QTRY_VERIFY(player.position() > MediaTime(12500));
    QVERIFY2(isHeard(), "nothing is heard");
    player.pause();
    for (int i = 0; i < 40; ++i)
        player.seek(MediaTime(i % 2 ? 15000 : 3000));
    player.play();
    QTRY_VERIFY(player.position() > MediaTime(15500));
    QVERIFY2(isHeard(), "nothing is heard after seeking");
    QTRY_COMPARE(finished.count(), 1);
    player.play();
    QTRY_VERIFY(player.position() > MediaTime(300) && player.position() < MediaTime(5000));
    QVERIFY2(isHeard(), "nothing is heard from the start");
    QCOMPARE(player.state(), State::Playing);
    QCOMPARE(failed.count(), 0);
    QCOMPARE(placed.count(), 1);
}

void TestPlayer::loopHasNoGap()
{
    Player player;
    QVERIFY(load(player, MediaTime(2000)));
    player.setLoop(Player::Loop{MediaTime(2000), MediaTime(2400)});
    // A busy machine tears holes; one whole recording is enough.
    qint64 longest = rate;
    for (int tries = 0; tries < mostTries && longest > rate / 200; ++tries) {
        player.play();
        QTest::qWait(300);
        Recording recording;
        QTest::qWait(1500);
        const auto heard = recording.samples();
        player.pause();
        longest = 0;
        qint64 silent = 0;
        QVERIFY(heard.size() > rate / 2);
        // A recorder begins with a block of nothing.
        for (const qint16 sample : std::span(heard).subspan(rate / 10)) {
            silent = std::abs(sample) < 50 ? silent + 1 : 0;
            longest = std::max(longest, silent);
        }
    }
    QVERIFY2(longest <= rate / 200, qPrintable(QString::number(longest)));
}

// A tone that is broken off or begins in its middle jumps by up to its amplitude.
void TestPlayer::startsPausesAndSeeksDoNotClick()
{
    constexpr double amplitude = 12000;
    constexpr double hertz = 300;
    constexpr double steepest = amplitude * 2 * std::numbers::pi * hertz / rate;
    const QString file = m_folder.filePath(u"tone.wav"_s);
    QVERIFY(audio::writeWav(file, made::tone(rate, 20, hertz, amplitude), rate, 1));
    Player player;
    player.load(file);
    QTRY_COMPARE(player.state(), State::Paused);
    int steps = 0;
    for (int tries = 0; tries < mostTries && (tries == 0 || steps > 0); ++tries) {
        const Recording recording;
        for (int i = 0; i < 5; ++i) {
            player.play();
            QTest::qWait(150 + 7 * i);
            player.seek(MediaTime(3000 + 777 * i));
            QTest::qWait(150);
            player.pause();
            QTest::qWait(180);
        }
        const auto heard = recording.samples();
        QVERIFY(std::ranges::any_of(heard, [](qint16 sample) { return sample > 10000; }));
        steps = 0;
        for (size_t k = 1; k < heard.size(); ++k)
            steps += std::abs(heard[k] - heard[k - 1]) > 2 * steepest;
    }
    QCOMPARE(steps, 0);
}

// A device that was let go is closed once it has played what it has, some tenths of a second later; Qt handles what
// waits in that thread meanwhile.
void TestPlayer::playingAgainWhileTheDeviceIsLetGo()
{
    Player player;
    QVERIFY(load(player, MediaTime(2000)));
    QSignalSpy failed(&player, &Player::failed);
    for (int i = 0; i < 120; ++i) {
        player.play();
        QTest::qWait(30);
        player.pause();
        QTest::qWait(20 + i % 120);
    }
    player.play();
    const MediaTime before = player.position();
    QTRY_VERIFY(player.position() > before + MediaTime(300));
    QCOMPARE(failed.count(), 0);
}

void TestPlayer::sleepTimerFadesOut()
{
    using namespace std::chrono_literals;
    const QString file = m_folder.filePath(u"tone.wav"_s);
    Player player;
    SleepTimer timer(player);
    player.load(file);
    QTRY_COMPARE(player.state(), State::Paused);
    const Recording recording;
    player.play();
    QTest::qWait(500);
    const Clock::time_point loud = Clock::now();
    timer.startFor(2s);
    QTest::qWait(1000);
    const Clock::time_point softer = Clock::now();
    QTRY_COMPARE(player.state(), State::Paused);
    QTest::qWait(600);
    const auto heard = recording.samples();
    const auto peakBefore = [&](Clock::time_point when) {
        const qint64 end = std::clamp<qint64>(recording.indexAt(when), 0, qint64(heard.size()));
        const qint64 begin = std::max<qint64>(0, end - rate / 20);
        return *std::max_element(heard.begin() + begin, heard.begin() + end);
    };
    QVERIFY(peakBefore(loud) > 11000);
    QVERIFY(peakBefore(softer) < 1000);
    QVERIFY(isSilent(heard, qint64(heard.size()) - rate / 10, qint64(heard.size())));
    // The next day it is as loud as it was.
    player.play();
    QTest::qWait(500);
    const auto again = recording.samples();
    QVERIFY(std::any_of(again.end() - rate / 10, again.end(), [](qint16 sample) { return sample > 11000; }));
}

QTEST_GUILESS_MAIN(TestPlayer)
#include "test_player.moc"
