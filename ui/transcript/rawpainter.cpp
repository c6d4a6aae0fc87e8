// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The words as the machine wrote them, beneath each line, as interlinear text is set.
#include "ui/transcript/pagepainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <vector>

namespace earmark::ui {

namespace {

using transcript::TokenIndex;

struct RawWord {
    int line = 0;
    double x = 0; // where its word begins, in the direction of the text
    QString text;
};

} // namespace

// Each token's own word stands beneath it, also what is not shown above: labels, cues that are hidden. One
// that is longer than the word above it moves those after it along.
void PagePainter::paintRaw(QPainter &painter, const QTextBlock &block) const
{
    if (!m_scene.raw || m_page.rawHeight <= 0)
        return;
    const reading::Paragraph &paragraph = m_scene.reading.paragraphs[size_t(block.blockNumber())];
    const QTextLayout *layout = block.layout();
    const bool fromRight = block.textDirection() == Qt::RightToLeft;
    const double left = m_geometry.blockRect(block).left();
    std::vector<RawWord> words;
    qint32 end = -1; // of the last word shown
    for (TokenIndex i = paragraph.span.first; i <= paragraph.span.last; ++i) {
        const reading::TextRange range = m_scene.reading.tokenRanges[size_t(i)];
        const QString text = m_scene.raw->tokenText(i).toString();
        if (range.isEmpty() && !words.empty() && range.begin == end) {
            // Nothing stands above it: a correction has fewer words.
            words.push_back({words.back().line, words.back().x, text});
            continue;
        }
        end = range.end;
        const QTextLine line = layout->lineForTextPosition(range.begin - block.position());
        if (!line.isValid())
            continue;
        const double begin = line.cursorToX(range.begin - block.position());
        const double after = line.cursorToX(range.end - block.position());
        words.push_back(
            {line.lineNumber(), left + (fromRight ? std::max(begin, after) : std::min(begin, after)), text});
    }
    // Where directions are mixed, words do not stand in the order of the text.
    std::stable_sort(words.begin(), words.end(), [fromRight](const RawWord &a, const RawWord &b) {
        return a.line != b.line ? a.line < b.line : fromRight ? a.x > b.x : a.x < b.x;
    });

    const QFontMetricsF metrics(m_page.rawFont, painter.device());
    const double space = metrics.horizontalAdvance(QLatin1Char(' '));
    painter.setLayoutDirection(block.textDirection()); // of the marks at a word's end
    painter.setFont(m_page.rawFont);
    painter.setPen(m_page.theme.quiet);
    int onLine = -1;
    double baseline = 0;
    double free = 0; // from here on nothing is written on the line
    for (const RawWord &word : words) {
        if (word.line != onLine) {
            onLine = word.line;
            const int begin = layout->lineAt(onLine).textStart();
            baseline = m_geometry.lineAt(block.position() + begin).baseline + m_page.rawBaseline;
            free = word.x;
        }
        const double width = metrics.horizontalAdvance(word.text);
        const double x = fromRight ? std::min(word.x, free) - width : std::max(word.x, free);
        painter.drawText(QPointF(x, baseline), word.text);
        free = fromRight ? x - space : x + width + space;
    }
    painter.setLayoutDirection(Qt::LeftToRight);
}

} // namespace earmark::ui
