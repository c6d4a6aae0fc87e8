// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace earmark::speech {

// The names under which espeak-ng may know a language, the closest first, in lower case: for the
// BCP 47 tag "pt-BR" these are "pt-br" and "pt", for "en" "en-us" comes before "en". Names of voices
// that are no language tags come out as they are. A tag too short to be one gives an empty list.
[[nodiscard]] QStringList espeakLanguages(const QString &tag);

} // namespace earmark::speech
