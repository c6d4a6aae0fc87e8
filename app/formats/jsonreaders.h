// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/cuelist.h"
#include "formats/jsontree.h"

#include <optional>

// The readers of JSON, one file a format. Each takes the file's outermost value and gives its cues.
namespace earmark::formats {

// The format of a file by its fields; nullopt for one that is no transcript.
[[nodiscard]] std::optional<transcript::SourceFormat> sniffJson(JsonValue root);

// OpenAI's Whisper and its API, WhisperX, whisper-timestamped, faster-whisper:
// {"segments":[{"start","end","text","speaker","words":[{"word"|"text","start","end"}]}]}
[[nodiscard]] CueList readWhisper(JsonValue root);
// whisper.cpp: {"transcription":[{"offsets":{"from","to"},"text","tokens":[…]}]}, milliseconds
[[nodiscard]] CueList readWhisperCpp(JsonValue root);
// Podcasting 2.0: {"segments":[{"speaker","startTime","endTime","body"}]}
[[nodiscard]] CueList readPodcastJson(JsonValue root);
// YouTube's json3: {"events":[{"tStartMs","dDurationMs","segs":[{"utf8","tOffsetMs"}]}]}
[[nodiscard]] CueList readJson3(JsonValue root);
// Deepgram: {"results":{"channels":[{"alternatives":[{"words":[…]}]}],"utterances":[…]}}
[[nodiscard]] CueList readDeepgram(JsonValue root);
// AssemblyAI: {"words":[…],"utterances":[…]}, milliseconds
[[nodiscard]] CueList readAssemblyAi(JsonValue root);
// Rev: {"monologues":[{"speaker","elements":[{"type","value","ts","end_ts"}]}]}
[[nodiscard]] CueList readRev(JsonValue root);
// AWS Transcribe: {"results":{"items":[…],"speaker_labels":{…}}}
[[nodiscard]] CueList readAwsTranscribe(JsonValue root);
// Google Speech-to-Text: {"results":[{"alternatives":[{"transcript","words":[…]}]}]}
[[nodiscard]] CueList readGoogleSpeech(JsonValue root);
// Speechmatics: {"results":[{"type","start_time","end_time","alternatives":[{"content","speaker"}]}]}
[[nodiscard]] CueList readSpeechmatics(JsonValue root);
// A list of cues: [{"text","start","end"|"duration"}], and our own cues-json.
[[nodiscard]] CueList readCueJson(JsonValue root);

} // namespace earmark::formats
