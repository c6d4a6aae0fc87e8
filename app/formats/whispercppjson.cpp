// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jsoncues.h"
#include "formats/jsonreaders.h"
#include "formats/speakernames.h"
#include "formats/subriptime.h"

namespace earmark::formats {

using namespace Qt::StringLiterals;

namespace {

struct Times {
    std::optional<MediaTime> start;
    std::optional<MediaTime> stop;
};

Times timesOf(JsonValue segment)
{
    const JsonValue offsets = segment[JsonKey::Offsets];
    if (offsets)
        return {millisecondsOf(offsets[JsonKey::From]), millisecondsOf(offsets[JsonKey::To])};
    const JsonValue stamps = segment[JsonKey::Timestamps];
    const auto times =
        parseSubRipTimes(QString(stamps[JsonKey::From].text() + u" --> "_s + stamps[JsonKey::To].text()));
    return times ? Times{times->start, times->end} : Times{};
}

// "[_BEG_]", "[_TT_150]": marks between the tokens, nothing that is said.
bool isMark(const QString &token)
{
    return token.startsWith(u"[_"_s) && token.endsWith(u']');
}

// A word is one or more tokens; one that begins with a space begins a word.
void matchTokens(JsonValue tokens, WordMatcher &matcher)
{
    QString word;
    Times times;
    const auto flush = [&] {
        matcher.match(word, times.start, times.stop);
        word.clear();
    };
    for (JsonValue token = tokens.first(); token; token = token.next()) {
        const QString text = token[JsonKey::Text].text();
        const Times own = timesOf(token);
        if (isMark(text) || (!own.start && !own.stop))
            continue;
        if (text.startsWith(u' ') || word.isEmpty()) {
            flush();
            times = own;
        }
        word += text;
        times.stop = own.stop;
    }
    flush();
}

// A number; "?" where both channels are as loud.
QString speakerOf(JsonValue segment)
{
    const QString speaker = segment[JsonKey::Speaker].text();
    return speaker == u"?" ? QString() : calledSpeaker(speaker);
}

// With "-ml 1" each segment is a token, and those without a space go on with the word before.
bool isWordPerSegment(JsonValue segments)
{
    int count = 0;
    int single = 0;
    for (JsonValue segment = segments.first(); segment; segment = segment.next()) {
        ++count;
        single += segment[JsonKey::Text].text().trimmed().contains(u' ') ? 0 : 1;
    }
    return count > 1 && single * 4 >= count * 3;
}

CueList readSingleWords(JsonValue segments, CueBuilder &builder)
{
    WordCues cues(builder);
    for (JsonValue segment = segments.first(); segment; segment = segment.next()) {
        const QString text = segment[JsonKey::Text].text();
        if (text.trimmed().isEmpty())
            continue;
        const Times times = timesOf(segment);
        cues.add(segment[JsonKey::Text], times.start, times.stop, speakerOf(segment),
                 text.startsWith(u' ') ? WordCues::Glue::Apart : WordCues::Glue::ToPrevious);
    }
    cues.finish();
    return builder.finish();
}

} // namespace

CueList readWhisperCpp(JsonValue root)
{
    CueBuilder builder(transcript::SourceFormat::WhisperCpp, root.source());
    // {"result":{"language":"en"}} holds nothing else that we want; root["language"] is newer.
    builder.setLanguage(root[JsonKey::Language].text());
    const JsonValue segments = root[JsonKey::Transcription];
    if (isWordPerSegment(segments))
        return readSingleWords(segments, builder);
    for (JsonValue segment = segments.first(); segment; segment = segment.next()) {
        const Times times = timesOf(segment);
        builder.beginCueAt(segment.begin(), times.start, times.stop);
        builder.setSpeaker(speakerOf(segment));
        const qint32 begin = builder.textSize();
        addJsonText(builder, segment[JsonKey::Text]);
        WordMatcher matcher(builder, begin);
        matchTokens(segment[JsonKey::Tokens], matcher);
        builder.endCue();
    }
    return builder.finish();
}

} // namespace earmark::formats
