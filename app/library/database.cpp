// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/database.h"

#include <utility>

namespace earmark::library {

using Access = store::Store::Access;

Database::Database(QString path) : m_path(std::move(path)) {}

Result<store::Store *> Database::store()
{
    if (!m_store) {
        if (const Result<void> opened = open(); !opened)
            return tl::unexpected(opened.error());
    }
    if (m_held == Held::Readable) {
        if (auto writable = store::Store::open(m_path, Access::ReadWrite)) {
            take(*std::move(writable), Held::Writable);
            m_dataVersion.reset();
        }
    }
    return m_store.get();
}

Result<bool> Database::wasChangedByOthers()
{
    return m_store->dataVersion().map(
        [this](qint64 version) { return std::exchange(m_dataVersion, version) != version; });
}

void Database::endTurn()
{
    if (m_held == Held::ReadableAlone)
        m_store.reset();
}

void Database::close()
{
    m_store.reset();
}

void Database::take(std::unique_ptr<store::Store> store, Held held)
{
    m_store = std::move(store);
    m_held = held;
    const Result<qint64> version = m_store->dataVersion();
    m_dataVersion = version ? std::optional(*version) : std::nullopt;
}

Result<void> Database::open()
{
    auto opened = store::Store::open(m_path, Access::ReadWrite);
    m_hindrance.reset();
    if (opened) {
        take(*std::move(opened), Held::Writable);
        return {};
    }
    // What cannot be written can still be read and exported.
    const ErrorCode code = opened.error().code;
    const bool isFull = code == ErrorCode::DiskFull || code == ErrorCode::WriteFailed;
    if (isFull || code == ErrorCode::LibraryReadOnly) {
        if (auto readable = store::Store::open(m_path, Access::ReadOnly)) {
            if (isFull)
                m_hindrance = opened.error();
            take(*std::move(readable), isFull ? Held::ReadableAlone : Held::Readable);
            return {};
        }
    }
    return tl::unexpected(opened.error());
}

} // namespace earmark::library
