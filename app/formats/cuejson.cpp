// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jsoncues.h"
#include "formats/jsonreaders.h"

namespace earmark::formats {

CueList readCueJson(JsonValue root)
{
    CueBuilder builder(transcript::SourceFormat::CueJson, root.source());
    const JsonValue cues = root.isArray() ? root : root[JsonKey::Cues];
    const auto timeOf = root.isArray() && isInMilliseconds(cues) ? millisecondsOf : secondsOf;
    for (JsonValue cue = cues.first(); cue; cue = cue.next()) {
        const std::optional<MediaTime> start = timeOf(cue[JsonKey::Start]);
        std::optional<MediaTime> stop = timeOf(cue[JsonKey::End]);
        if (const std::optional<MediaTime> duration = timeOf(cue[JsonKey::Duration]); !stop && start && duration)
            stop = *start + *duration;
        builder.beginCueAt(cue.begin(), start, stop, cue[JsonKey::Id].text());
        builder.setSpeaker(speakerNamed(cue[JsonKey::Speaker]));
        const qint32 begin = builder.textSize();
        addJsonText(builder, cue[JsonKey::Text]);
        WordMatcher matcher(builder, begin);
        for (JsonValue word = cue[JsonKey::Words].first(); word; word = word.next())
            matcher.match(word[JsonKey::Text].text(), timeOf(word[JsonKey::Start]), timeOf(word[JsonKey::End]));
        builder.endCue();
    }
    return builder.finish();
}

} // namespace earmark::formats
