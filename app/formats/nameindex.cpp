// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/nameindex.h"

namespace earmark::formats {

qint32 NameIndex::of(QStringView name)
{
    for (const qint32 index : m_recent) {
        if (index >= 0 && m_names[index] == name)
            return index;
    }
    const QString key = name.toString();
    const auto next = qint32(m_names.size());
    const qint32 index = m_indexes.value(key, next);
    if (index == next) {
        m_indexes.insert(key, index);
        m_names.append(key);
    }
    m_recent[m_oldest] = index;
    m_oldest = (m_oldest + 1) % m_recent.size();
    return index;
}

} // namespace earmark::formats
