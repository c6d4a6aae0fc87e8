// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/viterbi.h"

#include "align/multiversion.h"

#include <algorithm>
#include <cstdint>
#include <memory>

namespace earmark::align {

namespace {

constexpr float unreachable = 1e30F;
constexpr int padding = 2;              // cells left of a row, so that looking two back needs no test
constexpr uint32_t skipped = 3;         // codes 0 to 2: how many states further than a frame before
constexpr size_t firstMemory = 4 << 20; // bytes of back-pointers that most searches do with

// One frame for `count` cells: `from` points at the same state a frame before, `price` holds the
// costs and receives the sums.
EARMARK_MULTIVERSION
void advance(const float *from, const float *stay, const float *step, const float *jump, float *price, uint32_t *codes,
             int count)
{
    for (int k = 0; k < count; ++k) {
        const float stayed = from[k] + stay[k];
        const float stepped = from[k - 1] + step[k];
        const float jumped = from[k - 2] + jump[k];
        const bool byStep = stepped < stayed;
        const float best = byStep ? stepped : stayed;
        const bool byJump = jumped < best;
        price[k] += byJump ? jumped : best;
        codes[k] = byJump ? 2U : (byStep ? 1U : 0U);
    }
}

EARMARK_MULTIVERSION
void pack(const uint32_t *codes, uint8_t *packed, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        packed[i] = uint8_t(codes[4 * i] | codes[4 * i + 1] << 2 | codes[4 * i + 2] << 4 | codes[4 * i + 3] << 6);
}

class Search
{
public:
    Search(const Lattice &lattice, const Band &band, const StateCosts &costs)
        : m_lattice(lattice), m_band(band), m_costs(costs), m_width(std::min(band.width, lattice.states())),
          m_rowBytes((m_width + 3) / 4), m_row(size_t(padding + 2 * m_width + padding), unreachable),
          m_price(size_t(m_width)), m_codes(size_t(m_rowBytes) * 4, 0)
    {
    }

    [[nodiscard]] size_t rowBytes() const { return size_t(m_rowBytes); }
    // The sums after the last advanced frame, to go on from later.
    [[nodiscard]] std::vector<float> row() const
    {
        return {m_row.begin() + padding, m_row.begin() + padding + m_width};
    }
    void restore(const std::vector<float> &row) { std::copy(row.begin(), row.end(), m_row.begin() + padding); }

    void step(int frame);
    void packCodes(uint8_t *packed) const { pack(m_codes.data(), packed, m_rowBytes); }
    // The best of the states that a path may end in, after the last frame; -1: none was reached.
    [[nodiscard]] int lastState() const;
    // The states that a path can be in after the last advanced frame, which was this one.
    [[nodiscard]] std::vector<int> reached(int frame) const;
    // Goes on as if a path could only be in this state after the frame.
    void startAfter(int frame, int state);
    [[nodiscard]] int pauseBefore(int pause) const
    {
        return *std::prev(std::lower_bound(m_lattice.pauses.begin(), m_lattice.pauses.end(), pause));
    }

private:
    void start(int count);
    void skip(int first, int count);

    const Lattice &m_lattice;
    const Band &m_band;
    const StateCosts &m_costs;
    const int m_width;
    const int m_rowBytes;
    std::vector<float> m_row; // beyond the band on either side: unreachable
    std::vector<float> m_price;
    std::vector<uint32_t> m_codes;
};

void Search::step(int frame)
{
    const int first = m_band.first[size_t(frame)];
    const int end = m_band.end.empty() ? m_lattice.states() : std::min(m_band.end[size_t(frame)], m_lattice.states());
    const int count = std::min(m_width, end - first);
    m_costs(frame, first, {m_price.data(), size_t(count)});
    if (frame == 0) {
        start(count);
    } else {
        const int shift = std::min(first - m_band.first[size_t(frame - 1)], m_width + padding);
        advance(m_row.data() + padding + shift, m_lattice.stay.data() + first, m_lattice.step.data() + first,
                m_lattice.jump.data() + first, m_price.data(), m_codes.data(), count);
    }
    skip(first, count);
    std::copy_n(m_price.begin(), count, m_row.begin() + padding);
    std::fill_n(m_row.begin() + padding + count, m_width - count, unreachable);
}

void Search::start(int count)
{
    std::fill(m_price.begin() + std::min(2, count), m_price.end(), unreachable);
    std::fill(m_codes.begin(), m_codes.end(), 0U);
}

void Search::skip(int first, int count)
{
    const auto &pauses = m_lattice.pauses;
    size_t i = size_t(std::lower_bound(pauses.begin(), pauses.end(), first) - pauses.begin()) + 1;
    for (; i < pauses.size() && pauses[i] < first + count; ++i) {
        const float price = m_price[size_t(pauses[i - 1] - first)] + m_lattice.skip[i];
        float &cell = m_price[size_t(pauses[i] - first)];
        if (price < cell) {
            cell = price;
            m_codes[size_t(pauses[i] - first)] = skipped;
        }
    }
}

std::vector<int> Search::reached(int frame) const
{
    std::vector<int> states;
    for (int cell = 0; cell < m_width; ++cell) {
        if (m_row[size_t(padding + cell)] < unreachable)
            states.push_back(m_band.first[size_t(frame)] + cell);
    }
    return states;
}

void Search::startAfter(int frame, int state)
{
    std::fill(m_row.begin(), m_row.end(), unreachable);
    m_row[size_t(padding + state - m_band.first[size_t(frame)])] = 0;
}

int Search::lastState() const
{
    const int first = m_band.first.back();
    const bool anywhere = !m_lattice.end.empty();
    const int least = std::max(first, anywhere ? 0 : m_lattice.states() - 2);
    int best = -1;
    float bestPrice = unreachable;
    for (int state = std::min(m_lattice.states(), first + m_width) - 1; state >= least; --state) {
        const float price = m_row[size_t(padding + state - first)] + (anywhere ? m_lattice.end[size_t(state)] : 0.0F);
        if (price < bestPrice) {
            best = state;
            bestPrice = price;
        }
    }
    return best;
}

// How each state of a run of frames was come to.
class Codes
{
public:
    // Memory that is never written to is none.
    Codes(size_t rowBytes, int mostRows)
        : m_rowBytes(rowBytes), m_packed(std::make_unique_for_overwrite<uint8_t[]>(rowBytes * size_t(mostRows)))
    {
    }

