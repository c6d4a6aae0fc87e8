// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

// How regions stand in a file, for those who read and write them.
namespace earmark::exports {

inline constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

// The comments of a region, in the two languages.
struct RegionComments {
    QByteArrayView begin;
    QByteArrayView close;
    QByteArrayView end;
    bool framed; // a blank line after the first and before the second
};
// Markdown: what follows a comment's line is a block of its own; blank lines end every HTML block.
inline constexpr RegionComments bodyMarks{"<!-- earmark:begin ", " -->", "<!-- earmark:end -->", true};
inline constexpr RegionComments frontMarks{"# earmark:begin ", "", "# earmark:end", false};

inline QByteArrayView withoutLineEnd(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

} // namespace earmark::exports
