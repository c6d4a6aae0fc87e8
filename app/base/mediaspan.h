// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"

namespace earmark {

// A stretch of the audio, the end left out.
struct MediaSpan {
    MediaTime start{};
    MediaTime end{};

    [[nodiscard]] bool contains(MediaTime time) const { return start <= time && time < end; }
    bool operator==(const MediaSpan &) const = default;
};

} // namespace earmark
