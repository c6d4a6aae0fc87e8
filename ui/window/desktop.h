// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace earmark::ui {

// The desktop application: `earmark [--library FILE] [--sample] [FILE…]`. Builds the object graph and
// returns the exit code. 1, with a sentence on the standard error, where there is no display.
[[nodiscard]] int runDesktop(int argc, char **argv);

} // namespace earmark::ui
