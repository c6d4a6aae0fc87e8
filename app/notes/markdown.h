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
    QString audioFile;                         // name, may be empty
    QString transcriptFile;                    // name, may be empty
    std::vector<ExportedHighlight> highlights; // in the order of the text
};

// CommonMark, UTF-8, "\n" ends: a heading with the title, a list of what is known about the episode,
// then each highlight as a block quote of one line with its speaker and time below and its note after
// it, a rule between each two. Text that is not the reader's own Markdown (titles, quotes, names) is
// escaped and reads the same when rendered; control characters are left out of all of it. A note is
// taken over as it is; where it leaves a code fence or an HTML block open, a line is added that closes
// it, so that it never swallows what follows.
[[nodiscard]] QByteArray writeMarkdown(const ExportedEpisode &episode);

// Where text is to stand: what begins a list or a quote does so only at the start of a paragraph.
enum class MarkdownPlace { ParagraphStart, InLine, Heading };

// Text with every character that CommonMark could take for markup at its place escaped by "\", and no
// other. As one line: white space is one space, control characters are left out. Brackets stay as they
// are unless they could be an inline link or a definition, so "[Music]" is for documents that define
// no link of that name.
[[nodiscard]] QString escapedMarkdown(QStringView text, MarkdownPlace place = MarkdownPlace::ParagraphStart);

} // namespace earmark::notes
