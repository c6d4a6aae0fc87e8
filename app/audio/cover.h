// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>

namespace earmark::audio {

// The picture that an audio file carries, as it stands there: JPEG, PNG, GIF or WebP. Empty where it has none,
// or one of another kind. Errors: as probe.
[[nodiscard]] Result<QByteArray> coverOf(const QString &path);

// "jpg", "png", "gif", "webp"; empty for other bytes.
[[nodiscard]] QString pictureSuffix(QByteArrayView bytes);

} // namespace earmark::audio
