// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jsoncues.h"
#include "formats/jsonreaders.h"

#include <algorithm>

namespace earmark::formats {

using namespace Qt::StringLiterals;

namespace {

JsonValue either(JsonValue object, JsonKey first, JsonKey second)
{
    const JsonValue value = object[first];
    return value ? value : object[second];
}

std::optional<MediaTime> startOf(JsonValue word)
{
    // What is 0 is left out.
    return secondsOf(either(word, JsonKey::StartTime, JsonKey::StartOffset)).value_or(MediaTime{});
}

std::optional<MediaTime> stopOf(JsonValue word)
{
    return secondsOf(either(word, JsonKey::EndTime, JsonKey::EndOffset));
}

QString speakerOf(JsonValue word)
{
    return speakerNamed(either(word, JsonKey::SpeakerTag, JsonKey::SpeakerLabel));
}

bool namesSpeakers(JsonValue result)
{
    const JsonValue word = result[JsonKey::Alternatives].first()[JsonKey::Words].first();
    return bool(word[JsonKey::SpeakerTag]) || bool(word[JsonKey::SpeakerLabel]);
}

// Where speakers are told apart, the last result repeats all words, with their speakers.
JsonValue repeatingResult(JsonValue results)
{
    JsonValue last;
    for (JsonValue result = results.first(); result; result = result.next())
        last = result;
    return namesSpeakers(last) && !namesSpeakers(results.first()) ? last : JsonValue();
}

// Of an answer about several recordings the first one's that has any; the others are told.
JsonValue resultsOf(JsonValue answer, CueBuilder &builder)
{
    const JsonValue all = answer[JsonKey::Results];
    if (!all.isObject())
        return all;
    JsonValue found;
    for (JsonValue recording = all.first(); recording; recording = recording.next()) {
        const JsonValue given = recording[JsonKey::InlineResult];
        const JsonValue results = (given ? given : recording)[JsonKey::Transcript][JsonKey::Results];
        if (!results.isArray())
            continue;
        if (found)
            builder.warnAt(Warning::Kind::UnknownBlock, recording.begin());
        else
            found = results;
    }
    return found;
}

// `before` is where the result before it ended.
void addResult(CueBuilder &builder, JsonValue result, std::optional<MediaTime> before)
{
    const JsonValue best = result[JsonKey::Alternatives].first();
    const JsonValue words = best[JsonKey::Words];
    if (words.first() && (namesSpeakers(result) || !best[JsonKey::Transcript])) {
        WordCues cues(builder);
        for (JsonValue word = words.first(); word; word = word.next())
            cues.add(word[JsonKey::Word], startOf(word), stopOf(word), speakerOf(word));
        cues.finish();
        return;
    }
    builder.beginCueAt(best.begin(), before, secondsOf(result[JsonKey::ResultEndTime]));
    const qint32 begin = builder.textSize();
    addJsonText(builder, best[JsonKey::Transcript]);
    WordMatcher matcher(builder, begin);
    std::optional<MediaTime> start;
    std::optional<MediaTime> stop;
    for (JsonValue word = words.first(); word; word = word.next()) {
        start = start ? start : startOf(word);
        stop = std::max(stop, stopOf(word));
        matcher.match(word[JsonKey::Word].text(), startOf(word), stopOf(word));
    }
    if (start)
        builder.setTimes(start, stop);
    builder.endCue();
}

} // namespace

CueList readGoogleSpeech(JsonValue root)
{
    CueBuilder builder(transcript::SourceFormat::GoogleSpeech, root.source());
    const JsonValue results = resultsOf(root[JsonKey::Response] ? root[JsonKey::Response] : root, builder);
    builder.setLanguage(results.first()[JsonKey::LanguageCode].text());
    if (const JsonValue all = repeatingResult(results)) {
        addResult(builder, all, {});
        return builder.finish();
    }
    std::optional<MediaTime> before = MediaTime{};
    for (JsonValue result = results.first(); result; result = result.next()) {
        addResult(builder, result, before);
        before = secondsOf(result[JsonKey::ResultEndTime]);
    }
    return builder.finish();
}

} // namespace earmark::formats
