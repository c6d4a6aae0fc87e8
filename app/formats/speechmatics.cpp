// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jsoncues.h"
#include "formats/jsonreaders.h"

namespace earmark::formats {

using namespace Qt::StringLiterals;

CueList readSpeechmatics(JsonValue root)
{
    CueBuilder builder(transcript::SourceFormat::Speechmatics, root.source());
    WordCues cues(builder);
    QString speaker;
    for (JsonValue result = root[JsonKey::Results].first(); result; result = result.next()) {
        const JsonValue best = result[JsonKey::Alternatives].first();
        if (!best[JsonKey::Content])
            continue;
        const bool punctuation = result[JsonKey::Type].text() == u"punctuation";
        if (const JsonValue named = best[JsonKey::Speaker]; named && !punctuation)
            speaker = named.text() == u"UU" ? QString() : named.text(); // not told apart
        const std::optional<MediaTime> start = secondsOf(result[JsonKey::StartTime]);
        const std::optional<MediaTime> stop = secondsOf(result[JsonKey::EndTime]);
        const bool glued = punctuation && result[JsonKey::AttachesTo].text() != u"next";
        // A full stop lasts no time; it is no word.
        cues.add(best[JsonKey::Content], punctuation ? std::nullopt : start, punctuation ? std::nullopt : stop, speaker,
                 glued ? WordCues::Glue::ToPrevious : WordCues::Glue::Apart);
    }
    cues.finish();
    return builder.finish();
}

} // namespace earmark::formats
