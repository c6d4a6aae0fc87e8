// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Store that keeps the rules of the glossary.
#include "store/store_p.h"

#include <limits>

namespace earmark::store {

using namespace Qt::StringLiterals;
using glossary::Declined;
using glossary::Rule;
using glossary::Scope;

namespace {

std::optional<Rule> ruleOf(const Statement &row)
{
    Rule rule;
    rule.id.value = QUuid::fromString(row.text(0));
    const qint64 scope = row.number(1);
    if (scope < qint64(Scope::Episode) || scope > qint64(Scope::Always))
        return std::nullopt;
    rule.scope = Scope(scope);
    rule.episode.value = row.number(2);
    rule.show = row.text(3);
    rule.heard = row.text(4);
    rule.meant = row.text(5);
    rule.created = QDateTime::fromMSecsSinceEpoch(row.number(6)).toUTC();
    return rule.id.isValid() && glossary::isUsable(rule) ? std::optional(std::move(rule)) : std::nullopt;
}

} // namespace

Result<std::vector<Rule>> Store::rules() const
{
    Statement statement(d->connection,
                        "SELECT id, scope, episode_id, show, heard, meant, created_at_ms FROM glossary_rule"
                        " WHERE removed_at_ms IS NULL ORDER BY created_at_ms DESC, rowid DESC");
    std::vector<Rule> rules;
    while (true) {
        const Result<bool> row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return rules;
        std::optional<Rule> rule = ruleOf(statement);
        if (!rule)
            return failure(ErrorCode::LibraryDamaged, path(), u"rule %1"_s.arg(statement.text(0)));
        rules.push_back(*std::move(rule));
    }
}

Result<void> Store::saveRule(const Rule &rule)
{
    if (!rule.id.isValid() || !glossary::isUsable(rule))
        return failure(ErrorCode::InvalidArgument, rule.heard, u"not a usable rule"_s);
    return d->inTransaction([&]() -> Result<void> {
        const bool isOfEpisode = rule.scope == Scope::Episode;
        if (isOfEpisode) {
            if (const Result<EpisodeFrame> frame = readFrame(d->connection, rule.episode); !frame)
                return tl::unexpected(frame.error());
        }
        return Statement(d->connection,
                         "INSERT INTO glossary_rule (id, scope, episode_id, show, heard, meant, created_at_ms)"
                         " VALUES (?1, ?2, nullif(?3, 0), ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET"
                         " scope = ?2, episode_id = nullif(?3, 0), show = ?4, heard = ?5, meant = ?6,"
                         " removed_at_ms = NULL")
            .bind(idText(rule.id))
            .bind(int(rule.scope))
            .bind(isOfEpisode ? rule.episode.value : 0)
            .bind(rule.scope == Scope::Show ? rule.show : u""_s)
            .bind(rule.heard)
            .bind(rule.meant)
            .bind(rule.created.toMSecsSinceEpoch())
            .run();
    });
}

Result<void> Store::removeRule(RuleId id)
{
    return d->inTransaction([&]() -> Result<void> {
        const Result<void> done =
            Statement(d->connection,
                      "UPDATE glossary_rule SET removed_at_ms = ? WHERE id = ? AND removed_at_ms IS NULL")
                .bind(QDateTime::currentMSecsSinceEpoch())
                .bind(idText(id))
                .run();
        if (done && sqlite3_changes64(d->connection.handle()) == 0)
            return failure(ErrorCode::InvalidArgument, idText(id), u"no such rule"_s);
        return done;
    });
}

Result<std::vector<Declined>> Store::declined(EpisodeId id) const
{
    if (const Result<EpisodeFrame> frame = readFrame(d->connection, id); !frame)
        return tl::unexpected(frame.error());
    Statement statement(d->connection,
                        "SELECT first_token, last_token, heard, meant FROM declined WHERE episode_id = ?"
                        " ORDER BY first_token, last_token, meant");
    statement.bind(id.value);
    std::vector<Declined> all;
    while (true) {
        const Result<bool> row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return all;
        const qint64 first = statement.number(0);
        const qint64 last = statement.number(1);
        if (first < 0 || last < first || last > std::numeric_limits<transcript::TokenIndex>::max())
            return failure(ErrorCode::LibraryDamaged, path(), u"a declined proposal at %1"_s.arg(first));
        all.push_back(
            {{transcript::TokenIndex(first), transcript::TokenIndex(last)}, statement.text(2), statement.text(3)});
    }
}

Result<void> Store::decline(EpisodeId id, const Declined &declined)
{
    return d->inTransaction([&]() -> Result<void> {
        const Result<EpisodeFrame> frame = readFrame(d->connection, id);
        if (!frame)
            return tl::unexpected(frame.error());
        const auto [first, last] = declined.span;
        if (first < 0 || last < first || last >= frame->tokenCount)
            return failure(ErrorCode::SpanOutsideTranscript, u"%1–%2"_s.arg(first).arg(last));
        return Statement(d->connection,
                         "INSERT INTO declined (episode_id, first_token, last_token, heard, meant, declined_at_ms)"
                         " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .bind(id.value)
            .bind(first)
            .bind(last)
            .bind(declined.heard)
            .bind(declined.meant)
            .bind(QDateTime::currentMSecsSinceEpoch())
            .run();
    });
}

Result<void> Store::offerAgain(EpisodeId id, const Declined &declined)
{
    return d->inTransaction([&] {
        return Statement(d->connection,
                         "DELETE FROM declined WHERE episode_id = ? AND first_token = ? AND last_token = ?"
                         " AND heard = ? AND meant = ?")
            .bind(id.value)
            .bind(declined.span.first)
            .bind(declined.span.last)
            .bind(declined.heard)
            .bind(declined.meant)
            .run();
    });
}

} // namespace earmark::store
