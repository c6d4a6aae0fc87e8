// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/reanchor.h"

#include "transcript/letters.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace earmark::notes {

using transcript::TimingOrigin;
using transcript::TokenIndex;
using transcript::TokenKind;
using transcript::TokenMatch;
using transcript::TokenSpan;

namespace {

constexpr int contextWords = 4; // looked at on each side
constexpr int contextReach = 8; // tokens of the new transcript in which they are to be

// How much of a quote, and of its context, must be there. Either much of the quote and some of the
// context, or all of a quote so long that it hardly occurs twice, or nearly all of the context around
// about as many words that are written alike: then the quote itself was corrected.
constexpr double muchOfQuote = 0.6;
constexpr double someContext = 0.25;
constexpr double mostContext = 0.85;
constexpr int longQuote = 6;  // words
constexpr double alike = 0.4; // of the letters
constexpr qsizetype longestCompared = 500;

// How far from where its neighbours are a quote may be heard, and how many of them are asked.
constexpr MediaTime timeSlack{5000};
constexpr int timeNeighbours = 100; // tokens on each side
constexpr size_t fewestNeighbours = 10;

bool isKnown(const transcript::WordTiming &timing)
{
    return timing.origin != TimingOrigin::Estimated;
}

QString lettersOf(const transcript::Transcript &transcript, TokenSpan span)
{
    const transcript::Token &first = transcript.tokens[size_t(span.first)];
    const transcript::Token &last = transcript.tokens[size_t(span.last)];
    const QStringView words = QStringView(transcript.text).mid(first.begin, last.begin + last.length - first.begin);
    return transcript::lettersOf(words.left(longestCompared));
}

// 1: the same letters; 0: none in common (Levenshtein 1966).
double likeness(const QString &a, const QString &b)
{
    std::vector<qsizetype> distances(size_t(b.size()) + 1);
    std::iota(distances.begin(), distances.end(), 0);
    for (qsizetype row = 1; row <= a.size(); ++row) {
        qsizetype diagonal = std::exchange(distances[0], row);
        for (size_t column = 1; column < distances.size(); ++column) {
            const qsizetype replaced = diagonal + (a.at(row - 1) == b.at(qsizetype(column) - 1) ? 0 : 1);
            diagonal = distances[column];
            distances[column] = std::min({replaced, distances[column] + 1, distances[column - 1] + 1});
        }
    }
    const qsizetype longer = std::max(a.size(), b.size());
    return longer == 0 ? 0.0 : 1.0 - double(distances.back()) / double(longer);
}

class Anchoring
{
public:
    Anchoring(const TimedTranscript &before, const TimedTranscript &after, const std::vector<TokenMatch> &matches)
        : m_before(before), m_after(after), m_matches(matches)
    {
    }

    // The words of the new transcript; nullopt: not found.
    [[nodiscard]] std::optional<TokenSpan> find(TokenSpan span) const
    {
        const std::optional<TokenSpan> found = extent(span);
        return found && textAgrees(span, *found) && timeAgrees(span, *found) ? found : std::nullopt;
    }

private:
    [[nodiscard]] bool isWord(TokenIndex token) const
    {
        return m_before.transcript.tokens[size_t(token)].kind == TokenKind::Word;
    }

    [[nodiscard]] std::optional<TokenSpan> extent(TokenSpan span) const;
    [[nodiscard]] bool textAgrees(TokenSpan span, TokenSpan found) const;
    [[nodiscard]] double contextAgreement(TokenSpan span, TokenSpan found) const;
    [[nodiscard]] bool timeAgrees(TokenSpan span, TokenSpan found) const;
    [[nodiscard]] std::optional<MediaTime> delay(TokenIndex token) const;
    [[nodiscard]] std::optional<MediaTime> usualDelay(TokenIndex first, TokenIndex end) const;

