// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/editlog.h"

#include "store/highlightrows.h"
#include "store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>

namespace earmark::store {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using notes::Edit;
using notes::Highlight;

namespace {

// Numbers as stored in edit_log.kind.
enum class Kind { Added = 1, Removed = 2, Note = 3, Other = 4 };

// How long typing goes on in one row, and how much of the text may come or go at once within it
// (UTF-16 code units).
constexpr std::chrono::milliseconds longestStep = 5min;
constexpr qsizetype largestStroke = 32;

Kind kindOf(const Edit &edit)
{
    if (!edit.before)
        return Kind::Added;
    if (!edit.after)
        return Kind::Removed;
    Highlight noted = *edit.before;
    noted.note = edit.after->note;
    noted.modified = edit.after->modified;
    return noted == *edit.after ? Kind::Note : Kind::Other;
}

enum class With { Selectors, NoSelectors };

std::optional<QString> json(const std::optional<Highlight> &highlight, With with)
{
    if (!highlight)
        return std::nullopt;
    QJsonObject object{
        {u"first"_s, highlight->span.first},
        {u"last"_s, highlight->span.last},
        {u"mark"_s, int(highlight->mark)},
        {u"note"_s, highlight->note},
        {u"startMs"_s, qint64(highlight->selectors.start.count())},
        {u"endMs"_s, qint64(highlight->selectors.end.count())},
        {u"createdAtMs"_s, highlight->created.toMSecsSinceEpoch()},
        {u"modifiedAtMs"_s, highlight->modified.toMSecsSinceEpoch()},
    };
    if (highlight->place != notes::Place::Words)
        object.insert(u"place"_s, int(highlight->place));
    if (!highlight->tags.isEmpty())
        object.insert(u"tags"_s, QJsonArray::fromStringList(highlight->tags));
    if (with == With::Selectors) {
        object.insert(u"exact"_s, highlight->selectors.exact);
        object.insert(u"prefix"_s, highlight->selectors.prefix);
        object.insert(u"suffix"_s, highlight->selectors.suffix);
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// The row that this edit goes on in; 0: a new one.
Result<qint64> openRow(Connection &connection, const Edit &edit, const QDateTime &now)
{
    if (kindOf(edit) != Kind::Note || qAbs(edit.after->note.size() - edit.before->note.size()) > largestStroke)
        return 0;
    Statement last(connection, "SELECT id, kind, at_ms FROM edit_log WHERE highlight_id = ? ORDER BY id DESC LIMIT 1");
    last.bind(idText(edit.id()));
    const Result<bool> row = last.step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row || last.number(1) != int(Kind::Note))
        return 0;
    const std::chrono::milliseconds age(now.toMSecsSinceEpoch() - last.number(2));
    return age >= 0ms && age < longestStep ? last.number(0) : 0;
}

} // namespace

Result<void> logEdit(Connection &connection, const Edit &edit, const QString &title, const QDateTime &now)
{
    const Kind kind = kindOf(edit);
    const bool keepsSelectors = edit.before && edit.after && edit.before->selectors == edit.after->selectors;
    const With with = keepsSelectors ? With::NoSelectors : With::Selectors;
    const Result<qint64> open = openRow(connection, edit, now);
    if (!open)
        return tl::unexpected(open.error());
    if (*open != 0) {
        return Statement(connection, "UPDATE edit_log SET after_json = ? WHERE id = ?")
            .bind(json(edit.after, with))
            .bind(*open)
            .run();
    }
    const EpisodeId episode = edit.after ? edit.after->episode : edit.before->episode;
    return Statement(connection,
                     "INSERT INTO edit_log (at_ms, kind, highlight_id, episode_id, episode_title, before_json,"
                     " after_json) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .bind(now.toMSecsSinceEpoch())
        .bind(int(kind))
        .bind(idText(edit.id()))
        .bind(episode.value)
        .bind(title)
        .bind(json(edit.before, with))
        .bind(json(edit.after, with))
        .run();
}

} // namespace earmark::store
