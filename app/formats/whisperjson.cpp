// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jsoncues.h"
#include "formats/jsonreaders.h"

namespace earmark::formats {

namespace {

JsonValue wordText(JsonValue word)
{
    // whisper-timestamped calls it "text".
    const JsonValue text = word[JsonKey::Word];
    return text ? text : word[JsonKey::Text];
}

// The API gives words beside the segments, not in them: those that begin before a segment ends are its.
class LooseWords
{
public:
    explicit LooseWords(JsonValue words) : m_next(words.first()) {}

    void match(WordMatcher &matcher, std::optional<MediaTime> segmentEnd)
    {
        for (; m_next; m_next = m_next.next()) {
            const std::optional<MediaTime> start = secondsOf(m_next[JsonKey::Start]);
            if (start && segmentEnd && *start >= *segmentEnd)
                return;
            matcher.match(wordText(m_next).text(), start, secondsOf(m_next[JsonKey::End]));
        }
    }

private:
    JsonValue m_next;
};

CueList readWords(JsonValue words, CueBuilder &builder)
{
    WordCues cues(builder);
    for (JsonValue word = words.first(); word; word = word.next()) {
        // Spaces are words to ElevenLabs; cues set their own.
        if (wordText(word).text().trimmed().isEmpty())
            continue;
        cues.add(wordText(word), secondsOf(word[JsonKey::Start]), secondsOf(word[JsonKey::End]),
                 speakerNamed(word[JsonKey::Speaker]));
    }
    cues.finish();
    return builder.finish();
}

CueList readText(JsonValue text, CueBuilder &builder)
{
    builder.beginCueAt(text.begin(), std::nullopt, std::nullopt);
    addJsonText(builder, text);
    builder.endCue();
    return builder.finish();
}

// WhisperX names the speaker of a segment, or only those of its words.
QString speakerOf(JsonValue segment)
{
    const JsonValue speaker = segment[JsonKey::Speaker];
    return speakerNamed(speaker ? speaker : segment[JsonKey::Words].first()[JsonKey::Speaker]);
}

} // namespace

CueList readWhisper(JsonValue root)
{
    CueBuilder builder(transcript::SourceFormat::Whisper, root.source());
    builder.setLanguage(root[JsonKey::Language].text());
    const JsonValue segments = root.isArray() ? root : root[JsonKey::Segments];
    if (!segments.first() && root[JsonKey::Words].first())
        return readWords(root[JsonKey::Words], builder);
    if (!segments.first())
        return readText(root[JsonKey::Text], builder);
    // Objects are Whisper's; lists come from anywhere.
    const auto timeOf = root.isArray() && isInMilliseconds(segments) ? millisecondsOf : secondsOf;
    LooseWords loose(root[JsonKey::Words]);
    for (JsonValue segment = segments.first(); segment; segment = segment.next()) {
        const std::optional<MediaTime> stop = timeOf(segment[JsonKey::End]);
        builder.beginCueAt(segment.begin(), timeOf(segment[JsonKey::Start]), stop, segment[JsonKey::Id].text());
        builder.setSpeaker(speakerOf(segment));
        const qint32 begin = builder.textSize();
        addJsonText(builder, segment[JsonKey::Text]);
        WordMatcher matcher(builder, begin);
        const JsonValue words = segment[JsonKey::Words];
        for (JsonValue word = words.first(); word; word = word.next())
            matcher.match(wordText(word).text(), timeOf(word[JsonKey::Start]), timeOf(word[JsonKey::End]));
        if (!words)
            loose.match(matcher, stop);
        builder.endCue();
    }
    return builder.finish();
}

} // namespace earmark::formats
