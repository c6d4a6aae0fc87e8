// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/viterbi.h"

#include "align/multiversion.h"

#include <algorithm>
#include <cstdint>

namespace earmark::align {

namespace {

constexpr float unreachable = 1e30F;
constexpr int padding = 2;      // cells left of a row, so that looking two back needs no test
constexpr uint32_t skipped = 3; // codes 0 to 2: how many states further than a frame before

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

// The way back through frames `begin` up to `end`, of which the codes are at hand. Returns the state
// at the frame before `begin`.
int traceBack(const Search &search, const Band &band, const std::vector<uint8_t> &packed, int begin, int end, int state,
              std::vector<int> &path)
{
    for (int t = end - 1; t >= begin; --t) {
        const uint8_t *codes = packed.data() + size_t(t - begin) * search.rowBytes();
        for (;;) {
            const int cell = state - band.first[size_t(t)];
            const uint32_t code = (codes[cell / 4] >> (cell % 4 * 2)) & 3U;
            if (code != skipped) {
                path[size_t(t)] = state;
                state -= int(code);
                break;
            }
            state = search.pauseBefore(state);
        }
    }
    return state;
}

// Pieces are counted from the end, so that the last one, which is not searched twice, is a whole one.
std::vector<int> pieceBegins(int frames, int pieceFrames)
{
    std::vector<int> begins;
    for (int begin = frames - pieceFrames; begin > 0; begin -= pieceFrames)
        begins.push_back(begin);
    begins.push_back(0);
    std::reverse(begins.begin(), begins.end());
    return begins;
}

} // namespace

std::optional<std::vector<int>> cheapestPath(const Lattice &lattice, const Band &band, const StateCosts &costs,
                                             const CancelToken &cancel, const Progress &progress, size_t memory)
{
    const int frames = int(band.first.size());
    if (frames == 0 || lattice.states() == 0 || band.width < 1)
        return std::nullopt;
    Search search(lattice, band, costs);
    const int pieceFrames = int(std::clamp<size_t>(memory / search.rowBytes(), 1, size_t(frames)));
    const std::vector<int> begins = pieceBegins(frames, pieceFrames);
    const double work = double(frames) + begins.back();
    double done = 0;
    std::vector<uint8_t> packed(size_t(pieceFrames) * search.rowBytes());
    const auto run = [&](int begin, int end, bool keepCodes) {
        for (int t = begin; t < end; ++t) {
            if (cancel.isCancelled())
                return false;
            search.step(t);
            if (keepCodes)
                search.packCodes(packed.data() + size_t(t - begin) * search.rowBytes());
            done += 1;
            if (t % 64 == 0 && progress)
                progress(done / work);
        }
        return true;
    };

    std::vector<std::vector<float>> checkpoints; // the row before each piece but the first
    for (size_t piece = 0; piece + 1 < begins.size(); ++piece) {
        if (!run(begins[piece], begins[piece + 1], false))
            return std::nullopt;
        checkpoints.push_back(search.row());
    }
    std::vector<int> path(size_t(frames), 0);
    int state = -1;
    for (size_t piece = begins.size(); piece-- > 0;) {
        const bool last = piece + 1 == begins.size();
        const int end = last ? frames : begins[piece + 1];
        if (!last && piece > 0)
            search.restore(checkpoints[piece - 1]);
        if (!run(begins[piece], end, true))
            return std::nullopt;
        if (last)
            state = search.lastState();
        if (state < 0)
            return std::nullopt;
        state = traceBack(search, band, packed, begins[piece], end, state, path);
    }
    return path;
}

} // namespace earmark::align
