// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/glossary.h"

#include <algorithm>

namespace earmark::library {

using namespace transcript;
using glossary::Rule;

namespace {

// Which tokens a correction is about already.
std::vector<bool> correctedTokens(const Transcript &transcript, const std::vector<Amendment> &amendments)
{
    std::vector<bool> corrected(transcript.tokens.size());
    for (const Amendment &amendment : amendments) {
        if (isCorrection(amendment) && transcript.contains(amendment.span))
            std::fill(corrected.begin() + amendment.span.first, corrected.begin() + amendment.span.last + 1, true);
    }
    return corrected;
}

bool touches(const std::vector<bool> &tokens, TokenSpan span)
{
    return std::any_of(tokens.begin() + span.first, tokens.begin() + span.last + 1, [](bool is) { return is; });
}

bool isOfTheSameWords(const Rule &a, const Rule &b)
{
    return a.scope == b.scope && a.episode == b.episode && a.show.compare(b.show, Qt::CaseInsensitive) == 0
        && a.heard.compare(b.heard, Qt::CaseInsensitive) == 0;
}

} // namespace

std::vector<Rule> rulesFor(const store::Episode &episode, std::vector<Rule> rules)
{
    std::erase_if(rules, [&](const Rule &rule) { return !glossary::holdsIn(rule, episode.id, episode.show); });
    return rules;
}

std::vector<Suggestion> suggestionsOf(const std::vector<Rule> &rules, const Transcript &transcript,
                                      const std::vector<Amendment> &amendments)
{
    if (rules.empty())
        return {};
    const std::vector<bool> corrected = correctedTokens(transcript, amendments);
    std::vector<Suggestion> suggestions;
    for (const glossary::Hit &hit : glossary::hits(transcript, rules)) {
        const Rule &rule = rules[hit.rule];
        if (!touches(corrected, hit.span))
            suggestions.push_back({hit.span, glossary::textFor(rule, transcript, hit.span), rule.id, 0});
    }
    return suggestions;
}

std::vector<Suggestion> withSoundalikes(std::vector<Suggestion> suggestions,
                                        const std::vector<glossary::Proposal> &soundalikes,
                                        const Transcript &transcript, const std::vector<Amendment> &amendments)
{
    std::vector<bool> taken = correctedTokens(transcript, amendments);
    for (const Suggestion &suggestion : suggestions)
        std::fill(taken.begin() + suggestion.span.first, taken.begin() + suggestion.span.last + 1, true);
    for (const glossary::Proposal &proposal : soundalikes) {
        if (touches(taken, proposal.span))
            continue;
        // Its marks stay, as with a rule of these words.
        const Rule rule = glossary::makeRule(transcript::wordsOf(transcript, proposal.span), proposal.term);
        suggestions.push_back(
            {proposal.span, glossary::textFor(rule, transcript, proposal.span), {}, proposal.distance});
    }
    std::ranges::sort(suggestions, {}, [](const Suggestion &suggestion) { return suggestion.span.first; });
    return suggestions;
}

glossary::Declined declining(const Suggestion &suggestion, const Transcript &transcript)
{
    return {suggestion.span, wordsOf(transcript, suggestion.span), suggestion.text};
}

std::vector<Suggestion> withoutDeclined(std::vector<Suggestion> suggestions,
                                        const std::vector<glossary::Declined> &declined, const Transcript &transcript)
{
    std::erase_if(suggestions, [&](const Suggestion &suggestion) {
        return std::ranges::find(declined, declining(suggestion, transcript)) != declined.end();
    });
    return suggestions;
}

std::vector<glossary::Declined> declinedHere(std::vector<glossary::Declined> declined, const Transcript &transcript)
{
    std::erase_if(declined,
                  [&](const glossary::Declined &each) { return wordsOf(transcript, each.span) != each.heard; });
    return declined;
}

QStringList termsOf(const std::vector<Rule> &rules, const std::vector<Amendment> &amendments)
{
    QStringList terms;
    for (const Rule &rule : rules)
        terms.append(rule.meant);
    for (const Amendment &amendment : amendments) {
        if (isCorrection(amendment) && amendment.text.count(QLatin1Char(' ')) < 3)
            terms.append(amendment.text);
    }
    terms.removeAll(QString());
    terms.removeDuplicates();
    return terms;
}

AmendmentStep accepting(const std::vector<Suggestion> &suggestions, const Transcript &transcript)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    AmendmentStep step;
    for (const Suggestion &suggestion : suggestions) {
        Amendment correction =
            makeAmendment(AmendmentKind::Correction, transcript, suggestion.span, suggestion.text, now);
        correction.rule = suggestion.rule;
        step.push_back({std::nullopt, std::move(correction)});
    }
    return step;
}

AmendmentStep revertingRule(RuleId rule, const std::vector<Amendment> &amendments)
{
    AmendmentStep step;
    for (const Amendment &amendment : amendments) {
        if (amendment.rule == rule)
            step.push_back({amendment, std::nullopt});
    }
    return step;
}

Result<Rule> addRule(store::Store &store, const Rule &rule)
{
    return store.rules().and_then([&](const std::vector<Rule> &rules) {
        Rule stored = rule;
        const auto same = std::ranges::find_if(
            rules, [&](const Rule &other) { return other.id != rule.id && isOfTheSameWords(other, rule); });
        if (same != rules.end())
            stored.id = same->id;
        return store.saveRule(stored).map([&] { return stored; });
    });
}

Result<std::vector<Suggestion>> ruleSuggestions(const store::Store &store, EpisodeId id)
{
    const Result<store::Episode> episode = store.episode(id);
    if (!episode)
        return tl::unexpected(episode.error());
    const Result<std::vector<Rule>> rules = store.rules();
    if (!rules)
        return tl::unexpected(rules.error());
    const std::vector<Rule> here = rulesFor(*episode, *rules);
    if (here.empty())
        return std::vector<Suggestion>();
    const Result<std::vector<glossary::Declined>> declined = store.declined(id);
    if (!declined)
        return tl::unexpected(declined.error());
    return store.transcript(id).and_then([&](const Transcript &transcript) {
        return store.amendments(id).map([&](const std::vector<Amendment> &amendments) {
            return withoutDeclined(suggestionsOf(here, transcript, amendments), *declined, transcript);
        });
    });
}

} // namespace earmark::library
