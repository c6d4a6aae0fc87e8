// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/linereader.h"

namespace earmark::formats {

Line LineReader::next()
{
    Line line{m_position, m_position, ++m_number};
    const auto size = qint32(m_text.size());
    while (line.end < size && m_text[line.end] != u'\n' && m_text[line.end] != u'\r')
        ++line.end;
    m_position = line.end;
    if (m_position < size) {
        const bool pair = m_text[m_position] == u'\r' && m_position + 1 < size && m_text[m_position + 1] == u'\n';
        m_position += pair ? 2 : 1;
    }
    return line;
}

} // namespace earmark::formats
