// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace earmark::transcript {

// What of a text counts when words are compared: its letters, with their accents, and digits, whatever
// their case; no punctuation, no white space.
[[nodiscard]] QString lettersOf(QStringView text);

} // namespace earmark::transcript
