// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace earmark::formats {

// A line of the decoded source without its end. Numbers count from 1.
struct Line {
    qint32 begin = 0;
    qint32 end = 0;
    int number = 0;
};

// Walks lines ended by LF, CR or CR LF. Copies are bookmarks: a parser goes back by assigning one.
class LineReader
{
public:
    explicit LineReader(QStringView text) : m_text(text) {}

    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    // Whether the next line is empty; false at the end.
    [[nodiscard]] bool atEmptyLine() const
    {
        return !atEnd() && (m_text[m_position] == u'\n' || m_text[m_position] == u'\r');
    }
    [[nodiscard]] Line next();
    [[nodiscard]] QStringView textOf(const Line &line) const { return m_text.mid(line.begin, line.end - line.begin); }

private:
    QStringView m_text;
    qint32 m_position = 0;
    qint32 m_newline = -1; // the first one at or after m_position, or the end; older than that: unknown
    int m_number = 0;
};

} // namespace earmark::formats
