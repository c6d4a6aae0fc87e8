// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/align.h"
#include "exports/exporter.h"
#include "formats/warning.h"
#include "library/annotationimport.h"
#include "store/store.h"

namespace earmark::library {

// What is wrong with audio that was aligned all the same, as translated sentences; `audioFile` is how
// they name it. Empty: nothing.
[[nodiscard]] QString damageText(const align::Alignment &alignment, const QString &audioFile);

// What could not be used in a transcript's file, in one translated sentence.
[[nodiscard]] QString warningText(const formats::Warning &warning);

// What a person should know about files that were written: each a sentence; none where there is nothing.
[[nodiscard]] QStringList writtenTexts(const exports::Written &written);

// Why an annotation was left out, in one translated sentence.
[[nodiscard]] QString leftOutText(const LeftOut &left);

// What is wrong with a library, in one translated sentence.
[[nodiscard]] QString problemText(const store::Problem &problem);

} // namespace earmark::library
