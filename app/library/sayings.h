// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/timeschange.h"

namespace earmark::library {

// What a reader would say, one after the other, to the same end as a step: for times that the step itself does not
// fit any more, because all words were matched to the sound anew. Empty: the same was said before and after it.
[[nodiscard]] std::vector<TimesChange> sayings(const TimesStep &step);

} // namespace earmark::library
