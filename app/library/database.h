// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <memory>
#include <optional>

namespace earmark::library {

// The library file as the database thread holds it; opened by the first request, so that a window
// can stand before the disk has answered. Only the database thread calls it.
class Database
{
public:
    explicit Database(QString path);

    // The same store each time; one that could not be opened is tried again. A library that cannot be
    // written, for want of permission or of room, is opened for reading, until it can. One whose file
    // was deleted or moved away meanwhile is written again; where another file took its place, all
    // that was in it is kept beside, and from then on this fails with LibraryReplaced.
    [[nodiscard]] Result<store::Store *> store();
    // Whether the library has been written again since this was last asked.
    [[nodiscard]] bool wasPutBack();
    // Whether somebody else has written to the library since this was last asked, or since it was opened;
    // to be asked only when store() has just succeeded.
    [[nodiscard]] Result<bool> wasChangedByOthers();
    // Why writing fails although the library is open, where that is not for want of permission.
    [[nodiscard]] const std::optional<Error> &hindrance() const { return m_hindrance; }
    // After each request: what nobody else can open meanwhile is not kept open.
    void endTurn();
    // The last one. Also looks where the file is.
    void close();

private:
    enum class Held { Writable, Readable, ReadableAlone };

    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> findFile();
    void take(std::unique_ptr<store::Store> store, Held held);

    QString m_path;
    std::unique_ptr<store::Store> m_store;
    Held m_held = Held::Writable;
    std::optional<Error> m_hindrance;
    std::optional<Error> m_replaced;
    bool m_putBack = false;
    std::optional<qint64> m_dataVersion; // none: not known to be the same
};

} // namespace earmark::library
