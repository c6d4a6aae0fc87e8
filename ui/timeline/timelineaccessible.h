// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace earmark::ui {

// From now on, screen readers know a Timeline as a slider over the episode's seconds whose value is told in
// words. Any number of calls count as one.
void installTimelineAccessibility();

} // namespace earmark::ui
