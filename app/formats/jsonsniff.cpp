// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jsonreaders.h"
#include "formats/readers.h"

namespace earmark::formats {

using transcript::SourceFormat;

namespace {

// What is null is as good as not there.
bool isFilled(JsonValue value)
{
    return value.isArray() || value.isObject();
}

std::optional<SourceFormat> sniffList(JsonValue list)
{
    const JsonValue first = list.first();
    if (!first[JsonKey::Text] || !first[JsonKey::Start])
        return std::nullopt;
    return first[JsonKey::Duration] ? SourceFormat::CueJson : SourceFormat::Whisper;
}

std::optional<SourceFormat> sniffResults(JsonValue results)
{
    if (results.isObject()) {
        if (results[JsonKey::Channels] || results[JsonKey::Utterances])
            return SourceFormat::Deepgram;
        if (isFilled(results[JsonKey::Recording]))
            return SourceFormat::GoogleSpeech;
        return results[JsonKey::Items] ? std::optional(SourceFormat::AwsTranscribe) : std::nullopt;
    }
    const JsonValue first = results.first();
    if (!first[JsonKey::Alternatives])
        return std::nullopt;
    return first[JsonKey::Type] ? SourceFormat::Speechmatics : SourceFormat::GoogleSpeech;
}

std::optional<CueList> readAs(SourceFormat format, JsonValue root)
{
    switch (format) {
    case SourceFormat::YouTubeJson3: return readJson3(root);
    case SourceFormat::PodcastJson: return readPodcastJson(root);
    case SourceFormat::Whisper: return readWhisper(root);
    case SourceFormat::WhisperCpp: return readWhisperCpp(root);
    case SourceFormat::Deepgram: return readDeepgram(root);
    case SourceFormat::AssemblyAi: return readAssemblyAi(root);
    case SourceFormat::Rev: return readRev(root);
    case SourceFormat::AwsTranscribe: return readAwsTranscribe(root);
    case SourceFormat::GoogleSpeech: return readGoogleSpeech(root);
    case SourceFormat::Speechmatics: return readSpeechmatics(root);
    case SourceFormat::CueJson: return readCueJson(root);
    default: return std::nullopt;
    }
}

} // namespace

std::optional<CueList> readJson(const QString &text, std::optional<SourceFormat> format)
{
    const JsonTree tree(text);
    if (!tree.root())
        return std::nullopt;
    if (!format)
        format = sniffJson(tree.root());
    std::optional<CueList> list = format ? readAs(*format, tree.root()) : std::nullopt;
    if (list && tree.fault())
        list->warnings.push_back(*tree.fault());
    return list;
}

std::optional<SourceFormat> sniffJson(JsonValue root)
{
    if (root.isArray())
        return sniffList(root);
    if (isFilled(root[JsonKey::Events]))
        return SourceFormat::YouTubeJson3;
    if (isFilled(root[JsonKey::Transcription]))
        return SourceFormat::WhisperCpp;
    if (isFilled(root[JsonKey::Monologues]))
        return SourceFormat::Rev;
    if (isFilled(root[JsonKey::Cues]))
        return SourceFormat::CueJson;
    if (const JsonValue results = root[JsonKey::Results]; isFilled(results))
        return sniffResults(results);
    if (isFilled(root[JsonKey::Response]))
        return sniffResults(root[JsonKey::Response][JsonKey::Results]);
    if (root[JsonKey::Utterances].isArray())
        return SourceFormat::AssemblyAi;
    if (const JsonValue segments = root[JsonKey::Segments]; isFilled(segments)) {
        const JsonValue first = segments.first();
        return first[JsonKey::Body] || first[JsonKey::StartTime] ? SourceFormat::PodcastJson : SourceFormat::Whisper;
    }
    if (const JsonValue words = root[JsonKey::Words]; isFilled(words)) {
        // ElevenLabs' words have a type, and seconds as Whisper's.
        const JsonValue first = words.first();
        return first[JsonKey::Word] || first[JsonKey::Type] ? SourceFormat::Whisper : SourceFormat::AssemblyAi;
    }
    // The API's shortest answer is a text alone.
    const bool isText = root[JsonKey::Text].isString() && root[JsonKey::Text].text().contains(u' ');
    return isText ? std::optional(SourceFormat::Whisper) : std::nullopt;
}

} // namespace earmark::formats
