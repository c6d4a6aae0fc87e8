// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/mediatime.h"
#include "transcript/timing.h"
#include "transcript/transcript.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace earmark::notes {

// Five marks, told apart by colour and by the pattern of their underline; their meaning is the
// reader's. Stored as the number.
enum class Mark : quint8 { One = 1, Two, Three, Four, Five };

// What a reader's mark stands on. Stored as the number.
enum class Place : quint8 {
    Words = 1,   // a span of tokens
    Moment = 2,  // a time of the audio, selectors.start; the span is the word heard then
    Episode = 3, // the episode as a whole; the span is its first token
    Lost = 4,    // words of a transcript that was replaced, not found in the new one: until the reader
                 // places it, the selectors alone say what it stands on; the span is the first token
};

// What a highlight was made on, beside its tokens, for the day the transcript itself is replaced
// (W3C Web Annotation: TextQuoteSelector and a media fragment). Made anew when it gets other words.
struct Selectors {
    QString exact;  // the words as they stood in the transcript, single spaces
    QString prefix; // up to 32 characters before
    QString suffix; // up to 32 characters after
    MediaTime start{};
    MediaTime end{};

    bool operator==(const Selectors &) const = default;
};

struct Highlight {
    HighlightId id;
    EpisodeId episode;
    Place place = Place::Words;
    transcript::TokenSpan span;
    Mark mark = Mark::One;
    QString note;     // Markdown; empty: a highlight without a note
    QStringList tags; // as cleanTags() makes them
    Selectors selectors;
    QDateTime created;  // UTC, milliseconds
    QDateTime modified; // UTC, milliseconds

    bool operator==(const Highlight &) const = default;
};

// One undoable step: a highlight comes (no before), goes (no after) or changes (the same id in
// both). Undoing is the same edit turned round.
struct Edit {
    std::optional<Highlight> before;
    std::optional<Highlight> after;

    [[nodiscard]] HighlightId id() const { return after ? after->id : before ? before->id : HighlightId{}; }
    [[nodiscard]] Edit inverse() const { return {after, before}; }
    bool operator==(const Edit &) const = default;
};

[[nodiscard]] Edit added(Highlight highlight);
[[nodiscard]] Edit removed(Highlight highlight);
// `modified` becomes `now`.
[[nodiscard]] Edit noteChanged(const Highlight &highlight, QString note, const QDateTime &now);
[[nodiscard]] Edit markChanged(const Highlight &highlight, Mark mark, const QDateTime &now);
[[nodiscard]] Edit tagsChanged(const Highlight &highlight, const QStringList &tags, const QDateTime &now);
// The same highlight on other words of the transcript; its selectors are made anew.
[[nodiscard]] Edit spanChanged(const Highlight &highlight, const transcript::Transcript &transcript,
                               const transcript::Timings &timings, transcript::TokenSpan span, const QDateTime &now);

// A lost highlight on words that the reader chose.
[[nodiscard]] Edit placed(const Highlight &highlight, const transcript::Transcript &transcript,
                          const transcript::Timings &timings, transcript::TokenSpan span, const QDateTime &now);

// Tags as they are kept: without "#" before them, white space and control characters, which become one
// "-"; none empty, none twice (whatever its case; the first is kept), in alphabetical order.
[[nodiscard]] QStringList cleanTags(const QStringList &tags);

// A new highlight over `span`, with its selectors taken from the transcript and the timings.
[[nodiscard]] Highlight makeHighlight(EpisodeId episode, const transcript::Transcript &transcript,
                                      const transcript::Timings &timings, transcript::TokenSpan span, Mark mark,
                                      const QDateTime &now);

// A mark at `time`, on the word that is heard then (the last that has begun); its selectors hold that
// time as start and end, and that word as what was said.
[[nodiscard]] Highlight makeMoment(EpisodeId episode, const transcript::Transcript &transcript,
                                   const transcript::Timings &timings, MediaTime time, Mark mark, const QDateTime &now);

// For a note on the episode as a whole; without selectors.
[[nodiscard]] Highlight makeEpisodeNote(EpisodeId episode, const QDateTime &now);

// In the order of the text: by first token, then last, then time; then as they were made.
[[nodiscard]] bool comesBefore(const Highlight &a, const Highlight &b);

} // namespace earmark::notes

Q_DECLARE_METATYPE(earmark::notes::Highlight)
Q_DECLARE_METATYPE(earmark::notes::Edit)
