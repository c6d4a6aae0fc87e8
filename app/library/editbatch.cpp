// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/editbatch.h"

#include <QMutexLocker>

namespace earmark::library {

EditBatch::EditBatch(const notes::Edit &first, std::optional<int> edition) : m_edition(edition), m_edits{first} {}

bool EditBatch::append(const notes::Edit &edit)
{
    const QMutexLocker lock(&m_mutex);
    if (m_started || m_edits.back().after != edit.before)
        return false;
    m_edits.push_back(edit);
    return true;
}

std::vector<notes::Edit> EditBatch::start()
{
    const QMutexLocker lock(&m_mutex);
    m_started = true;
    return m_edits;
}

Result<void> writeEdits(store::Store &store, const std::vector<notes::Edit> &edits, std::optional<int> edition)
{
    const notes::Edit whole{edits.front().before, edits.back().after};
    if (edits.size() > 1 && !whole.before && !whole.after)
        return {}; // came and went before the disk heard of it
    return store.apply(whole, edition);
}

} // namespace earmark::library
