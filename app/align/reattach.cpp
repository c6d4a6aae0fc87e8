// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/reattach.h"

#include <algorithm>
#include <limits>

namespace earmark::align {

namespace {

constexpr double farAway = 3; // seconds to one neighbour
constexpr double apart = 1;   // and to the other
constexpr size_t mostWords = 2;
constexpr double veryFarAway = 10; // from where more words are moved, if their places are doubtful
constexpr size_t mostDoubtful = 10;
constexpr float doubtful = 0.8F;  // mean confidence
constexpr float loudShare = 0.5F; // of a gap that is more than a pause
constexpr float unsure = 0.2F;

// Words found, one close after the other, as indices into the found.
struct Group {
    size_t first = 0;
    size_t end = 0;
};

class Finds
{
public:
    Finds(std::vector<std::optional<WordSpan>> &spans, const std::vector<float> &activity) : m_activity(activity)
    {
        for (size_t i = 0; i < spans.size(); ++i) {
            if (spans[i])
                m_words.push_back(i);
        }
        m_spans = &spans;
    }

    [[nodiscard]] size_t count() const { return m_words.size(); }
    [[nodiscard]] size_t word(size_t find) const { return m_words[find]; }
    [[nodiscard]] WordSpan &span(size_t find) const { return *(*m_spans)[m_words[find]]; }
    // Seconds of foreign sound before the find, and before the end where there is none; 0 for a pause.
    [[nodiscard]] double foreignBefore(size_t find) const
    {
        const double begin = find > 0 ? span(find - 1).end : 0;
        const double end = find < count() ? span(find).start : double(m_activity.size()) * frameHop;
        const auto from = std::min(m_activity.size(), size_t(std::max(0.0, begin) / frameHop));
        const auto to = std::clamp(size_t(std::max(0.0, end) / frameHop), from, m_activity.size());
        const auto loud = std::count_if(m_activity.begin() + std::ptrdiff_t(from),
                                        m_activity.begin() + std::ptrdiff_t(to), [](float a) { return a > 0.5F; });
        return float(loud) > loudShare * float(to - from) ? end - begin : 0;
    }

private:
    std::vector<std::optional<WordSpan>> *m_spans;
    const std::vector<float> &m_activity;
    std::vector<size_t> m_words;
};

void move(const Finds &finds, Group group, double by)
{
    for (size_t i = group.first; i < group.end; ++i) {
        WordSpan &span = finds.span(i);
        span = {span.start + by, span.end + by, unsure};
    }
}

bool cueBetween(const std::vector<bool> &cueBefore, size_t before, size_t word)
{
    for (size_t i = before + 1; i <= word && i < cueBefore.size(); ++i) {
        if (cueBefore[i])
            return true;
    }
    return false;
}

// How far away their neighbour must be for so many words to be in the wrong place.
double telltale(const Finds &finds, Group group)
{
    const size_t words = group.end - group.first;
    if (words <= mostWords)
        return farAway;
    float confidence = 0;
    for (size_t i = group.first; i < group.end; ++i)
        confidence += finds.span(i).confidence;
    const bool movable = words <= mostDoubtful && confidence < doubtful * float(words);
    return movable ? veryFarAway : std::numeric_limits<double>::infinity();
}

// Whether it was moved.
bool reattach(const Finds &finds, Group group, const std::vector<bool> &cueBefore)
{
    const bool atHead = group.first == 0;
    const bool atTail = group.end == finds.count();
    if (atHead && atTail)
        return false;
    const double before = finds.foreignBefore(group.first);
    const double after = finds.foreignBefore(group.end);
    // What lies before the first word or after the last is no neighbour.
    const double away = std::max(atHead ? 0 : before, atTail ? 0 : after);
    if (away < telltale(finds, group) || (before < apart && !atHead) || (after < apart && !atTail))
        return false;
    const bool notBack = atHead || cueBetween(cueBefore, finds.word(group.first - 1), finds.word(group.first));
    const bool notOn = atTail || cueBetween(cueBefore, finds.word(group.end - 1), finds.word(group.end));
    if (notBack && notOn)
        return false;
    if (notBack || (!notOn && after < before))
        move(finds, group, finds.span(group.end).start - finds.span(group.end - 1).end);
    else
        move(finds, group, finds.span(group.first - 1).end - finds.span(group.first).start);
    return true;
}

// One pass over all groups; whether any was moved.
bool reattachGroups(const Finds &finds, const std::vector<bool> &cueBefore)
{
    bool moved = false;
    Group group;
    while (group.first < finds.count()) {
        group.end = group.first + 1;
        while (group.end < finds.count() && finds.span(group.end).start - finds.span(group.end - 1).end < apart)
            ++group.end;
        moved = reattach(finds, group, cueBefore) || moved;
        group.first = group.end;
    }
    return moved;
}

} // namespace

void reattachIsolated(std::vector<std::optional<WordSpan>> &spans, const std::vector<float> &activity,
                      const std::vector<bool> &cueBefore)
{
    const Finds finds(spans, activity);
    // Groups that have been joined may have to go on together. Each pass that moves one leaves one less.
    while (reattachGroups(finds, cueBefore)) {}
}

} // namespace earmark::align
