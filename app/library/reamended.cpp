// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/reamended.h"

#include "transcript/letters.h"

#include <QMultiHash>

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
    if (!pairing.before.contains(amendment.span))
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

// Looks for what an earlier replacement lost. All that is known of it is what it was about, so that it is
// found only where these words come anew, and only once: where they were before already, they had not been it.
class LostWords
{
public:
    explicit LostWords(const Pairing &pairing);

    [[nodiscard]] std::optional<TokenSpan> spanOf(const Amendment &amendment) const;

private:
    [[nodiscard]] std::optional<TokenSpan> wordsFrom(TokenIndex first, const QStringList &words) const;
    [[nodiscard]] bool wasThere(TokenSpan span) const;

    const Pairing &m_pairing;
    std::vector<TokenIndex> m_origins; // for each token of `after` the same one of `before`, or -1
    QMultiHash<QString, TokenIndex> m_places;
};

LostWords::LostWords(const Pairing &pairing) : m_pairing(pairing), m_origins(pairing.after.tokens.size(), -1)
{
    for (TokenIndex i = 0; i < pairing.before.count(); ++i) {
        if (pairing.isSame(i))
            m_origins[size_t(pairing.of(i))] = i;
    }
    for (TokenIndex i = 0; i < pairing.after.count(); ++i)
        m_places.insert(lettersOf(pairing.after.tokenText(i)), i);
}

// The span of these words, other labels between them passed over, where it begins so.
std::optional<TokenSpan> LostWords::wordsFrom(TokenIndex first, const QStringList &words) const
{
    TokenIndex at = first;
    for (const QString &word : words) {
        const auto says = [&] { return lettersOf(m_pairing.after.tokenText(at)) == word; };
        while (at > first && at < m_pairing.after.count() && isLabel(m_pairing.after, at) && !says())
            ++at;
        if (at == m_pairing.after.count() || !says())
            return std::nullopt;
        ++at;
    }
    return TokenSpan{first, at - 1};
}

bool LostWords::wasThere(TokenSpan span) const
{
    for (TokenIndex i = span.first; i <= span.last; ++i) {
        if (!isLabel(m_pairing.after, i) && m_origins[size_t(i)] < 0)
            return false;
    }
    return true;
}

std::optional<TokenSpan> LostWords::spanOf(const Amendment &amendment) const
{
    if (amendment.kind == AmendmentKind::Person)
        return personAgain(m_pairing, amendment.heard);
    constexpr qsizetype enough = 6; // letters; shorter words come and go by themselves
    if (lettersOf(amendment.heard).size() < enough)
        return std::nullopt;
    QStringList words;
    for (const QString &word : amendment.heard.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        words.append(lettersOf(word));
    std::optional<TokenSpan> found;
    const auto [begin, end] = m_places.equal_range(words.front());
    for (auto place = begin; place != end; ++place) {
        const auto span = wordsFrom(*place, words);
        if (!span || wasThere(*span))
            continue;
        if (found)
            return std::nullopt;
        found = span;
    }
    if (!found || amendment.kind == AmendmentKind::Correction)
        return found;
    TokenIndex first = found->first;
    while (first > 0 && isLabel(m_pairing.after, first - 1))
        --first;
    return TokenSpan{first, first};
}

} // namespace

AmendmentStep reamended(const std::vector<Amendment> &amendments, const Transcript &before, const Transcript &after,
                        const std::vector<TokenMatch> &matches)
{
    const Pairing pairing{before, after, matches};
    std::optional<LostWords> lost;
    AmendmentStep step;
    for (const Amendment &amendment : amendments) {
        Amendment moved = amendment;
        const bool wasLost = amendment.place == AmendmentPlace::Lost;
        if (wasLost && !lost)
            lost.emplace(pairing);
        const auto span = wasLost ? lost->spanOf(amendment) : spanAgain(pairing, amendment);
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
