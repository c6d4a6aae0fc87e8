// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "formats/warning.h"
#include "transcript/transcript.h"

#include <vector>

namespace earmark::library {

// An episode's transcript as it came, for people to look at. Tokens name their places in `text`.
struct EpisodeSource {
    QString fileName; // without its folder
    transcript::SourceFormat format = transcript::SourceFormat::PlainText;
    QString text;                           // the stored bytes, decoded
    std::vector<formats::Warning> warnings; // what was left out of it, in the order of the lines
};

// Decodes the stored bytes and reads them again for what was left out. Any thread; as slow as reading
// the file was. Errors: those of decodeText.
[[nodiscard]] Result<EpisodeSource> readable(const transcript::Source &source);

} // namespace earmark::library
