// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/highlight.h"
#include "store/store.h"

#include <QMutex>

#include <optional>
#include <vector>

namespace earmark::library {

// Edits of one highlight that wait for the disk and become one write. Filled by the window's thread
// until the database thread starts on them.
class EditBatch
{
public:
    // `edition`: of the transcript that the edits are about, see Store::apply().
    EditBatch(const notes::Edit &first, std::optional<int> edition);

    // False when it is too late, or when the edit does not go on from the last one.
    [[nodiscard]] bool append(const notes::Edit &edit);
    // What there is to write; nothing can be appended any more.
    [[nodiscard]] std::vector<notes::Edit> start();
    [[nodiscard]] std::optional<int> edition() const { return m_edition; }

private:
    QMutex m_mutex;
    bool m_started = false;
    const std::optional<int> m_edition;
    std::vector<notes::Edit> m_edits; // each begins where the one before it ends
};

// Writes what a batch comes to. Errors: Store::apply's.
[[nodiscard]] Result<void> writeEdits(store::Store &store, const std::vector<notes::Edit> &edits,
                                      std::optional<int> edition);

} // namespace earmark::library
