// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/replacement.h"

#include "store/amendmentrows.h"
#include "store/editlog.h"
#include "store/episoderows.h"
#include "store/highlightrows.h"
#include "store/statement.h"
#include "store/timingsblob.h"
#include "store/transcriptblob.h"

#include <QHash>

#include <algorithm>

namespace earmark::store {

using namespace Qt::StringLiterals;
using notes::Edit;
using notes::Highlight;

namespace {

// Every highlight must be one that whoever made the edits knew, as it stood then, and fit the new words
// afterwards. One that came or changed meanwhile would be left pointing at anything.
Result<void> checkHighlights(const Connection &connection, EpisodeId id, const Replacement &replacement)
{
    const Result<std::vector<Highlight>> stored = readHighlights(connection, id);
    if (!stored)
        return tl::unexpected(stored.error());
    QHash<HighlightId, const Edit *> edits;
    for (const Edit &edit : replacement.edits) {
        if (!edit.before || !edit.after || edit.before->id != edit.after->id || edit.after->episode != id)
            return failure(ErrorCode::InvalidArgument, idText(edit.id()), u"not a highlight of the episode"_s);
        edits.insert(edit.id(), &edit);
    }
    for (const Highlight &highlight : *stored) {
        const Edit *edit = edits.take(highlight.id);
        if (edit && !isSame(highlight, *edit->before))
            return failure(ErrorCode::HighlightChangedElsewhere, idText(highlight.id));
        const bool hasWords = highlight.place == notes::Place::Words || highlight.place == notes::Place::Moment;
        if (!edit && hasWords)
            return failure(ErrorCode::HighlightChangedElsewhere, idText(highlight.id));
        if (!replacement.transcript.contains(edit ? edit->after->span : highlight.span))
            return failure(ErrorCode::SpanOutsideTranscript, idText(highlight.id));
    }
    return edits.isEmpty() ? Result<void>()
                           : failure(ErrorCode::HighlightChangedElsewhere, idText(edits.cbegin().key()));
}

// Likewise of amendments, all of them.
Result<void> checkAmendments(const Connection &connection, EpisodeId id, const Replacement &replacement)
{
    const Result<std::vector<transcript::Amendment>> stored = readAmendments(connection, id);
    if (!stored)
        return tl::unexpected(stored.error());
    for (const transcript::AmendmentEdit &edit : replacement.amendments) {
        if (!edit.before || !edit.after || edit.before->id != edit.after->id)
            return failure(ErrorCode::InvalidArgument, idText(edit.id()), u"not an amendment of the episode"_s);
        if (!replacement.transcript.contains(edit.after->span))
            return failure(ErrorCode::SpanOutsideTranscript, idText(edit.id()));
    }
    const auto isKnown = [&](const transcript::Amendment &amendment) {
        return std::ranges::any_of(replacement.amendments, [&](const transcript::AmendmentEdit &edit) {
            return isSame(amendment, *edit.before);
        });
    };
    if (stored->size() != replacement.amendments.size() || !std::ranges::all_of(*stored, isKnown))
        return failure(ErrorCode::AmendmentChangedElsewhere, QString::number(id.value));
    return {};
}

Result<void> keepOldSource(Connection &connection, EpisodeId id, const QDateTime &now)
{
    return Statement(connection,
                     "INSERT INTO replaced_source (episode_id, replaced_at_ms, file_name, format, bytes, sha256)"
                     " SELECT episode_id, ?, file_name, format, bytes, sha256 FROM source WHERE episode_id = ?")
        .bind(now.toMSecsSinceEpoch())
        .bind(id.value)
        .run();
}

Result<void> writeSource(Connection &connection, EpisodeId id, const transcript::Source &source)
{
    return Statement(connection,
                     "UPDATE source SET file_name = ?, format = ?, bytes = ?, sha256 = ? WHERE episode_id = ?")
        .bind(source.fileName)
        .bind(int(source.format))
        .bind(source.bytes)
        .bind(source.sha256)
        .bind(id.value)
        .run();
}

Result<void> writeWords(Connection &connection, EpisodeId id, const Replacement &replacement)
{
    return Statement(connection, "UPDATE transcript SET content = ? WHERE episode_id = ?")
        .bind(encodeTranscript(replacement.transcript))
        .bind(id.value)
        .run()
        .and_then([&] {
            return Statement(connection, "UPDATE timings SET content = ? WHERE episode_id = ?")
                .bind(encodeTimings(replacement.timings))
                .bind(id.value)
                .run();
        })
        .and_then([&] {
            return Statement(connection, "UPDATE episode SET token_count = ? WHERE id = ?")
                .bind(qint64(replacement.transcript.tokens.size()))
                .bind(id.value)
                .run();
        });
}

} // namespace

Result<void> writeReplacement(Connection &connection, EpisodeId id, const Replacement &replacement,
                              const QDateTime &now)
{
    const Result<EpisodeFrame> frame = readFrame(connection, id);
    if (!frame)
        return tl::unexpected(frame.error());
    Result<void> done = checkHighlights(connection, id, replacement)
                            .and_then([&] { return checkAmendments(connection, id, replacement); })
                            .and_then([&] { return keepOldSource(connection, id, now); })
                            .and_then([&] { return writeSource(connection, id, replacement.source); })
                            .and_then([&] { return writeWords(connection, id, replacement); });
    for (const Edit &edit : replacement.edits) {
        if (!done)
            return done;
        done = updateHighlight(connection, *edit.after).and_then([&] {
            return logEdit(connection, edit, frame->title, now);
        });
    }
    for (const transcript::AmendmentEdit &edit : replacement.amendments) {
        if (!done || edit.before == edit.after)
            continue;
        done = writeAmendment(connection, id, edit, frame->title, now);
    }
    return done;
}

Result<std::vector<transcript::Source>> readReplacedSources(const Connection &connection, EpisodeId id)
{
    if (const Result<EpisodeFrame> frame = readFrame(connection, id); !frame)
        return tl::unexpected(frame.error());
    Statement statement(connection,
                        "SELECT file_name, format, bytes, sha256 FROM replaced_source WHERE episode_id = ?"
                        " ORDER BY id DESC");
    statement.bind(id.value);
    std::vector<transcript::Source> sources;
    while (true) {
        const Result<bool> row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return sources;
        const QByteArrayView bytes = statement.bytes(2);
        const QByteArrayView sha256 = statement.bytes(3);
        sources.push_back({statement.text(0), transcript::SourceFormat(statement.number(1)), bytes.toByteArray(),
                           sha256.toByteArray()});
    }
}

} // namespace earmark::store
