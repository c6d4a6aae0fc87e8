// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Store that is about what a reader makes.
#include "store/editlog.h"
#include "store/highlightrows.h"
#include "store/store_p.h"

namespace earmark::store {

using namespace Qt::StringLiterals;

Result<std::vector<notes::Highlight>> Store::highlights(EpisodeId id) const
{
    const Result<EpisodeFrame> frame = readFrame(d->connection, id);
    if (!frame)
        return tl::unexpected(frame.error());
    return readHighlights(d->connection, id);
}

Result<notes::Highlight> Store::highlight(HighlightId id) const
{
    return readHighlight(d->connection, id).and_then([&](const auto &found) -> Result<notes::Highlight> {
        return found ? Result<notes::Highlight>(*found) : failure(ErrorCode::HighlightUnknown, idText(id));
    });
}

Result<std::vector<TagCount>> Store::tags() const
{
    return readTags(d->connection);
}

Result<void> Store::Private::checkBefore(const notes::Edit &edit) const
{
    const Result<std::optional<notes::Highlight>> stored = readHighlight(connection, edit.id());
    if (!stored)
        return tl::unexpected(stored.error());
    const bool asExpected = edit.before ? *stored && isSame(**stored, *edit.before) : !*stored;
    if (!asExpected)
        return failure(ErrorCode::HighlightChangedElsewhere, idText(edit.id()));
    return {};
}

namespace {

bool isWellFormed(const notes::Edit &edit)
{
    if (!edit.id().isValid())
        return false;
    if (edit.before && edit.after && (edit.before->id != edit.after->id || edit.before->episode != edit.after->episode))
        return false;
    if (!edit.after)
        return true;
    return edit.after->mark >= notes::Mark::One && edit.after->mark <= notes::Mark::Five
        && edit.after->place >= notes::Place::Words && edit.after->place <= notes::Place::Lost
        && edit.after->tags == notes::cleanTags(edit.after->tags) && edit.after->created.isValid()
        && edit.after->modified.isValid();
}

bool fits(transcript::TokenSpan span, qint64 tokenCount)
{
    return span.first >= 0 && span.first <= span.last && span.last < tokenCount;
}

EpisodeId episodeOf(const notes::Edit &edit)
{
    return edit.after ? edit.after->episode : edit.before->episode;
}

Result<void> write(Connection &connection, const notes::Edit &edit)
{
    if (!edit.before)
        return insertHighlight(connection, *edit.after);
    if (!edit.after)
        return deleteHighlight(connection, edit.id());
    return updateHighlight(connection, *edit.after);
}

} // namespace

// Inside a transaction.
Result<void> Store::Private::applyOne(const notes::Edit &edit, const EpisodeFrame &frame, const QDateTime &now)
{
    if (edit.after && !fits(edit.after->span, frame.tokenCount))
        return failure(ErrorCode::SpanOutsideTranscript,
                       u"%1–%2"_s.arg(edit.after->span.first).arg(edit.after->span.last),
                       u"%1 tokens"_s.arg(frame.tokenCount));
    return checkBefore(edit).and_then([&] { return write(connection, edit); }).and_then([&] {
        return logEdit(connection, edit, frame.title, now);
    });
}

Result<void> Store::apply(const notes::Step &step, std::optional<int> edition)
{
    for (const notes::Edit &edit : step) {
        if (!isWellFormed(edit) || episodeOf(edit) != episodeOf(step.front()))
            return failure(ErrorCode::InvalidArgument, idText(edit.id()), u"not edits of one episode's highlights"_s);
    }
    if (step.empty())
        return {};
    return d->inTransaction([&]() -> Result<void> {
        const Result<EpisodeFrame> frame = readFrame(d->connection, episodeOf(step.front()));
        if (!frame)
            return tl::unexpected(frame.error());
        if (edition.value_or(frame->edition) != frame->edition)
            return failure(ErrorCode::TranscriptReplaced, frame->title);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (const notes::Edit &edit : step) {
            if (Result<void> done = d->applyOne(edit, *frame, now); !done)
                return done;
        }
        return {};
    });
}

Result<notes::MarkNames> Store::markNames() const
{
    notes::MarkNames names;
    Statement statement(d->connection, "SELECT mark, name FROM mark_name");
    while (true) {
        const Result<bool> row = statement.step();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return names;
        if (const qint64 mark = statement.number(0); mark >= 1 && mark <= qint64(names.size()))
            names[size_t(mark) - 1] = statement.text(1);
    }
}

Result<void> Store::setMarkNames(const notes::MarkNames &names)
{
    return d->inTransaction([&]() -> Result<void> {
        for (size_t i = 0; i < names.size(); ++i) {
            Statement statement(d->connection, "INSERT OR REPLACE INTO mark_name (mark, name) VALUES (?, ?)");
            if (Result<void> done = statement.bind(qint64(i + 1)).bind(names[i].simplified()).run(); !done)
                return done;
        }
        return {};
    });
}

} // namespace earmark::store
