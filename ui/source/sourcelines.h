// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

#include <QString>

#include <optional>
#include <vector>

namespace earmark::ui {

// A piece of a line of the source, as it is shown: all of it, or a part of one that is very long.
struct SourceLine {
    qint32 source = 0; // where it begins in the source, UTF-16 code units
    qint32 shown = 0;  // and in SourceLines::shown
    qint32 length = 0; // without the line's end
    int number = 0;    // of the source's line, from 1
    bool continues = false;

    bool operator==(const SourceLine &) const = default;
};

// The source as a text widget can show it: every line ends in one LF, lines of hundreds of thousands
// of characters are cut into pieces, and what a text widget takes for a line's end within one shows as
// U+FFFD. Otherwise character by character the same.
struct SourceLines {
    QString shown;
    std::vector<SourceLine> lines; // at least one
};

// JSON's long lines are cut between values where they can be, all others at a space.
enum class LineCutting { AtSpaces, BetweenValues };
[[nodiscard]] SourceLines linesOf(const QString &source, LineCutting cutting);

// From a place in the source to the one that shows it, and back; both are clamped to what is there.
[[nodiscard]] qint32 shownAt(const SourceLines &lines, qint32 source);
[[nodiscard]] qint32 sourceAt(const SourceLines &lines, qint32 shown);
// The place of a line and column, from 1; a column of 0 is the line's begin.
[[nodiscard]] qint32 sourceAt(const SourceLines &lines, int number, int column);
// The piece that shows this place of SourceLines::shown.
[[nodiscard]] const SourceLine &lineAt(const SourceLines &lines, qint32 shown);
// The column of a place of the source in its line, from 1.
[[nodiscard]] int columnAt(const SourceLines &lines, qint32 source);

// Tokens in the order of the source.
struct SourceTokens {
    struct Place {
        qint32 begin = 0; // in the source
        qint32 end = 0;
        transcript::TokenIndex token = 0;
    };
    std::vector<Place> places; // by begin
};

[[nodiscard]] SourceTokens tokensOf(const transcript::Transcript &transcript);
// The token at a place of the source, or the one nearest to it; nullopt without tokens.
[[nodiscard]] std::optional<transcript::TokenIndex> tokenAt(const SourceTokens &tokens, qint32 source);

} // namespace earmark::ui
