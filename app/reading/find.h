// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/reading.h"

namespace earmark::reading {

// A text made ready to be searched the way people type what they heard: letters alike in both cases and
// with or without accents (Unicode's simple case folding and canonical decomposition), one kind of
// apostrophe, and any white space or punctuation between words the same as one space.
class SearchableText
{
public:
    SearchableText() = default;
    // Linear; some 20 ms for 100,000 words.
    explicit SearchableText(QStringView text);

    // Where the phrase stands, in order, none overlapping another. Without a letter or digit in it, it is
    // looked for as it is; an empty one is nowhere.
    [[nodiscard]] std::vector<TextRange> find(QStringView phrase) const;

private:
    struct Folded {
        QString text;
        std::vector<TextRange> places; // of each code unit of `text`
    };
    [[nodiscard]] static Folded fold(QStringView text);
    [[nodiscard]] std::vector<TextRange> findAsItIs(QStringView phrase) const;

    QString m_text;
    Folded m_folded;
};

} // namespace earmark::reading
