// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/formats.h"

namespace earmark::formats {

// A transcript on one line, to compare and to read: words as they are, "<[Music]>" for a piece of a
// cue, "@ANNA:" for a piece of a label, "/Anna/" where a turn starts, "¶" where a paragraph does,
// "{1000-2500 … }" around a segment.
[[nodiscard]] QString described(const transcript::Transcript &transcript);

// What has to hold for every transcript whatever its file was; empty if it does.
[[nodiscard]] QString brokenPromise(const transcript::Transcript &transcript, const QString &source);

} // namespace earmark::formats