    [[nodiscard]] int begin() const { return m_begin; }
    [[nodiscard]] int end() const { return m_end; }
    void beginAt(int frame) { m_begin = m_end = frame; }
    // Space for those of the next frame.
    uint8_t *next() { return m_packed.get() + size_t(m_end++ - m_begin) * m_rowBytes; }
    // Forgets those of the frames before `frame`.
    void dropBefore(int frame)
    {
        std::copy(m_packed.get() + size_t(frame - m_begin) * m_rowBytes,
                  m_packed.get() + size_t(m_end - m_begin) * m_rowBytes, m_packed.get());
        m_begin = frame;
    }
    [[nodiscard]] uint32_t at(int frame, int cell) const
    {
        return (m_packed[size_t(frame - m_begin) * m_rowBytes + size_t(cell) / 4] >> (cell % 4 * 2)) & 3U;
    }

private:
    size_t m_rowBytes;
    int m_begin = 0;
    int m_end = 0;
    std::unique_ptr<uint8_t[]> m_packed;
};

struct Step {
    int entered = 0; // the state that was come to from the frame before; others were skipped to from there
    int before = 0;  // the state at the frame before
};

Step stepTo(int state, int frame, const Search &search, const Band &band, const Codes &codes)
{
    for (;;) {
        const uint32_t code = codes.at(frame, state - band.first[size_t(frame)]);
        if (code != skipped)
            return {state, state - int(code)};
        state = search.pauseBefore(state);
    }
}

// The way back from `state` through the frames before `end` that there are codes of. Returns the state at
// the frame before these.
int traceBack(int state, int end, const Search &search, const Band &band, const Codes &codes, std::vector<int> &path)
{
    for (int t = end - 1; t >= codes.begin(); --t) {
        const Step step = stepTo(state, t, search, band, codes);
        path[size_t(t)] = step.entered;
        state = step.before;
    }
    return state;
}

struct Meeting {
    int frame = -1;
    int state = 0;
};

// The last frame at which all ways still open go through one state, so that what lies before is settled
// (Sramek, Brejova and Vinar 2007); -1 where they do not meet in the frames that there are codes of.
Meeting whereWaysMeet(const Search &search, const Band &band, const Codes &codes)
{
    int frame = codes.end() - 1;
    std::vector<int> states = search.reached(frame);
    while (states.size() > 1 && frame >= codes.begin()) {
        for (int &state : states)
            state = stepTo(state, frame, search, band, codes).before;
        std::sort(states.begin(), states.end());
        states.erase(std::unique(states.begin(), states.end()), states.end());
        --frame;
    }
    if (states.size() != 1 || frame < codes.begin())
        return {};
    return {frame, states.front()};
}

// Pieces are counted from the end, so that the last one, which is not searched twice, is a whole one.
std::vector<int> pieceBegins(int begin, int frames, int pieceFrames)
{
    std::vector<int> begins;
    for (int piece = frames - pieceFrames; piece > begin; piece -= pieceFrames)
        begins.push_back(piece);
    begins.push_back(begin);
    std::reverse(begins.begin(), begins.end());
    return begins;
}

// One search with what it has found so far.
class Finder
{
public:
    Finder(const Lattice &lattice, const Band &band, const StateCosts &costs, const CancelToken &cancel,
           const Progress &progress, size_t memory)
        : m_band(band), m_cancel(cancel), m_progress(progress), m_search(lattice, band, costs),
          m_frames(int(band.first.size())), m_mostRows(rowsIn(memory)),
          m_rows(std::min(m_mostRows, rowsIn(firstMemory))), m_codes(m_search.rowBytes(), m_mostRows),
          m_path(size_t(m_frames), 0)
    {
    }

