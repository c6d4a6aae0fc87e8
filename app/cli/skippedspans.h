// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/align.h"

#include <tl/expected.hpp>

namespace earmark::cli {

// What --skip holds: "FROM-TO", several with commas between; empty: none. The error is a translated
// sentence, also for one with an anchor in it or that does not begin in the audio, which lasts `duration`.
[[nodiscard]] tl::expected<std::vector<MediaSpan>, QString> skippedSpans(const QString &option,
                                                                         const std::vector<transcript::Anchor> &anchors,
                                                                         MediaTime duration);

} // namespace earmark::cli
