// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace earmark::ui {

// Whether the environment names a display on which a window may appear: Qt aborts the program where
// that is not so. DISPLAY as X(7) describes it, WAYLAND_DISPLAY as wl_display_connect does; one on
// another machine is taken at its word.
[[nodiscard]] bool isDisplayAnswering();

} // namespace earmark::ui
