// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/punctuation.h"

namespace earmark::library {

// The model that ships with the program, for English; takes about 3 ms. Error: PunctuationModelDamaged.
[[nodiscard]] Result<reading::PunctuationModel> loadPunctuation();

} // namespace earmark::library
