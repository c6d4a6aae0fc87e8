// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/corridor.h"

#include "align/frames.h"
#include "align/warp.h"

#include <algorithm>
#include <cmath>

namespace earmark::align {

namespace {

// Far above what any sound costs, and far below what a float can no longer add to: where anchors leave
// no time for the words between them, the path that breaks them least is found.
constexpr float hardPrice = 1e4F;

// The first frame that begins at `seconds` or later; its start is half a hop before its centre.
int frameAt(double seconds, int frames)
{
    const double frame = std::ceil(seconds / frameHop + 0.5 - 1e-6);
    return int(std::clamp<double>(frame, 0, frames));
}

} // namespace

Limits limitsOf(const std::vector<KnownPlace> &places, int frames)
{
    if (places.empty() || frames == 0)
        return {};
    Limits limits{std::vector<int>(size_t(frames), 0),
                  std::vector<int>(size_t(frames), std::numeric_limits<int>::max())};
    for (const KnownPlace &place : places) {
        if (const int from = frameAt(place.latest, frames); from < frames)
            limits.first[size_t(from)] = std::max(limits.first[size_t(from)], place.position);
        if (const int end = frameAt(place.earliest, frames); end > 0)
            limits.last[size_t(end) - 1] = std::min(limits.last[size_t(end) - 1], place.position - 1);
    }
    for (size_t t = 1; t < size_t(frames); ++t)
        limits.first[t] = std::max(limits.first[t], limits.first[t - 1]);
    for (size_t t = size_t(frames) - 1; t-- > 0;)
        limits.last[t] = std::min(limits.last[t], limits.last[t + 1]);
    return limits;
}

CorridorCosts::CorridorCosts(const Corridor *corridor, const std::vector<int> &words, int factor, float softPrice)
    : m_corridor(corridor), m_factor(factor), m_softPrice(softPrice)
{
    if (!corridor)
        return;
    m_positions.resize(words.size());
    const auto lastWord = std::max_element(words.begin(), words.end());
    int next = lastWord == words.end() ? 0 : *lastWord + 1;
    for (size_t state = words.size(); state-- > 0;) {
        const bool pause = words[state] == Path::pause;
        next = pause ? next : words[state];
        m_positions[state] = pause ? positionBefore(next) : positionIn(next);
    }
}

CorridorCosts::Range CorridorCosts::allowed(const Limits &limits, int frame) const
{
    const size_t begin = std::min(limits.first.size() - 1, size_t(frame) * size_t(m_factor));
    const size_t last = std::min(limits.first.size() - 1, begin + size_t(m_factor) - 1);
    const auto from = std::lower_bound(m_positions.begin(), m_positions.end(), limits.first[begin]);
    const auto to = std::upper_bound(from, m_positions.end(), limits.last[last]);
    return {int(from - m_positions.begin()), int(to - m_positions.begin())};
}

void CorridorCosts::add(int frame, int first, std::span<float> costs) const
{
    if (!m_corridor)
        return;
    const auto outside = [&](const Limits &limits, float price) {
        if (limits.isEmpty())
            return;
        const Range range = allowed(limits, frame);
        const int count = int(costs.size());
        const int begin = std::clamp(range.first - first, 0, count);
        const int end = std::clamp(range.end - first, begin, count);
        for (int k = 0; k < begin; ++k)
            costs[size_t(k)] += price;
        for (int k = end; k < count; ++k)
            costs[size_t(k)] += price;
    };
    const std::vector<bool> &wordless = m_corridor->wordless;
    const size_t middle = size_t(frame) * size_t(m_factor) + size_t(m_factor) / 2;
    if (!wordless.empty() && wordless[std::min(middle, wordless.size() - 1)]) {
        for (size_t k = 0; k < costs.size(); ++k)
            costs[k] += isIn(m_positions[size_t(first) + k]) ? hardPrice : 0;
    }
    outside(m_corridor->hard, hardPrice);
    outside(m_corridor->soft, m_softPrice);
}

int CorridorCosts::nearest(int frame, int state) const
{
    if (!m_corridor)
        return state;
    for (const Limits *limits : {&m_corridor->soft, &m_corridor->hard}) {
        if (limits->isEmpty())
            continue;
        const Range range = allowed(*limits, frame);
        state =
            std::clamp(state, std::min(range.first, int(m_positions.size()) - 1), std::max(range.first, range.end - 1));
        state = std::min(state, int(m_positions.size()) - 1);
    }
    return state;
}

} // namespace earmark::align
