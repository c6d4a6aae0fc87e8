// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commands.h"
#include "cli/invocation.h"

namespace earmark::cli {

// earmark glossary [list], earmark glossary add HEARD MEANT, earmark glossary remove RULE,
// earmark glossary hits EPISODE.
[[nodiscard]] ExitCode glossary(const Invocation &invocation, Terminal terminal);

[[nodiscard]] CommandSpec glossarySpec();

} // namespace earmark::cli
