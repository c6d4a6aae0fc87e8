// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/highlightrows.h"

#include "store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>
#include <limits>

namespace earmark::store {

using namespace Qt::StringLiterals;
using notes::Highlight;

namespace {

QString tagsText(const QStringList &tags)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(tags)).toJson(QJsonDocument::Compact));
}

std::optional<QStringList> tagsOf(const QString &text)
{
    if (text == u"[]")
        return QStringList(); // nearly all
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray())
        return std::nullopt;
    QStringList tags;
    for (const auto &tag : document.array())
        tags += tag.toString();
    return tags;
}

std::optional<Highlight> highlightOf(const Statement &row)
{
    Highlight highlight;
    highlight.id.value = QUuid::fromString(row.text(0));
    highlight.episode.value = row.number(1);
    const qint64 first = row.number(2);
    const qint64 last = row.number(3);
    const qint64 mark = row.number(4);
    const qint64 place = row.number(13);
    std::optional<QStringList> tags = tagsOf(row.text(14));
    if (!highlight.id.isValid() || first < 0 || last < first || last > std::numeric_limits<qint32>::max() || mark < 1
        || mark > 5 || place < 1 || place > 4 || !tags)
        return std::nullopt;
    highlight.place = notes::Place(place);
    highlight.tags = std::move(*tags);
    highlight.span = {qint32(first), qint32(last)};
    highlight.mark = notes::Mark(mark);
    highlight.note = row.text(5);
    highlight.selectors = {row.text(6), row.text(7), row.text(8), MediaTime(row.number(9)), MediaTime(row.number(10))};
    highlight.created = QDateTime::fromMSecsSinceEpoch(row.number(11)).toUTC();
    highlight.modified = QDateTime::fromMSecsSinceEpoch(row.number(12)).toUTC();
    return highlight;
}

// Everything but the identity, in the order of both statements below.
void bindContent(Statement &statement, const Highlight &highlight)
{
    const notes::Selectors &selectors = highlight.selectors;
    statement.bind(highlight.episode.value)
        .bind(highlight.span.first)
        .bind(highlight.span.last)
        .bind(int(highlight.mark))
        .bind(highlight.note)
        .bind(selectors.exact)
        .bind(selectors.prefix)
        .bind(selectors.suffix)
        .bind(qint64(selectors.start.count()))
        .bind(qint64(selectors.end.count()))
        .bind(highlight.created.toMSecsSinceEpoch())
        .bind(highlight.modified.toMSecsSinceEpoch())
        .bind(int(highlight.place))
        .bind(tagsText(highlight.tags));
}

Result<std::vector<Highlight>> readAll(Statement &statement, const Connection &connection)
{
    std::vector<Highlight> highlights;
    while (true) {
        const Result<bool> row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return highlights;
        std::optional<Highlight> highlight = highlightOf(statement);
        if (!highlight)
            return failure(ErrorCode::LibraryDamaged, connection.path(), u"highlight %1"_s.arg(statement.text(0)));
        highlights.push_back(std::move(*highlight));
    }
}

} // namespace

Result<std::vector<Highlight>> readHighlights(const Connection &connection, EpisodeId episode)
{
    Statement statement(connection,
                        "SELECT id, episode_id, first_token, last_token, mark, note, exact, prefix, suffix, start_ms,"
                        " end_ms, created_at_ms, modified_at_ms, place, tags FROM highlight WHERE episode_id = ?"
                        " ORDER BY first_token, last_token");
    statement.bind(episode.value);
    return readAll(statement, connection).map([](std::vector<Highlight> highlights) {
        std::sort(highlights.begin(), highlights.end(), notes::comesBefore);
        return highlights;
    });
}

Result<std::optional<Highlight>> readHighlight(const Connection &connection, HighlightId id)
{
    Statement statement(connection,
                        "SELECT id, episode_id, first_token, last_token, mark, note, exact, prefix, suffix, start_ms,"
                        " end_ms, created_at_ms, modified_at_ms, place, tags FROM highlight WHERE id = ?");
    statement.bind(idText(id));
    return readAll(statement, connection).map([](const std::vector<Highlight> &highlights) {
        return highlights.empty() ? std::nullopt : std::optional<Highlight>(highlights.front());
    });
}

Result<std::vector<TagCount>> readTags(const Connection &connection)
{
    Statement statement(connection,
                        "SELECT tag.value, count(*) FROM highlight, json_each(highlight.tags) AS tag"
                        " GROUP BY tag.value ORDER BY count(*) DESC, tag.value");
    std::vector<TagCount> tags;
    while (true) {
        const Result<bool> row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return tags;
        tags.push_back({statement.text(0), int(statement.number(1))});
    }
}

bool isSame(const Highlight &stored, const Highlight &expected)
{
    // What UTF-8 cannot hold (half a surrogate pair) has been replaced in the library.
    return stored.id == expected.id && stored.episode == expected.episode && stored.place == expected.place
        && stored.span == expected.span && stored.mark == expected.mark
        && stored.note.toUtf8() == expected.note.toUtf8() && tagsText(stored.tags) == tagsText(expected.tags);
}

Result<void> insertHighlight(Connection &connection, const Highlight &highlight)
{
    Statement statement(connection,
                        "INSERT INTO highlight (episode_id, first_token, last_token, mark, note, exact, prefix, suffix,"
                        " start_ms, end_ms, created_at_ms, modified_at_ms, place, tags, id)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bindContent(statement, highlight);
    return statement.bind(idText(highlight.id)).run();
}

Result<void> updateHighlight(Connection &connection, const Highlight &highlight)
{
    Statement statement(connection,
                        "UPDATE highlight SET episode_id = ?, first_token = ?, last_token = ?, mark = ?, note = ?,"
                        " exact = ?, prefix = ?, suffix = ?, start_ms = ?, end_ms = ?, created_at_ms = ?,"
                        " modified_at_ms = ?, place = ?, tags = ? WHERE id = ?");
    bindContent(statement, highlight);
    return statement.bind(idText(highlight.id)).run();
}

Result<void> deleteHighlight(Connection &connection, HighlightId id)
{
    return Statement(connection, "DELETE FROM highlight WHERE id = ?").bind(idText(id)).run();
}

} // namespace earmark::store
