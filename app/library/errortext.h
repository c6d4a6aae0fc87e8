// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace earmark::library {

// What happened, and what to do about it, as one or two translated sentences for a person; the same
// words in the window and in the terminal. Contains the subject, never the detail.
[[nodiscard]] QString errorText(const Error &error);

} // namespace earmark::library