    const TimedTranscript &m_before;
    const TimedTranscript &m_after;
    const std::vector<TokenMatch> &m_matches;
};

// From the first to the last of its words that was found.
std::optional<TokenSpan> Anchoring::extent(TokenSpan span) const
{
    std::optional<TokenSpan> found;
    for (TokenIndex i = span.first; i <= span.last; ++i) {
        const TokenMatch &match = m_matches[size_t(i)];
        if (match.isFound())
            found = found ? TokenSpan{found->first, match.token} : TokenSpan{match.token, match.token};
    }
    return found;
}

bool Anchoring::textAgrees(TokenSpan span, TokenSpan found) const
{
    int words = 0;
    int same = 0;
    for (TokenIndex i = span.first; i <= span.last; ++i) {
        words += isWord(i) ? 1 : 0;
        same += m_matches[size_t(i)].same ? 1 : 0;
    }
    int wordsFound = 0;
    for (TokenIndex i = found.first; i <= found.last; ++i)
        wordsFound += m_after.transcript.tokens[size_t(i)].kind == TokenKind::Word ? 1 : 0;
    const double quote = 2.0 * same / (words + wordsFound);
    if (same == words && words >= longQuote && quote >= muchOfQuote)
        return true;
    const double context = contextAgreement(span, found);
    if (quote >= muchOfQuote)
        return context >= someContext;
    return context >= mostContext && std::abs(words - wordsFound) <= std::max(1, words / 3)
        && likeness(lettersOf(m_before.transcript, span), lettersOf(m_after.transcript, found)) >= alike;
}

// The part of the words around `span` that are around `found`, too; 1 where there are none.
double Anchoring::contextAgreement(TokenSpan span, TokenSpan found) const
{
    int asked = 0;
    int same = 0;
    const auto ask = [&](TokenIndex token, TokenSpan where) {
        ++asked;
        const TokenMatch &match = m_matches[size_t(token)];
        same += match.same && where.contains(match.token) ? 1 : 0;
    };
    for (TokenIndex i = span.first - 1, left = contextWords; i >= 0 && left > 0; --i) {
        if (!isWord(i))
            continue;
        ask(i, {found.first - contextReach, found.first - 1});
        --left;
    }
    for (TokenIndex i = span.last + 1, left = contextWords; i < m_before.transcript.count() && left > 0; ++i) {
        if (!isWord(i))
            continue;
        ask(i, {found.last + 1, found.last + contextReach});
        --left;
    }
    return asked == 0 ? 1.0 : double(same) / asked;
}

// How much later a word is heard in the new transcript's times, where both times are known.
std::optional<MediaTime> Anchoring::delay(TokenIndex token) const
{
    const TokenMatch &match = m_matches[size_t(token)];
    if (!match.same || !isKnown(m_before.timings[size_t(token)]) || !isKnown(m_after.timings[size_t(match.token)]))
        return std::nullopt;
    return m_after.timings[size_t(match.token)].start - m_before.timings[size_t(token)].start;
}

// The median over the words of [first, end); none where too few are known.
std::optional<MediaTime> Anchoring::usualDelay(TokenIndex first, TokenIndex end) const
{
    std::vector<MediaTime> delays;
    for (TokenIndex i = std::max(0, first); i < std::min(end, m_before.transcript.count()); ++i) {
        if (const std::optional<MediaTime> known = delay(i))
            delays.push_back(*known);
    }
    if (delays.size() < fewestNeighbours)
        return std::nullopt;
    const auto middle = delays.begin() + std::ptrdiff_t(delays.size() / 2);
    std::ranges::nth_element(delays, middle);
    return *middle;
}

// An advertisement more or less moves everything after it, so that the words on one side may say
// something else than those on the other: to agree with one of them is enough.
bool Anchoring::timeAgrees(TokenSpan span, TokenSpan found) const
{
    if (!isKnown(m_before.timings[size_t(span.first)]) || !isKnown(m_after.timings[size_t(found.first)]))
        return true; // nothing to compare
    TokenIndex begin = span.first;
    while (begin < span.last && m_matches[size_t(begin)].token < found.first)
        ++begin;
    const MediaTime moved = m_after.timings[size_t(found.first)].start - m_before.timings[size_t(begin)].start;
    const auto near = [&](MediaTime usual) { return std::chrono::abs(moved - usual) <= timeSlack; };
    const std::optional<MediaTime> earlier = usualDelay(span.first - timeNeighbours, span.first);
    const std::optional<MediaTime> later = usualDelay(span.last + 1, span.last + 1 + timeNeighbours);
    if (!earlier && !later)
        return near(MediaTime::zero());
    return (earlier && near(*earlier)) || (later && near(*later));
}

Edit lost(const Highlight &highlight, const QDateTime &now)
{
    Edit edit = markChanged(highlight, highlight.mark, now);
    edit.after->place = Place::Lost;
    edit.after->span = {0, 0};
    return edit;
}

Edit momentMoved(const Highlight &highlight, const TimedTranscript &after, const QDateTime &now)
{
    const Highlight moment =
        makeMoment(highlight.episode, after.transcript, after.timings, highlight.selectors.start, highlight.mark, now);
    Edit edit = markChanged(highlight, highlight.mark, now);
    edit.after->span = moment.span;
    edit.after->selectors = moment.selectors;
    return edit;
}

} // namespace

std::vector<Edit> reanchored(const std::vector<Highlight> &highlights, const TimedTranscript &before,
                             const TimedTranscript &after, const std::vector<TokenMatch> &matches, const QDateTime &now)
{
    const Anchoring anchoring(before, after, matches);
    std::vector<Edit> edits;
    for (const Highlight &highlight : highlights) {
        if (highlight.place == Place::Moment) {
            edits.push_back(momentMoved(highlight, after, now));
        } else if (highlight.place == Place::Words) {
            const std::optional<TokenSpan> found =
                before.transcript.contains(highlight.span) ? anchoring.find(highlight.span) : std::nullopt;
            edits.push_back(found ? spanChanged(highlight, after.transcript, after.timings, *found, now)
                                  : lost(highlight, now));
        }
    }
    return edits;
}

} // namespace earmark::notes
