// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

namespace earmark::align {

// The language to speak a transcript in: the one asked for, else the transcript's own, else "en-us".
[[nodiscard]] QString spokenLanguage(const transcript::Transcript &transcript, const QString &asked);

} // namespace earmark::align
