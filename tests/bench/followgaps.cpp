// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/followgaps.h"

#include "soundcard/recording.h"
#include "ui/window/desk.h"

#include <cstdio>
#include <random>

using namespace earmark;
using soundcard::Clock;
using soundcard::Recording;
using stairs::rate;

namespace followbench {

Silences silencesIn(const std::vector<qint16> &heard, qint64 from)
{
    Silences silences;
    qint64 run = 0;
    for (qint64 i = std::max<qint64>(from, 0); i < qint64(heard.size()); ++i) {
        const bool isSilent = std::abs(heard[size_t(i)]) < 50;
        run = isSilent ? run + 1 : 0;
        const double length = double(run) * 1000 / rate;
        silences.longest = std::max(silences.longest, length);
        if (!isSilent || length <= Silences::tolerated)
            continue;
        if (!silences.tooLong.empty() && silences.tooLong.back() == i - 1)
            silences.tooLong.back() = i;
        else
            silences.tooLong.push_back(i);
    }
    return silences;
}

void printPlainly(ui::Desk &desk, double seconds)
{
    const Recording recording;
    desk.player->play();
    QTest::qWait(500);
    const qint64 begun = recording.indexAt(Clock::now());
    QTest::qWait(int(seconds * 1000));
    const Silences silences = silencesIn(recording.samples(), begun);
    desk.player->pause();
    std::printf("  played as long (%.0f s) without seeking: longest silence %.1f ms, %zu above %.0f ms\n", seconds,
                silences.longest, silences.tooLong.size(), Silences::tolerated);
}

namespace {

struct Round {
    Silences silences;
    std::vector<qint64> keys; // where they were pressed, in the recording
};

Round play(ui::Desk &desk, int seeks, std::mt19937 &random)
{
    constexpr int apart = 1350; // ms, as the jumps
    constexpr int turns = 20;
    desk.player->seek(MediaTime(1000));
    const Recording recording;
    desk.player->play();
    QTest::qWait(500);
    const qint64 begun = recording.indexAt(Clock::now());
    Round round;
    for (int i = 0; i < turns; ++i) {
        if (i < seeks) {
            desk.window->text()->showToken(int(random() % 17900U));
            QTest::qWait(50);
            round.keys.push_back(recording.indexAt(Clock::now()));
            desk.press(Qt::Key_Return);
        }
        QTest::qWait(i < seeks ? apart - 50 : apart);
    }
    round.silences = silencesIn(recording.samples(), begun);
    desk.player->pause();
    return round;
}

} // namespace

bool measureGaps(const Material &material, int rounds)
{
    constexpr int seeks = 20;
    ui::Desk desk;
    desk.window->resize(1280, 800);
    std::mt19937 random(5);
    size_t sum[2]{};
    for (int i = 0; i < rounds; ++i) {
        if (i < 2 && !openEpisode(desk, i == 0 ? material.m4a : material.mp3, 3600))
            return false;
        for (const bool seeking : {true, false}) {
            const Round round = play(desk, seeking ? seeks : 0, random);
            sum[seeking] += round.silences.tooLong.size();
            std::printf("27 s %s: longest silence %.1f ms, %zu above %.0f ms; silence given to the device: %lld ms;",
                        seeking ? "with 20 seeks" : "without seeks", round.silences.longest,
                        round.silences.tooLong.size(), Silences::tolerated,
                        static_cast<long long>(desk.player->timeMissing().count()));
            for (const qint64 end : round.silences.tooLong) {
                const auto after = std::ranges::upper_bound(round.keys, end);
                if (after != round.keys.begin())
                    std::printf(" %lld ms after a key", static_cast<long long>((end - *std::prev(after)) / 48));
            }
            std::printf("\n");
        }
    }
    std::printf("in all, above %.0f ms: %zu with seeks, %zu without, in as much time\n", Silences::tolerated, sum[1],
                sum[0]);
    return true;
}

} // namespace followbench
