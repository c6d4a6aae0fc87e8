// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "glossary/soundalike.h"

namespace earmark::glossary {

// Of those that overlap only the nearest, in the order of the text.
[[nodiscard]] std::vector<Proposal> nearestOf(std::vector<Proposal> found);

} // namespace earmark::glossary
