// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/exported.h"
#include "notes/markdownescape.h"

#include <QStringList>

#include <optional>

namespace earmark::exports {

// Begin and end of a region in what a template makes; no value holds these.
constexpr char regionBegin = 2; // then its name, then:
constexpr char regionNamed = 3;
constexpr char regionEnd = 4;

// Whether a template can name it, anywhere: a value ("quote", "yaml.title"), a section ("highlights"),
// or a region's edge ("head.open").
[[nodiscard]] bool isTemplateName(const QString &name);
[[nodiscard]] bool beginsRegion(const QString &name);
[[nodiscard]] bool endsRegion(const QString &name);

// A value as it is written into the document; an empty one does not count as being there. nullopt: there
// is none of that name at this level.
//
// Of the episode: title, show, date, length, language, audio, transcript, episode-id, episode-link,
// count (of highlights); fact.show, fact.date, fact.length, fact.audio, fact.transcript
// (translated, "Show: …"); label.audio, label.nothing (translated); hashtags (of all highlights); has-facts, has-tags,
// has-chapters.
[[nodiscard]] std::optional<QString> episodeValue(const notes::ExportedEpisode &episode, const QString &name,
                                                  notes::LinkLabels labels);
// Of a highlight, which is one of the episode's: quote, speaker, chapter (the heading it stands under), new-chapter
// (the same, only of the first one below it), time ("12:03–12:19"), start, end, start-seconds, end-seconds, link,
// audio-link, attribution
// ("— Anna, 12:03–12:19"), attribution-link (the same, its time a link), id, block-id, mark (1 to 5), mark-name,
// created, modified, hashtags, fact.tags ("Tags: #a #b"), footnote (whole); is-words, is-moment, is-episode, is-beside
// (its words are in no paragraph), has-tags.
[[nodiscard]] std::optional<QString> highlightValue(const notes::ExportedEpisode &episode,
                                                    const notes::ExportedHighlight &highlight, const QString &name,
                                                    notes::LinkLabels labels);
// Of a tag: tag, hashtag ("#big-idea", with what note programs take).
[[nodiscard]] std::optional<QString> tagValue(const QString &tag, const QString &name, notes::LinkLabels labels);

// Each tag of any of the highlights, sorted.
[[nodiscard]] QStringList tagsOf(const notes::ExportedEpisode &episode);

// A note without blank lines around it and without control characters.
[[nodiscard]] QString cleanNote(const QString &note);
// A note as it stands in a document: clean, and what it leaves open is closed. Lines that look like Earmark's own marks
// are changed so that they are none.
[[nodiscard]] QString noteText(const QString &note);
// The note that was written as that.
[[nodiscard]] QString noteOfText(const QString &text);

} // namespace earmark::exports
