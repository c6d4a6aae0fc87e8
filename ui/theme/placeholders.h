// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;

namespace earmark::ui {

// From now on, what stands in empty fields of the whole application has the theme's quiet colour, also
// when the desktop changes its colours: some desktops' own is dark on dark.
void keepPlaceholdersLegible(QApplication &application);

} // namespace earmark::ui
