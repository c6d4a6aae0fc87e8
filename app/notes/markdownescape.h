// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/markdown.h"

namespace earmark::notes {

// Whether the document defines link labels, so that any "[word]" might be a link.
enum class LinkLabels { None, Defined };

[[nodiscard]] QString escapedText(QStringView text, MarkdownPlace place, LinkLabels labels);

// As a document shows it: one line, single spaces, nothing around it, without control characters. A
// no-break space is not white space here.
[[nodiscard]] QString oneLine(QStringView text);

// White space as CommonMark's blank lines have it.
[[nodiscard]] constexpr bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n';
}

// Lines end with "\n"; other control characters but the tab, and halves of characters, are gone.
[[nodiscard]] QString withoutControls(QStringView text);

} // namespace earmark::notes
