// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/cuebuilder.h"
#include "formats/jsontree.h"

#include <optional>

namespace earmark::formats {

// A JSON string's text with the places of its characters; escaped line ends end lines.
void addJsonText(CueBuilder &builder, JsonValue text);

// Times as services write them; nullopt where there is none, or one that nothing lasts to.
[[nodiscard]] std::optional<MediaTime> secondsOf(JsonValue value);
[[nodiscard]] std::optional<MediaTime> millisecondsOf(JsonValue value);

// Whether the times of a list count milliseconds, where nothing says so: they are whole numbers, and too
// many for the text that is said in them.
[[nodiscard]] bool isInMilliseconds(JsonValue segments);

// How a service names who speaks: a string as it is, a number as "Speaker 1".
[[nodiscard]] QString speakerNamed(JsonValue value);

// Finds timed words in the text of the cue that is being built.
class WordMatcher
{
public:
    // `begin` is where the cue's text begins, in the builder's textSize().
    WordMatcher(CueBuilder &builder, qint32 begin) : m_builder(builder), m_at(begin) {}

    // The next word; one that is not found soon has no place and gets no time.
    void match(const QString &word, std::optional<MediaTime> start, std::optional<MediaTime> stop);

private:
    CueBuilder &m_builder;
    qint32 m_at = 0;
};

// Makes cues of words where the service gives nothing larger: a cue ends with its sentence, at a long
// pause, and when someone else speaks.
class WordCues
{
public:
    enum class Glue { Apart, ToPrevious }; // punctuation, the rest of a word

    explicit WordCues(CueBuilder &builder) : m_builder(builder) {}

    void add(JsonValue text, std::optional<MediaTime> start, std::optional<MediaTime> stop, const QString &speaker,
             Glue glue = Glue::Apart);
    void finish();

private:
    [[nodiscard]] bool goesOn(std::optional<MediaTime> start, const QString &speaker) const;

    CueBuilder &m_builder;
    QString m_speaker;
    std::optional<MediaTime> m_start;
    std::optional<MediaTime> m_stop;
    qint32 m_begin = 0;
    bool m_isOpen = false;
};

} // namespace earmark::formats
