// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/twinwords.h"

#include <algorithm>
#include <optional>

namespace earmark::transcript {

namespace {

constexpr size_t none = size_t(-1);
constexpr size_t another = size_t(-2); // stands for a word that is another one
constexpr size_t neighbours = 10;      // words on each side that tell the usual delay

// Each word's equal partner on the other side, both ways; none; another.
struct Partners {
    std::vector<size_t> ofFrom;
    std::vector<size_t> ofTo;
};

class Twins
{
public:
    Twins(const ComparedWords &from, const ComparedWords &to, Partners &partners)
        : m_from(from), m_to(to), m_partners(partners)
    {
    }

    void settle()
    {
        slideGaps(m_from.keys, m_partners.ofFrom, m_partners.ofTo, true);
        slideGaps(m_to.keys, m_partners.ofTo, m_partners.ofFrom, false);
    }

private:
    void slideGaps(const std::vector<qint32> &keys, std::vector<size_t> &mine, std::vector<size_t> &theirs,
                   bool isFrom);
    [[nodiscard]] bool isCloser(size_t candidate, size_t present, size_t partner, bool isFrom) const;
    [[nodiscard]] std::optional<MediaTime> delay(size_t from, size_t to) const;
    [[nodiscard]] std::optional<MediaTime> usualDelay(size_t from) const;

    const ComparedWords &m_from;
    const ComparedWords &m_to;
    Partners &m_partners;
};

std::optional<MediaTime> Twins::delay(size_t from, size_t to) const
{
    const WordTiming &a = m_from.times[size_t(m_from.tokens[from])];
    const WordTiming &b = m_to.times[size_t(m_to.tokens[to])];
    if (a.origin == TimingOrigin::Estimated || b.origin == TimingOrigin::Estimated)
        return std::nullopt;
    return b.start - a.start;
}

// The median of those around.
std::optional<MediaTime> Twins::usualDelay(size_t from) const
{
    std::vector<MediaTime> delays;
    const size_t end = std::min(m_partners.ofFrom.size(), from + neighbours + 1);
    for (size_t i = from - std::min(from, neighbours); i < end; ++i) {
        if (m_partners.ofFrom[i] >= another || i == from)
            continue;
        if (const std::optional<MediaTime> known = delay(i, m_partners.ofFrom[i]))
            delays.push_back(*known);
    }
    if (delays.empty())
        return std::nullopt;
    const auto middle = delays.begin() + std::ptrdiff_t(delays.size() / 2);
    std::ranges::nth_element(delays, middle);
    return *middle;
}

bool Twins::isCloser(size_t candidate, size_t present, size_t partner, bool isFrom) const
{
    const auto between = [&](size_t word) { return isFrom ? delay(word, partner) : delay(partner, word); };
    const std::optional<MediaTime> other = between(candidate);
    const std::optional<MediaTime> now = between(present);
    const std::optional<MediaTime> usual = usualDelay(isFrom ? present : partner);
    return other && now && usual && std::chrono::abs(*other - *usual) < std::chrono::abs(*now - *usual);
}

// A run of words without partners may as well lie one word further left, where the word before it equals
// its last one, and one further right, where the word after it equals its first one.
void Twins::slideGaps(const std::vector<qint32> &keys, std::vector<size_t> &mine, std::vector<size_t> &theirs,
                      bool isFrom)
{
    const auto move = [&](size_t present, size_t candidate) {
        if (mine[present] >= another || keys[present] != keys[candidate]
            || !isCloser(candidate, present, mine[present], isFrom))
            return false;
        mine[candidate] = mine[present];
        mine[present] = none;
        theirs[mine[candidate]] = candidate;
        return true;
    };
    for (size_t first = 0; first < mine.size();) {
        if (mine[first] != none) {
            ++first;
            continue;
        }
        size_t end = first;
        while (end < mine.size() && mine[end] == none)
            ++end;
        const size_t next = end;
        size_t begin = first;
        while (begin > 0 && move(begin - 1, end - 1)) {
            --begin;
            --end;
        }
        const bool isSettled = end != next;
        while (!isSettled && end < mine.size() && move(end, begin)) {
            ++begin;
            ++end;
        }
        first = std::max(next, end);
    }
}

} // namespace

void settleTwins(std::vector<TokenMatch> &matches, const ComparedWords &from, const ComparedWords &to)
{
    std::vector<size_t> words(to.times.size(), none); // of `to`, by token
    for (size_t j = 0; j < to.tokens.size(); ++j)
        words[size_t(to.tokens[j])] = j;
    Partners partners{std::vector<size_t>(from.tokens.size(), none), std::vector<size_t>(to.tokens.size(), none)};
    for (size_t i = 0; i < matches.size(); ++i) {
        if (!matches[i].isFound())
            continue;
        const size_t j = words[size_t(matches[i].token)];
        partners.ofFrom[i] = matches[i].same ? j : another;
        partners.ofTo[j] = matches[i].same ? i : another;
    }
    Twins(from, to, partners).settle();
    for (size_t i = 0; i < matches.size(); ++i) {
        if (partners.ofFrom[i] < another)
            matches[i] = {to.tokens[partners.ofFrom[i]], true};
        else if (matches[i].same)
            matches[i] = {};
    }
}

} // namespace earmark::transcript
