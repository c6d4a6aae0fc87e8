// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/warning.h"
#include "transcript/transcript.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace earmark::formats {

// A stretch of CueList::text, up to the next run, and where it stands in the decoded source.
struct SourceRun {
    qint32 text = 0;
    qint32 source = 0;
    qint32 sourceLength = 0; // 0: character by character; else all of it is written as these ("&amp;")

    bool operator==(const SourceRun &) const = default;
};

// Words whose times the file gives by themselves: mostly one, several where the file times phrases.
struct CueWord {
    qint32 begin = 0; // in CueList::text
    qint32 end = 0;
    MediaTime start{};
    MediaTime stop{};

    bool operator==(const CueWord &) const = default;
};

// What the file shows or says at one time.
struct Cue {
    qint32 begin = 0; // in CueList::text
    qint32 end = 0;
    qint32 idBegin = 0; // in CueList::ids; empty where the file gives none
    qint32 idEnd = 0;
    qint32 firstWord = 0; // in CueList::words; none where the file times whole cues
    qint32 wordEnd = 0;
    qint32 speaker = -1; // in CueList::speakers; -1 where the file names none
    int line = 0;        // of its times, from 1; 0 is unknown
    std::optional<MediaTime> start;
    std::optional<MediaTime> stop;
    bool continues = false; // another speaker within the cue before; times and id are the same

    bool operator==(const Cue &) const = default;
};

// A transcript as its file divides it, before anything is known about words and turns. One string
// holds all text, so that a hundred megabytes of captions need few allocations.
struct CueList {
    transcript::SourceFormat format = transcript::SourceFormat::PlainText;
    QString language; // BCP 47 as the file states it
    QString text;     // what a reader sees: tags removed, entities resolved, "\n" between lines
    QString ids;
    QStringList speakers;
    std::vector<SourceRun> places; // ordered by text
    std::vector<CueWord> words;
    std::vector<Cue> cues; // in the order of the file
    std::vector<Warning> warnings;

    [[nodiscard]] QStringView textOf(const Cue &cue) const
    {
        return QStringView(text).mid(cue.begin, cue.end - cue.begin);
    }
    [[nodiscard]] QStringView textOf(const CueWord &word) const
    {
        return QStringView(text).mid(word.begin, word.end - word.begin);
    }
    [[nodiscard]] QStringView idOf(const Cue &cue) const
    {
        return QStringView(ids).mid(cue.idBegin, cue.idEnd - cue.idBegin);
    }
    [[nodiscard]] QString speakerOf(const Cue &cue) const
    {
        return cue.speaker < 0 ? QString() : speakers[cue.speaker];
    }
};

// The transcript behind the cues, with the list's warnings and those about times that overlap.
struct ParsedTranscript {
    transcript::Transcript transcript;
    std::vector<Warning> warnings;
};
[[nodiscard]] ParsedTranscript transcriptOf(CueList &&list);

// A transcript's cues: its paragraphs, divided where turns or times begin. For text that no file has
// divided into cues. Labels and times written in the text are not part of a cue's text.
[[nodiscard]] CueList cuesOf(const transcript::Transcript &transcript);

// Reads captions once that roll up line by line, grow word by word, or are there twice.
void foldRepeats(CueList &list);
// Makes sentences of cues that hold one word each; their times become the words'.
void joinSingleWords(CueList &list);
// Takes "ANNA:" from the beginning of lines and makes it the speaker of what follows, where no cue
// has a speaker yet.
void takeLabels(CueList &list);
// Whether takeLabels would find the same speakers, were each written as "Name: " where he begins.
[[nodiscard]] bool labelsTellSpeakers(const CueList &list);

} // namespace earmark::formats
