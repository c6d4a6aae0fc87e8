// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/annotating.h"

namespace earmark::library {

using notes::Highlight;

Result<Highlight> changeHighlight(store::Store &store, HighlightId id, const std::function<void(Highlight &)> &change)
{
    return store.highlight(id).and_then([&](const Highlight &before) -> Result<Highlight> {
        Highlight after = before;
        change(after);
        if (after == before)
            return before;
        const notes::Edit edit{before, notes::noteChanged(after, after.note, QDateTime::currentDateTimeUtc()).after};
        return store.apply(edit).map([&] { return *edit.after; });
    });
}

Result<void> removeNote(store::Store &store, HighlightId id)
{
    return store.highlight(id).and_then([&](const Highlight &before) -> Result<void> {
        if (before.place == notes::Place::Episode && before.tags.isEmpty())
            return store.apply(notes::removed(before));
        return changeHighlight(store, id, [](Highlight &highlight) { highlight.note.clear(); }).map([](const auto &) {
        });
    });
}

Result<Highlight> addNote(store::Store &store, EpisodeId id, std::optional<MediaTime> at, const QString &note)
{
    const auto episode = store.episode(id); // first: what is read after it may be of a newer edition
    if (!episode)
        return tl::unexpected(episode.error());
    const auto transcript = store.transcript(id);
    if (!transcript)
        return tl::unexpected(transcript.error());
    const auto timings = store.timings(id);
    if (!timings)
        return tl::unexpected(timings.error());
    if (at && (timings->empty() || *at > timings->back().end))
        return failure(ErrorCode::SpanOutsideTranscript, clockText(*at));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Highlight highlight =
        at ? notes::makeMoment(id, *transcript, *timings, *at, notes::Mark::One, now) : notes::makeEpisodeNote(id, now);
    highlight.note = note;
    return store.apply(notes::added(highlight), episode->edition).map([&] { return highlight; });
}

} // namespace earmark::library
