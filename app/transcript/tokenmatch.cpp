// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/tokenmatch.h"

#include "transcript/letters.h"
#include "transcript/twinwords.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <span>
#include <tuple>
#include <utility>

namespace earmark::transcript {

namespace {

constexpr size_t mostCells = 1'000'000; // of one word-by-word alignment
constexpr int deepest = 12;             // of passages divided within passages

// Costs of aligning word by word. One word in place of another is cheaper than taking the one out and
// putting the other in, even where they have nothing in common: a mistake of the machine's hearing.
constexpr float skipCost = 1.0F;
constexpr float otherWordCost = 1.6F;
constexpr float alikeGain = 1.1F; // taken off otherWordCost for words that are written nearly the same

// All of the word where it has no letters ("&").
QString keyOf(QStringView word)
{
    const QString letters = lettersOf(word);
    return letters.isEmpty() ? word.toString() : letters;
}

// The words of a transcript: their tokens, and a number for each, the same for the same key.
struct Words {
    std::vector<TokenIndex> tokens;
    std::vector<qint32> keys;
};

struct Vocabulary {
    QHash<QString, qint32> numbers;
    std::vector<QString> texts;

    Words wordsOf(const Transcript &transcript)
    {
        Words words;
        for (TokenIndex i = 0; i < transcript.count(); ++i) {
            if (transcript.tokens[size_t(i)].kind != TokenKind::Word)
                continue;
            const QString key = keyOf(transcript.tokenText(i));
            auto number = numbers.constFind(key);
            if (number == numbers.constEnd()) {
                number = numbers.insert(key, qint32(texts.size()));
                texts.push_back(key);
            }
            words.tokens.push_back(i);
            words.keys.push_back(*number);
        }
        return words;
    }
};

// Half-open on both sides.
struct Range {
    size_t begin = 0;
    size_t end = 0;

    [[nodiscard]] size_t count() const { return end - begin; }
};

struct Pair {
    size_t from = 0;
    size_t to = 0;
};

using Run = std::array<qint32, 4>; // keys; unused ones are -1

struct Occurrence {
    Run run;
    size_t place;
};

std::vector<Occurrence> runsOf(std::span<const qint32> keys, Range range, size_t length)
{
    std::vector<Occurrence> runs;
    for (size_t i = range.begin; i + length <= range.end; ++i) {
        Run run{-1, -1, -1, -1};
        std::copy_n(keys.begin() + std::ptrdiff_t(i), length, run.begin());
        runs.push_back({run, i});
    }
    std::ranges::sort(runs, {},
                      [](const Occurrence &occurrence) { return std::tie(occurrence.run, occurrence.place); });
    return runs;
}

// Only what occurs once.
std::vector<Occurrence> singles(std::vector<Occurrence> runs)
{
    std::vector<Occurrence> once;
    for (size_t i = 0; i < runs.size();) {
        size_t next = i + 1;
        while (next < runs.size() && runs[next].run == runs[i].run)
            ++next;
        if (next == i + 1)
            once.push_back(runs[i]);
        i = next;
    }
    return once;
}

// The longest part of `pairs` (ordered by `from`) in which `to` rises.
std::vector<Pair> longestRising(const std::vector<Pair> &pairs)
{
    constexpr size_t none = std::numeric_limits<size_t>::max();
    std::vector<size_t> tails; // the pair with the lowest end among the rising parts of each length
    std::vector<size_t> before(pairs.size(), none);
    for (size_t i = 0; i < pairs.size(); ++i) {
        const auto place =
            std::ranges::lower_bound(tails, pairs[i].to, {}, [&](size_t tail) { return pairs[tail].to; });
        if (place != tails.begin())
            before[i] = *std::prev(place);
        if (place == tails.end())
            tails.push_back(i);
        else
            *place = i;
    }
    std::vector<Pair> rising;
    for (size_t i = tails.empty() ? none : tails.back(); i != none; i = before[i])
        rising.push_back(pairs[i]);
    std::ranges::reverse(rising);
    return rising;
}

class Matcher
{
public:
    Matcher(const Words &from, const Words &to, const std::vector<QString> &texts)
        : m_from(from), m_to(to), m_texts(texts), m_matches(from.keys.size())
    {
    }

