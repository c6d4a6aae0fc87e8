// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/amendments.h"
#include "transcript/tokenmatch.h"

namespace earmark::library {

// Where an episode's amendments stand once its transcript `before` is replaced by `after`; `matches` is
// matchTokens() of the two. One edit for each of them, in their order. A correction goes along only where
// each of its words stands in `after`, one next to the other; a turn, a join or a heading where its word
// does; a person where somebody is called so. Every other one becomes AmendmentPlace::Lost and keeps all
// that it says. What is Lost already stands again where the words that it was about, six letters at least, come
// anew with `after`, and at one place only.
[[nodiscard]] transcript::AmendmentStep reamended(const std::vector<transcript::Amendment> &amendments,
                                                  const transcript::Transcript &before,
                                                  const transcript::Transcript &after,
                                                  const std::vector<transcript::TokenMatch> &matches);

} // namespace earmark::library
