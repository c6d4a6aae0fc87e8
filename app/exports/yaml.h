// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace earmark::exports {

// Any text as a double-quoted scalar of YAML 1.1 and 1.2, on one line: a parser gives the same
// characters back. Halves of characters are left out.
[[nodiscard]] QString yamlString(QStringView text);

} // namespace earmark::exports
