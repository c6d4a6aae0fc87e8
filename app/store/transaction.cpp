// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/transaction.h"

#include <sqlite3.h>

namespace earmark::store {

Transaction::~Transaction()
{
    // Some errors have rolled back already.
    if (m_open && sqlite3_get_autocommit(m_connection.handle()) == 0)
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Transaction::begin()
{
    Result<void> begun = m_connection.execute("BEGIN IMMEDIATE");
    m_open = begun.has_value();
    return begun;
}

Result<void> Transaction::commit()
{
    Result<void> committed = m_connection.execute("COMMIT");
    if (committed)
        m_open = false;
    return committed;
}

} // namespace earmark::store
