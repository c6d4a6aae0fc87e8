// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace earmark::formats {

// A character reference at the beginning of a text ("&amp;", "&#39;", "&eacute;"), as HTML decodes it
// in text; the names are those of HTML 4. A length of 0: there is none.
struct CharacterReference {
    QString decoded;
    qsizetype length = 0; // in the text
};
[[nodiscard]] CharacterReference characterReferenceAt(QStringView text);

// `text` with all references decoded.
[[nodiscard]] QString withoutReferences(QStringView text);

} // namespace earmark::formats
