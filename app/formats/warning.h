// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace earmark::formats {

// Something in the file that could not be used. Line and column count from 1; 0 is unknown.
struct Warning {
    enum class Kind {
        MalformedTime,
        SegmentEndsBeforeStart,
        SegmentsOverlap,
        SegmentWithoutText,
        UnknownBlock,
        BrokenSyntax, // nothing after this place could be read
    };
    Kind kind = Kind::UnknownBlock;
    int line = 0;
    int column = 0;

    bool operator==(const Warning &) const = default;
};

} // namespace earmark::formats
