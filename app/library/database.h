// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <memory>

namespace earmark::library {

// The library file as the database thread holds it; opened by the first request, so that a window
// can stand before the disk has answered. Only the database thread calls it.
class Database
{
public:
    explicit Database(QString path);

    // The same store each time; one that could not be opened is tried again. A library that
    // cannot be written is opened for reading, until it can.
    [[nodiscard]] Result<store::Store *> store();
    void close();

private:
    [[nodiscard]] Result<std::unique_ptr<store::Store>> open();

    QString m_path;
    std::unique_ptr<store::Store> m_store;
    bool m_isReadOnly = false;
};

} // namespace earmark::library
