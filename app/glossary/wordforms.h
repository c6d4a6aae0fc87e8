// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace earmark::glossary {

// Whether two words, by their letters, look like forms of one: "hallucinate", "hallucinations".
[[nodiscard]] bool areFormsOfOne(QStringView a, QStringView b);

// Whether a word is spelt like the beginning of another, at most one letter off, and long enough to be
// meant: "tienan" and "tiananmen".
[[nodiscard]] bool isSpeltLikeBeginning(QStringView word, QStringView whole);

// Whether the last dot is the word's own: "U.S.", "a.m.", "Ph.D.".
[[nodiscard]] bool endsInOwnDot(QStringView text);

// The word without the punctuation around it.
[[nodiscard]] QString withoutMarks(QStringView word);

// Words that hardly ever belong to a name.
[[nodiscard]] bool isFunctionWord(const QString &letters);

} // namespace earmark::glossary
