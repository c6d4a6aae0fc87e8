// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/cuelist.h"
#include "formats/nameindex.h"
#include "formats/placecounter.h"

namespace earmark::formats {

// Builds a CueList cue by cue: beginCue, then text, speakers and marks in the order of the file, then
// endCue. Whitespace around a cue's text is left out, lines without text inside it are.
class CueBuilder
{
public:
    // With `source`, cues can be begun by their place in it.
    explicit CueBuilder(transcript::SourceFormat format, QStringView source = {}) : m_places(source)
    {
        m_list.format = format;
    }

    void setLanguage(const QString &language) { m_list.language = language; }
    // Beyond ten thousand nobody reads them.
    void warn(Warning::Kind kind, int line, int column = 0)
    {
        constexpr size_t most = 10000;
        if (m_list.warnings.size() < most)
            m_list.warnings.push_back({kind, line, column});
    }
    // The same at a place in the source.
    void warnAt(Warning::Kind kind, qint32 place)
    {
        const Warning here = m_places.warningAt(kind, place);
        warn(here.kind, here.line, here.column);
    }

    // `line` is where the times stand.
    void beginCue(std::optional<MediaTime> start, std::optional<MediaTime> stop, int line, QStringView id = {});
    // The same for formats without lines of their own: `place` is where the cue stands in the source.
    void beginCueAt(qint32 place, std::optional<MediaTime> start, std::optional<MediaTime> stop, QStringView id = {});
    // Instead of those given at its beginning.
    void setTimes(std::optional<MediaTime> start, std::optional<MediaTime> stop)
    {
        m_cue.start = start;
        m_cue.stop = stop;
    }
    // Who says the text that follows, until the cue ends; empty: nobody known.
    void setSpeaker(QStringView name);
    // Text that stands in the source as it is, from `source` on. "\n", "\r" and "\r\n" in it end lines.
    void addText(QStringView text, qint32 source);
    // Text that the source writes as `sourceLength` characters: an entity, an escape.
    void addWritten(QStringView text, qint32 source, qint32 sourceLength);
    // The line ends here.
    void addBreak(qint32 source);
    // Takes whitespace from the end of the line so far.
    void trimLine();
    // What follows is heard from `time` on.
    void addMark(MediaTime time) { m_marks.emplace_back(qint32(m_list.text.size()), time); }
    // The text from `begin` to `end`, counted in textSize(), is heard at these times.
    void addWord(qint32 begin, qint32 end, MediaTime start, MediaTime stop);
    // Whether a word ends after `place`.
    [[nodiscard]] bool hasWordAfter(qint32 place) const
    {
        return qint32(m_list.words.size()) > m_cue.firstWord && m_list.words.back().end > place;
    }
    // What follows the last word without a gap belongs to it: the text up to textSize(), whitespace at
    // its end aside, and the time up to `stop`.
    void extendWord(qint32 from, std::optional<MediaTime> stop);
    [[nodiscard]] qint32 textSize() const { return qint32(m_list.text.size()); }
    [[nodiscard]] QStringView textFrom(qint32 begin) const { return QStringView(m_list.text).mid(begin); }
    // Whether the cue has text so far.
    [[nodiscard]] bool hasText();
    // Whether the text so far ends in whitespace, or is empty.
    [[nodiscard]] bool endsInSpace() const { return m_list.text.size() == m_cue.begin || m_list.text.back().isSpace(); }
    // Where the cue has no times of its own, it lasts from its first word to its last.
    void timeByWords();
    // Leaves the cue out, with a warning, when it has no text.
    void endCue();

    // The list, tidied up as foldRepeats and joinSingleWords do.
    [[nodiscard]] CueList finish();
    // The list as it was built.
    [[nodiscard]] CueList finishRaw()
    {
        m_list.speakers = m_speakers.names();
        return std::move(m_list);
    }

private:
    struct Part {
        qint32 begin = 0;
        qint32 speaker = -1;
    };

    void run(qint32 source, qint32 sourceLength);
    void appendLine(QStringView text, qint32 source);
    void takeBack(qint32 size);
    void makeWords(qint32 begin, qint32 end);
    void appendParts(qint32 begin, qint32 end);

    CueList m_list;
    PlaceCounter m_places;
    Cue m_cue;
    int m_column = 0;     // of the cue, from 1; 0 is unknown
    qint32 m_blankTo = 0; // the cue's text begins with whitespace up to here, or further
    std::vector<Part> m_parts;
    std::vector<std::pair<qint32, MediaTime>> m_marks;
    NameIndex m_speakers;
};

} // namespace earmark::formats
