// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/rawwords.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <deque>

namespace earmark::ui {

namespace {

using WidthOf = std::function<double(const QString &)>;

// How much of the text, in whole characters, is at most so wide.
qsizetype fitting(const QString &text, double width, const WidthOf &widthOf)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    std::vector<qsizetype> ends;
    while (finder.toNextBoundary() > 0)
        ends.push_back(finder.position());
    const auto tooWide =
        std::ranges::partition_point(ends, [&](qsizetype end) { return widthOf(text.first(end)) <= width; });
    return tooWide == ends.begin() ? 0 : *std::prev(tooWide);
}

class RawLines
{
public:
    RawLines(int lines, double width, double space, const WidthOf &widthOf)
        : m_lines(lines), m_width(width), m_space(space), m_widthOf(widthOf)
    {
    }

    std::vector<RawWord> place(const std::vector<RawWord> &words)
    {
        auto word = words.begin();
        for (m_line = 0; m_line < m_lines; ++m_line) {
            m_free = 0;
            for (; word != words.end() && word->line <= m_line; ++word)
                m_waiting.push_back(*word);
            while (!m_waiting.empty() && placeFirst())
                m_waiting.pop_front();
        }
        return std::move(m_placed);
    }

private:
    // Whether all of it stands on the line.
    bool placeFirst()
    {
        RawWord &first = m_waiting.front();
        const double x = first.line < m_line ? m_free : std::max(first.x, m_free);
        const double width = m_widthOf(first.text);
        const bool isLastLine = m_line + 1 == m_lines;
        const QString ellipsis(QChar(0x2026));
        const double room = m_width - x - (isLastLine && m_waiting.size() > 1 ? m_space + m_widthOf(ellipsis) : 0);
        if (width <= room) {
            put(first.text, x, width);
            return true;
        }
        if (!isLastLine && width <= m_width)
            return false;
        const qsizetype size = fitting(first.text, m_width - x - (isLastLine ? m_widthOf(ellipsis) : 0), m_widthOf);
        const QString part = first.text.first(size) + (isLastLine ? ellipsis : QString());
        put(part, x, m_widthOf(part));
        first.text.remove(0, size);
        return false;
    }

    void put(const QString &text, double x, double width)
    {
        if (text.isEmpty())
            return;
        m_placed.push_back({m_line, x, text});
        m_free = x + width + m_space;
    }

    int m_lines;
    double m_width;
    double m_space;
    const WidthOf &m_widthOf;
    int m_line = 0;
    double m_free = 0; // from here on nothing is written on the line
    std::deque<RawWord> m_waiting;
    std::vector<RawWord> m_placed;
};

} // namespace

std::vector<RawWord> placeRawWords(const std::vector<RawWord> &words, int lines, double width, double space,
                                   const WidthOf &widthOf)
{
    return RawLines(lines, width, space, widthOf).place(words);
}

} // namespace earmark::ui
