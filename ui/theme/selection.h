// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QStyleOptionViewItem;

namespace earmark::ui {

// A list shows its selection in full colour only while it has the focus: where the keys act is seen
// at a glance, and the panes stay quiet while the reader reads.
void quietUnlessFocused(QStyleOptionViewItem &item);

} // namespace earmark::ui
