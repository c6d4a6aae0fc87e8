// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "formats/formats.h"
#include "reading/punctuation.h"
#include "store/store.h"

#include <QLocale>

#include <limits>
#include <optional>

namespace earmark::cli {

void print(std::FILE *stream, const QString &text);
void printLine(std::FILE *stream, const QString &text);

// "earmark: …" on `err`.
void complain(Terminal terminal, const QString &sentence);
[[nodiscard]] ExitCode fail(Terminal terminal, const Error &error);
[[nodiscard]] ExitCode failUsage(Terminal terminal, const QString &sentence, const QString &command);
[[nodiscard]] ExitCode failNotANumber(Terminal terminal, const QString &text, const QString &command);
// What of a transcript could not be used.
void printWarnings(Terminal terminal, const QString &file, const std::vector<formats::Warning> &warnings);

// nullopt where the text is not a whole number that fits.
template <class Number>
[[nodiscard]] std::optional<Number> numberOf(const QString &text)
{
    bool ok = false;
    const qlonglong value = QLocale::c().toLongLong(text, &ok);
    return ok && value >= std::numeric_limits<Number>::min() && value <= std::numeric_limits<Number>::max()
        ? std::optional(Number(value))
        : std::nullopt;
}
[[nodiscard]] std::optional<EpisodeId> episodeNumber(const QString &text);
// Seconds, or hours, minutes and seconds with colons between.
[[nodiscard]] std::optional<MediaTime> timeIn(const QString &text);

// All that comes in, as UTF-8.
[[nodiscard]] QString readStandardInput();

// The model that ships with the program; an empty one, and a complaint, where it cannot be used.
[[nodiscard]] reading::PunctuationModel punctuationModel(Terminal terminal);

// Parses, handles --help and wrong usage, runs `run`, and makes sure that all output was written.
[[nodiscard]] ExitCode runCommand(const QStringList &arguments, Terminal terminal,
                                  const std::function<ExitCode(const Invocation &)> &run);

// As Store::open; a library that was named but is not there is not made by reading it.
[[nodiscard]] Result<std::unique_ptr<store::Store>> openLibrary(const Invocation &invocation,
                                                                store::Store::Access access);
// To write to a library that is there; what changes episodes never makes one.
[[nodiscard]] Result<std::unique_ptr<store::Store>> openToChange(const Invocation &invocation);

} // namespace earmark::cli
