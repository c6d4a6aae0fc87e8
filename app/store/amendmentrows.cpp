// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/amendmentrows.h"

#include "store/statement.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace earmark::store {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

std::optional<QString> ruleText(const Amendment &amendment)
{
    return amendment.rule.isValid() ? std::optional(idText(amendment.rule)) : std::nullopt;
}

std::optional<Amendment> amendmentOf(const Statement &row)
{
    Amendment amendment;
    amendment.id.value = QUuid::fromString(row.text(0));
    const qint64 kind = row.number(1);
    const qint64 place = row.number(2);
    const qint64 first = row.number(3);
    const qint64 last = row.number(4);
    const qint64 marks = row.number(7);
    if (!amendment.id.isValid() || kind < 1 || kind > qint64(lastAmendmentKind) || place < 1
        || place > qint64(AmendmentPlace::Lost) || first < 0 || last < first
        || last > std::numeric_limits<TokenIndex>::max() || marks < 1 || marks > qint64(Marks::Own))
        return std::nullopt;
    amendment.kind = AmendmentKind(kind);
    amendment.place = AmendmentPlace(place);
    amendment.span = {TokenIndex(first), TokenIndex(last)};
    amendment.text = row.text(5);
    amendment.heard = row.text(6);
    amendment.marks = Marks(marks);
    amendment.rule.value = QUuid::fromString(row.text(8));
    amendment.created = QDateTime::fromMSecsSinceEpoch(row.number(9)).toUTC();
    return amendment;
}

std::optional<QString> json(const std::optional<Amendment> &amendment)
{
    if (!amendment)
        return std::nullopt;
    QJsonObject object{
        {u"kind"_s, int(amendment->kind)},
        {u"first"_s, amendment->span.first},
        {u"last"_s, amendment->span.last},
        {u"text"_s, amendment->text},
        {u"heard"_s, amendment->heard},
        {u"marks"_s, int(amendment->marks)},
        {u"createdAtMs"_s, amendment->created.toMSecsSinceEpoch()},
    };
    if (amendment->place != AmendmentPlace::Words)
        object.insert(u"place"_s, int(amendment->place));
    if (const std::optional<QString> rule = ruleText(*amendment))
        object.insert(u"rule"_s, *rule);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<void> insertOrReplace(Connection &connection, EpisodeId episode, const Amendment &amendment)
{
    return Statement(connection,
                     "INSERT INTO amendment (id, episode_id, kind, place, first_token, last_token, text, heard, marks,"
                     " rule_id, created_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                     " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, place = excluded.place,"
                     " first_token = excluded.first_token, last_token = excluded.last_token, text = excluded.text,"
                     " heard = excluded.heard, marks = excluded.marks, rule_id = excluded.rule_id,"
                     " created_at_ms = excluded.created_at_ms")
        .bind(idText(amendment.id))
        .bind(episode.value)
        .bind(int(amendment.kind))
        .bind(int(amendment.place))
        .bind(amendment.span.first)
        .bind(amendment.span.last)
        .bind(amendment.text)
        .bind(amendment.heard)
        .bind(int(amendment.marks))
        .bind(ruleText(amendment))
        .bind(amendment.created.toMSecsSinceEpoch())
        .run();
}

} // namespace

Result<std::vector<Amendment>> readAmendments(const Connection &connection, EpisodeId episode)
{
    Statement statement(connection,
                        "SELECT id, kind, place, first_token, last_token, text, heard, marks, rule_id, created_at_ms"
                        " FROM amendment WHERE episode_id = ?");
    statement.bind(episode.value);
    std::vector<Amendment> amendments;
    while (true) {
        const Result<bool> row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        std::optional<Amendment> amendment = amendmentOf(statement);
        if (!amendment)
            return failure(ErrorCode::LibraryDamaged, connection.path(), u"amendment %1"_s.arg(statement.text(0)));
        amendments.push_back(std::move(*amendment));
    }
    std::ranges::sort(amendments, comesBefore);
    return amendments;
}

bool isSame(const Amendment &stored, const Amendment &expected)
{
    // What UTF-8 cannot hold (half a surrogate pair) has been replaced in the library.
    return stored.id == expected.id && stored.kind == expected.kind && stored.place == expected.place
        && stored.span == expected.span && stored.text.toUtf8() == expected.text.toUtf8()
        && stored.marks == expected.marks && stored.rule == expected.rule;
}

Result<void> writeAmendment(Connection &connection, EpisodeId episode, const AmendmentEdit &edit, const QString &title,
                            const QDateTime &now)
{
    const auto write = [&]() -> Result<void> {
        if (edit.after)
            return insertOrReplace(connection, episode, *edit.after);
        return Statement(connection, "DELETE FROM amendment WHERE id = ?").bind(idText(edit.id())).run();
    };
    return write().and_then([&] {
        return Statement(connection,
                         "INSERT INTO amendment_log (at_ms, amendment_id, episode_id, episode_title, before_json,"
                         " after_json) VALUES (?, ?, ?, ?, ?, ?)")
            .bind(now.toMSecsSinceEpoch())
            .bind(idText(edit.id()))
            .bind(episode.value)
            .bind(title)
            .bind(json(edit.before))
            .bind(json(edit.after))
            .run();
    });
}

} // namespace earmark::store
