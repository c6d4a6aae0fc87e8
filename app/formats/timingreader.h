// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "transcript/timing.h"

#include <QByteArray>

namespace earmark::formats {

// Reads what writeTsv() writes: "index<TAB>start<TAB>end" in seconds, with or without a confidence
// (without: 1), in rising order of the index. Words that have no line have the times of the gap they
// stand in, as estimates; a word that is said to start before the one before it starts with it. Errors: NotTimings,
// TimingsOutOfOrder, TimingOutside (of the transcript); the subject is `fileName` and the line, as in "a.tsv:12".
[[nodiscard]] Result<transcript::Timings> parseTsv(const QByteArray &bytes, const transcript::Transcript &transcript,
                                                   const QString &fileName);

} // namespace earmark::formats
