// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/seekindex.h"

#include <QByteArray>

#include <optional>

namespace earmark::store {

// Some seven bytes a point. Of a sound index only.
[[nodiscard]] QByteArray encodePoints(const std::vector<audio::SeekPoint> &points);
// nullopt for bytes that encodePoints() does not make.
[[nodiscard]] std::optional<std::vector<audio::SeekPoint>> decodePoints(QByteArrayView blob);

} // namespace earmark::store
