// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <span>
#include <vector>

namespace earmark::align {

// Places between and in the words of a track, counted from left to right: in a word, before it (in a
// pause, or in sound that is not in the text), and after the last one.
constexpr int positionBefore(int word)
{
    return 2 * word;
}
constexpr int positionIn(int word)
{
    return 2 * word + 1;
}

constexpr bool isIn(int position)
{
    return position % 2 == 1;
}

// Something known beforehand: `position` is reached between these two times (in seconds).
struct KnownPlace {
    int position = 0;
    double earliest = -std::numeric_limits<double>::infinity();
    double latest = std::numeric_limits<double>::infinity();
};

// The positions that a path may have at each frame of the recording; both never fall. Empty: any.
struct Limits {
    std::vector<int> first;
    std::vector<int> last;

    [[nodiscard]] bool isEmpty() const { return first.empty(); }
};

[[nodiscard]] Limits limitsOf(const std::vector<KnownPlace> &places, int frames);

// What a path has to keep to, and what it had better keep to.
struct Corridor {
    Limits hard;
    Limits soft;
    std::vector<bool> wordless = {}; // for each frame of the recording, whether no word is there; empty: none
};

// What it costs the states of a search to be outside of a corridor.
class CorridorCosts
{
public:
    // `words`: of each state, Path::pause in pauses; `factor`: frames that make one of the search's;
    // `softPrice`: for each of these. `corridor` may be null and is kept a reference to.
    CorridorCosts(const Corridor *corridor, const std::vector<int> &words, int factor, float softPrice);

    // Adds the costs at a frame of the search to those of the states from `first` on.
    void add(int frame, int first, std::span<float> costs) const;
    // The state in the corridor nearest to `state`.
    [[nodiscard]] int nearest(int frame, int state) const;

private:
    struct Range {
        int first = 0;
        int end = 0; // of states
    };
    [[nodiscard]] Range allowed(const Limits &limits, int frame) const;

    const Corridor *m_corridor;
    std::vector<int> m_positions; // of each state
    int m_factor;
    float m_softPrice;
};

} // namespace earmark::align
