// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/linereader.h"

namespace earmark::formats {

Line LineReader::next()
{
    const auto size = qint32(m_text.size());
    // Looking for the rarer of the two only up to the other keeps both searches fast and linear.
    if (m_newline < m_position) {
        const qsizetype found = m_text.indexOf(u'\n', m_position);
        m_newline = found < 0 ? size : qint32(found);
    }
    const qsizetype found = m_text.mid(m_position, m_newline - m_position).indexOf(u'\r');
    const qint32 end = found < 0 ? m_newline : m_position + qint32(found);
    const Line line{m_position, end, ++m_number};
    m_position = end;
    if (m_position < size) {
        const bool pair = m_text[m_position] == u'\r' && m_position + 1 == m_newline && m_newline < size;
        m_position += pair ? 2 : 1;
    }
    return line;
}

} // namespace earmark::formats
