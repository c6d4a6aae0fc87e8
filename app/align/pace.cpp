// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/pace.h"

namespace earmark::align {

namespace {

constexpr double limitShare = 0.9;  // of the reach
constexpr double leastLate = 60;    // seconds beyond it
constexpr double slowestPace = 0.5; // of the synthesiser's 150 words a minute

} // namespace

std::optional<double> lengthByPace(const Path &path, int trackFrames, double whole, double reach)
{
    const double track = trackFrames * frameHop;
    const auto timeOf = [&](size_t t) { return double(t) * path.factor * frameHop; };
    std::optional<size_t> first;
    size_t late = 0;
    for (size_t t = 0; t < path.place.size(); ++t) {
        if (timeOf(t) - path.place[t] * frameHop * whole / track < limitShare * reach)
            continue;
        first = first.value_or(t);
        ++late;
    }
    if (!first || timeOf(late) < leastLate)
        return std::nullopt;
    const double pace = path.place[*first] * frameHop / timeOf(*first);
    if (pace < slowestPace)
        return std::nullopt;
    return track / pace;
}

} // namespace earmark::align
