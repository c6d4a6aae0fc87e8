// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/actions.h"

// Short words for the rows of the action table, which is written in more than one file.
namespace earmark::ui::rows {

using Id = ActionId;
using Menu = ActionMenu;
inline constexpr KeyContext window = KeyContext::Window;
inline constexpr KeyContext reading = KeyContext::Reading;

[[nodiscard]] inline QKeySequence key(QKeyCombination combination)
{
    return QKeySequence(combination);
}

// A row whose action takes a count.
[[nodiscard]] inline ActionSpec counted(ActionSpec spec)
{
    spec.counts = true;
    return spec;
}

} // namespace earmark::ui::rows
