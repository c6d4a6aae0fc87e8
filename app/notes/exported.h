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

#include <vector>

namespace earmark::notes {

// What an export says; values only, so that any exporter can be tested alone. No text in them is
// escaped for anything.
struct ExportedHighlight {
    HighlightId id;
    Place place = Place::Words;
    Mark mark = Mark::One;
    QString markName; // what the mark means to the reader; empty where it was given no name
    QString quote;    // as a person would write it
    QString speaker;  // empty where unknown
    QString chapter;  // the heading that it stands under; empty where there is none
    MediaTime start{};
    MediaTime end{};
    bool timeIsEstimated = false;
    std::vector<MediaTime> wordStarts; // one for each piece of the quote between spaces; or empty
    QString note;                      // Markdown
    QStringList tags;
    Selectors selectors;     // of today's transcript
    qsizetype textBegin = 0; // in the transcript's text, in code points
    qsizetype textEnd = 0;
    QDateTime created;
    QDateTime modified;

    bool operator==(const ExportedHighlight &) const = default;
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
    std::vector<ExportedHighlight> highlights; // in the order of the text

    bool operator==(const ExportedEpisode &) const = default;
};

} // namespace earmark::notes
