// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is heard on a recorded sound card while the window plays: the lit word against the heard one,
// seeks, speed changes, loops, and what ten hours of MP3 cost. The episode is a stair of tones
// (tests/playback/stairs.h), each tone a word.
#include "audio/audioinfo.h"
#include "bench/followgaps.h"
#include "bench/followmaterial.h"
#include "playback/stairs.h"
#include "soundcard/recording.h"
#include "ui/window/desk.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <cstdio>
#include <random>

using namespace earmark;
using namespace Qt::StringLiterals;
using followbench::Material;
using followbench::measureGaps;
using followbench::openEpisode;
using followbench::printPlainly;
using followbench::Silences;
using followbench::silencesIn;
using playback::Player;
using soundcard::Clock;
using soundcard::Recording;
using stairs::rate;
using stairs::stepMs;

namespace {

struct Lit {
    int token = 0;
    Clock::time_point when;
};

std::vector<Lit> &litWords()
{
    static std::vector<Lit> words;
    return words;
}

void takeLine(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    const QStringList parts = text.split(u' ');
    if (qstrcmp(context.category, "earmark.follow") != 0 || parts.size() != 4)
        return;
    litWords().push_back({parts[1].toInt(), Clock::time_point(std::chrono::nanoseconds(parts[3].toLongLong()))});
}

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return -1;
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, size_t(share * double(values.size())))];
}

// Milliseconds by which the word was lit too late (below 0: too early), by the tone that begins
// nearest to that moment; nothing where the recording has a hole or the tone is not heard.
std::optional<double> lateness(const Recording &recording, const std::vector<qint16> &heard, const Lit &lit)
{
    if (!recording.isWholeAt(lit.when))
        return std::nullopt;
    constexpr qint64 millisecond = rate / 1000;
    const qint64 at = recording.indexAt(lit.when);
    const int tone = stairs::toneOf(lit.token);
    const int former = stairs::toneOf(lit.token - 1 + stairs::tones);
    for (qint64 off = 0; off <= 150; ++off) {
        for (const qint64 sign : {1, -1}) {
            const qint64 begin = at + sign * off * millisecond;
            if (stairs::toneAt(heard, begin) != tone || stairs::toneAt(heard, begin - millisecond) == tone)
                continue;
            // Between two tones the window may show a third for a moment.
            for (qint64 before = 1; before <= 15; ++before) {
                if (stairs::toneAt(heard, begin - before * millisecond) == former)
                    return double(-sign * off);
            }
        }
    }
    return std::nullopt;
}

std::vector<double> latenesses(const Recording &recording, const std::vector<Lit> &words)
{
    const auto heard = recording.samples();
    std::vector<double> late;
    for (const Lit &lit : words) {
        if (const auto off = lateness(recording, heard, lit))
            late.push_back(*off);
    }
    return late;
}

void printLateness(const char *what, const std::vector<double> &late, size_t told)
{
    std::vector<double> sizes;
    for (const double off : late)
        sizes.push_back(std::abs(off));
    std::printf("%s: %zu of %zu lit words recognised; lit after the word begins to be heard: median %.0f ms; "
                "error: median %.0f ms, 95th percentile %.0f ms\n",
                what, late.size(), told, percentile(late, 0.5), percentile(sizes, 0.5), percentile(sizes, 0.95));
}

void follow(ui::Desk &desk, double speed)
{
    constexpr int words = 230;
    desk.player->setSpeed(speed);
    desk.player->seek(MediaTime(60000));
    const Recording recording;
    desk.player->play();
    QTest::qWait(400); // the start is heard
    litWords().clear();
    QTest::qWait(int(words * stepMs / speed));
    const std::vector<Lit> told = litWords();
    QTest::qWait(200);
    desk.player->pause();
    printLateness(qPrintable(u"follow %1x"_s.arg(speed)), latenesses(recording, told), told.size());
}

