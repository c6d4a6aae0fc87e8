// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/textgeometry.h"

#include <QAbstractTextDocumentLayout>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

namespace earmark::ui {
namespace {

bool hasMixedDirections(QStringView text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL || c.direction() == QChar::DirRLE
            || c.direction() == QChar::DirRLI || c.direction() == QChar::DirRLO;
    });
}

// The horizontal pieces that the characters from `from` to `to` of a line take up, left to right.
// Asked of each line, so `mixed` is known of the whole block beforehand.
std::vector<std::pair<double, double>> pieces(const QTextLine &line, QStringView text, bool mixed, int from, int to)
{
    std::vector<std::pair<double, double>> found;
    const auto add = [&](int begin, int end) {
        const double a = line.cursorToX(begin);
        const double b = line.cursorToX(end);
        found.emplace_back(std::min(a, b), std::max(a, b));
    };
    if (!mixed) {
        add(from, to);
        return found;
    }
    // A word has one direction, whatever its neighbours have.
    for (int begin = from; begin < to;) {
        int end = begin;
        while (end < to && !text.at(end).isSpace())
            ++end;
        if (end > begin)
            add(begin, end);
        begin = end + 1;
    }
    std::sort(found.begin(), found.end());
    const double space = line.height() / 2;
    std::vector<std::pair<double, double>> joined;
    for (const auto &piece : found) {
        if (!joined.empty() && piece.first - joined.back().second < space)
            joined.back().second = std::max(joined.back().second, piece.second);
        else
            joined.push_back(piece);
    }
    return joined;
}

} // namespace

QTextBlock TextGeometry::blockAt(double y) const
{
    const int position =
        m_document.documentLayout()->hitTest(QPointF(m_page.column.left, std::max(y, 0.0)), Qt::FuzzyHit);
    QTextBlock block = m_document.findBlock(std::max(position, 0));
    while (block.previous().isValid() && blockRect(block).top() > y)
        block = block.previous();
    return block;
}

QRectF TextGeometry::blockRect(const QTextBlock &block) const
{
    return m_document.documentLayout()->blockBoundingRect(block);
}

LineBox TextGeometry::boxOf(const QTextLine &line, QPointF origin) const
{
    LineBox box;
    box.baseline = origin.y() + line.y() + line.ascent();
    const double above = (m_page.pitch - m_page.ascent - m_page.descent) / 2 + m_page.ascent;
    const double top = std::min(box.baseline - above, origin.y() + line.y());
    const double bottom = std::max(box.baseline - above + m_page.pitch, origin.y() + line.y() + line.height());
    box.band = QRectF(m_page.column.left, top, m_page.column.width, bottom - top);
    return box;
}

std::vector<LineBox> TextGeometry::boxes(const QTextBlock &block, reading::TextRange range) const
{
    std::vector<LineBox> found;
    const QPointF origin = blockRect(block).topLeft();
    const QString text = block.text();
    const int begin = std::max(range.begin - block.position(), 0);
    const int end = std::min(range.end - block.position(), int(text.size()));
    if (begin >= end)
        return found;
    const bool mixed = hasMixedDirections(text);
    const QTextLayout *layout = block.layout();
    const QTextLine first = layout->lineForTextPosition(begin);
    for (int i = first.isValid() ? first.lineNumber() : 0; i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        const int from = std::max(begin, line.textStart());
        int to = std::min(end, line.textStart() + line.textLength());
        if (line.textStart() >= end)
            break;
        while (to > from && text.at(to - 1).isSpace()) // hangs behind the line's end
            --to;
        if (from >= to)
            continue;
        const LineBox whole = boxOf(line, origin);
        for (const auto &[left, right] : pieces(line, text, mixed, from, to)) {
            LineBox box = whole;
            box.band.setLeft(origin.x() + left);
            box.band.setRight(origin.x() + right);
            found.push_back(box);
        }
    }
    return found;
}

LineBox TextGeometry::lineAt(int position) const
{
    const QTextBlock block = m_document.findBlock(position);
    const QPointF origin = blockRect(block).topLeft();
    const QTextLine line = block.layout()->lineForTextPosition(position - block.position());
    if (line.isValid())
        return boxOf(line, origin);
    return {QRectF(m_page.column.left, origin.y(), m_page.column.width, m_page.pitch), origin.y() + m_page.ascent};
}

QPointF TextGeometry::caretAt(int position) const
{
    const QTextBlock block = m_document.findBlock(position);
    const LineBox box = lineAt(position);
    const QTextLine line = block.layout()->lineForTextPosition(position - block.position());
    const double x =
        line.isValid() ? blockRect(block).left() + line.cursorToX(position - block.position()) : m_page.column.left;
    return {x, box.band.top()};
}

} // namespace earmark::ui
