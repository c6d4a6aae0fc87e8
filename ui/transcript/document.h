// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/reading.h"
#include "transcript/transcript.h"
#include "ui/transcript/page.h"

#include <QTextDocument>

#include <memory>

namespace earmark::ui {

// A character's place in the document is its place in Reading::text: one block a paragraph, nothing
// added, nothing left out. Characters that a text document would take for structure are shown as
// spaces.
[[nodiscard]] std::unique_ptr<QTextDocument> makeDocument(const reading::Reading &reading,
                                                          const transcript::Transcript &transcript, const Page &page);

// Makes the document, which shows `before`, show `after`: touches the paragraphs that differ and those between
// them, nothing else. Both are of the same transcript, and the page is the one that it was made with.
void patchDocument(QTextDocument &document, const reading::Reading &before, const reading::Reading &after,
                   const transcript::Transcript &transcript, const Page &page);

// Room above a paragraph of the document: for its heading and its speaker, and `more` pixels.
void setRoomAbove(QTextDocument &document, const reading::Paragraph &paragraph, const Page &page, double more);

// Puts the text's column where the page has it in a view `viewWidth` wide.
void setColumn(QTextDocument &document, const Page &page, double viewWidth);

} // namespace earmark::ui
