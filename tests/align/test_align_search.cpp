// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/band.h"
#include "align/cepstrum.h"
#include "align/normalise.h"
#include "align/viterbi.h"
#include "align/warp.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace earmark;
using namespace earmark::align;

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

// A small problem with random prices.
struct Problem {
    Lattice lattice;
    Band band;
    std::vector<std::vector<float>> costs; // frame, state

    [[nodiscard]] StateCosts row() const
    {
        return [this](int frame, int first, std::span<float> to) {
            std::copy_n(costs[size_t(frame)].begin() + first, to.size(), to.begin());
        };
    }
    [[nodiscard]] double endPrice(int state) const
    {
        if (lattice.end.empty())
            return state >= lattice.states() - 2 ? 0 : never;
        return double(lattice.end[size_t(state)]);
    }
    [[nodiscard]] bool inBand(int frame, int state) const
    {
        const int first = band.first[size_t(frame)];
        const int end = band.end.empty() ? lattice.states() : band.end[size_t(frame)];
        return state >= first && state < first + band.width && state < end && state < lattice.states();
    }
};

Problem randomProblem(unsigned seed)
{
    std::mt19937 random(seed);
    const auto number = [&] { return float(random() % 1000) / 100; };
    Problem problem;
    const int states = int(random() % 9) + 1;
    const int frames = int(random() % 7) + 1;
    for (int s = 0; s < states; ++s) {
        problem.lattice.stay.push_back(number());
        problem.lattice.step.push_back(number());
        problem.lattice.jump.push_back(number());
        if (random() % 3 == 0) {
            problem.lattice.pauses.push_back(s);
            problem.lattice.skip.push_back(number());
        }
    }
    problem.band.width = int(random() % unsigned(states)) + 1;
    const bool ends = random() % 2 == 0;
    int first = 0;
    int end = 1;
    for (int t = 0; t < frames; ++t) {
        problem.band.first.push_back(first);
        end = std::max(end, first + 1 + int(random() % unsigned(problem.band.width)));
        if (ends)
            problem.band.end.push_back(end);
        first = std::min(states - 1, first + int(random() % 3));
        problem.costs.emplace_back();
        for (int s = 0; s < states; ++s)
            problem.costs.back().push_back(number());
    }
    return problem;
}

// Of some states, in which a path may not end, infinite.
std::vector<float> randomEndPrices(int states, unsigned seed)
{
    std::mt19937 random(seed + 1);
    std::vector<float> prices;
    for (int s = 0; s < states; ++s)
        prices.push_back(random() % 4 == 0 ? float(never) : float(random() % 2000) / 100);
    return prices;
}

// Every way through the problem, one after the other. A path is given by the state in which it leaves
// each frame; within a frame it may have skipped there from earlier pauses.
class Exhaustive
{
public:
    explicit Exhaustive(const Problem &problem) : m_problem(problem) {}

    double best()
    {
        for (int state = 0; state < std::min(2, m_problem.lattice.states()); ++state)
            enter(0, state, 0);
        return m_best;
    }

private:
    void enter(int frame, int state, double price)
    {
        if (state >= m_problem.lattice.states() || !m_problem.inBand(frame, state))
            return;
        leave(frame, state, price + double(m_problem.costs[size_t(frame)][size_t(state)]));
    }

    void leave(int frame, int state, double price)
    {
        const Lattice &lattice = m_problem.lattice;
        const auto pause = std::find(lattice.pauses.begin(), lattice.pauses.end(), state);
        if (pause != lattice.pauses.end() && std::next(pause) != lattice.pauses.end()) {
            const int next = *std::next(pause);
            if (m_problem.inBand(frame, next))
                leave(frame, next, price + double(lattice.skip[size_t(std::next(pause) - lattice.pauses.begin())]));
        }
        if (frame + 1 == int(m_problem.band.first.size())) {
            m_best = std::min(m_best, price + m_problem.endPrice(state));
            return;
        }
        enter(frame + 1, state, price + double(lattice.stay[size_t(state)]));
        if (state + 1 < lattice.states())
            enter(frame + 1, state + 1, price + double(lattice.step[size_t(state) + 1]));
        if (state + 2 < lattice.states())
            enter(frame + 1, state + 2, price + double(lattice.jump[size_t(state) + 2]));
    }

    const Problem &m_problem;
    double m_best = never;
};

