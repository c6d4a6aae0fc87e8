// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jsoncues.h"
#include "formats/jsonreaders.h"

#include <algorithm>

namespace earmark::formats {

using namespace Qt::StringLiterals;

namespace {

JsonValue wordText(JsonValue word)
{
    const JsonValue text = word[JsonKey::PunctuatedWord];
    return text ? text : word[JsonKey::Word];
}

void addUtterance(CueBuilder &builder, JsonValue utterance)
{
    builder.beginCueAt(utterance.begin(), secondsOf(utterance[JsonKey::Start]), secondsOf(utterance[JsonKey::End]),
                       utterance[JsonKey::Id].text());
    builder.setSpeaker(speakerNamed(utterance[JsonKey::Speaker]));
    const qint32 begin = builder.textSize();
    addJsonText(builder, utterance[JsonKey::Transcript]);
    WordMatcher matcher(builder, begin);
    for (JsonValue word = utterance[JsonKey::Words].first(); word; word = word.next())
        matcher.match(wordText(word).text(), secondsOf(word[JsonKey::Start]), secondsOf(word[JsonKey::End]));
    builder.endCue();
}

} // namespace

CueList readDeepgram(JsonValue root)
{
    CueBuilder builder(transcript::SourceFormat::Deepgram, root.source());
    const JsonValue results = root[JsonKey::Results];
    if (const JsonValue first = results[JsonKey::Utterances].first()) {
        for (JsonValue utterance = first; utterance; utterance = utterance.next())
            addUtterance(builder, utterance);
        return builder.finish();
    }
    WordCues cues(builder);
    const bool alone = !results[JsonKey::Channels].first().next();
    int number = 0;
    for (JsonValue channel = results[JsonKey::Channels].first(); channel; channel = channel.next()) {
        const JsonValue best = channel[JsonKey::Alternatives].first();
        const QString nobody = alone ? QString() : u"Channel "_s + QString::number(++number);
        for (JsonValue word = best[JsonKey::Words].first(); word; word = word.next()) {
            const JsonValue speaker = word[JsonKey::Speaker];
            cues.add(wordText(word), secondsOf(word[JsonKey::Start]), secondsOf(word[JsonKey::End]),
                     speaker ? speakerNamed(speaker) : nobody);
        }
        cues.finish();
        if (!best[JsonKey::Words].first()) {
            builder.beginCueAt(best.begin(), std::nullopt, std::nullopt);
            addJsonText(builder, best[JsonKey::Transcript]);
            builder.endCue();
        }
    }
    CueList list = builder.finish();
    // Each channel is a person, and they speak in turn.
    std::stable_sort(list.cues.begin(), list.cues.end(), [](const Cue &a, const Cue &b) { return a.start < b.start; });
    return list;
}

} // namespace earmark::formats
