// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/spokenlanguage.h"

namespace earmark::align {

using namespace Qt::StringLiterals;

QString spokenLanguage(const transcript::Transcript &transcript, const QString &asked)
{
    if (!asked.isEmpty())
        return asked;
    return transcript.language.isEmpty() ? u"en-us"_s : transcript.language;
}

} // namespace earmark::align
