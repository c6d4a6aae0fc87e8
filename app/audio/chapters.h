// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"

#include <QString>

namespace earmark::audio {

// A part of an episode that has a title of its own.
struct Chapter {
    MediaTime start{};
    MediaTime end{};
    QString title;

    bool operator==(const Chapter &) const = default;
};

} // namespace earmark::audio