// By the key that plays from a word.
void jump(ui::Desk &desk, const char *what, int seconds)
{
    constexpr int jumps = 20;
    std::mt19937 random(11);
    desk.player->setSpeed(1);
    desk.player->seek(MediaTime(1000));
    const Recording recording;
    desk.player->play();
    QTest::qWait(500);
    const auto beginning = Clock::now();
    const qint64 begun = recording.indexAt(beginning);
    std::vector<double> delays;
    std::vector<double> late;
    size_t told = 0;
    for (int i = 0; i < jumps; ++i) {
        const int step = int(random() % unsigned(seconds * 1000 / stepMs - 20)) + 1;
        desk.window->text()->showToken(step);
        QTest::qWait(50);
        litWords().clear();
        const auto pressed = Clock::now();
        desk.press(Qt::Key_Return);
        QTest::qWait(1300);
        const int target = int(desk.player->position().count()) / stepMs;
        const auto heard = recording.samples();
        const int first = litWords().empty() ? target : litWords().front().token;
        qint64 at = recording.indexAt(pressed);
        const qint64 from = at;
        while (at < qint64(heard.size()) && stairs::toneAt(heard, at) != stairs::toneOf(first))
            at += 48;
        if (at < qint64(heard.size()) && recording.isWholeAt(pressed))
            delays.push_back(double(at - from) * 1000 / rate - 10); // the window's half
        std::vector<Lit> words = litWords();
        if (!words.empty()) // the first is lit with the key, before it can be heard
            words.erase(words.begin());
        told += words.size();
        const auto some = latenesses(recording, words);
        late.insert(late.end(), some.begin(), some.end());
    }
    const double lasted = std::chrono::duration<double>(Clock::now() - beginning).count();
    desk.player->pause();
    const Silences silences = silencesIn(recording.samples(), begun);
    std::printf("%s: key press to sound of the new place: median %.0f ms, worst of %zu %.0f ms; longest silence "
                "%.1f ms, %zu above %.0f ms; silence given to the device: %lld ms\n",
                what, percentile(delays, 0.5), delays.size(), percentile(delays, 1), silences.longest,
                silences.tooLong.size(), Silences::tolerated,
                static_cast<long long>(desk.player->timeMissing().count()));
    printLateness("  after these jumps", late, told);
    printPlainly(desk, lasted);
}

void changeSpeedAndLoop(ui::Desk &desk)
{
    desk.player->setSpeed(1);
    desk.player->seek(MediaTime(200000));
    {
        const Recording recording;
        desk.player->play();
        QTest::qWait(500);
        const qint64 begun = recording.indexAt(Clock::now());
        for (const double speed : {1.1, 1.5, 2.0, 3.0, 4.0, 0.5, 0.75, 1.0}) {
            desk.player->setSpeed(speed);
            QTest::qWait(500);
        }
        std::printf("8 changes of speed: longest silence %.1f ms\n", silencesIn(recording.samples(), begun).longest);
        std::vector<double> off;
        desk.player->setSpeed(2);
        QTest::qWait(300);
        const qint64 fast = recording.indexAt(Clock::now());
        QTest::qWait(4000);
        const auto heard = recording.samples();
        constexpr qint64 window = rate * 6 / 100;
        for (qint64 at = fast; at + window < qint64(heard.size()); at += window / 2) {
            const int tone = stairs::toneAt(heard, at + window / 2);
            const double pitch = stairs::pitchIn(std::span(heard).subspan(size_t(at), size_t(window)));
            if (pitch > 0 && tone >= 0)
                off.push_back(100 * (pitch / (300 + 75 * tone) - 1));
        }
        std::printf("pitch at 2x: off by %.2f %% (median of %zu)\n", percentile(off, 0.5), off.size());
    }
    desk.player->setSpeed(1);
    const MediaTime here = desk.player->position();
    const Recording recording;
    desk.player->setLoop(Player::Loop{here, here + MediaTime(450)});
    QTest::qWait(5000);
    std::printf("10 rounds of a loop: longest silence %.1f ms\n", silencesIn(recording.samples(), rate / 5).longest);
    desk.player->setLoop(std::nullopt);
    desk.player->pause();
}

double processorSeconds()
{
    timespec spent{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return double(spent.tv_sec) + double(spent.tv_nsec) / 1e9;
}

double residentMiB()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return -1;
}

