// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/mediatime.h"
#include "notes/highlight.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace earmark::notes {

// What an export says; values only, so that any exporter can be tested alone. No text in them is
// escaped for anything.

// What stands below a heading: a chapter of the audio, or one that the reader set.
struct ExportedChapter {
    QString title;
    MediaTime start{};
    MediaTime end{}; // where the next one begins, or the episode ends
    bool timeIsEstimated = false;

    bool operator==(const ExportedChapter &) const = default;
};

struct ExportedHighlight {
    HighlightId id;
    Place place = Place::Words;
    Mark mark = Mark::One;
    QString markName;              // what the mark means to the reader; empty where it was given no name
    QString quote;                 // as a person would write it
    QString speaker;               // empty where unknown
    std::optional<size_t> chapter; // of the episode's, that it stands in
    MediaTime start{};
    MediaTime end{};
    bool timeIsEstimated = false;
    std::vector<MediaTime> wordStarts; // one for each piece of the quote between spaces; or empty
    QString note;                      // Markdown
    QStringList tags;
    Selectors selectors;     // of today's transcript
    qsizetype textBegin = 0; // in the transcript's text, in code points
    qsizetype textEnd = 0;
    bool isInText = false; // the episode's paragraphs have it
    QDateTime created;
    QDateTime modified;

    bool operator==(const ExportedHighlight &) const = default;
};

// A piece of a paragraph within which no highlight begins or ends.
struct ExportedRun {
    QString text; // as it is shown
    bool followsSpace = false;
    bool isMarked = false;
    std::vector<size_t> ending; // the episode's highlights that end with it

    bool operator==(const ExportedRun &) const = default;
};

// A paragraph of the text as it is read.
struct ExportedParagraph {
    qint32 token = 0;              // its first one
    std::optional<size_t> chapter; // of the episode's, that begins with it
    QString speaker;               // empty where unknown
    bool startsTurn = false;
    MediaTime start{};
    MediaTime end{};
    bool timeIsEstimated = false;
    std::vector<ExportedRun> runs;

    bool operator==(const ExportedParagraph &) const = default;
};

struct ExportedEpisode {
    EpisodeId id;
    QString title;
    QString show;
    QDate date;
    MediaTime duration{};
    QString language;                          // BCP 47, may be empty
    QString audioPath;                         // absolute, may be empty
    QString audioFile;                         // its name
    QString transcriptFile;                    // name, may be empty
    std::vector<ExportedChapter> chapters;     // in the order of the text
    std::vector<ExportedHighlight> highlights; // in the order of the text
    std::vector<ExportedParagraph> paragraphs; // of the whole text; empty where it is not exported

    bool operator==(const ExportedEpisode &) const = default;
};

} // namespace earmark::notes
