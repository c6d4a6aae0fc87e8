// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jsoncues.h"
#include "formats/jsonreaders.h"

namespace earmark::formats {

CueList readAssemblyAi(JsonValue root)
{
    CueBuilder builder(transcript::SourceFormat::AssemblyAi, root.source());
    builder.setLanguage(root[JsonKey::LanguageCode].text());
    JsonValue utterance = root[JsonKey::Utterances].first();
    if (!utterance) {
        WordCues cues(builder);
        for (JsonValue word = root[JsonKey::Words].first(); word; word = word.next()) {
            cues.add(word[JsonKey::Text], millisecondsOf(word[JsonKey::Start]), millisecondsOf(word[JsonKey::End]),
                     speakerNamed(word[JsonKey::Speaker]));
        }
        cues.finish();
        return builder.finish();
    }
    for (; utterance; utterance = utterance.next()) {
        builder.beginCueAt(utterance.begin(), millisecondsOf(utterance[JsonKey::Start]),
                           millisecondsOf(utterance[JsonKey::End]));
        builder.setSpeaker(speakerNamed(utterance[JsonKey::Speaker]));
        const qint32 begin = builder.textSize();
        addJsonText(builder, utterance[JsonKey::Text]);
        WordMatcher matcher(builder, begin);
        for (JsonValue word = utterance[JsonKey::Words].first(); word; word = word.next())
            matcher.match(word[JsonKey::Text].text(), millisecondsOf(word[JsonKey::Start]),
                          millisecondsOf(word[JsonKey::End]));
        builder.endCue();
    }
    return builder.finish();
}

} // namespace earmark::formats
