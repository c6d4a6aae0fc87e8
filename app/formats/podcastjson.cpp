// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jsoncues.h"
#include "formats/jsonreaders.h"

namespace earmark::formats {

CueList readPodcastJson(JsonValue root)
{
    CueBuilder builder(transcript::SourceFormat::PodcastJson, root.source());
    for (JsonValue segment = root[JsonKey::Segments].first(); segment; segment = segment.next()) {
        builder.beginCueAt(segment.begin(), secondsOf(segment[JsonKey::StartTime]),
                           secondsOf(segment[JsonKey::EndTime]));
        builder.setSpeaker(speakerNamed(segment[JsonKey::Speaker]));
        addJsonText(builder, segment[JsonKey::Body]);
        builder.endCue();
    }
    return builder.finish();
}

} // namespace earmark::formats
