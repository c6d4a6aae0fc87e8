// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/exported.h"
#include "notes/markdownescape.h"

#include <optional>

// What templates say about the text itself: its chapters, its paragraphs, and the highlights in them.
namespace earmark::exports {

// The chapter that a highlight or a paragraph names; null where there is none.
[[nodiscard]] const notes::ExportedChapter *chapterAt(const notes::ExportedEpisode &episode,
                                                      std::optional<size_t> chapter);
// The chapter of a highlight that is the first one of the episode's in it, else null. `highlight` is one of
// the episode's own, not a copy.
[[nodiscard]] const notes::ExportedChapter *newChapter(const notes::ExportedEpisode &episode,
                                                       const notes::ExportedHighlight &highlight);

// A value as it is written into the document, as episodeValue's; nullopt: there is none of that name.
//
// Of a chapter: chapter (its heading), start, start-seconds, link, audio-link.
[[nodiscard]] std::optional<QString> chapterValue(const notes::ExportedEpisode &episode,
                                                  const notes::ExportedChapter &chapter, const QString &name,
                                                  notes::LinkLabels labels);
// Of a paragraph: text (what is highlighted between "==", behind it "[^block-id]" for each highlight with a
// footnote), new-chapter (the heading above it), new-speaker (who begins to speak with it), start (nothing where
// there is only a guess and no audio), time ("about 12:03" where it is a guess), start-seconds, link, audio-link.
[[nodiscard]] std::optional<QString> paragraphValue(const notes::ExportedEpisode &episode,
                                                    const notes::ExportedParagraph &paragraph, const QString &name,
                                                    notes::LinkLabels labels);

// What other notes name a highlight by: "em-" and twelve digits.
[[nodiscard]] QString blockId(const notes::ExportedHighlight &highlight);
// "[^em-…]: ", then what the mark means, the tags as `hashtags` has them, and the note, indented so that all of
// it belongs to the footnote. Empty where nothing of this is there, or the highlight is in no paragraph.
[[nodiscard]] QString footnoteOf(const notes::ExportedHighlight &highlight, const QString &hashtags,
                                 notes::LinkLabels labels);

} // namespace earmark::exports
