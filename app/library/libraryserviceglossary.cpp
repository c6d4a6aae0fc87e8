// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of LibraryService that is about the glossary.
#include "library/glossary.h"
#include "library/libraryservice_p.h"
#include "library/soundalikes.h"

namespace earmark::library {

using glossary::Declined;
using glossary::Rule;

void LibraryService::readRules()
{
    d->ask([](store::Store &store) { return store.rules(); },
           [this](const Result<std::vector<Rule>> &rules) { d->answerRules(rules); });
}

void LibraryService::saveRule(const Rule &rule)
{
    d->ask(
        [rule](store::Store &store) {
            return addRule(store, rule).and_then([&](const Rule &) { return store.rules(); });
        },
        [this](const Result<std::vector<Rule>> &rules) { d->answerRules(rules); });
}

void LibraryService::removeRule(RuleId id)
{
    d->ask([id](store::Store &store) { return store.removeRule(id).and_then([&] { return store.rules(); }); },
           [this](const Result<std::vector<Rule>> &rules) { d->answerRules(rules); });
}

void LibraryService::readDeclined(EpisodeId id)
{
    d->ask([id](store::Store &store) { return store.declined(id); },
           [this, id](const Result<std::vector<Declined>> &declined) {
               if (declined)
                   Q_EMIT declinedRead(id, *declined);
               else
                   Q_EMIT rulesFailed(declined.error());
           });
}

void LibraryService::decline(EpisodeId id, const Declined &declined)
{
    d->changeDeclined([id, declined](store::Store &store) { return store.decline(id, declined); });
}

void LibraryService::offerAgain(EpisodeId id, const Declined &declined)
{
    d->changeDeclined([id, declined](store::Store &store) { return store.offerAgain(id, declined); });
}

void LibraryService::Private::changeDeclined(const std::function<Result<void>(store::Store &)> &change)
{
    ask(change, [this](const Result<void> &changed) {
        if (!changed)
            Q_EMIT q->rulesFailed(changed.error());
    });
}

void LibraryService::Private::answerRules(const Result<std::vector<Rule>> &rules)
{
    if (rules)
        Q_EMIT q->rulesRead(*rules);
    else
        Q_EMIT q->rulesFailed(rules.error());
}

void LibraryService::findSoundalikes(EpisodeId id, const transcript::Transcript &transcript, const QString &language,
                                     const QStringList &terms)
{
    cancelSoundalikes();
    d->glossaryQueue->add(
        [this, id, transcript, language, terms, cancel = d->soundalikesCancel, request = d->soundalikesRequest] {
            if (cancel.isCancelled())
                return;
            const auto found = library::findSoundalikes(transcript, language, terms, d->punctuation, cancel);
            d->post([this, id, found, request] {
                if (request != d->soundalikesRequest)
                    return;
                if (found)
                    Q_EMIT soundalikesFound(id, *found);
                else
                    Q_EMIT soundalikesFailed(id, found.error());
            });
        });
}

void LibraryService::cancelSoundalikes()
{
    d->soundalikesCancel.cancel();
    d->soundalikesCancel = {};
    d->soundalikesRequest = ++d->lastRequest;
}

} // namespace earmark::library