// `known`: what the library has kept of the file since it was brought.
void openTenHours(const char *what, const QString &file, MediaTime start = {}, const Player::KnownFile &known = {})
{
    Player player;
    QElapsedTimer timer;
    timer.start();
    player.load(file, start, known);
    const double before = processorSeconds();
    (void)QTest::qWaitFor([&] { return player.state() != Player::State::Loading; }, 60000);
    const qint64 playable = timer.elapsed();
    const double spent = processorSeconds() - before;
    const auto isTrue = [&] { return std::abs(player.duration().count() - 36000000) < 2000; };
    (void)QTest::qWaitFor(isTrue, 60000);
    std::printf("%s: playable %lld ms after opening (%.0f ms of CPU), true length after %lld ms\n", what,
                static_cast<long long>(playable), 1000 * spent, static_cast<long long>(timer.elapsed()));
}

Player::KnownFile knownFile(const QString &file)
{
    const Result<audio::AudioInfo> info = audio::probe(file);
    if (!info)
        return {};
    return {info->duration, info->bytes, std::make_shared<const audio::SeekIndex>(info->seekIndex)};
}

void playTenHours(const QString &file)
{
    constexpr int tenHours = 36000;
    constexpr int speechWordMs = 360; // what people speak
    ui::Desk desk;
    QElapsedTimer timer;
    if (!openEpisode(desk, file, tenHours, speechWordMs)) {
        std::printf("10 h MP3: cannot be opened in the window\n");
        return;
    }
    // Until the outline of the sound is there, which is measured once, and written.
    constexpr int longest = 60; // times 2 s
    for (int i = 0; i < longest; ++i) {
        const double begun = processorSeconds();
        QTest::qWait(2000);
        if (processorSeconds() - begun < 0.2)
            break;
    }
    desk.player->setSpeed(1);
    desk.player->play();
    QTest::qWait(3000);
    const double before = processorSeconds();
    timer.restart();
    QTest::qWait(15000);
    const double share = (processorSeconds() - before) * 1000 / double(timer.elapsed());
    std::printf("10 h MP3 playing at 1x with the window shown: %.1f %% of a core, %.0f MiB resident (100,000 words)\n",
                100 * share, residentMiB());
    desk.player->pause();
}

void measureTenHours(const Material &material)
{
    playTenHours(material.tenHours);
    openTenHours("10 h MP3", material.tenHours);
    openTenHours("10 h MP3 without a Xing header", material.tenHoursBare);
    openTenHours("the same, at 9 h, never seen before", material.tenHoursBare, std::chrono::hours(9));
    for (const QString &file : {material.tenHours, material.tenHoursBare}) {
        QElapsedTimer timer;
        timer.start();
        const Player::KnownFile known = knownFile(file);
        std::printf("%s: read through for the library in %lld ms, %zu places\n", qPrintable(QFileInfo(file).fileName()),
                    static_cast<long long>(timer.elapsed()), known.index ? known.index->points.size() : 0);
        openTenHours("  at 9 h from the library", file, std::chrono::hours(9), known);
    }
}

bool measureHearing(const Material &material)
{
    ui::Desk desk;
    desk.window->resize(1280, 800);
    if (!openEpisode(desk, material.m4a, 3600))
        return false;
    jump(desk, "M4A of an hour", 3600);
    if (!openEpisode(desk, material.mp3, 3600))
        return false;
    jump(desk, "MP3 of an hour", 3600);
    for (const double speed : {1.0, 1.5, 2.0, 3.0})
        follow(desk, speed);
    changeSpeedAndLoop(desk);
    return true;
}

} // namespace

// follow_bench [hours|hearing|gaps [ROUNDS]]: only what ten hours cost, only what is heard, or only whether seeking
// tears holes into it.
int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("EARMARK_TEST_SINK")) {
        QStringList again;
        for (int i = 0; i < argc; ++i)
            again << QString::fromLocal8Bit(argv[i]);
        return QProcess::execute(QStringLiteral(EARMARK_SOUNDCARD), again);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    qputenv("QT_LOGGING_RULES", "earmark.follow.debug=true");
    QApplication application(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const Material material;
    if (!material.make()) {
        std::printf("ffmpeg cannot make the material\n");
        return 1;
    }
    qInstallMessageHandler(takeLine);
    const QByteArray part = argc > 1 ? argv[1] : "";
    if (part.isEmpty() || part == "hours")
        measureTenHours(material); // first, while nothing else has filled the memory
    if (part.isEmpty() || part == "hearing")
        return measureHearing(material) ? 0 : 1;
    if (part == "gaps")
        return measureGaps(material, argc > 2 ? std::max(1, std::atoi(argv[2])) : 4) ? 0 : 1;
    return 0;
}
