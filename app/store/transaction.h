// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

namespace earmark::store {

// Takes the write lock at once, so that what is read inside still holds when it is written. Rolled
// back unless committed.
class Transaction
{
public:
    explicit Transaction(Connection &connection) : m_connection(connection) {}
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    [[nodiscard]] Result<void> begin();
    // On the disk when this succeeds.
    [[nodiscard]] Result<void> commit();

private:
    Connection &m_connection;
    bool m_open = false;
};

} // namespace earmark::store
