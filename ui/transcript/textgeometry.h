// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/reading.h"
#include "ui/transcript/page.h"

#include <QRectF>
#include <QTextBlock>

#include <vector>

class QTextDocument;

namespace earmark::ui {

// A piece of text on one line, in the document's coordinates.
struct LineBox {
    QRectF band; // as wide as the piece; as high as the line: the bands of a paragraph's lines touch
    double baseline = 0;
};

// Where a laid out document has its text. Lays out as far as it is asked about.
class TextGeometry
{
public:
    TextGeometry(const QTextDocument &document, const Page &page) : m_document(document), m_page(page) {}

    // The last block that begins above `y`, or the first.
    [[nodiscard]] QTextBlock blockAt(double y) const;
    [[nodiscard]] QRectF blockRect(const QTextBlock &block) const;
    // The part of `range` that lies in `block`, line by line. Where directions are mixed, a line may
    // have several boxes.
    [[nodiscard]] std::vector<LineBox> boxes(const QTextBlock &block, reading::TextRange range) const;
    // The line that shows the character at `position`, as wide as the column.
    [[nodiscard]] LineBox lineAt(int position) const;
    // Where a character at `position` begins, on its line's upper edge.
    [[nodiscard]] QPointF caretAt(int position) const;

private:
    [[nodiscard]] LineBox boxOf(const QTextLine &line, QPointF origin) const;

    const QTextDocument &m_document;
    const Page &m_page;
};

} // namespace earmark::ui
