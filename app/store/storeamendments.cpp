// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Store that keeps what a reader says about the text.
#include "store/amendmentrows.h"
#include "store/store_p.h"

#include <algorithm>

namespace earmark::store {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

bool isWellFormed(const AmendmentEdit &edit)
{
    if (!edit.id().isValid() || (edit.before && edit.after && edit.before->id != edit.after->id))
        return false;
    if (!edit.after)
        return true;
    const Amendment &after = *edit.after;
    const bool isOneToken = after.kind == AmendmentKind::Correction || after.span.first == after.span.last;
    return after.kind >= AmendmentKind::Correction && after.kind <= lastAmendmentKind
        && after.place >= AmendmentPlace::Words && after.place <= AmendmentPlace::Lost && after.marks >= Marks::Model
        && after.marks <= Marks::Own && isOneToken && after.text == after.text.simplified() && after.created.isValid();
}

bool fits(TokenSpan span, qint64 tokenCount)
{
    return span.first >= 0 && span.first <= span.last && span.last < tokenCount;
}

Result<void> take(std::vector<Amendment> &stored, const AmendmentEdit &edit, qint64 tokenCount)
{
    const auto found = std::ranges::find(stored, edit.id(), &Amendment::id);
    const bool isThere = found != stored.end();
    if (edit.before ? !isThere || !isSame(*found, *edit.before) : isThere)
        return failure(ErrorCode::AmendmentChangedElsewhere, idText(edit.id()));
    if (isThere)
        stored.erase(found);
    if (!edit.after)
        return {};
    if (!fits(edit.after->span, tokenCount))
        return failure(ErrorCode::SpanOutsideTranscript,
                       u"%1–%2"_s.arg(edit.after->span.first).arg(edit.after->span.last),
                       u"%1 tokens"_s.arg(tokenCount));
    stored.push_back(*edit.after);
    return {};
}

// The step's own edits may be in each other's way until all are made.
Result<void> checkStep(std::vector<Amendment> stored, const AmendmentStep &step, qint64 tokenCount)
{
    for (const AmendmentEdit &edit : step) {
        if (Result<void> taken = take(stored, edit, tokenCount); !taken)
            return taken;
    }
    for (const AmendmentEdit &edit : step) {
        if (edit.after
            && std::ranges::any_of(stored, [&](const Amendment &other) { return excludes(other, *edit.after); }))
            return failure(ErrorCode::AmendmentChangedElsewhere, idText(edit.id()), u"another one stands there"_s);
    }
    return {};
}

} // namespace

Result<std::vector<Amendment>> Store::amendments(EpisodeId id) const
{
    if (const Result<EpisodeFrame> frame = readFrame(d->connection, id); !frame)
        return tl::unexpected(frame.error());
    return readAmendments(d->connection, id);
}

Result<void> Store::apply(EpisodeId id, const AmendmentStep &step, std::optional<int> edition)
{
    if (!std::ranges::all_of(step, isWellFormed))
        return failure(ErrorCode::InvalidArgument, QString::number(id.value), u"not edits of amendments"_s);
    if (step.empty())
        return {};
    return d->inTransaction([&]() -> Result<void> {
        const Result<EpisodeFrame> frame = readFrame(d->connection, id);
        if (!frame)
            return tl::unexpected(frame.error());
        if (edition.value_or(frame->edition) != frame->edition)
            return failure(ErrorCode::TranscriptReplaced, frame->title);
        const Result<std::vector<Amendment>> stored = readAmendments(d->connection, id);
        if (!stored)
            return tl::unexpected(stored.error());
        Result<void> done = checkStep(*stored, step, frame->tokenCount);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (const AmendmentEdit &edit : step) {
            if (!done)
                return done;
            done = writeAmendment(d->connection, id, edit, frame->title, now);
        }
        return done;
    });
}

} // namespace earmark::store
