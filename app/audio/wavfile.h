// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <span>

namespace earmark::audio {

// Writes 16-bit PCM as a RIFF WAVE file, atomically. At most 4 GiB. Errors: DiskFull, WriteFailed,
// InvalidArgument.
[[nodiscard]] Result<void> writeWav(const QString &path, std::span<const qint16> samples, int sampleRate, int channels);

} // namespace earmark::audio
