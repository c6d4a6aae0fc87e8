// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.h"
#include "cli/invocation.h"

namespace earmark::cli {

// earmark highlight EPISODE FIRST LAST, earmark note HIGHLIGHT|EPISODE TEXT, earmark tag [HIGHLIGHT TAGS],
// earmark import-annotations FILE.
[[nodiscard]] ExitCode highlight(const Invocation &invocation, Terminal terminal);
[[nodiscard]] ExitCode note(const Invocation &invocation, Terminal terminal);
[[nodiscard]] ExitCode tag(const Invocation &invocation, Terminal terminal);
[[nodiscard]] ExitCode importAnnotations(const Invocation &invocation, Terminal terminal);

[[nodiscard]] CommandSpec highlightSpec();
[[nodiscard]] CommandSpec noteSpec();
[[nodiscard]] CommandSpec tagSpec();
[[nodiscard]] CommandSpec importAnnotationsSpec();

} // namespace earmark::cli
