// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.h"
#include "cli/invocation.h"

namespace earmark::cli {

// earmark replace EPISODE TRANSCRIPT: another transcript for an episode, its highlights kept.
[[nodiscard]] ExitCode replace(const Invocation &invocation, Terminal terminal);

} // namespace earmark::cli
