// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace earmark::formats {

// Whether a word in lower case names a sound so surely that parentheses around it make a cue: "laughs".
[[nodiscard]] bool isSoundWord(const QString &word);

// Whether a captioner writes it in brackets about what is heard: also "foreign", "advertisement", "Musik".
[[nodiscard]] bool isBracketWord(const QString &word);

} // namespace earmark::formats
