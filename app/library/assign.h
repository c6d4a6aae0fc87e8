// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace earmark::library {

// Puts what was asked for into its place, or tells why there is none; for reading several things in a row.
template <class Value>
[[nodiscard]] Result<void> assign(Value &place, Result<Value> result)
{
    if (!result)
        return tl::unexpected(result.error());
    place = *std::move(result);
    return {};
}

} // namespace earmark::library