    std::vector<TokenMatch> run()
    {
        matchRange({0, m_from.keys.size()}, {0, m_to.keys.size()}, 4, 0);
        return std::move(m_matches);
    }

private:
    void pair(size_t from, size_t to) { m_matches[from] = {m_to.tokens[to], m_from.keys[from] == m_to.keys[to]}; }

    void matchRange(Range from, Range to, size_t runLength, int depth);
    void divide(Range from, Range to, size_t runLength, int depth);
    void align(Range from, Range to);
    [[nodiscard]] std::vector<Pair> anchors(Range from, Range to, size_t runLength) const;
    [[nodiscard]] float costOf(qint32 a, qint32 b) const;

    const Words &m_from;
    const Words &m_to;
    const std::vector<QString> &m_texts;
    std::vector<TokenMatch> m_matches;
};

void Matcher::matchRange(Range from, Range to, size_t runLength, int depth)
{
    while (from.count() > 0 && to.count() > 0 && m_from.keys[from.begin] == m_to.keys[to.begin])
        pair(from.begin++, to.begin++);
    while (from.count() > 0 && to.count() > 0 && m_from.keys[from.end - 1] == m_to.keys[to.end - 1])
        pair(--from.end, --to.end);
    if (from.count() == 0 || to.count() == 0)
        return;
    constexpr size_t fewWords = 24;
    if (from.count() <= fewWords && to.count() <= fewWords)
        align(from, to);
    else
        divide(from, to, runLength, depth);
}

void Matcher::divide(Range from, Range to, size_t runLength, int depth)
{
    const std::vector<Pair> found = depth < deepest ? anchors(from, to, runLength) : std::vector<Pair>();
    const size_t shorter = runLength / 2;
    if (found.empty()) {
        if (shorter > 1 && depth < deepest)
            divide(from, to, shorter, depth);
        else if (from.count() <= mostCells / to.count())
            align(from, to);
        return;
    }
    for (const Pair &anchor : found) {
        // Where runs overlap, the first of them has been matched already.
        if (anchor.from < from.begin || anchor.to < to.begin)
            continue;
        matchRange({from.begin, anchor.from}, {to.begin, anchor.to}, runLength, depth + 1);
        for (size_t i = 0; i < runLength; ++i)
            pair(anchor.from + i, anchor.to + i);
        from.begin = anchor.from + runLength;
        to.begin = anchor.to + runLength;
    }
    matchRange(from, to, runLength, depth + 1);
}

// Runs that occur once on each side, in the same order on both.
std::vector<Pair> Matcher::anchors(Range from, Range to, size_t runLength) const
{
    const std::vector<Occurrence> ours = singles(runsOf(m_from.keys, from, runLength));
    const std::vector<Occurrence> theirs = singles(runsOf(m_to.keys, to, runLength));
    std::vector<Pair> pairs;
    for (auto a = ours.begin(), b = theirs.begin(); a != ours.end() && b != theirs.end();) {
        if (a->run == b->run)
            pairs.push_back({(a++)->place, (b++)->place});
        else if (a->run < b->run)
            ++a;
        else
            ++b;
    }
    std::ranges::sort(pairs, {}, &Pair::from);
    return longestRising(pairs);
}

// Of `b` in place of `a`.
float Matcher::costOf(qint32 a, qint32 b) const
{
    if (a == b)
        return 0;
    const QString &first = m_texts[size_t(a)];
    const QString &second = m_texts[size_t(b)];
    const auto common = std::ranges::mismatch(first, second).in1 - first.begin();
    const auto rest = std::min(first.size(), second.size()) - common;
    qsizetype ending = 0;
    while (ending < rest && first.at(first.size() - 1 - ending) == second.at(second.size() - 1 - ending))
        ++ending;
    const float alike = float(common + ending) / float(std::max(first.size(), second.size()));
    return otherWordCost - alikeGain * alike;
}

// The cheapest way from one passage to the other.
void Matcher::align(Range from, Range to)
{
    enum Step : quint8 { Replace, Remove, Insert };
    const size_t width = to.count() + 1;
    std::vector<Step> steps((from.count() + 1) * width, Insert);
    std::vector<float> costs(width); // of the row above, then of this one
    for (size_t column = 1; column < width; ++column)
        costs[column] = costs[column - 1] + skipCost;
    for (size_t row = 1; row <= from.count(); ++row) {
        float diagonal = std::exchange(costs[0], costs[0] + skipCost);
        steps[row * width] = Remove;
        for (size_t column = 1; column < width; ++column) {
            const float replaced =
                diagonal + costOf(m_from.keys[from.begin + row - 1], m_to.keys[to.begin + column - 1]);
            const float removed = costs[column] + skipCost;
            const float inserted = costs[column - 1] + skipCost;
            diagonal = costs[column];
            costs[column] = std::min({replaced, removed, inserted});
            steps[row * width + column] = costs[column] == replaced ? Replace
                : costs[column] == removed                          ? Remove
                                                                    : Insert;
        }
    }
    for (size_t row = from.count(), column = to.count(); row > 0 || column > 0;) {
        const Step step = steps[row * width + column];
        if (step == Replace)
            pair(from.begin + row - 1, to.begin + column - 1);
        row -= step == Insert ? 0 : 1;
        column -= step == Remove ? 0 : 1;
    }
}

} // namespace

namespace {

// With times on both sides, or without.
std::vector<TokenMatch> match(const Transcript &from, const Transcript &to, const Timings *fromTimes,
                              const Timings *toTimes)
{
    Vocabulary vocabulary;
    const Words ours = vocabulary.wordsOf(from);
    const Words theirs = vocabulary.wordsOf(to);
    std::vector<TokenMatch> matches = Matcher(ours, theirs, vocabulary.texts).run();
    if (fromTimes && toTimes)
        settleTwins(matches, {ours.tokens, ours.keys, *fromTimes}, {theirs.tokens, theirs.keys, *toTimes});
    std::vector<TokenMatch> byToken(from.tokens.size());
    for (size_t i = 0; i < matches.size(); ++i)
        byToken[size_t(ours.tokens[i])] = matches[i];
    return byToken;
}

} // namespace

std::vector<TokenMatch> matchTokens(const Transcript &from, const Transcript &to)
{
    return match(from, to, nullptr, nullptr);
}

std::vector<TokenMatch> matchTokens(const Transcript &from, const Timings &fromTimes, const Transcript &to,
                                    const Timings &toTimes)
{
    Q_ASSERT(fromTimes.size() == from.tokens.size() && toTimes.size() == to.tokens.size());
    return match(from, to, &fromTimes, &toTimes);
}

Timings timesTakenOver(const Timings &from, const Transcript &to, const std::vector<TokenMatch> &matches)
{
    // As if a file gave the words that were found, and no others, a time.
    Transcript known = to;
    known.segments.clear();
    MediaTime end{};
    for (size_t i = 0; i < std::min(matches.size(), from.size()); ++i) {
        if (!matches[i].isFound())
            continue;
        known.segments.push_back({{matches[i].token, matches[i].token}, from[i].start, from[i].end});
        end = from[i].end;
    }
    Timings timings = estimateTimings(known, from.empty() ? end : std::max(end, from.back().end));
    for (WordTiming &timing : timings)
        timing.origin = timing.origin == TimingOrigin::Given ? TimingOrigin::Aligned : TimingOrigin::Interpolated;
    for (size_t i = 0; i < std::min(matches.size(), from.size()); ++i) {
        if (!matches[i].isFound())
            continue;
        WordTiming &timing = timings[size_t(matches[i].token)];
        timing.confidence = from[i].confidence;
        // What the other file gave, this one does not; it was found by comparing.
        timing.origin = from[i].origin == TimingOrigin::Given ? TimingOrigin::Aligned : from[i].origin;
    }
    return timings;
}

} // namespace earmark::transcript
