// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/database.h"

#include <utility>

namespace earmark::library {

using Access = store::Store::Access;

Database::Database(QString path) : m_path(std::move(path)) {}

Result<store::Store *> Database::store()
{
    if (const Result<void> found = findFile(); !found)
        return tl::unexpected(found.error());
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
    if (const Result<void> found = findFile(); !found)
        qWarning("The library was closed away from its place: %s", errorName(found.error().code));
    m_store.reset();
}

bool Database::wasPutBack()
{
    return std::exchange(m_putBack, false);
}

Result<void> Database::findFile()
{
    using Place = store::Store::FilePlace;
    if (m_replaced)
        return tl::unexpected(*m_replaced);
    switch (m_store ? m_store->filePlace() : Place::Kept) {
    case Place::Kept: break;
    case Place::Gone:
        if (Result<void> written = m_store->putBack(); !written)
            return written;
        m_store.reset();
        m_putBack = true;
        break;
    case Place::Replaced:
        const Result<QString> kept = m_store->keepBeside();
        if (!kept)
            return tl::unexpected(kept.error());
        m_store.reset();
        m_replaced = Error{ErrorCode::LibraryReplaced, *kept, {}};
        return tl::unexpected(*m_replaced);
    }
    return {};
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
