// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jsoncues.h"
#include "formats/jsonreaders.h"

namespace earmark::formats {

using namespace Qt::StringLiterals;

namespace {

// Who speaks when, where older files say so beside the items.
class Speakers
{
public:
    explicit Speakers(JsonValue labels) : m_segment(labels[JsonKey::Segments].first()) {}

    // `start` must not fall from call to call.
    QString at(MediaTime start)
    {
        while (m_segment) {
            const std::optional<MediaTime> end = secondsOf(m_segment[JsonKey::EndTime]);
            if (end && *end > start)
                break;
            m_segment = m_segment.next();
        }
        const std::optional<MediaTime> begin = secondsOf(m_segment[JsonKey::StartTime]);
        return begin && *begin <= start ? m_segment[JsonKey::SpeakerLabel].text() : QString();
    }

private:
    JsonValue m_segment;
};

} // namespace

CueList readAwsTranscribe(JsonValue root)
{
    CueBuilder builder(transcript::SourceFormat::AwsTranscribe, root.source());
    const JsonValue results = root[JsonKey::Results];
    builder.setLanguage(results[JsonKey::LanguageCode].text());
    Speakers speakers(results[JsonKey::SpeakerLabels]);
    WordCues cues(builder);
    QString speaker;
    for (JsonValue item = results[JsonKey::Items].first(); item; item = item.next()) {
        const JsonValue content = item[JsonKey::Alternatives].first()[JsonKey::Content];
        const std::optional<MediaTime> start = secondsOf(item[JsonKey::StartTime]);
        const bool punctuation = item[JsonKey::Type].text() == u"punctuation";
        if (const JsonValue label = item[JsonKey::SpeakerLabel])
            speaker = label.text();
        else if (const JsonValue channel = item[JsonKey::ChannelLabel])
            speaker = channel.text(); // one voice on each
        else if (start)
            speaker = speakers.at(*start);
        cues.add(content, start, secondsOf(item[JsonKey::EndTime]), speaker,
                 punctuation ? WordCues::Glue::ToPrevious : WordCues::Glue::Apart);
    }
    cues.finish();
    return builder.finish();
}

} // namespace earmark::formats
