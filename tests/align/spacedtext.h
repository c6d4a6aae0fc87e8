// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

namespace earmark::test {

// A transcript of what stands between spaces: "[...]" are cues, what ends in "::" is a speaker's
// label, all else words. Each line break begins a paragraph.
[[nodiscard]] transcript::Transcript spacedText(const QString &text);

} // namespace earmark::test