// The price of the path that leaves frame t in, or has come through frame t by, the states given: the
// cheapest way to go from each to the next.
double priceOf(const Problem &problem, const std::vector<int> &path)
{
    const Lattice &lattice = problem.lattice;
    const auto skipTo = [&](size_t frame, int from, int to) { // within a frame
        double price = 0;
        auto pause = std::find(lattice.pauses.begin(), lattice.pauses.end(), from);
        for (; from != to; from = *pause) {
            if (pause == lattice.pauses.end() || ++pause == lattice.pauses.end() || !problem.inBand(int(frame), *pause))
                return never;
            price += double(lattice.skip[size_t(pause - lattice.pauses.begin())]);
        }
        return price;
    };
    double total = 0;
    for (size_t t = 0; t < path.size(); ++t) {
        total += double(problem.costs[t][size_t(path[t])]);
        if (t == 0)
            continue;
        double cheapest = never;
        for (int from = path[t - 1]; from <= path[t]; ++from) {
            const double skipped = skipTo(t - 1, path[t - 1], from);
            const int step = path[t] - from;
            const double stepPrice = step == 0 ? double(lattice.stay[size_t(path[t])])
                : step == 1                    ? double(lattice.step[size_t(path[t])])
                : step == 2                    ? double(lattice.jump[size_t(path[t])])
                                               : never;
            cheapest = std::min(cheapest, skipped + stepPrice);
        }
        total += cheapest;
    }
    double toEnd = never;
    for (int end = 0; end < lattice.states(); ++end)
        toEnd = std::min(toEnd, skipTo(path.size() - 1, path.back(), end) + problem.endPrice(end));
    return total + toEnd;
}

Sound soundOf(const std::vector<int> &phones, int framesEach)
{
    Sound sound{{cepstrumSize, {}}, {}};
    for (const int phone : phones) {
        std::mt19937 random{unsigned(phone)};
        std::vector<float> vector;
        for (int d = 0; d < cepstrumSize; ++d)
            vector.push_back(phone == 0 ? 0.0F : float(random() % 2000) / 500 - 2);
        for (int i = 0; i < framesEach; ++i) {
            sound.cepstra.values.insert(sound.cepstra.values.end(), vector.begin(), vector.end());
            sound.activity.push_back(phone == 0 ? 0.0F : 1.0F);
        }
    }
    return sound;
}

} // namespace

class TestAlignSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A path that rests for 10 s, goes on for 10 s and rests again.
    void nothingMovesFurtherThanReach()
    {
        constexpr int states = 500;
        constexpr int reach = 50;
        std::vector<int> middles;
        for (int t = 0; t < 3000; ++t)
            middles.push_back(std::clamp((t - 1000) * states / 1000, 0, states - 1));
        const Band band = bandWithin(middles, reach, 400, states);
        QCOMPARE(band.end.size(), middles.size());
        for (size_t t = 0; t < middles.size(); ++t) {
            const int before = middles[t - std::min<size_t>(t, reach)];
            const int after = middles[std::min(middles.size() - 1, t + reach)];
            QVERIFY(band.first[t] <= before && band.first[t] >= before - 200);
            QVERIFY(band.end[t] > after);
            if (t > 0)
                QVERIFY(band.first[t] >= band.first[t - 1] && band.end[t] >= band.end[t - 1]);
        }
        QVERIFY(band.end[900] < 20);
        QVERIFY(band.first[2100] > states - 20);
    }

    void aBandLeavesAWayOverLeaps()
    {
        std::vector<int> middles(100, 0);
        std::fill(middles.begin() + 50, middles.end(), 999);
        const Band band = bandWithin(middles, 5, 100, 1000);
        for (size_t t = 1; t < middles.size(); ++t) {
            QVERIFY(band.first[t] >= band.first[t - 1]);
            QVERIFY(band.first[t] < std::min(band.end[t - 1], band.first[t - 1] + band.width));
        }
        QCOMPARE(band.first[0], 0);
        QCOMPARE(band.end.back(), 1000);
    }

    void pathIsTheCheapestOfAll()
    {
        int found = 0;
        for (unsigned seed = 0; seed < 3000; ++seed) {
            Problem problem = randomProblem(seed);
            if (seed % 3 == 0)
                problem.lattice.end = randomEndPrices(problem.lattice.states(), seed);
            const double best = Exhaustive(problem).best();
            const auto path = cheapestPath(problem.lattice, problem.band, problem.row(), {}, {});
            QVERIFY2(path.has_value() == (best < never), qPrintable(QString::number(seed)));
            if (!path)
                continue;
            ++found;
            QCOMPARE(path->size(), problem.costs.size());
            QVERIFY(path->front() <= 1);
            QVERIFY2(
                std::abs(priceOf(problem, *path) - best) < 1e-3,
                qPrintable(QStringLiteral("seed %1: %2, best %3").arg(seed).arg(priceOf(problem, *path)).arg(best)));
        }
        QVERIFY(found > 500);
    }

    // Back-pointers are kept as far back as ways differ: not at all far where sounds tell them apart, and for
    // ever where nothing does.
    void littleMemoryFindsTheSamePath_data()
    {
        QTest::addColumn<int>("tellingFrames"); // of 400
        QTest::addColumn<int>("mostSearched");  // frames, with 150 frames' worth of memory
        QTest::newRow("all tells") << 400 << 400;
        QTest::newRow("nothing tells") << 0 << 660;
        QTest::newRow("half tells") << 200 << 500;
    }
    void littleMemoryFindsTheSamePath()
    {
        QFETCH(int, tellingFrames);
        QFETCH(int, mostSearched);
        std::mt19937 random(9);
        Problem problem;
        for (int s = 0; s < 240; ++s) {
            problem.lattice.stay.push_back(s % 4 == 0 ? 0 : 1);
            problem.lattice.step.push_back(0);
            problem.lattice.jump.push_back(1);
            if (s % 4 == 0) {
                problem.lattice.pauses.push_back(s);
                problem.lattice.skip.push_back(9);
            }
        }
        problem.band.width = 40;
        for (int t = 0; t < 400; ++t) {
            problem.band.first.push_back(t / 2);
            problem.costs.emplace_back();
            for (int s = 0; s < 240; ++s)
                problem.costs.back().push_back(
                    t >= tellingFrames ? 5 : std::abs(s - t / 2 - 20) + float(random() % 1000) / 100);
        }
        const auto whole = cheapestPath(problem.lattice, problem.band, problem.row(), {}, {});
        QVERIFY(whole);
        const StateCosts row = problem.row();
        for (const size_t memory : {size_t(1), size_t(10), size_t(30), size_t(1500), size_t(3999), size_t(4000)}) {
            int searched = 0;
            const auto counted = [&](int frame, int first, std::span<float> costs) {
                ++searched;
                row(frame, first, costs);
            };
            double reached = 0;
            const auto progress = [&](double share) {
                QVERIFY(share >= reached && share <= 1 + 1e-9);
                reached = share;
            };
            QVERIFY(cheapestPath(problem.lattice, problem.band, counted, {}, progress, memory) == whole);
            QVERIFY(reached > 0.8);
            if (memory >= 1500)
                QVERIFY2(searched <= mostSearched, qPrintable(QString::number(searched)));
        }
    }

    void cancelledSearchEndsAtOnce()
    {
        const Problem problem = randomProblem(1);
        const CancelToken cancel;
        cancel.cancel();
        QVERIFY(!cheapestPath(problem.lattice, problem.band, problem.row(), cancel, {}));
    }

    void nothingIsNoProblem()
    {
        QVERIFY(!cheapestPath({}, {}, [](int, int, std::span<float>) {}, {}, {}));
        QVERIFY(!warp({{cepstrumSize, {}}, {}}, soundOf({1, 2}, 9), {{0, 0}}, {2, 3, nullptr}, {}, {}));
        QVERIFY(!warp(soundOf({1, 2}, 9), {{cepstrumSize, {}}, {}}, {{0, 0}}, {2, 3, nullptr}, {}, {}));
        QVERIFY(!warp(soundOf({1, 2}, 9), soundOf({1, 2}, 9), {}, {2, 3, nullptr}, {}, {}));
    }

    void wordsAreFoundWhereTheySound_data()
    {
        QTest::addColumn<std::vector<int>>("heard");
        QTest::addColumn<std::vector<int>>("starts"); // in units of 20 frames; -1: not there
        QTest::newRow("as spoken") << std::vector{1, 2, 3, 4, 5, 6, 7, 8} << std::vector{0, 2, 4, 6};
        QTest::newRow("slower") << std::vector{1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8}
                                << std::vector{0, 4, 8, 12};
        QTest::newRow("a pause") << std::vector{1, 2, 0, 0, 0, 3, 4, 5, 6, 7, 8} << std::vector{0, 5, 7, 9};
        QTest::newRow("a word missing") << std::vector{1, 2, 5, 6, 7, 8} << std::vector{0, -1, 2, 4};
    }
    void wordsAreFoundWhereTheySound()
    {
        QFETCH(std::vector<int>, heard);
        QFETCH(std::vector<int>, starts);
        const Sound synthetic = soundOf({1, 2, 3, 4, 5, 6, 7, 8}, 20);
        const auto path =
            warp(soundOf(heard, 20), synthetic, {{0, 0}, {1, 40}, {2, 80}, {3, 120}}, {2, 60, nullptr}, {}, {});
        QVERIFY(path);
        QCOMPARE(path->word.size(), heard.size() * 10);
        for (int word = 0; word < 4; ++word) {
            const auto first = std::find(path->word.begin(), path->word.end(), word) - path->word.begin();
            if (starts[size_t(word)] < 0)
                QVERIFY(std::count(path->word.begin(), path->word.end(), word) < 5);
            else
                QVERIFY2(std::abs(int(first) - starts[size_t(word)] * 10) <= 1, qPrintable(QString::number(first)));
        }
    }

    void cuesDrawTheirSound()
    {
        // Sound that resembles the words a little is taken for them, unless a cue says what it is.
        const std::vector<int> phones{1, 2, 3, 4, 5, 6, 7, 8};
        const Sound synthetic = soundOf(phones, 20);
        const Sound other = soundOf({9, 10, 11, 12}, 20);
        Sound recording = other;
        recording.cepstra.values.insert(recording.cepstra.values.end(), synthetic.cepstra.values.begin(),
                                        synthetic.cepstra.values.end());
        recording.activity.resize(size_t(recording.cepstra.count()), 1.0F);
        const auto path = warp(recording, synthetic, {{0, 0}, {1, 40}, {2, 80}, {3, 120}},
                               {2, 60, nullptr, {true, false, false, false, false}}, {}, {});
        QVERIFY(path);
        QVERIFY(std::all_of(path->word.begin(), path->word.begin() + 38, [](int word) { return word == Path::pause; }));
    }

    void aRecordingMayEndBeforeTheTrackDoes_data()
    {
        QTest::addColumn<int>("cut"); // phones that are heard, of 60
        QTest::newRow("whole") << 60;
        QTest::newRow("cut off in the middle") << 30;
        QTest::newRow("cut off in a word near the end") << 50;
    }
    void aRecordingMayEndBeforeTheTrackDoes()
    {
        QFETCH(int, cut);
        std::vector<int> phones(60);
        std::iota(phones.begin(), phones.end(), 1);
        const Sound synthetic = soundOf(phones, 20);
        std::vector<TrackWord> words;
        for (int i = 0; i < 20; ++i)
            words.push_back({i, i * 60});
        phones.resize(size_t(cut));
        WarpSettings settings{2, 60, nullptr};
        settings.mayEndEarly = true;
        const auto path = warp(soundOf(phones, 20), synthetic, words, settings, {}, {});
        QVERIFY(path);
        const int last = *std::max_element(path->word.begin(), path->word.end());
        QCOMPARE(last, (cut - 1) / 3);
        for (int word = 0; word <= last; ++word) {
            const auto first = std::find(path->word.begin(), path->word.end(), word) - path->word.begin();
            QVERIFY2(std::abs(int(first) - word * 30) <= 1, qPrintable(QString::number(first)));
        }
    }

    void jumpsOfTheCoarsePathLeaveAWay()
    {
        // The coarse path leaps over nearly all of the track in one frame.
        std::vector<int> phones(400);
        for (size_t i = 0; i < phones.size(); ++i)
            phones[i] = int(i % 50) + 1;
        const Sound synthetic = soundOf(phones, 10);
        std::vector<TrackWord> words;
        for (int i = 0; i < 100; ++i)
            words.push_back({i, i * 40});
        const Sound recording = soundOf({1, 2, 3, 4, 49, 50}, 20);
        Path coarse{12, {}, {}};
        for (int t = 0; t < 10; ++t) {
            coarse.place.push_back(t < 7 ? 0 : 3990);
            coarse.word.push_back(t < 7 ? 0 : 99);
        }
        QVERIFY(warp(recording, synthetic, words, {2, 3, &coarse}, {}, {}));
    }
};

QTEST_GUILESS_MAIN(TestAlignSearch)
#include "test_align_search.moc"
