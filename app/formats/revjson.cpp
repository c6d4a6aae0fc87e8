// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clocktime.h"
#include "formats/jsoncues.h"
#include "formats/jsonreaders.h"

namespace earmark::formats {

using namespace Qt::StringLiterals;

namespace {

// Names stand beside the monologues, by number, or in them.
QString speakerOf(JsonValue root, JsonValue monologue)
{
    const JsonValue number = monologue[JsonKey::Speaker];
    const JsonValue info = monologue[JsonKey::SpeakerInfo];
    const JsonValue own = info ? info[JsonKey::DisplayName] : monologue[JsonKey::DisplayName];
    if (own.isString())
        return own.text().simplified();
    for (JsonValue speaker = root[JsonKey::Speakers].first(); speaker; speaker = speaker.next()) {
        if (speaker[JsonKey::Id].text() == number.text() && speaker[JsonKey::Name].isString())
            return speaker[JsonKey::Name].text().simplified();
    }
    return speakerNamed(number);
}

// Seconds from the machine, "00:00:01,210" from people.
std::optional<MediaTime> timeOf(JsonValue value)
{
    const std::optional<MediaTime> seconds = secondsOf(value);
    return seconds || !value.isString() ? seconds : parseClockTime(value.text());
}

} // namespace

CueList readRev(JsonValue root)
{
    CueBuilder builder(transcript::SourceFormat::Rev, root.source());
    WordCues cues(builder);
    for (JsonValue monologue = root[JsonKey::Monologues].first(); monologue; monologue = monologue.next()) {
        const QString speaker = speakerOf(root, monologue);
        for (JsonValue element = monologue[JsonKey::Elements].first(); element; element = element.next()) {
            const JsonValue value = element[JsonKey::Value];
            // Spaces are elements, too; cues set their own.
            if (value.text().trimmed().isEmpty())
                continue;
            const bool punctuation = element[JsonKey::Type].text() == u"punct";
            cues.add(value, timeOf(element[JsonKey::Ts]), timeOf(element[JsonKey::EndTs]), speaker,
                     punctuation ? WordCues::Glue::ToPrevious : WordCues::Glue::Apart);
        }
        cues.finish();
    }
    return builder.finish();
}

} // namespace earmark::formats
