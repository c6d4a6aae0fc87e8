// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/letters.h"

namespace earmark::transcript {

QString lettersOf(QStringView text)
{
    QString letters;
    for (const QChar character : text.toString().toCaseFolded()) {
        if (character.isLetterOrNumber() || character.isMark() || character.isSurrogate())
            letters += character;
    }
    return letters;
}

} // namespace earmark::transcript
