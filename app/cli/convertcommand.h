// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.h"
#include "cli/invocation.h"

namespace earmark::cli {

// earmark convert IN [OUT]: a transcript from one format into another, without a library.
[[nodiscard]] ExitCode convert(const Invocation &invocation, Terminal terminal);

// The names that --to and --from take, with commas between them.
[[nodiscard]] QString targetFormats();
[[nodiscard]] QString sourceFormats();

} // namespace earmark::cli
