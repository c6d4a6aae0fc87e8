// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/cuelist.h"

// The readers behind formats.h, one file each. They take the whole decoded file, never fail, and list
// what they could not use among the warnings. Captions that roll or are doubled are read once, and
// cues of one word are joined.
namespace earmark::formats {

enum class CueTextForm {
    Readable, // as a reader sees it
    Raw,      // as it stands in the file, every cue of it
};

// W3C WebVTT, section 6 "Parsing"; voices are speakers, timestamps in the text words.
[[nodiscard]] CueList readWebVtt(const QString &text, CueTextForm form = CueTextForm::Readable);
// SubRip as it is found: comma or dot, missing numbers, coordinates, <i> and {\an8} tags, empty lines
// in the text.
[[nodiscard]] CueList readSubRip(const QString &text);
// TTML and DFXP (W3C TTML1), Apple's podcast transcripts; agents are speakers, timed spans words.
[[nodiscard]] CueList readTtml(const QString &text);
// YouTube's XML: <text start dur>, or <p t d> with <s t> for each word.
[[nodiscard]] CueList readSrv1(const QString &text);
[[nodiscard]] CueList readSrv3(const QString &text);
// Podcasting 2.0 HTML: <cite> who speaks, <time> when, <p> what.
[[nodiscard]] CueList readPodcastHtml(const QString &text);
[[nodiscard]] bool beginsPodcastHtml(QStringView text);
// SubStation Alpha, both versions: the Dialogue lines by time, names as speakers.
[[nodiscard]] CueList readSubStationAlpha(const QString &text);
// YouTube's SBV: "0:00:01.000,0:00:03.500" above each cue.
[[nodiscard]] CueList readSbv(const QString &text);
[[nodiscard]] bool isSbvTimes(QStringView line);
// Lyrics: "[00:12.34]" before each line, "<00:12.50>" before words.
[[nodiscard]] CueList readLrc(const QString &text);
[[nodiscard]] bool isLrcLine(QStringView line);
// What Whisper's programs print, "[00:00.000 --> 00:04.000]  text" or "[0.00s -> 4.00s] text", and their
// tables: "start\tend\ttext" with milliseconds, or with commas and quotes.
[[nodiscard]] CueList readWhisperText(const QString &text);
[[nodiscard]] bool isWhisperTextLine(QStringView line);
// JSON of any of the formats in jsonreaders.h: the given one, else what its fields tell. nullopt for
// JSON that is no transcript.
[[nodiscard]] std::optional<CueList> readJson(const QString &text, std::optional<transcript::SourceFormat> format = {});

} // namespace earmark::formats
