// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/database.h"

namespace earmark::library {

using Access = store::Store::Access;

Database::Database(QString path) : m_path(std::move(path)) {}

Result<store::Store *> Database::store()
{
    if (!m_store) {
        auto opened = open();
        if (!opened)
            return tl::unexpected(opened.error());
        m_store = *std::move(opened);
    }
    if (m_isReadOnly) {
        if (auto writable = store::Store::open(m_path, Access::ReadWrite)) {
            m_store = *std::move(writable);
            m_isReadOnly = false;
        }
    }
    return m_store.get();
}

void Database::close()
{
    m_store.reset();
}

Result<std::unique_ptr<store::Store>> Database::open()
{
    auto opened = store::Store::open(m_path, Access::ReadWrite);
    // What cannot be written can still be read and exported.
    if (!opened && opened.error().code == ErrorCode::LibraryReadOnly) {
        if (auto readable = store::Store::open(m_path, Access::ReadOnly)) {
            m_isReadOnly = true;
            return readable;
        }
    }
    return opened;
}

} // namespace earmark::library
