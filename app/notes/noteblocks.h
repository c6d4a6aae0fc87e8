// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace earmark::notes {

// The line that has to follow a note for it to end where it ends: a code fence or an HTML block that
// the note leaves open would otherwise swallow all that comes after it. Empty where nothing is open.
// Blocks inside the note's own quotes and lists end with these. Follows the first phase ("block
// structure") of the parsing strategy in the CommonMark specification 0.30.
[[nodiscard]] QString closingLine(const QString &note);

} // namespace earmark::notes
