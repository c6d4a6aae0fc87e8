// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The words as the machine wrote them, beneath each line, as interlinear text is set.
#include "ui/transcript/pagepainter.h"
#include "ui/transcript/rawwords.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <vector>

namespace earmark::ui {

namespace {

using transcript::TokenIndex;

// Finds where the words of a paragraph begin.
class RawParagraph
{
public:
    RawParagraph(const QTextBlock &block, double width) : m_block(block), m_layout(*block.layout()), m_width(width) {}

    // A word that is broken across lines is so beneath them, where it is shown as it came.
    void add(reading::TextRange range, QStringView text, bool isAsShown)
    {
        if (range.isEmpty() && !m_words.empty() && range.begin == m_end) {
            // Nothing stands above it: a correction has fewer words.
            m_words.push_back({m_words.back().line, m_words.back().x, text.toString()});
            return;
        }
        m_end = range.end;
        int begin = range.begin - m_block.position();
        const int end = range.end - m_block.position();
        for (QTextLine line = m_layout.lineForTextPosition(begin); line.isValid() && !text.isEmpty();
             line = m_layout.lineForTextPosition(begin)) {
            const int lineEnd = line.textStart() + line.textLength();
            const bool isBroken = isAsShown && begin < lineEnd && lineEnd < end && lineEnd - begin < text.size();
            const qsizetype size = isBroken ? lineEnd - begin : text.size();
            push(line, begin, isBroken ? lineEnd : end, text.first(size));
            text = text.sliced(size);
            begin = lineEnd;
        }
    }

    // In the order in which they stand: where directions are mixed, that is not the text's.
    [[nodiscard]] std::vector<RawWord> inOrder() &&
    {
        std::stable_sort(m_words.begin(), m_words.end(), [](const RawWord &a, const RawWord &b) {
            return a.line != b.line ? a.line < b.line : a.x < b.x;
        });
        return std::move(m_words);
    }

private:
    void push(const QTextLine &line, int begin, int end, QStringView text)
    {
        const double one = line.cursorToX(begin);
        const double other = line.cursorToX(end);
        const bool fromRight = m_block.textDirection() == Qt::RightToLeft;
        m_words.push_back(
            {line.lineNumber(), fromRight ? m_width - std::max(one, other) : std::min(one, other), text.toString()});
    }

    const QTextBlock &m_block;
    const QTextLayout &m_layout;
    double m_width;
    std::vector<RawWord> m_words;
    qint32 m_end = -1; // of the last word shown
};

} // namespace

// Each token's own word stands beneath it, also what is not shown above: labels, cues that are hidden. One
// that is longer than the word above it moves those after it along.
void PagePainter::paintRaw(QPainter &painter, const QTextBlock &block) const
{
    if (!m_scene.raw || m_page.rawHeight <= 0)
        return;
    const reading::Paragraph &paragraph = m_scene.reading.paragraphs[size_t(block.blockNumber())];
    const double columnWidth = m_page.column.width;
    RawParagraph found(block, columnWidth);
    for (TokenIndex i = paragraph.span.first; i <= paragraph.span.last; ++i) {
        const reading::TextRange range = m_scene.reading.tokenRanges[size_t(i)];
        const QStringView text = m_scene.raw->tokenText(i);
        const QStringView shown = QStringView(m_scene.reading.text).mid(range.begin, range.end - range.begin);
        found.add(range, text, shown.startsWith(text, Qt::CaseInsensitive));
    }
    const QFontMetricsF metrics(m_page.rawFont, painter.device());
    const std::vector<RawWord> words =
        placeRawWords(std::move(found).inOrder(), block.layout()->lineCount(), columnWidth + m_page.em,
                      metrics.horizontalAdvance(QLatin1Char(' ')),
                      [&metrics](const QString &text) { return metrics.horizontalAdvance(text); });

    const bool fromRight = block.textDirection() == Qt::RightToLeft;
    const double left = m_geometry.blockRect(block).left();
    painter.setLayoutDirection(block.textDirection()); // of the marks at a word's end
    painter.setFont(m_page.rawFont);
    painter.setPen(m_page.theme.quiet);
    int onLine = -1;
    double baseline = 0;
    for (const RawWord &word : words) {
        if (word.line != onLine) {
            onLine = word.line;
            const int begin = block.layout()->lineAt(onLine).textStart();
            baseline = m_geometry.lineAt(block.position() + begin).baseline + m_page.rawBaseline;
        }
        const double x = fromRight ? left + columnWidth - word.x - metrics.horizontalAdvance(word.text) : left + word.x;
        painter.drawText(QPointF(x, baseline), word.text);
    }
    painter.setLayoutDirection(Qt::LeftToRight);
}

} // namespace earmark::ui
