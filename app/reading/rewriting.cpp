// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/rewriting.h"

#include <algorithm>
#include <utility>

namespace earmark::reading {

using namespace Qt::StringLiterals;

namespace {

// Beyond this many comparisons nobody asks which of the words stayed.
constexpr qint64 mostComparisons = 4'000'000;

struct PieceOfText {
    TokenSpan span;
    QStringList words;
    qsizetype first = 0; // of its words among all
};

QStringList wordsOf(const Reading &reading, TokenSpan span)
{
    const TextRange range = rangeOf(reading, span);
    return reading.text.mid(range.begin, range.end - range.begin).simplified().split(u' ', Qt::SkipEmptyParts);
}

std::vector<PieceOfText> piecesOf(const Reading &reading, TokenSpan span, const std::vector<TokenSpan> &units)
{
    std::vector<PieceOfText> pieces;
    qsizetype words = 0;
    for (TokenIndex i = span.first; i <= span.last;) {
        const auto unit = std::ranges::find_if(units, [i](TokenSpan each) { return each.contains(i); });
        TokenSpan whole = unit != units.end() ? *unit : wholeWords(reading, {i, i});
        whole = {std::max(whole.first, i), std::clamp(whole.last, i, span.last)};
        if (QStringList shown = wordsOf(reading, whole); !shown.isEmpty()) {
            pieces.push_back({whole, shown, words});
            words += shown.size();
        }
        i = whole.last + 1;
    }
    return pieces;
}

// For each of `before` the place among `after` of the word that it is, -1 where it is none.
std::vector<qsizetype> pairedWords(const QStringList &before, const QStringList &after)
{
    std::vector<qsizetype> pairs(size_t(before.size()), -1);
    qsizetype head = 0;
    while (head < std::min(before.size(), after.size()) && before[head] == after[head]) {
        pairs[size_t(head)] = head;
        ++head;
    }
    qsizetype tail = 0;
    while (tail < std::min(before.size(), after.size()) - head
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
        pairs[size_t(before.size() - 1 - tail)] = after.size() - 1 - tail;
        ++tail;
    }
    const qsizetype n = before.size() - head - tail;
    const qsizetype m = after.size() - head - tail;
    if (n == 0 || m == 0 || n * m > mostComparisons)
        return pairs;
    // Lengths of the longest common subsequences of what begins at each pair of places.
    std::vector<int> lengths(size_t((n + 1) * (m + 1)));
    const auto length = [&](qsizetype i, qsizetype j) -> int & { return lengths[size_t(i * (m + 1) + j)]; };
    const auto isSame = [&](qsizetype i, qsizetype j) { return before[head + i] == after[head + j]; };
    for (qsizetype i = n - 1; i >= 0; --i) {
        for (qsizetype j = m - 1; j >= 0; --j)
            length(i, j) = isSame(i, j) ? length(i + 1, j + 1) + 1 : std::max(length(i + 1, j), length(i, j + 1));
    }
    for (qsizetype i = 0, j = 0; i < n && j < m;) {
        if (isSame(i, j) && length(i, j) == length(i + 1, j + 1) + 1)
            pairs[size_t(head + i++)] = head + j++;
        else if (length(i + 1, j) >= length(i, j + 1))
            ++i;
        else
            ++j;
    }
    return pairs;
}

bool isKept(const PieceOfText &piece, const std::vector<qsizetype> &pairs)
{
    const qsizetype begin = pairs[size_t(piece.first)];
    for (qsizetype i = 0; i < piece.words.size(); ++i) {
        if (begin < 0 || pairs[size_t(piece.first + i)] != begin + i)
            return false;
    }
    return true;
}

// A piece that stayed, or some next to each other that did not, and what is written there now.
struct Run {
    TokenSpan span;
    QStringList before;
    QStringList after;
    bool kept = false;
};

// There are pieces.
std::vector<Run> runsOf(const std::vector<PieceOfText> &pieces, const std::vector<qsizetype> &pairs,
                        const QStringList &after)
{
    std::vector<Run> runs;
    qsizetype taken = 0;
    const auto takeUpTo = [&](qsizetype end) {
        QStringList words = after.mid(taken, end - taken);
        taken = end;
        return words;
    };
    for (const PieceOfText &piece : pieces) {
        if (!isKept(piece, pairs)) {
            if (runs.empty() || runs.back().kept)
                runs.push_back({piece.span, {}, {}, false});
            runs.back().span.last = piece.span.last;
            runs.back().before += piece.words;
            continue;
        }
        const qsizetype begin = pairs[size_t(piece.first)];
        QStringList between = takeUpTo(begin);
        if (!runs.empty())
            runs.back().after += std::exchange(between, {});
        runs.push_back({piece.span, piece.words, between + takeUpTo(begin + piece.words.size()), true});
    }
    runs.back().after += takeUpTo(after.size());
    return runs;
}

} // namespace

std::vector<Rewritten> rewritten(const Reading &reading, TokenSpan span, const QString &typed,
                                 const std::vector<TokenSpan> &units)
{
    const std::vector<PieceOfText> pieces = piecesOf(reading, span, units);
    const QStringList after = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    if (pieces.empty())
        return after.isEmpty() ? std::vector<Rewritten>() : std::vector<Rewritten>{{span, after.join(u' ')}};
    QStringList before;
    for (const PieceOfText &piece : pieces)
        before += piece.words;
    const std::vector<Run> runs = runsOf(pieces, pairedWords(before, after), after);
    std::vector<Rewritten> result;
    for (const Run &run : runs) {
        if (run.before != run.after)
            result.push_back({run.span, run.after.join(u' ')});
    }
    return result;
}

} // namespace earmark::reading
