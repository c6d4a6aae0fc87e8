// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/reamended.h"

#include <algorithm>

namespace earmark::library {

using namespace transcript;

namespace {

struct Pairing {
    const Transcript &before;
    const Transcript &after;
    const std::vector<TokenMatch> &matches;

    [[nodiscard]] bool isSame(TokenIndex token) const
    {
        return matches[size_t(token)].isFound() && matches[size_t(token)].same;
    }
    [[nodiscard]] TokenIndex of(TokenIndex token) const { return matches[size_t(token)].token; }
};

bool isLabel(const Transcript &transcript, TokenIndex token)
{
    return transcript.tokens[size_t(token)].kind == TokenKind::Speaker;
}

std::optional<TokenSpan> wordsAgain(const Pairing &pairing, TokenSpan span)
{
    for (TokenIndex i = span.first; i <= span.last; ++i) {
        if (!pairing.isSame(i) || pairing.of(i) != pairing.of(span.first) + i - span.first)
            return std::nullopt;
    }
    return TokenSpan{pairing.of(span.first), pairing.of(span.last)};
}

// Labels, which are not paired, belong to the word after them.
std::optional<TokenSpan> placeAgain(const Pairing &pairing, TokenIndex token)
{
    while (token + 1 < pairing.before.count() && isLabel(pairing.before, token))
        ++token;
    if (!pairing.isSame(token))
        return std::nullopt;
    TokenIndex place = pairing.of(token);
    while (place > 0 && isLabel(pairing.after, place - 1))
        --place;
    return TokenSpan{place, place};
}

std::optional<TokenSpan> personAgain(const Pairing &pairing, const QString &name)
{
    const auto turn = std::ranges::find(pairing.after.turns, name, &Turn::speaker);
    if (turn == pairing.after.turns.end())
        return std::nullopt;
    return TokenSpan{turn->first, turn->first};
}

std::optional<TokenSpan> spanAgain(const Pairing &pairing, const Amendment &amendment)
{
    if (amendment.place == AmendmentPlace::Lost || !pairing.before.contains(amendment.span))
        return std::nullopt;
    switch (amendment.kind) {
    case AmendmentKind::Correction: return wordsAgain(pairing, amendment.span);
    case AmendmentKind::Person: return personAgain(pairing, amendment.heard);
    case AmendmentKind::Turn:
    case AmendmentKind::Heading:
    case AmendmentKind::Join: break;
    }
    return placeAgain(pairing, amendment.span.first);
}

} // namespace

AmendmentStep reamended(const std::vector<Amendment> &amendments, const Transcript &before, const Transcript &after,
                        const std::vector<TokenMatch> &matches)
{
    const Pairing pairing{before, after, matches};
    AmendmentStep step;
    for (const Amendment &amendment : amendments) {
        Amendment moved = amendment;
        const auto span = spanAgain(pairing, amendment);
        moved.span = span.value_or(TokenSpan{});
        moved.place = span ? AmendmentPlace::Words : AmendmentPlace::Lost;
        const bool isTaken = std::ranges::any_of(
            step, [&](const AmendmentEdit &earlier) { return transcript::excludes(*earlier.after, moved); });
        if (isTaken) {
            moved.span = {};
            moved.place = AmendmentPlace::Lost;
        }
        step.push_back({amendment, std::move(moved)});
    }
    return step;
}

} // namespace earmark::library
