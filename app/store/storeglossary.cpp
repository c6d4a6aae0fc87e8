// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Store that keeps the rules of the glossary.
#include "store/store_p.h"

namespace earmark::store {

using namespace Qt::StringLiterals;
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

} // namespace earmark::store
