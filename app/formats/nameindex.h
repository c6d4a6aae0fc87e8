// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

#include <array>

namespace earmark::formats {

// Numbers names in the order in which they are first met. Of those who speak, mostly one of the last
// few speaks again, which is found without a hash.
class NameIndex
{
public:
    // From 0; a name that is new is added.
    [[nodiscard]] qint32 of(QStringView name);
    [[nodiscard]] const QStringList &names() const { return m_names; }

private:
    QStringList m_names;
    QHash<QString, qint32> m_indexes;
    std::array<qint32, 4> m_recent{-1, -1, -1, -1};
    size_t m_oldest = 0; // in m_recent
};

} // namespace earmark::formats
