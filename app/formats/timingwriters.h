// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/timing.h"

#include <QByteArray>

namespace earmark::formats {

// Writers of word timings, all UTF-8 with "\n" line ends. `timings` has one entry for each token.

// "index<TAB>start<TAB>end<TAB>confidence" for each token, seconds with three decimals. A stable
// contract.
[[nodiscard]] QByteArray writeTsv(const transcript::Timings &timings);
// {"tokens":[{"index","text","kind","start","end","confidence","origin"}]}
[[nodiscard]] QByteArray writeJson(const transcript::Transcript &transcript, const transcript::Timings &timings);
// Captions of at most two lines of 42 characters, broken at pauses and sentences, never inside a torn
// number or abbreviation. WebVTT has every word's time inline, and who speaks as the caption's voice.
[[nodiscard]] QByteArray writeWebVtt(const transcript::Transcript &transcript, const transcript::Timings &timings);
[[nodiscard]] QByteArray writeSubRip(const transcript::Transcript &transcript, const transcript::Timings &timings);

} // namespace earmark::formats
