// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/timing.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace earmark::store {

// Whether the timings keep what transcript/timing.h promises of them.
[[nodiscard]] bool isSound(const transcript::Timings &timings);

[[nodiscard]] QByteArray encodeTimings(const transcript::Timings &timings);
// nullopt for anything that encodeTimings cannot have written of sound timings.
[[nodiscard]] std::optional<transcript::Timings> decodeTimings(QByteArrayView blob);

} // namespace earmark::store
