// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace earmark::store {

// Whether every place in the transcript points at something that is there, and all is in order: what
// the rest of the program takes for granted.
[[nodiscard]] bool isSound(const transcript::Transcript &transcript);

[[nodiscard]] QByteArray encodeTranscript(const transcript::Transcript &transcript);
// nullopt for anything that encodeTranscript cannot have written of a sound transcript.
[[nodiscard]] std::optional<transcript::Transcript> decodeTranscript(QByteArrayView blob);

} // namespace earmark::store
