// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <cstdio>

namespace earmark::cli {

// A terminal command's streams, so that tests can read them. Results go to `out`, progress and
// errors to `err`.
struct Terminal {
    std::FILE *out = stdout;
    std::FILE *err = stderr;
};

enum class ExitCode : int { Ok = 0, Failed = 1, Usage = 2 };

// Commands that need neither audio nor speech, kept apart so that they start without loading libav:
// list, read, highlight, export, check, help, version. `arguments` begins with the command's name.
[[nodiscard]] bool isTextCommand(const QString &name);
[[nodiscard]] ExitCode runTextCommand(const QStringList &arguments, Terminal terminal);

// import, align, sample.
[[nodiscard]] bool isMediaCommand(const QString &name);
[[nodiscard]] ExitCode runMediaCommand(const QStringList &arguments, Terminal terminal);

} // namespace earmark::cli
