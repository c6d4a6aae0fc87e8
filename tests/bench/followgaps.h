// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/followmaterial.h"

namespace followbench {

// Stretches of silence in a recording of tones: nothing of what is played is silent.
struct Silences {
    static constexpr double tolerated = 5; // ms

    double longest = 0;          // ms
    std::vector<qint64> tooLong; // where those end that are longer than is tolerated
};

[[nodiscard]] Silences silencesIn(const std::vector<qint16> &heard, qint64 from);

// Playing as long without any seek tells what the sound server and a busy machine do by themselves; what the device
// was given tells what Earmark does.
void printPlainly(earmark::ui::Desk &desk, double seconds);

// Whether seeking tears holes: by turns, as long with seeks as without.
bool measureGaps(const Material &material, int rounds);

} // namespace followbench
