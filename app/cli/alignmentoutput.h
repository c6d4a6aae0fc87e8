// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/align.h"
#include "cli/output.h"

#include <atomic>

namespace earmark::cli {

// A line that counts up, for eyes only: nothing where the terminal's errors go to a file. Gone when the
// work is done.
class ProgressLine
{
public:
    explicit ProgressLine(Terminal terminal);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    [[nodiscard]] Progress progress();

private:
    Terminal m_terminal;
    bool m_visible;
    std::atomic_int m_percent = -1;
};

// Says where a file is damaged or breaks off; nothing where it is whole.
void printDamage(Terminal terminal, const align::Alignment &alignment, const QString &audioFile);

// What was matched and what was not, for people and scripts; a stable contract. Lines of a name and
// values, tabulators between, times in seconds with three decimals:
//   audio, took, language, words, matched, given, anchored, skipped, sure: one value each;
//   skip FIRST LAST START END TEXT: words that were not heard, with their tokens and where they lie;
//   insertion START END: sound without words.
[[nodiscard]] QString alignmentReport(const transcript::Transcript &transcript, const align::Alignment &alignment,
                                      MediaTime took);

} // namespace earmark::cli
