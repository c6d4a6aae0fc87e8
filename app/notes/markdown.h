// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"

#include <QDate>
#include <QString>

#include <vector>

namespace earmark::notes {

// What an export says, already put into words; values only, so that any exporter can be tested alone.
struct ExportedHighlight {
    QString quote;
    QString speaker; // empty where unknown
    MediaTime start{};
    MediaTime end{};
    bool timeIsEstimated = false;
    QString note; // Markdown, taken over as it is
};

struct ExportedEpisode {
    QString title;
    QString show;
    QDate date;
    MediaTime duration{};
    QString audioFile;      // path, may be empty
    QString transcriptFile; // name, may be empty
    std::vector<ExportedHighlight> highlights; // in the order of the text
};

// CommonMark, UTF-8, "\n" ends: a heading with the title, a list of what is known about the episode,
// then each highlight as a block quote with its time below and its note after it. Text that is not
// the reader's own Markdown (titles, quotes, names) is escaped and reads the same when rendered.
[[nodiscard]] QByteArray writeMarkdown(const ExportedEpisode &episode);

// Text with every character that CommonMark could take for markup at its place escaped by "\".
[[nodiscard]] QString escapedMarkdown(QStringView text);

} // namespace earmark::notes
