// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace earmark {

// A word as people wrote it down: without punctuation, and what was there (of TokenLine).
struct WrittenWord {
    QString word;
    char mark = 'N';
    char casing = 'l';
};

// The spoken words of a transcript in the layout of the Changelog's: Markdown, "**Name:**" turns,
// time marks, links.
[[nodiscard]] std::vector<WrittenWord> writtenWords(const QString &markdown);

// As a recogniser hears them that errs in `rate` of them: 4 of 10 errors replace a word by another of
// the episode's, 3 leave it out (its mark stays with the word before), 3 tear a long one in two.
[[nodiscard]] std::vector<WrittenWord> misheard(const std::vector<WrittenWord> &words, double rate, quint32 seed);

// What a captioner gives: lower case (but "I"), no punctuation, one line.
[[nodiscard]] QString captionOf(const std::vector<WrittenWord> &words);

} // namespace earmark
