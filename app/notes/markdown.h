// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace earmark::notes {

// Where text is to stand: what begins a list or a quote does so only at the start of a paragraph.
// Anywhere: also inside emphasis and links, whatever stands around it; more is escaped than need be.
enum class MarkdownPlace { ParagraphStart, InLine, Heading, Anywhere };

// Text with every character that CommonMark could take for markup at its place escaped by "\", and no
// other. As one line: white space is one space, control characters are left out. Brackets stay as they
// are unless they could be an inline link or a definition, so "[Music]" is for documents that define
// no link of that name.
[[nodiscard]] QString escapedMarkdown(QStringView text, MarkdownPlace place = MarkdownPlace::ParagraphStart);

} // namespace earmark::notes
