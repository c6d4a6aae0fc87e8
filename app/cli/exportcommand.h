// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.h"
#include "cli/invocation.h"

namespace earmark::cli {

// earmark export EPISODE|--all --output PATH, and --show-template NAME.
[[nodiscard]] ExitCode exportNotes(const Invocation &invocation, Terminal terminal);

[[nodiscard]] CommandSpec exportSpec();

} // namespace earmark::cli
