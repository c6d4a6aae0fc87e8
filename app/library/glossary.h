// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "glossary/declined.h"
#include "glossary/rules.h"
#include "glossary/soundalike.h"
#include "store/store.h"
#include "transcript/amendments.h"

namespace earmark::library {

// What may be corrected, for the reader to decide: never done by itself.
struct Suggestion {
    transcript::TokenSpan span;
    QString text;        // what it would read
    RuleId rule;         // whose words it has; null: it only sounds like a term
    double distance = 0; // then, see glossary::Proposal

    bool operator==(const Suggestion &) const = default;
};

// Those of the rules that hold in this episode.
[[nodiscard]] std::vector<glossary::Rule> rulesFor(const store::Episode &episode, std::vector<glossary::Rule> rules);

// Where the rules' words stand that nobody has corrected, in order. `rules` hold in the episode.
[[nodiscard]] std::vector<Suggestion> suggestionsOf(const std::vector<glossary::Rule> &rules,
                                                    const transcript::Transcript &transcript,
                                                    const std::vector<transcript::Amendment> &amendments);

// These and what sounds like a term, in order; where both are about the same words, the rule's.
[[nodiscard]] std::vector<Suggestion> withSoundalikes(std::vector<Suggestion> suggestions,
                                                      const std::vector<glossary::Proposal> &soundalikes,
                                                      const transcript::Transcript &transcript,
                                                      const std::vector<transcript::Amendment> &amendments);

// What the reader declines with one of them.
[[nodiscard]] glossary::Declined declining(const Suggestion &suggestion, const transcript::Transcript &transcript);
// Those that the reader has not declined. The other way round: what was declined and is about words of this
// transcript.
[[nodiscard]] std::vector<Suggestion> withoutDeclined(std::vector<Suggestion> suggestions,
                                                      const std::vector<glossary::Declined> &declined,
                                                      const transcript::Transcript &transcript);
[[nodiscard]] std::vector<glossary::Declined> declinedHere(std::vector<glossary::Declined> declined,
                                                           const transcript::Transcript &transcript);

// What the glossary and the reader's own corrections write: the terms that words may sound like.
[[nodiscard]] QStringList termsOf(const std::vector<glossary::Rule> &rules,
                                  const std::vector<transcript::Amendment> &amendments);

// The corrections that these suggestions come to, and taking back all that came from a rule; each is one step.
[[nodiscard]] transcript::AmendmentStep accepting(const std::vector<Suggestion> &suggestions,
                                                  const transcript::Transcript &transcript);
[[nodiscard]] transcript::AmendmentStep revertingRule(RuleId rule,
                                                      const std::vector<transcript::Amendment> &amendments);

// Writes a rule; one that is about the same words in the same place takes the new wording instead of standing
// beside it. The rule as it is stored. Errors: Store::saveRule's.
[[nodiscard]] Result<glossary::Rule> addRule(store::Store &store, const glossary::Rule &rule);

// The suggestions of the library's rules for one of its episodes, but for those that were declined.
[[nodiscard]] Result<std::vector<Suggestion>> ruleSuggestions(const store::Store &store, EpisodeId id);

} // namespace earmark::library
