// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"

namespace earmark::transcript {

// A stretch of the audio.
struct AudioSpan {
    MediaTime start{};
    MediaTime end{};

    bool operator==(const AudioSpan &) const = default;
};

} // namespace earmark::transcript
