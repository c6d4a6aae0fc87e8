// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QEvent;

namespace earmark::ui {

// For a field's event(): keeps a key for typing, where it could also be a command of the window. Of keys without
// Ctrl or Alt only those from F1 on are commands while one types. Whether it has done so.
[[nodiscard]] bool takesForTyping(QEvent &event);

} // namespace earmark::ui