    [[nodiscard]] std::optional<std::vector<int>> find()
    {
        if (!findAtOnce())
            return std::nullopt;
        return std::move(m_path);
    }

private:
    [[nodiscard]] int rowsIn(size_t memory) const
    {
        return int(std::clamp<size_t>(memory / m_search.rowBytes(), 1, size_t(m_frames)));
    }
    bool findAtOnce();
    bool settle();
    bool findInPieces(int reached);
    // Searches the frames from `begin` up to `end`; false when cancelled.
    bool run(int begin, int end, bool keepCodes);
    bool finish();

    const Band &m_band;
    const CancelToken &m_cancel;
    const Progress &m_progress;
    Search m_search;
    const int m_frames;
    const int m_mostRows; // that there is memory for
    int m_rows;           // that are kept before it is tried to settle some
    Codes m_codes;
    std::vector<int> m_path;
    int m_settledState = -1; // at the frame before those that there are codes of
    // Of the work, for the progress.
    double m_done = 0;
    double m_perFrame = 0;
};

bool Finder::run(int begin, int end, bool keepCodes)
{
    for (int t = begin; t < end; ++t) {
        if (m_cancel.isCancelled())
            return false;
        m_search.step(t);
        if (keepCodes)
            m_search.packCodes(m_codes.next());
        m_done += m_perFrame;
        if (t % 64 == 0 && m_progress)
            m_progress(m_done);
    }
    return true;
}

bool Finder::finish()
{
    const int state = m_search.lastState();
    if (state >= 0)
        traceBack(state, m_frames, m_search, m_band, m_codes, m_path);
    return state >= 0;
}

// Settles what can be, so that there is room for more; false where that is too little.
bool Finder::settle()
{
    const Meeting meeting = whereWaysMeet(m_search, m_band, m_codes);
    if (meeting.frame >= 0) {
        traceBack(meeting.state, meeting.frame + 1, m_search, m_band, m_codes, m_path);
        m_codes.dropBefore(meeting.frame + 1);
        m_settledState = meeting.state;
    }
    const int kept = m_codes.end() - m_codes.begin();
    if (kept > m_rows / 2)
        m_rows = std::min(m_mostRows, 2 * m_rows);
    return kept <= m_rows - (m_rows + 3) / 4;
}

bool Finder::findAtOnce()
{
    m_perFrame = 1.0 / m_frames;
    int frame = 0;
    while (frame < m_frames) {
        const int end = std::min(m_frames, m_codes.begin() + m_rows);
        if (!run(frame, end, true))
            return false;
        frame = end;
        if (frame < m_frames && !settle())
            return findInPieces(frame);
    }
    return finish();
}

// For ways that do not meet, of which the frames before `reached` have been searched: from there on it is
// first found only how far each piece comes, then from behind how.
bool Finder::findInPieces(int reached)
{
    const int begin = m_codes.begin();
    std::vector<int> begins = pieceBegins(reached, m_frames, m_mostRows);
    begins.insert(begins.begin(), begin);
    m_perFrame = (1 - m_done) / (m_frames - reached + begins.back() - begin);
    std::vector<std::vector<float>> checkpoints{m_search.row()}; // the row before each piece but the first
    for (size_t piece = 1; piece + 1 < begins.size(); ++piece) {
        if (!run(begins[piece], begins[piece + 1], false))
            return false;
        checkpoints.push_back(m_search.row());
    }
    int state = -1;
    for (size_t piece = begins.size(); piece-- > 0;) {
        const bool last = piece + 1 == begins.size();
        const int end = last ? m_frames : begins[piece + 1];
        if (!last && piece > 0)
            m_search.restore(checkpoints[piece - 1]);
        else if (!last && begin > 0)
            m_search.startAfter(begin - 1, m_settledState);
        m_codes.beginAt(begins[piece]);
        if (!run(begins[piece], end, true))
            return false;
        if (last)
            state = m_search.lastState();
        if (state < 0)
            return false;
        state = traceBack(state, end, m_search, m_band, m_codes, m_path);
    }
    return true;
}

} // namespace

std::optional<std::vector<int>> cheapestPath(const Lattice &lattice, const Band &band, const StateCosts &costs,
                                             const CancelToken &cancel, const Progress &progress, size_t memory)
{
    if (band.first.empty() || lattice.states() == 0 || band.width < 1)
        return std::nullopt;
    return Finder(lattice, band, costs, cancel, progress, memory).find();
}

} // namespace earmark::align
