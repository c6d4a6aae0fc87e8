// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

namespace earmark::library {

// 32 bytes that tell a recording's file from others, whatever it is called and wherever it lies: SHA-256 of
// its size and of 256 KiB spread over it, which are read in a moment where hours of sound are not. Two files
// that differ only in between count as one: that takes an editor that changes samples in place.
// Errors: FileNotFound, FileUnreadable.
[[nodiscard]] Result<QByteArray> audioPrint(const QString &path);

} // namespace earmark::library
