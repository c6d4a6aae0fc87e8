// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/highlight.h"

#include <array>

namespace earmark::notes {

// What the reader calls the marks ("claim", "look up"), in their order. Empty: without a name.
using MarkNames = std::array<QString, 5>;

[[nodiscard]] inline const QString &nameOf(const MarkNames &names, Mark mark)
{
    return names[size_t(mark) - 1];
}

} // namespace earmark::notes

Q_DECLARE_METATYPE(earmark::notes::MarkNames)
