// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/timeschange.h"

namespace earmark::library {

// changedAtOnce() for MarkedOut and MarkedIn. The words behind move with the file's clock (see
// align::fileTimeOf); where most of them were found by listening, only those do that have the file's times, as
// far as there is room for them among the others.
[[nodiscard]] Result<KnownTimes> markedOut(KnownTimes known, const MediaSpan &span);
[[nodiscard]] Result<KnownTimes> markedIn(KnownTimes known, const MediaSpan &span);

} // namespace earmark::library
