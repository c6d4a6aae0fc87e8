// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"

#include <QStringList>

#include <cstdio>
#include <functional>

class QCoreApplication;

namespace earmark::cli {

// A terminal command's streams, so that tests can read them. Results go to `out`, progress and
// errors to `err`.
struct Terminal {
    std::FILE *out = stdout;
    std::FILE *err = stderr;
};

enum class ExitCode : int { Ok = 0, Failed = 1, Usage = 2 };

// The command in the program's arguments (without the program's name), with the command's name
// brought to the front: "--library x list" is "list --library x", "--help" is "help",
// and "sample --help", which needs no audio, is "help sample". Empty: the arguments are the window's.
[[nodiscard]] QStringList commandLine(const QStringList &arguments);

// Whether the window's first argument is neither an option nor like a file's name, nor there: a
// command misspelt.
[[nodiscard]] bool looksMisspelt(const QStringList &arguments);
[[nodiscard]] ExitCode failMisspelt(const QStringList &arguments, Terminal terminal);

// Makes the program speak the user's language; English where there is no translation.
void loadTranslations(QCoreApplication &application);

// Commands that need neither audio nor speech, kept apart so that they start without loading libav:
// list, read, convert, highlight, note, tag, import-annotations, replace, glossary, export, check, help, version.
// `arguments` begins with the command's name.
[[nodiscard]] bool isTextCommand(const QString &name);
[[nodiscard]] ExitCode runTextCommand(const QStringList &arguments, Terminal terminal);

// Draws the window with an episode of a library into a PNG file; given by who has a window.
using PictureMaker =
    std::function<Result<void>(const QString &libraryPath, EpisodeId episode, const QString &pictureFile)>;

// import, align, sample. While one aligns, SIGINT stops it cleanly.
[[nodiscard]] bool isMediaCommand(const QString &name);
[[nodiscard]] ExitCode runMediaCommand(const QStringList &arguments, Terminal terminal,
                                       const PictureMaker &drawWindow = {});

} // namespace earmark::cli
