// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/stairs.h"

#include <QString>

namespace earmark::ui {
struct Desk;
}

// What follow_bench plays: a stair of tones (tests/playback/stairs.h), each tone a word.
namespace followbench {

// An hour as MP3 and as M4A, and ten of MP3; kept from one run to the next.
struct Material {
    QString mp3 = QStringLiteral(EARMARK_BENCH_CACHE "/stairs-hour.mp3");
    QString m4a = QStringLiteral(EARMARK_BENCH_CACHE "/stairs-hour.m4a");
    QString tenHours = QStringLiteral(EARMARK_BENCH_CACHE "/stairs-ten-hours.mp3");
    QString tenHoursBare = QStringLiteral(EARMARK_BENCH_CACHE "/stairs-ten-hours-bare.mp3");

    // False when ffmpeg cannot.
    [[nodiscard]] bool make() const;
};

// Imports `seconds` of the audio with words of wordMs each and their times; waits until it can be heard.
bool openEpisode(earmark::ui::Desk &desk, const QString &audio, int seconds, int wordMs = stairs::stepMs);

} // namespace followbench
