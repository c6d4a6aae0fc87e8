// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "formats/cuelist.h"

#include <QByteArray>

#include <functional>

namespace earmark::formats {

// Writers of cues as they are in a list, all UTF-8 with "\n" line ends. What they write, the readers
// read back: text, speakers and times; ids and words where the format has them. A cue without times
// among others that have some lasts from its neighbour to its neighbour.

// {"format","cues":[{"id","start","end","speaker","text","words":[{"text","start","end"}]}],
// "warnings":[{"line","column","message"}]}; seconds as numbers, absent is null. Two speakers in one
// cue are two entries of the same times. A stable contract.
[[nodiscard]] QByteArray writeCuesJson(const CueList &list, const std::function<QString(const Warning &)> &message);

// Captions. Error: TimesMissing when no cue has a time.
// Speakers as voices, words between timestamps.
[[nodiscard]] Result<QByteArray> writeWebVtt(const CueList &list);
// Speakers as "Name:" where they begin, as voices where one of these would not be read back; no words.
[[nodiscard]] Result<QByteArray> writeSubRip(const CueList &list);
// Speakers as agents, words as timed spans (W3C TTML1).
[[nodiscard]] Result<QByteArray> writeTtml(const CueList &list);
// Podcasting 2.0 JSON; no words.
[[nodiscard]] Result<QByteArray> writePodcastJson(const CueList &list);

// As Whisper and WhisperX write: segments with words and speakers. Times that are unknown are left out.
[[nodiscard]] QByteArray writeWhisperJson(const CueList &list);
// Paragraphs by speakers and pauses, "Name:" before each turn; times only in Markdown.
[[nodiscard]] QByteArray writePlainText(const CueList &list);
[[nodiscard]] QByteArray writeMarkdown(const CueList &list);

// The times of all cues, those that are unknown laid between their neighbours; nullopt where no cue has
// one. Stops are not before starts where the file's are not.
struct CueTimes {
    MediaTime start{};
    MediaTime stop{};
};
[[nodiscard]] std::optional<std::vector<CueTimes>> completeTimes(const CueList &list);

} // namespace earmark::formats
