// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jsoncues.h"
#include "formats/jsonreaders.h"

namespace earmark::formats {

namespace {

// Windows are opened by events without text, and line feeds appended by events of their own.
bool hasText(JsonValue event)
{
    for (JsonValue part = event[JsonKey::Segs].first(); part; part = part.next()) {
        if (!part[JsonKey::Utf8].text().trimmed().isEmpty())
            return true;
    }
    return false;
}

JsonValue nextWithText(JsonValue event)
{
    do {
        event = event.next();
    } while (event && !hasText(event));
    return event;
}

// The parts that a machine heard have offsets; people's captions are one part.
void addParts(CueBuilder &builder, JsonValue event, MediaTime start, std::optional<MediaTime> stop)
{
    for (JsonValue part = event[JsonKey::Segs].first(); part; part = part.next()) {
        if (const std::optional<MediaTime> offset = millisecondsOf(part[JsonKey::OffsetMs]))
            builder.addMark(stop ? std::min(start + *offset, *stop) : start + *offset);
        addJsonText(builder, part[JsonKey::Utf8]);
    }
}

bool hasOffsets(JsonValue event)
{
    for (JsonValue part = event[JsonKey::Segs].first(); part; part = part.next()) {
        if (part[JsonKey::OffsetMs])
            return true;
    }
    return false;
}

} // namespace

CueList readJson3(JsonValue root)
{
    CueBuilder builder(transcript::SourceFormat::YouTubeJson3, root.source());
    JsonValue event = root[JsonKey::Events].first();
    if (event && !hasText(event))
        event = nextWithText(event);
    while (event) {
        const JsonValue next = nextWithText(event);
        const std::optional<MediaTime> start = millisecondsOf(event[JsonKey::StartMs]);
        std::optional<MediaTime> stop;
        if (const auto duration = millisecondsOf(event[JsonKey::DurationMs]); start && duration)
            stop = *start + *duration;
        // A heard line stays on the screen while the next one is heard.
        const std::optional<MediaTime> following = millisecondsOf(next[JsonKey::StartMs]);
        if (stop && following && *following > *start && hasOffsets(event))
            stop = std::min(*stop, *following);
        builder.beginCueAt(event.begin(), start, stop);
        addParts(builder, event, start.value_or(MediaTime{}), stop);
        builder.endCue();
        event = next;
    }
    return builder.finish();
}

} // namespace earmark::formats
