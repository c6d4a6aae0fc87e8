// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/placecounter.h"

namespace earmark::formats {

int PlaceCounter::lineAt(qint32 place)
{
    if (place < m_line.begin) {
        m_line = {0, 0, 1};
        m_next = LineReader(m_text);
    }
    while (!m_next.atEnd()) {
        LineReader after = m_next;
        const Line line = after.next();
        if (line.begin > place)
            break;
        m_line = line;
        m_next = after;
    }
    return m_line.number;
}

Warning PlaceCounter::warningAt(Warning::Kind kind, qint32 place)
{
    const int line = lineAt(place);
    return {kind, line, place - m_line.begin + 1};
}

} // namespace earmark::formats
