// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

#include <QStringList>

#include <optional>

namespace earmark::formats {

// The format's name in cues-json and in the terminal: "webvtt", "whisper.cpp". A stable contract.
[[nodiscard]] const char *formatName(transcript::SourceFormat format);
[[nodiscard]] std::optional<transcript::SourceFormat> formatNamed(QStringView name);
[[nodiscard]] QStringList formatNames();

} // namespace earmark::formats
