// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/episodesource.h"

#include "base/textfile.h"
#include "formats/formats.h"

#include <algorithm>

namespace earmark::library {

Result<EpisodeSource> readable(const transcript::Source &source)
{
    Result<QString> text = decodeText(source.bytes, source.fileName);
    if (!text)
        return tl::unexpected(text.error());
    EpisodeSource result{source.fileName, source.format, *std::move(text), {}};
    formats::ReadOptions options;
    options.format = source.format;
    if (auto parsed = formats::parseTranscript(source.bytes, source.fileName, options))
        result.warnings = std::move(parsed->warnings);
    std::ranges::stable_sort(result.warnings, {}, &formats::Warning::line);
    return result;
}

} // namespace earmark::library
