// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

namespace earmark::transcript {

// What a person says, who has heard it: this token begins at this time.
struct Anchor {
    TokenIndex token = 0;
    MediaTime time{};

    bool operator==(const Anchor &) const = default;
};

} // namespace earmark::transcript
