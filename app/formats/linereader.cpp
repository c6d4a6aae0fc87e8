// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/linereader.h"

#include <algorithm>

namespace earmark::formats {

namespace {

// Where `c` is from `begin` on, or `end`. Most lines of captions are short, and looking at a few
// characters costs less than preparing to look at many.
qint32 placeOf(QChar c, QStringView text, qint32 begin, qint32 end)
{
    constexpr qint32 few = 8;
    for (const qint32 near = std::min(begin + few, end); begin < near; ++begin) {
        if (text[begin] == c)
            return begin;
    }
    const qsizetype found = text.mid(begin, end - begin).indexOf(c);
    return found < 0 ? end : begin + qint32(found);
}

} // namespace

Line LineReader::next()
{
    const auto size = qint32(m_text.size());
    // Looking for the rarer of the two only up to the other keeps both searches fast and linear.
    if (m_newline < m_position)
        m_newline = placeOf(u'\n', m_text, m_position, size);
    const qint32 end = placeOf(u'\r', m_text, m_position, m_newline);
    const Line line{m_position, end, ++m_number};
    m_position = end;
    if (m_position < size) {
        const bool pair = m_text[m_position] == u'\r' && m_position + 1 == m_newline && m_newline < size;
        m_position += pair ? 2 : 1;
    }
    return line;
}

} // namespace earmark::formats
